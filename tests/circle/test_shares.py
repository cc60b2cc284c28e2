"""What comes with a share: a heads-up before it, and the wish to let it rest after it."""

from __future__ import annotations

import json

from facilitator.circle import commands as c
from facilitator.circle.codec import circle_from_json, circle_to_json
from tests.circle.agendas import SHARING
from tests.circle.room import Room, room_of


def shared(room: Room, *, heads_up: bool) -> int:
    room.reaches("turns")
    who, turn = room.holder or "", room.turn.id
    room.takes(who)
    room.does(who, c.PublishShare(turn, room.says(who), heads_up=heads_up))
    room.waits(20)
    return turn


def test_a_heads_up_comes_with_the_share() -> None:
    """Whoever receives it knows that something heavy is coming, before the words."""
    room = room_of("Sam", "Lee", "Jo", agenda=SHARING)
    author = (room.reaches("turns"), room.holder)[1]
    shared(room, heads_up=True)
    other = next(name for name in ("Sam", "Lee", "Jo") if name != author)

    assert [s["heads_up"] for s in room.sees(other).room["shares"]] == [True]
    assert [s["heads_up"] for s in room.sees(author or "").you["shares"]] == [True]


def test_without_one_a_share_has_none() -> None:
    """Nobody gives a heads-up for somebody else's share."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    shared(room, heads_up=False)

    assert [s["heads_up"] for s in room.sees("Ria").room["shares"]] == [False]


def test_a_circle_from_before_heads_ups_still_opens() -> None:
    """What was stored without the field is read as a share without one."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    shared(room, heads_up=False)
    stored = json.loads(json.dumps(circle_to_json(room.circle)))
    for _, share in stored["circle"]["shares"]:
        del share["heads_up"]

    assert circle_from_json(stored) == room.circle
