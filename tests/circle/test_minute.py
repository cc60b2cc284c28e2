"""*I need a minute*: whoever holds the room may say so."""

from __future__ import annotations

import pytest

from facilitator.circle import commands as c
from tests.circle.agendas import QUIET, SHARING
from tests.circle.room import Room, room_of


def two_hold(*people: str) -> Room:
    room = Room(SHARING)
    room.facilitates("Ria", "Tom")
    room.enters(*people)
    room.begins(with_few=True)
    room.reaches("turns")
    return room


def test_alone_it_holds_the_room() -> None:
    """A quiet minute for everybody, by name, which ends by itself; nobody's time is used up."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.reaches("turns")
    left = room.turn.timer.ends - room.circle.circle_time(room.now)
    room.does("Ria", c.NeedMinute())

    assert room.sees("Sam").room["line"] == {"code": "need_minute", "by": "Ria", "number": None}
    assert room.sees("Sam").room["stop"]["kind"] == "hold"
    room.waits(60)
    assert room.sees("Sam").room["stop"] is None
    assert room.turn.timer.ends - room.circle.circle_time(room.now) == left


def test_somebody_else_may_hold_it_meanwhile() -> None:
    """I51: the lead is offered, is where it was until it is taken, and then somewhere else."""
    room = two_hold("Sam", "Lee")
    room.does("Ria", c.NeedMinute())
    assert room.circle.handing_to == "tom"
    assert room.circle.lead == "ria"
    assert room.sees("Sam").room["holding"] == "Ria"

    room.does("Tom", c.AcceptLead())
    assert room.circle.lead == "tom"
    assert room.circle.handing_to is None
    room.does("Tom", c.ResumeRoom())
    assert not room.circle.frozen


def test_nobody_has_to_take_it() -> None:
    """The minute ends all the same, and whoever led leads."""
    room = two_hold("Sam", "Lee")
    room.does("Ria", c.NeedMinute())
    room.does("Ria", c.NeedMinute())
    room.waits(61)

    assert room.circle.lead == "ria"
    assert not room.circle.frozen


def test_only_the_lead_says_it() -> None:
    """Somebody who does not hold the room stops nothing by being tired."""
    room = two_hold("Sam")

    assert room.asks("Tom", c.NeedMinute()) == "role/lead"
    assert room.asks("Sam", c.NeedMinute()) == "role/facilitator"


def test_in_a_pause_it_hands_over_alone() -> None:
    """The room stands still already."""
    room = two_hold("Sam", "Lee")
    room.pauses()
    room.does("Ria", c.NeedMinute())

    assert room.sees("Sam").room["stop"]["kind"] == "pause"
    assert room.circle.handing_to == "tom"


@pytest.mark.parametrize("hidden", ["line", "stop"])
def test_in_a_silence_only_the_hold_shows(hidden: str) -> None:
    """I38: the silence stands still, and no name of anybody else moves."""
    room = Room(QUIET)
    room.facilitates("Ria", "Tom")
    room.enters("Sam", "Lee")
    room.begins()
    room.reaches("quiet")
    before = room.sees("Sam").room
    room.does("Ria", c.NeedMinute())

    moved = {key for key, value in room.sees("Sam").room.items() if value != before[key]}
    assert hidden in moved
    assert moved == {"line", "stop", "round"}


def test_before_the_beginning_there_is_nothing_to_hold() -> None:
    room = Room(SHARING)
    room.facilitates("Ria")

    assert room.asks("Ria", c.NeedMinute()) == "circle/not_begun"
