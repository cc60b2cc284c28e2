"""Every field that may leave the server about a circle (docs/messages.md), and no other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Maybe:
    """The shape, or null."""

    shape: Any


@dataclass(frozen=True)
class Pair:
    """A list of exactly these two."""

    one: Any
    two: Any


TIMER = {"ends": Maybe(int), "left": Maybe(int), "length": int}

ROOM = {
    "phase": str,
    "stop": Maybe({"kind": str, "by": Maybe(str), "until": Maybe(int)}),
    "holding": Maybe(str),
    "holders": [str],
    "roster": [{"seat": str, "name": str, "here": bool, "facilitates": bool, "companion": bool}],
    "agenda": [{"kind": str, "length": int, "state": str}],
    "starts_at": int,
    "ends_at": int,
    "door_locked": bool,
    "agreements": {"version": int, "added": [str]},
    "line": Maybe({"code": str, "by": Maybe(str), "number": Maybe(int)}),
    "foretold": Maybe(int),
    "stay_on": Maybe(str),
    "after": Maybe({"until": int}),
    "quiet_asked": bool,
    "proposal": Maybe({"round": int, "depth": int, "until": Maybe(int)}),
    "ending": Maybe({"page": str}),
    "round": Maybe(
        {
            "index": int,
            "kind": str,
            "step": Maybe(str),
            "timer": Maybe(TIMER),
            "depth": int,
            "replies_max": str,
            "chars": int,
            "words": Maybe([Pair(str, str)]),
            "quiet": Maybe(int),
            "words_step": Maybe(str),
            "quiet_between": int,
            "activity": str,
        }
    ),
    "space": Maybe({"seat": str, "name": str, "phase": str, "turn": int}),
    "shares": [
        {
            "id": int,
            "seat": str,
            "name": str,
            "text": Maybe(str),
            "covered": bool,
            "heads_up": bool,
        }
    ],
}

YOU = {
    "seat": str,
    "name": str,
    "facilitates": bool,
    "leads": bool,
    "place": str,
    "returning": bool,
    "mode": str,
    "level": str,
    "agreed": bool,
    "asked": Maybe(str),
    "settled": bool,
    "queued": bool,
    "can_reclaim": bool,
    "turn": Maybe({"id": int, "phase": str, "how": str, "timer": Maybe(TIMER), "more_asked": bool}),
    "audience": [str],
    "shown": bool,
    "shares": [
        {
            "id": int,
            "text": str,
            "level": str,
            "heads_up": bool,
            "covered": bool,
            "replies": [
                {"id": int, "name": str, "level": str, "text": Maybe(str), "covered": bool}
            ],
        }
    ],
    "reply_to": Maybe({"share": int, "level": str, "name": str, "replied": bool}),
    "takes_turns": bool,
    "spoken": [int],
    "may_stay": bool,
    "staying": bool,
    "lines": [
        {
            "with": str,
            "name": str,
            "here": bool,
            "unread": bool,
            "waiting": bool,
            "messages": [{"id": int, "mine": bool, "text": str, "signpost": bool}],
        }
    ],
    "receivers": [{"seat": str, "name": str}],
    "offer": Maybe({"seat": str, "name": str}),
    "private_offers": bool,
}

DESK = {
    "seats": [
        {
            "seat": str,
            "name": str,
            "presence": str,
            "resting": bool,
            "facilitates": bool,
            "companion": bool,
            "may_offer": bool,
        }
    ],
    "up_next": Maybe(str),
    "turn": Maybe(
        {
            "id": int,
            "seat": str,
            "phase": str,
            "timer": TIMER,
            "may_close": bool,
            "more_asked": bool,
            "reconnecting": bool,
            "level": str,
        }
    ),
    "gathering": Maybe(str),
    "step_timer": Maybe(TIMER),
    "closing_at": int,
    "capacity": Maybe({"seats": int, "needs": int, "has": int}),
    "primary": Maybe(dict),
    "signals": [
        {
            "id": int,
            "kind": str,
            "at": int,
            "share": Maybe(int),
            "reply": Maybe(int),
            "seat": Maybe(str),
            "name": Maybe(str),
            "text": Maybe(str),
        }
    ],
    "replies": [{"id": int, "share": int, "covered": bool, "name": str, "level": str, "text": str}],
    "shares": [{"id": int, "name": str, "covered": bool}],
    "process": [{"id": int, "name": str, "text": str}],
    "deeper": Maybe({"round": int, "depth": int}),
    "others": [{"seat": str, "name": str, "present": bool}],
    "handing_to": Maybe(str),
    "participants": int,
    "few": bool,
    "stay_on": Maybe(str),
}

PRIMARY = (
    {"do": str},
    {"do": str, "index": int},
    {"do": str, "round": int, "step": str},
)


def unknown(value: Any, shape: Any, where: str = "") -> list[str]:
    """Every place at which the value has more, less or something else than the whitelist says."""
    match shape:
        case Maybe(shape=inner):
            return [] if value is None else unknown(value, inner, where)
        case Pair(one=one, two=two):
            if not isinstance(value, list) or len(value) != 2:
                return [where]
            return unknown(value[0], one, where) + unknown(value[1], two, where)
        case dict() if shape:
            if not isinstance(value, dict):
                return [where]
            odd = [f"{where}.{key}" for key in value.keys() ^ shape.keys()]
            both = value.keys() & shape.keys()
            return odd + [u for k in both for u in unknown(value[k], shape[k], f"{where}.{k}")]
        case [inner]:
            if not isinstance(value, list):
                return [where]
            return [u for item in value for u in unknown(item, inner, f"{where}[]")]
        case type() if shape is dict:
            return [] if any(not unknown(value, one) for one in PRIMARY) else [where]
        case _:
            return [] if type(value) is shape else [where]
