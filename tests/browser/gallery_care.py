"""What participants met later: the private line, flags, heads-up, a gentler pace, a longer evening."""

from __future__ import annotations

from tests.browser.gallery_states import (
    MINUTE,
    OWN,
    REPLIES,
    SHARE,
    Json,
    Made,
    Scene,
    participant,
)

RIA: Json = {"seat": "s0", "name": "Ria"}
TOM: Json = {"seat": "s20", "name": "Maximiliane-Charlotte von Hohenfels"}
LONGER = "And there was a note beside it, in a hand I know, that said only: good morning."


def calm(now: int, seats: int = 5) -> Scene:
    """Nobody has the space; two people have shared."""
    scene = participant(now, seats).at("micro_sharing", "turns").space(3, "resting").shared(2, 3)
    return scene.but_you(receivers=[RIA])


def message(number: int, text: str, *, mine: bool = False, signpost: bool = False) -> Json:
    return {"id": number, "mine": mine, "text": text, "signpost": signpost}


def line(*messages: Json, **more: object) -> Json:
    return {
        "with": "s0",
        "name": "Ria",
        "here": True,
        "unread": False,
        "waiting": False,
        "messages": list(messages),
        **more,
    }


MINE = message(1, "This one is close to home. I'm here, and a little shaky.", mine=True)
THEIRS = message(2, "Thank you for telling me. Nothing has to happen now. I'm near.")
SIGNPOST = message(
    3, "The Wednesday phone line is open until ten: https://example.org/line.", signpost=True
)


def two_to_write_to(now: int) -> Scene:
    scene = calm(now).but_you(receivers=[RIA, TOM])
    scene.room["roster"].append(
        {**TOM, "here": True, "facilitates": True, "companion": False},
    )
    return scene


def unheld(scene: Scene) -> Scene:
    return scene.but(stop={"kind": "held", "by": "Ria", "until": None}, holding=None).but_you(
        receivers=[]
    )


def with_heads_up(scene: Scene) -> Scene:
    scene.room["shares"][1]["heads_up"] = True
    return scene


def with_covered(scene: Scene) -> Scene:
    scene.room["shares"][1].update(text=None, covered=True)
    return scene


def proposed(now: int) -> Scene:
    scene = participant(now).at("silence", None).but_you(receivers=[RIA])
    return scene.but(proposal={"round": 3, "depth": 2, "until": now + 17_000})


def after(now: int, phase: str) -> Scene:
    scene = participant(now).at("closing", "leaving").but_you(receivers=[RIA], staying=True)
    return scene.but(phase=phase, after={"until": now + 8 * MINUTE}, round=None)


def with_space(scene: Scene) -> Scene:
    phase, until = scene.room["phase"], scene.room["after"]
    scene.at("stay_on", "space")
    return scene.but(phase=phase, after=until)


def parting(now: int, **more: object) -> Scene:
    scene = participant(now).at("closing", "farewell", 50_000)
    return scene.but(stay_on="announced", phase="winding_down").but_you(may_stay=True, **more)


