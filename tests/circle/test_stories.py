"""The acceptance stories of domain.md 8 that a circle can tell without a browser."""

import json

import pytest

from facilitator.circle import commands as c
from facilitator.circle import events as e
from facilitator.circle.codec import circle_to_json, event_to_json
from facilitator.circle.evolve import replay
from facilitator.circle.plan import MINUTE, SECOND, Level
from facilitator.circle.state import TurnPhase
from tests.circle.agendas import AGENDAS, QUIET, SHARING
from tests.circle.room import Room, room_of


def carried_on(room: Room) -> None:
    """The lead moves on where nothing else would, and otherwise lets time pass."""
    step = room.circle.round.step if room.circle.round else None
    waits = step is not None and (step.length is not None or room.circle.turn is not None)
    if waits or not room.goes_on():
        room.waits_for_next()


@pytest.mark.parametrize("agenda", AGENDAS, ids=lambda a: a.key)
def test_s1_jane_who_does_nothing(agenda):
    """S1: she enters and never presses again; nobody waits for her longer than the offer (I1)."""
    room = room_of("Sam", "Jane", "Lee", agenda=agenda)
    waited = {}
    while room.circle.ended_at is None:
        turn = room.circle.turn
        if turn is not None and turn.seat == "jane":
            assert turn.phase in (TurnPhase.OFFERED, TurnPhase.RESTING)
            waited.setdefault(turn.id, room.now)
            assert room.now - waited[turn.id] <= MINUTE + 15 * SECOND
        carried_on(room)

    assert room.circle.ended_how == "ended"


def test_s2_sam_passes_three_ways():
    """S2: never offered again in any of them; reclaims once and shares."""
    for passes in ("ahead", "at the offer", "by not answering"):
        room = room_of("Lee", "Sam", agenda=SHARING)
        room.reaches("turns")
        if passes == "ahead":
            room.passes("Sam")
        room.passes("Lee")
        room.waits(15)
        if passes == "at the offer":
            room.passes("Sam")
        room.reaches("last_space")
        assert [o.seat for o in room.happened(e.TurnOffered)].count("sam") <= 1
        room.reclaims("Sam")
        share = room.shares("Sam")

        assert room.sees("Lee").room["space"]["phase"] == "resting"
        assert share in room.circle.shares


def test_s6_the_host_disappears_for_good():
    """S6: everything stands still, everybody may leave, and the end has a page."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.reaches("turns")
    room.takes("Sam")
    room.drops("Ria")
    room.waits(60)
    room.leaves("Lee")
    room.lets_go("Sam")
    assert room.turn.phase == "resting"
    room.waits(9 * MINUTE / SECOND + 15)
    assert room.sees("Sam").room["ending"] == {"page": "held"}
    room.waits(60)

    assert room.circle.ended_how == "held"


def test_s7_ten_minutes_of_quiet():
    """S7: eight people, one sits out, one leaves, one reconnects; six receive nothing at all."""
    people = ("Sam", "Lee", "Jo", "Max", "Kim", "Pat", "Ash", "Uma")
    room = room_of(*people, agenda=QUIET)
    room.reaches("quiet")
    before = {who: len(room.stream(who)) for who in people}
    room.waits(100)
    room.passes("Sam")
    room.leaves("Lee")
    room.drops("Jo")
    room.waits(60)
    room.connects("Jo")
    room.waits(439)

    for who in ("Max", "Kim", "Pat", "Ash", "Uma"):
        assert len(room.stream(who)) == before[who]
    room.waits(1)
    assert {room.sees(who).room["round"]["step"] for who in people if who != "Lee"} == {"landing"}


def test_s10_time_runs_out():
    """S10: longer and longer until the reserve, then refused; the farewell is whole and in time."""
    room = room_of("Sam", "Lee")
    room.reaches("thinking")
    index = room.index
    while room.asks("Ria", c.ExtendStep(index, "thinking", MINUTE)) is None:
        pass
    assert room.asks("Ria", c.ExtendStep(index, "thinking", MINUTE)) == "time/reserve"
    assert room.sees("Sam").room["round"]["timer"]["ends"] <= room.sees("Ria").desk["closing_at"]
    while room.step != "leaving":
        room.waits_for_next()

    farewell = sum(s.length for s in room.circle.round.steps if s.name in ("goodbye", "farewell"))
    assert farewell >= 2 * MINUTE
    assert room.now <= room.circle.promised_end


def test_s11_the_server_dies_in_the_middle_of_a_turn():
    """S11, I34: the same round, the same time left, nobody settled is asked again, no word lost."""
    room = room_of("Sam", "Lee", "Jo", agenda=SHARING)
    room.reaches("turns")
    first = room.shares("Sam")
    room.waits(20)
    room.takes("Lee")
    room.waits(30)
    before = room.circle
    room.restarts()
    for who in ("Ria", "Sam", "Lee", "Jo"):
        room.connects(who)

    assert room.circle.round == before.round
    assert room.sees("Lee").you["turn"]["timer"]["ends"] == room.now + 60 * SECOND
    assert room.sees("Jo").room["shares"] == []
    room.finishes("Lee")
    assert [s["id"] for s in room.sees("Jo").room["shares"]] == [first]
    room.reaches("last_space")
    assert [o.seat for o in room.happened(e.TurnOffered)] == ["sam", "lee", "jo"]


def test_s11_the_key_is_gone():
    """I34: the room reads that what had been said is gone, and goes on."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.reaches("turns")
    room.shares("Sam", Level.PRESENCE)
    room.restarts()
    room.does(None, c.LoseWords())
    for who in ("Ria", "Sam", "Lee"):
        room.connects(who)

    assert room.words == {}
    assert room.sees("Lee").room["line"]["code"] == "words_gone"
    assert room.sees("Lee").room["shares"] == []
    room.runs_to_the_end()
    assert room.circle.ended_how == "ended"


def test_the_facts_alone_tell_the_whole_story():
    """What was stored leads to the same circle, through plain JSON and back."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.reaches("turns")
    room.shares("Sam", Level.REFLECTION)
    room.waits(15)
    room.replies("Lee", 1, Level.PRESENCE)
    room.runs_to_the_end()

    assert replay(None, room.story) == room.circle


def test_no_word_is_in_what_is_stored():
    """I31: unique words of every kind are in no fact and in no snapshot."""
    room = room_of("Sam", "Lee")
    room.reaches("choosing")
    room.shows("Sam")
    room.moves_on()
    room.reaches("turns")
    share = room.shares("Sam", Level.REFLECTION)
    room.waits_for_next()
    room.replies("Lee", share, Level.REFLECTION)
    stored = json.dumps([event_to_json(event) for event in room.story], ensure_ascii=False)
    stored += json.dumps(circle_to_json(room.circle), ensure_ascii=False)

    assert len(room.words) == 2
    assert all(word not in stored for word in room.words.values())
    assert "«" not in stored
