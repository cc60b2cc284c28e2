"""Every state in which somebody may meet the circle, as the views that a server would send for it.

Times are relative to the instant of the picture; `now` is passed in, so that a picture can be taken again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Json = dict[str, Any]

MINUTE = 60_000
NAMES = [
    "Ria",
    "Sam",
    "Lee",
    "Jo",
    "Kim",
    "Maximiliane-Charlotte von Hohenfels",
    "نور الهدى",
    "Ana",
    "Tomasz",
    "Bo",
    "Wilhelmina",
    "Yusuf",
]
KINDS = ["arrival", "check_in", "silence", "micro_sharing", "closing"]
SHARE = "Today I noticed that the kettle was already on when I came down. Somebody had thought of me before I was awake."


class Scene:
    """One circle as one seat meets it; `but` changes what differs from an ordinary moment."""

    def __init__(self, now: int, seats: int = 5, me: int = 1) -> None:
        self.now = now
        self.names = NAMES[:seats]
        self.me = min(me, seats - 1)
        self.room: Json = {
            "phase": "live",
            "stop": None,
            "holding": "Ria",
            "holders": ["Ria"],
            "roster": [
                {
                    "seat": f"s{i}",
                    "name": n,
                    "here": i != 4,
                    "facilitates": i == 0,
                    "companion": i == 3,
                }
                for i, n in enumerate(self.names)
            ],
            "agenda": [{"kind": k, "length": 5 * MINUTE, "state": "next"} for k in KINDS],
            "starts_at": now - 9 * MINUTE,
            "ends_at": now + 21 * MINUTE,
            "door_locked": False,
            "agreements": {"version": 1, "added": []},
            "line": None,
            "foretold": None,
            "proposal": None,
            "stay_on": None,
            "after": None,
            "quiet_asked": False,
            "ending": None,
            "round": None,
            "space": None,
            "shares": [],
        }
        self.you: Json = {
            "seat": f"s{self.me}",
            "name": self.names[self.me],
            "facilitates": self.me == 0,
            "leads": self.me == 0,
            "place": "circle",
            "returning": False,
            "admitted": True,
            "mode": "open",
            "level": "none",
            "agreed": True,
            "asked": None,
            "settled": False,
            "queued": False,
            "can_reclaim": False,
            "turn": None,
            "audience": [],
            "shown": False,
            "shares": [],
            "reply_to": None,
            "takes_turns": self.me != 0,
            "lines": [],
            "receivers": [],
            "offer": None,
            "private_offers": True,
            "spoken": [],
            "may_stay": False,
            "staying": False,
        }
        self.desk: Json | None = None

    def timer(self, left: int, length: int) -> Json:
        return {"ends": self.now + left, "left": None, "length": length}

    def at(self, kind: str, step: str | None, left: int | None = None, **more: Any) -> Scene:
        index = KINDS.index(kind) if kind in KINDS else 3
        for i, round_ in enumerate(self.room["agenda"]):
            round_["state"] = "done" if i < index else "now" if i == index else "next"
        self.room["round"] = {
            "index": index,
            "kind": kind,
            "step": step,
            "timer": self.timer(left, left * 2) if left else None,
            "depth": 2 if kind == "micro_sharing" else 1,
            "replies_max": "reflection" if kind == "micro_sharing" else "none",
            "chars": 280,
            "words": None,
            "words_step": None,
            **more,
        }
        return self

    def space(self, seat: int, phase: str) -> Scene:
        self.room["space"] = {
            "seat": f"s{seat}",
            "name": self.names[seat],
            "phase": phase,
            "turn": 7,
        }
        return self

    def mine(self, phase: str, how: str = "", **more: Any) -> Scene:
        self.space(self.me, phase)
        timer = self.timer(80_000, 90_000) if phase in ("offered", "sharing") else None
        self.you["turn"] = {
            "id": 7,
            "phase": phase,
            "how": how,
            "timer": timer,
            "more_asked": False,
        }
        self.you["asked"] = phase if phase in ("offered", "sharing") else None
        self.you["audience"] = [n for i, n in enumerate(self.names) if i != self.me]
        return self.but_you(**more)

    def but(self, **more: Any) -> Scene:
        self.room.update(more)
        return self

    def but_you(self, **more: Any) -> Scene:
        self.you.update(more)
        return self

    def shared(self, *seats: int) -> Scene:
        self.room["shares"] = [
            {
                "id": s,
                "seat": f"s{s}",
                "name": self.names[s],
                "text": SHARE if s % 2 else "Slow. Just slow.",
            }
            for s in seats
        ]
        return self

    def held(self, primary: Json | None, **more: Any) -> Scene:
        turn = self.room["space"]
        self.desk = {
            "seats": [
                {
                    "seat": f"s{i}",
                    "name": n,
                    "presence": {2: "reconnecting", 4: "out"}.get(i, "here"),
                    "resting": i in (1, 3),
                    "facilitates": i == 0,
                    "companion": i == 3,
                    "waiting": False,
                    "may_offer": i not in (0, 3),
                }
                for i, n in enumerate(self.names)
            ],
            "up_next": "s2" if turn else None,
            "turn": (
                turn
                and turn["phase"] in ("offered", "sharing")
                and {
                    "id": 7,
                    "seat": turn["seat"],
                    "phase": turn["phase"],
                    "timer": self.timer(50_000, 90_000),
                    "may_close": False,
                    "more_asked": False,
                    "reconnecting": False,
                    "level": "none",
                }
            )
            or None,
            "gathering": None,
            "step_timer": self.room["round"] and self.timer(150_000, 300_000),
            "closing_at": self.now + 6 * MINUTE,
            "capacity": None,
            "primary": primary,
            "signals": [],
            "replies": [],
            "shares": [],
            "process": [],
            "deeper": None,
            "stay_on": None,
            "others": [],
            "handing_to": None,
            "participants": len(self.names) - 1,
            "few": len(self.names) < 3,
            **more,
        }
        return self

    def views(self) -> Json:
        return {"room": self.room, "you": self.you, "desk": self.desk}


Made = Callable[[int], Scene]


def participant(now: int, seats: int = 5) -> Scene:
    return Scene(now, seats)


def facilitator(now: int, seats: int = 5) -> Scene:
    return Scene(now, seats, me=0)


def move(kind: str, step: str) -> Json:
    return {"do": "move_on", "round": KINDS.index(kind), "step": step}


WORDS = [
    ["s0", "weather.light_cloud"],
    ["s1", "own:held together with tape"],
    ["s2", "body.worn_thin"],
    ["s6", "state.here"],
]
OWN = {"id": 7, "text": SHARE, "level": "reflection", "replies": []}
REPLIES = [
    {"name": "Lee", "level": "presence", "text": "with_you.here"},
    {
        "name": "نور الهدى",
        "level": "reflection",
        "text": "In me, I noticed how long it is since somebody did that.",
    },
]

STATES: dict[str, Made] = {
    "arriving": Scene,
    "waiting": lambda now: participant(now).but(phase="doors_open", starts_at=now + 4 * MINUTE),
    "waiting-alone": lambda now: Scene(now, 1, 0).but(
        phase="doors_open", starts_at=now + 4 * MINUTE
    ),
    "at-the-door": lambda now: (
        participant(now).at("micro_sharing", "turns").but_you(place="door").but(roster=[])
    ),
    "arrival-settling": lambda now: (
        participant(now)
        .at("arrival", "settling", 50_000)
        .but(line={"code": "began", "by": "Ria", "number": None})
    ),
    "arrival-agreements": lambda now: participant(now).at("arrival", "agreements"),
    "arrival-practice": lambda now: (
        participant(now).at("arrival", "practice", 50_000).but_you(asked="practice")
    ),
    "between": lambda now: participant(now).at("check_in", None),
    "check-in-introduced": lambda now: participant(now, 12).at("check_in", "introduced", 9_000),
    "check-in-choosing": lambda now: (
        participant(now).at("check_in", "choosing", 80_000).but_you(asked="choosing")
    ),
    "check-in-settled": lambda now: (
        participant(now).at("check_in", "choosing", 40_000).but_you(settled=True, shown=True)
    ),
    "check-in-reveal": lambda now: (
        participant(now, 12)
        .at("check_in", "reveal", words=WORDS, words_step="choosing")
        .but_you(settled=True, shown=True)
    ),
    "sharing-introduced": lambda now: participant(now).at("micro_sharing", "introduced", 9_000),
    "sharing-thinking": lambda now: participant(now).at("micro_sharing", "thinking", 40_000),
    "other-offered": lambda now: (
        participant(now, 12).at("micro_sharing", "turns").space(6, "offered").shared(2, 3)
    ),
    "other-sharing": lambda now: (
        participant(now, 12).at("micro_sharing", "turns").space(5, "sharing")
    ),
    "other-resting": lambda now: (
        participant(now).at("micro_sharing", "turns").space(3, "resting").shared(3)
    ),
    "up-next": lambda now: (
        participant(now).at("micro_sharing", "turns").space(3, "sharing").but_you(asked="up_next")
    ),
    "offered": lambda now: participant(now).at("micro_sharing", "turns").mine("offered"),
    "composer": lambda now: participant(now).at("micro_sharing", "turns").mine("sharing", "write"),
    "composer-twelve": lambda now: (
        participant(now, 12).at("micro_sharing", "turns").mine("sharing", "write")
    ),
    "speaking": lambda now: participant(now).at("micro_sharing", "turns").mine("sharing", "speak"),
    "resting-mine": lambda now: (
        participant(now).at("micro_sharing", "turns").mine("resting", "write", shares=[OWN])
    ),
    "replies-mine": lambda now: (
        participant(now)
        .at("micro_sharing", "turns")
        .space(3, "offered")
        .but_you(shares=[{**OWN, "replies": REPLIES}])
    ),
    "replying": lambda now: (
        participant(now)
        .at("micro_sharing", "turns")
        .space(3, "responding")
        .shared(3)
        .but_you(reply_to={"share": 3, "level": "presence", "name": "Jo", "replied": False})
    ),
    "replying-words": lambda now: (
        participant(now, 12)
        .at("micro_sharing", "turns")
        .space(6, "responding")
        .shared(6)
        .but_you(
            reply_to={"share": 6, "level": "reflection", "name": "نور الهدى", "replied": False}
        )
    ),
    "last-space": lambda now: (
        participant(now).at("micro_sharing", "last_space").but_you(asked="space", can_reclaim=True)
    ),
    "reclaim": lambda now: (
        participant(now)
        .at("micro_sharing", "turns")
        .space(3, "sharing")
        .but_you(settled=True, can_reclaim=True)
    ),
    "silence-introduced": lambda now: participant(now).at("silence", "introduced", 120_000),
    "silence-quiet": lambda now: participant(now).at("silence", "quiet", 100_000),
    "silence-landing": lambda now: participant(now).at("silence", "landing", 12_000),
    "reflection-private": lambda now: participant(now).at("reflection", "private", 120_000),
    "closing-private": lambda now: (
        participant(now).at("closing", "private", 120_000).but(phase="winding_down")
    ),
    "closing-words": lambda now: participant(now).at("closing", "words").but_you(asked="space"),
    "closing-release": lambda now: participant(now).at("closing", "release", 50_000),
    "closing-goodbye": lambda now: (
        participant(now).at("closing", "goodbye", 50_000).but_you(asked="goodbye").but(foretold=3)
    ),
    "closing-farewell": lambda now: participant(now).at(
        "closing",
        "farewell",
        50_000,
        words=[["s0", "goodbye.well"], ["s3", "own:and see you by the river"]],
        words_step="goodbye",
    ),
    "closing-leaving": lambda now: participant(now).at("closing", "leaving", 50_000),
    "paused": lambda now: (
        participant(now)
        .at("micro_sharing", "turns")
        .mine("sharing", "write")
        .but(stop={"kind": "pause", "by": "Ria", "until": None})
    ),
    "hold": lambda now: (
        participant(now)
        .at("micro_sharing", "turns")
        .space(3, "sharing")
        .but(stop={"kind": "hold", "by": "Ria", "until": now + MINUTE})
    ),
    "auto-pause": lambda now: (
        participant(now)
        .at("micro_sharing", "turns")
        .space(3, "sharing")
        .but(stop={"kind": "auto", "by": None, "until": None})
    ),
    "held": lambda now: (
        participant(now)
        .at("micro_sharing", "turns")
        .but(stop={"kind": "held", "by": "Ria", "until": None}, holding=None)
    ),
    "agreements-changed": lambda now: (
        participant(now)
        .at("check_in", "introduced", 9_000)
        .but_you(agreed=False)
        .but(agreements={"version": 2, "added": ["We keep cameras off."]})
    ),
    "out": lambda now: participant(now).at("micro_sharing", "turns").but_you(place="out"),
    "returning": lambda now: (
        participant(now).at("micro_sharing", "turns").but_you(place="out", returning=True)
    ),
    "left": lambda now: participant(now).at("micro_sharing", "turns").but_you(place="left"),
    "ending-emergency": lambda now: participant(now).but(
        phase="ending", ending={"page": "emergency"}
    ),
    "ending-held": lambda now: participant(now).but(phase="ending", ending={"page": "held"}),
    "holding-waiting": lambda now: (
        facilitator(now, 2)
        .but(phase="doors_open", starts_at=now + 2 * MINUTE)
        .held({"do": "begin"})
    ),
    "holding-begin": lambda now: (
        facilitator(now).but(phase="doors_open", starts_at=now + 2 * MINUTE).held({"do": "begin"})
    ),
    "holding-agreements": lambda now: (
        facilitator(now).at("arrival", "agreements").held(move("arrival", "agreements"))
    ),
    "holding-choosing": lambda now: (
        facilitator(now)
        .at("check_in", "choosing", 60_000)
        .but_you(asked="choosing")
        .held(move("check_in", "choosing"), gathering="some")
    ),
    "holding-introduce": lambda now: (
        facilitator(now, 12)
        .at("silence", None)
        .held(
            {"do": "introduce_round", "index": 3},
            capacity={"seats": 11, "needs": 24 * MINUTE, "has": 10 * MINUTE},
        )
    ),
    "holding-offered": lambda now: (
        facilitator(now, 12).at("micro_sharing", "turns").space(6, "offered").held(None)
    ),
    "holding-sharing": lambda now: (
        facilitator(now)
        .at("micro_sharing", "turns")
        .space(1, "sharing")
        .held(None, signals=[{"id": 1, "kind": "pause", "at": now - 12_000}])
    ),
    "holding-grace": lambda now: with_grace(
        facilitator(now, 12)
        .at("micro_sharing", "turns")
        .space(5, "sharing")
        .held(None, others=[{"seat": "s2", "name": "Lee", "present": True}])
    ),
    "holding-replies": lambda now: (
        facilitator(now)
        .at("micro_sharing", "last_space")
        .shared(1, 2)
        .held(
            move("micro_sharing", "last_space"),
            replies=[
                {"share": 1, "name": "Lee", "level": "reflection", "text": REPLIES[1]["text"]}
            ],
        )
    ),
    "holding-paused": lambda now: (
        facilitator(now)
        .at("micro_sharing", "turns")
        .space(1, "sharing")
        .but(stop={"kind": "pause", "by": "Ria", "until": None})
        .held({"do": "resume_room"})
    ),
    "holding-quiet": lambda now: (
        facilitator(now).at("silence", "quiet", 100_000).held(move("silence", "quiet"))
    ),
    "holding-leaving": lambda now: (
        facilitator(now).at("closing", "leaving", 30_000).held({"do": "end_circle"})
    ),
    "holding-door": lambda now: waiting_at_the_door(
        facilitator(now).at("check_in", "introduced", 9_000).held(None)
    ),
}

# What is pressed, or told by the server, after the view has arrived.
AFTER: dict[str, list[tuple[str, str]]] = {
    "curtain": [("press", "Curtain")],
    "care-panel": [("press", "Look after myself")],
    "where-panel": [("press", "Where am I?")],
    "back-to-me": [("press", "Look after myself"), ("press", "Back to me")],
    "pause-asked": [("press", "Pause please")],
    "passed": [("press", "Pass")],
    "support-open": [("open", "#support summary")],
    "offline": [("lose", "")],
    "elsewhere": [("elsewhere", "")],
    "over-closed": [("over", "closed")],
    "over-removed": [("over", "removed")],
    "over-signed-out": [("over", "signed_out")],
}
for name in AFTER:
    STATES[name] = lambda now: (
        participant(now).at("micro_sharing", "turns").space(3, "resting").shared(2, 3)
    )

AFTER |= {
    "sitting-out": [("press", "Sit this one out")],
    "silence-pacer": [("open", ".question summary"), ("press-label", "Slow circle")],
    "offer-ways": [("press", "Take the space")],
    "composer-full": [("fill", SHARE * 3), ("press", "Share")],
    "holding-safety": [("open", "#desk section:last-child summary")],
    "holding-remove": [
        ("open", "#desk section:last-child summary"),
        ("press", "End \u2068Jo\u2069’s time"),
    ],
    "holding-silence": [("press", "Offer a silence")],
    "refused": [("press", "Take the space"), ("refuse", "I’ll write")],
}
STATES |= {
    "sitting-out": STATES["silence-quiet"],
    "silence-pacer": STATES["silence-quiet"],
    "offer-ways": STATES["offered"],
    "composer-full": STATES["composer"],
    "holding-safety": STATES["holding-sharing"],
    "holding-remove": STATES["holding-sharing"],
    "holding-silence": STATES["holding-sharing"],
    "refused": STATES["offered"],
}


def with_grace(scene: Scene) -> Scene:
    assert scene.desk
    assert scene.desk["turn"]
    scene.desk["turn"].update(may_close=True, more_asked=True, level="reflection")
    return scene


def waiting_at_the_door(scene: Scene) -> Scene:
    assert scene.desk
    at_door = {"presence": "door", "resting": False, "facilitates": False, "companion": False}
    scene.desk["seats"] += [
        {**at_door, "seat": "s20", "name": "Ines", "waiting": True},
        {**at_door, "seat": "s21", "name": "Abdul", "waiting": False},
    ]
    return scene
