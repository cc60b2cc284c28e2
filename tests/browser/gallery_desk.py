"""Every state in which somebody may meet the desk, beside those of `gallery_states`."""

from __future__ import annotations

from typing import Any

from tests.browser.gallery_states import Made, Scene, facilitator, move

Json = dict[str, Any]

ADVICE = "You should just write him a letter, it worked for my sister."
NOTE = "It’s a lot tonight. Could you look my way now and then?"
TOM = {"seat": "s2", "name": "Lee", "present": True}


def sharing(now: int, seats: int = 5, who: int = 1) -> Scene:
    """Somebody has the space; Ria holds the room."""
    return facilitator(now, seats).at("micro_sharing", "turns").space(who, "sharing").held(None)


def round_done(now: int) -> Scene:
    """Two shares and two replies are in the room, and the last space is open."""
    scene = facilitator(now).at("micro_sharing", "last_space").shared(1, 2)
    scene.room["shares"][0]["heads_up"] = True
    return scene.held(
        move("micro_sharing", "last_space"),
        shares=[
            {"id": 1, "name": "Sam", "covered": False},
            {"id": 2, "name": "Lee", "covered": True},
        ],
        replies=[
            reply(1, 4, "نور الهدى", "In me, I noticed how long it is since somebody did that."),
            reply(1, 5, "Lee", ADVICE),
        ],
    )


def reply(share: int, number: int, name: str, text: str) -> Json:
    return {
        "share": share,
        "id": number,
        "name": name,
        "level": "reflection",
        "text": text,
        "covered": False,
    }


def signal(now: int, number: int, kind: str, seconds: int, **more: Any) -> Json:
    blank = {"share": None, "reply": None, "name": None, "text": None}
    return {"id": number, "kind": kind, "at": now - seconds * 1000, **blank, **more}


def flag(now: int) -> Json:
    return signal(now, 4, "flag", 40, share=1, reply=5, seat="s2", name="Lee", text=ADVICE)


def told(scene: Scene, *signals: Json) -> Scene:
    assert scene.desk
    scene.desk["signals"] = list(signals)
    return scene


def line(
    name: str = "Jo", *, unread: bool = False, here: bool = True, waiting: bool = False
) -> Json:
    messages = [
        {"id": 1, "mine": False, "text": NOTE, "signpost": False},
        {"id": 2, "mine": True, "text": "I will. You’re not too much.", "signpost": False},
        {
            "id": 3,
            "mine": True,
            "text": "A crisis line answers day and night, for whatever it is.",
            "signpost": True,
        },
    ]
    return {
        "with": "s3",
        "name": name,
        "here": here,
        "unread": unread,
        "waiting": waiting,
        "messages": messages[:1] if unread else messages,
    }


def with_tom(scene: Scene) -> Scene:
    """Lee facilitates too."""
    assert scene.desk
    scene.desk["seats"][2].update(facilitates=True, presence="here", name="Lee")
    scene.desk["others"] = [TOM]
    return scene


def busy(now: int) -> Scene:
    """Everything comes at once."""
    scene = with_tom(sharing(now, 8))
    assert scene.desk
    scene.desk["turn"].update(more_asked=True, may_close=True, level="reflection")
    scene.desk["process"] = [{"id": 2, "name": "Lee", "text": "Shall I take the closing?"}]
    scene.but_you(lines=[line(unread=True)])
    return told(scene, signal(now, 1, "pause", 8), signal(now, 2, "lighter", 70))


def process(now: int) -> Scene:
    scene = with_tom(sharing(now))
    assert scene.desk
    scene.desk["process"] = [
        {"id": 1, "name": "Ria", "text": "I’d like to leave the reflection for another day."},
        {"id": 2, "name": "Lee", "text": "Good. Shall I take the closing?"},
    ]
    return scene


