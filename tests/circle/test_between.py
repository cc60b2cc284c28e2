"""A quiet between turns, where the agenda has one: after every turn alike, and never out of the
time kept for closing.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facilitator.circle import commands as c
from facilitator.circle import events as e
from facilitator.circle.plan import MINUTE, SECOND, Agenda, Level, Medium, RoundPlan, scaled
from facilitator.circle.state import TurnPhase
from facilitator.circle.timing import closing_due
from tests.circle.room import Room, room_of

QUIET = 20 * SECOND
PEOPLE = ("Sam", "Lee", "Jo")
AGENDA = Agenda(
    "quiet_between",
    Medium.MIXED,
    (
        RoundPlan("micro_sharing", 12 * MINUTE, replies_max=Level.PRESENCE, quiet_between=QUIET),
        RoundPlan("closing", 7 * MINUTE, words=True),
    ),
    5 * MINUTE,
)


@pytest.fixture
def room() -> Room:
    room = room_of(*PEOPLE, agenda=AGENDA)
    room.reaches("turns")
    return room


def finishes(room: Room, who: str) -> None:
    room.takes(who, "quiet")
    room.finishes(who)


CAUSES: dict[str, Callable[[Room, str], None]] = {
    "passes": lambda room, who: room.passes(who),
    "lets it lapse": lambda room, _: room.waits(60),
    "is moved on from": lambda room, _: room.does("Ria", c.SkipKindly(room.turn.id)),
    "would like it later": lambda room, who: room.later(who),
    "shares": lambda room, who: (room.shares(who), None)[1],
    "speaks": finishes,
    "steps out": lambda room, who: room.steps_out(who),
}


@pytest.mark.parametrize("cause", CAUSES)
def test_the_quiet_is_kept_whatever_ended_the_turn(room: Room, cause: str) -> None:
    """I11: from the end of the rest to the next offer it is as quiet, and as long."""
    who = room.holder or ""
    CAUSES[cause](room, who)
    while room.circle.turn is not None:
        room.waits_for_next()
    settled = room.now
    assert room.sees("Ria").room["space"] is None

    room.waits(QUIET / SECOND - 0.001)
    assert room.circle.turn is None
    room.waits_for_offer()
    assert room.now == settled + QUIET
    assert room.holder != who


def test_everybody_knows_of_it_beforehand(room: Room) -> None:
    """Its length is on every screen, and the desk offers nothing to press meanwhile."""
    room.passes(room.holder or "")
    room.waits(15)

    assert room.sees("Sam").room["round"]["quiet_between"] == QUIET
    assert room.sees("Ria").desk is not None
    assert (room.sees("Ria").desk or {})["primary"] is None
    assert room.asks("Ria", c.MoveOn(0, "turns")) == "round/not_now"


def test_a_pause_takes_nothing_of_it(room: Room) -> None:
    """I41: the room goes on where it stood still."""
    room.passes(room.holder or "")
    room.waits(15 + 5)
    room.pauses()
    room.waits(100)
    room.resumes()
    room.waits(14.999)
    assert room.circle.turn is None

    room.waits(0.001)
    assert room.turn.phase is TurnPhase.OFFERED


def test_an_offered_silence_takes_its_place(room: Room) -> None:
    """After a silence of its own there is no other before the space is offered."""
    room.passes(room.holder or "")
    room.waits(15 + 5)
    room.does("Ria", c.OfferSilence(60_000))
    room.waits(10 + 60 + 15)

    assert room.turn.phase is TurnPhase.OFFERED


def test_the_last_turn_is_followed_by_what_comes_next(room: Room) -> None:
    """Between turns means between turns."""
    for _ in PEOPLE:
        room.waits_for_offer()
        room.passes(room.holder or "")
    room.waits(15)

    assert room.step == "last_space"
    assert len(room.happened(e.QuietBegan)) == len(PEOPLE) - 1


def test_it_counts_before_the_closing() -> None:
    """I42, I64: the same shorter time for everybody, and the closing keeps its own."""
    people = ("Sam", "Lee", "Jo", "Max", "Kim")
    room = room_of(*people, agenda=AGENDA)
    room.reaches("turns")
    current = room.circle.round
    assert current is not None
    assert current.share_time < room.circle.timings.share_time_1
    while room.step == "turns":
        if room.circle.turn is not None and room.turn.phase == "offered":
            who, turn = room.holder or "", room.turn.id
            room.takes(who)
            room.waits(current.share_time / SECOND)
            room.does(who, c.PublishShare(turn, room.says(who), Level.PRESENCE))
        room.waits_for_next()

    assert room.now <= closing_due(room.circle)


def test_another_pace_makes_it_as_much_shorter() -> None:
    """A rehearsal keeps its quiet at its own pace."""
    assert scaled(AGENDA, 0.1).rounds[0].quiet_between == 2 * SECOND