CARE_STATES: dict[str, Made] = {
    "line-new": calm,
    "line-whom": two_to_write_to,
    "line-talk": lambda now: calm(now).but_you(lines=[line(MINE, THEIRS, SIGNPOST)]),
    "line-waiting": lambda now: two_to_write_to(now).but_you(lines=[line(MINE, waiting=True)]),
    "line-held": lambda now: unheld(calm(now)).but_you(lines=[line(MINE, THEIRS, here=False)]),
    "line-wipe": lambda now: calm(now).but_you(lines=[line(MINE, THEIRS)]),
    "line-unread": lambda now: calm(now).but_you(lines=[line(MINE, THEIRS, unread=True)]),
    "line-offer": lambda now: calm(now).but_you(offer=RIA),
    "care-more": lambda now: calm(now, 12).but_you(
        spoken=[4], shares=[{**OWN, "id": 9, "level": "ideas"}]
    ),
    "care-end": lambda now: calm(now, 12),
    "pulled-in": calm,
    "heads-up": lambda now: with_heads_up(calm(now)),
    "heads-up-first": lambda now: with_heads_up(calm(now)),
    "covered": lambda now: with_covered(calm(now)),
    "covered-mine": lambda now: (
        calm(now).but(shares=[]).but_you(shares=[{**OWN, "covered": True, "text": SHARE}])
    ),
    "flag-asking": calm,
    "flag-standing": calm,
    "flag-reply": lambda now: (
        participant(now)
        .at("micro_sharing", "turns")
        .space(3, "offered")
        .but_you(shares=[{**OWN, "replies": [{**one, "id": i} for i, one in enumerate(REPLIES)]}])
    ),
    "reply-covered": lambda now: (
        participant(now)
        .at("micro_sharing", "turns")
        .space(3, "offered")
        .but_you(
            shares=[
                {
                    **OWN,
                    "replies": [
                        {**REPLIES[0], "id": 1},
                        {**REPLIES[1], "id": 2, "text": None, "covered": True},
                    ],
                }
            ]
        )
    ),
    "own-settled": lambda now: (
        participant(now)
        .at("micro_sharing", "turns")
        .space(3, "offered")
        .but_you(shares=[{**OWN, "level": "presence"}])
    ),
    "replying-little": lambda now: (
        participant(now)
        .at("micro_sharing", "turns")
        .space(3, "responding")
        .shared(3)
        .but_you(reply_to={"share": 3, "level": "ideas", "name": "Jo", "replied": False})
    ),
    "replying-ideas": lambda now: (
        participant(now)
        .at("micro_sharing", "turns")
        .space(3, "responding")
        .shared(3)
        .but_you(reply_to={"share": 3, "level": "ideas", "name": "Jo", "replied": False})
    ),
    "landing": lambda now: (
        participant(now).at("micro_sharing", "turns").mine("resting", "speak", spoken=[7])
    ),
    "let-rest": lambda now: (
        participant(now).at("micro_sharing", "turns").space(3, "offered").but_you(spoken=[4])
    ),
    "deeper": proposed,
    "deeper-no": proposed,
    "deeper-fine": proposed,
    "suggesting": lambda now: participant(now).at("arrival", "agreements"),
    "may-stay": parting,
    "staying": lambda now: parting(now, staying=True),
    "stay-on": lambda now: with_space(after(now, "stay_on").but_you(asked="space")),
    "quiet-after": lambda now: after(now, "quiet_after"),
    "where-after": lambda now: after(now, "quiet_after"),
    "composer-heads-up": lambda now: (
        participant(now).at("micro_sharing", "turns").mine("sharing", "write")
    ),
}

CARE_AFTER: dict[str, list[tuple[str, str]]] = {
    "line-new": [("press", "Private line")],
    "line-whom": [("press", "Private line")],
    "line-talk": [("press", "Private line")],
    "line-waiting": [("press", "Private line")],
    "line-held": [("press", "Private line"), ("fill", LONGER)],
    "line-wipe": [("press", "Private line"), ("press", "Wipe this line")],
    "care-more": [("press", "Look after myself")],
    "care-end": [("press", "Look after myself"), ("scroll", "#sheet")],
    "pulled-in": [("press", "Look after myself"), ("press", "I’m getting pulled in")],
    "heads-up-first": [
        ("press", "Look after myself"),
        ("press", "Heads-up first"),
        ("press", "Back to the circle"),
    ],
    "flag-asking": [("open", ".flag summary")],
    "flag-standing": [("open", ".flag summary"), ("press", "The words of \u2068Jo\u2069")],
    "flag-reply": [("open", ".flag summary")],
    "replying-little": [
        ("press", "Look after myself"),
        ("press", "a little"),
        ("press", "Back to the circle"),
    ],
    "deeper-no": [("press", "Keep it lighter")],
    "deeper-fine": [("press", "Fine with me")],
    "suggesting": [("open", ".suggesting summary")],
    "where-after": [("press", "Where am I?")],
    "composer-heads-up": [("fill", SHARE), ("open", "input[name=heads_up]"), ("end", "")],
}