DESK_STATES: dict[str, Made] = {
    "desk-pause": lambda now: told(sharing(now), signal(now, 1, "pause", 8)),
    "desk-lighter": lambda now: told(sharing(now), signal(now, 2, "lighter", 70)),
    "desk-flag": lambda now: told(round_done(now), flag(now)),
    "desk-suggestion": lambda now: told(
        facilitator(now).at("check_in", None).held({"do": "introduce_round", "index": 2}),
        signal(now, 5, "suggestion", 100, text="We keep our cameras off in the silences."),
    ),
    "desk-note": lambda now: sharing(now).but_you(lines=[line(unread=True)]),
    "desk-line": lambda now: sharing(now).but_you(lines=[line()]),
    "desk-line-away": lambda now: sharing(now).but_you(lines=[line(here=False, waiting=True)]),
    "desk-busy": busy,
    "desk-many": lambda now: told(
        sharing(now, 12, 5), signal(now, 1, "pause", 15), signal(now, 2, "lighter", 10)
    ),
    "desk-round-words": round_done,
    "desk-process": process,
    "desk-accept": lambda now: with_tom(
        facilitator(now).at("check_in", "reveal").held(move("check_in", "reveal"), handing_to="s0")
    ).but(holding="Lee"),
    "desk-deeper": lambda now: (
        facilitator(now)
        .at("silence", None)
        .held({"do": "introduce_round", "index": 3}, deeper={"round": 3, "depth": 2})
    ),
    "desk-proposal": lambda now: (
        facilitator(now)
        .at("silence", None)
        .but(proposal={"round": 3, "depth": 2, "until": now + 14_000})
        .held({"do": "introduce_round", "index": 3})
    ),
    "desk-depth-kept": lambda now: (
        facilitator(now)
        .at("silence", None)
        .but(proposal=None, line={"code": "depth_kept", "by": None, "number": None})
        .held({"do": "introduce_round", "index": 3})
    ),
    "desk-stay-on": lambda now: (
        facilitator(now)
        .at("closing", "words", 60_000)
        .but(phase="winding_down")
        .held(move("closing", "words"), stay_on="possible")
    ),
    "desk-staying": lambda now: (
        facilitator(now)
        .at("stay_on", "space")
        .but(phase="stay_on", stay_on="announced", after={"until": now + 400_000})
        .held({"do": "end_circle"}, stay_on="announced")
    ),
    "desk-quiet-after": lambda now: (
        facilitator(now)
        .but(phase="quiet_after", after={"until": now + 400_000})
        .held({"do": "end_circle"}, stay_on="announced")
    ),
    "desk-first-turn": lambda now: (
        facilitator(now)
        .at("micro_sharing", "thinking", 30_000)
        .held(move("micro_sharing", "thinking"))
    ),
    "desk-resting": lambda now: (
        facilitator(now, 8)
        .at("micro_sharing", "turns")
        .space(6, "resting")
        .held(None, up_next="s7")
    ),
    "desk-farewell": lambda now: (
        facilitator(now).at("closing", "farewell", 50_000).but(phase="winding_down").held(None)
    ),
}


DESK_AFTER: dict[str, list[tuple[str, str]]] = {
    "desk-line": [("press", "Read it")],
    "desk-line-away": [("press", "Read it")],
    "desk-signpost": [("press", "Read it"), ("open", "#desk .tray details summary")],
    "desk-wipe": [("press", "Read it"), ("press", "Wipe it")],
    "desk-flag-remove": [("press", "End \u2068Lee\u2069’s time")],
    "desk-minute": [("press", "I need a minute")],
    "desk-minute-alone": [("press", "I need a minute")],
    "desk-lines-to-say": [("press", "A line to say")],
    "desk-person": [("press", "Sam has the space")],
    "desk-close": [("press", "Close with warmth")],
    "desk-process": [("open", "#desk .team summary")],
    "desk-me": [("open", "#desk .me summary")],
    "desk-fix": [("open", "#desk .me summary"), ("press", "I want to fix this")],
    "desk-safety": [("open", "#desk .safety summary")],
}


def closing(now: int) -> Scene:
    scene = sharing(now)
    assert scene.desk
    scene.desk["turn"].update(may_close=True, more_asked=True)
    return scene


DESK_STATES |= {
    "desk-signpost": DESK_STATES["desk-line"],
    "desk-wipe": DESK_STATES["desk-line"],
    "desk-flag-remove": DESK_STATES["desk-flag"],
    "desk-minute": lambda now: with_tom(sharing(now)),
    "desk-minute-alone": sharing,
    "desk-lines-to-say": sharing,
    "desk-person": sharing,
    "desk-close": closing,
    "desk-me": sharing,
    "desk-fix": sharing,
    "desk-safety": lambda now: with_tom(sharing(now)).but_you(lines=[line()]),
}
