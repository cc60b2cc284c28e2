"""State and facts as plain JSON and back (the store's and the restart's way)."""

import json
import typing
from pathlib import Path

import pytest

from facilitator.circle import codec, events_care
from facilitator.circle import events as e
from facilitator.circle.commands_care import WritePrivately
from facilitator.circle.decide import Decision, decide
from facilitator.circle.evolve import APPLY, replay
from facilitator.circle.plan import Level, Timings, scaled
from tests.circle.agendas import AGENDAS, SHARING
from tests.circle.room import Room, room_of


def through_json(value: typing.Any) -> typing.Any:
    return json.loads(json.dumps(value, ensure_ascii=False))


@pytest.mark.parametrize("agenda", AGENDAS, ids=lambda a: a.key)
def test_every_step_of_every_agenda_survives_the_journey(agenda):
    """The same circle, and the same bytes for the same circle."""
    room = room_of("Sam", "Zoë", "李", agenda=agenda)
    for _ in range(60):
        plain = codec.circle_to_json(room.circle)
        again = codec.circle_from_json(through_json(plain))
        assert again == room.circle
        assert codec.circle_to_json(again) == plain
        if not room.goes_on():
            room.waits_for_next()


def test_the_middle_of_a_turn_survives_the_journey():
    """Turn, audience, replies, signals and stops: all of it."""
    room = room_of("Sam", "Lee", "Jo", agenda=SHARING)
    room.reaches("turns")
    share = room.shares("Sam", Level.REFLECTION)
    room.waits_for_next()
    room.replies("Lee", share, Level.PRESENCE)
    room.would_like_a_pause("Jo")
    room.pauses()

    assert codec.circle_from_json(through_json(codec.circle_to_json(room.circle))) == room.circle
    for event in room.story:
        assert codec.event_from_json(through_json(codec.event_to_json(event))) == event


def test_every_fact_can_be_applied_and_read():
    """A new kind of fact cannot be forgotten in either place."""
    kinds = {
        kind
        for module in (e, events_care)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, e.Event)
    }

    assert set(codec.EVENTS.values()) == kinds - {e.Event}
    assert set(APPLY) == kinds - {e.Event, e.CircleOpened}


def test_a_circle_of_an_older_version_goes_on():
    """Stored before there were private lines, covers and staying on: its snapshot and its facts
    lead to the same circle, which lives on.
    """
    older = json.loads((Path(__file__).parent / "older_circle.json").read_text())
    circle = codec.circle_from_json(older["snapshot"])
    assert circle == replay(None, [codec.event_from_json(fact) for fact in older["events"]])
    decision = decide(circle, WritePrivately("ria", "hello"), "jo", circle.promised_start)

    assert isinstance(decision, Decision)
    assert len(decision.circle.lines) == 1


def test_a_snapshot_of_another_time_is_not_guessed_at():
    room = Room()
    snapshot = codec.circle_to_json(room.circle)

    with pytest.raises(ValueError, match="version"):
        codec.circle_from_json({**snapshot, "v": 99})


def test_a_shape_that_is_not_known_says_so():
    with pytest.raises(TypeError):
        codec.to_json(object())
    with pytest.raises(KeyError):
        codec.event_from_json(["NeverHappened", {}])


def test_another_pace_is_the_same_promise():
    """A rehearsal's agenda and timings are the usual ones times a factor."""
    faster = scaled(SHARING, 0.1)

    assert faster.length == SHARING.length // 10
    assert Timings().scaled(0.1).offer_window == 6000
    assert Timings().scaled(0).rest == 1
