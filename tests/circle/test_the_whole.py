"""From open doors to a closed circle (domain.md 2.1): the promise, and every way to end."""

import pytest

from facilitator.circle import commands as c
from facilitator.circle import events as e
from facilitator.circle.plan import MINUTE, SECOND, Level
from facilitator.circle.state import Phase
from facilitator.circle.timing import closing_due
from tests.circle.agendas import AGENDAS, JUST_COMPANY, SHARING, SHORT
from tests.circle.room import START, Room, room_of

END = START + SHORT.length


# --- Beginning ------------------------------------------------------------------------------------


def test_nobody_begins_a_room_that_nobody_holds():
    """A circle begins only while somebody who facilitates is connected (I47)."""
    room = Room()
    room.facilitates("Ria")
    room.enters("Sam", "Lee")
    room.drops("Ria")

    assert room.asks("Ria", c.Begin()) == "seat/not_inside"
    assert room.asks("Sam", c.Begin()) == "role/facilitator"
    assert room.circle.phase is Phase.DOORS_OPEN


def test_only_the_lead_begins():
    """A co-facilitator does not begin for the lead."""
    room = Room()
    room.facilitates("Ria", "Tom")
    room.enters("Sam", "Lee")

    assert room.asks("Tom", c.Begin()) == "role/lead"


def test_with_one_person_the_lead_has_to_choose():
    """Fewer than two people: nothing begins by habit, and the desk says that they are few."""
    room = Room()
    room.facilitates("Ria")
    room.enters("Sam")

    assert room.sees("Ria").desk["few"]
    assert room.asks("Ria", c.Begin()) == "circle/few_seats"
    room.does("Ria", c.Begin(with_few=True))
    assert room.circle.phase is Phase.LIVE


def test_a_circle_begins_once():
    """A second begin is told so and changes nothing."""
    room = room_of("Sam", "Lee")

    assert room.asks("Ria", c.Begin()) == "circle/begun"


def test_beginning_on_time_keeps_the_promised_end():
    """Within five minutes of the promise the end stays where it was."""
    room = Room()
    room.facilitates("Ria")
    room.enters("Sam", "Lee")
    room.waits(5 * 60)
    room.begins()

    assert room.circle.promised_end == END


def test_beginning_late_moves_the_end_and_says_so():
    """After more than five minutes the whole length is kept, and the room is told."""
    room = Room()
    room.facilitates("Ria")
    room.enters("Sam", "Lee")
    room.waits(6 * 60)
    room.begins()

    began = room.happened(e.CircleBegan)[0]
    assert began.promised_end == room.now + SHORT.length
    assert room.sees("Sam").room["ends_at"] == room.now + SHORT.length


def test_an_unopened_room_closes_after_twenty_minutes():
    """Nobody came to hold it: people are not left waiting for ever."""
    room = Room()
    room.enters("Sam")
    room.waits(20 * 60 - 1)
    assert room.circle.phase is Phase.DOORS_OPEN
    room.waits(1)

    assert room.circle.ended_how == "unopened"


def test_a_room_with_its_lead_in_it_is_not_closed_as_unopened():
    """Twenty minutes late with everybody there is late, not unopened."""
    room = Room()
    room.facilitates("Ria")
    room.enters("Sam", "Lee")
    room.waits(30 * 60)
    assert room.circle.phase is Phase.DOORS_OPEN
    room.drops("Ria")
    room.waits(19 * 60)
    room.connects("Ria")
    room.begins()

    assert room.circle.phase is Phase.LIVE


def test_nothing_else_works_before_the_beginning():
    """Rounds, silences and pauses need a circle that has begun."""
    room = Room()
    room.facilitates("Ria")
    room.enters("Sam", "Lee")

    for command in (c.IntroduceRound(0), c.OfferSilence(MINUTE), c.PauseRoom(), c.ShortClose()):
        assert room.asks("Ria", command) == "circle/not_begun"
    assert room.asks("Ria", c.EndCircle()) == "circle/too_soon"


# --- The promise ----------------------------------------------------------------------------------


def test_both_notices_reach_everybody():
    """Ten minutes and three minutes before the end everybody is told (I43)."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.waits((SHARING.length - 10 * MINUTE) / SECOND - 1)
    assert room.sees("Sam").room["foretold"] is None
    room.waits(121)
    assert room.sees("Sam").room["foretold"] == 10
    room.waits(7 * 60)

    assert room.sees("Sam").room["foretold"] == 3
    assert [n.minutes for n in room.happened(e.EndingForetold)] == [10, 3]


def test_a_notice_waits_for_the_end_of_a_share():
    """A notice that is due while somebody has the space comes when the space is free."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.reaches("turns")
    room.takes("Sam")
    room.waits(SHARING.length / SECOND - 9 * 60)
    assert room.sees("Lee").room["foretold"] is None
    room.finishes("Sam")
    assert room.sees("Lee").room["foretold"] is None
    room.waits(15)

    assert room.sees("Lee").room["foretold"] == 10


def test_the_closing_opens_by_itself_when_its_time_has_come():
    """Whatever round is on gives way; the reserve is whole (I42)."""
    room = room_of("Sam", "Lee")
    room.waits((SHORT.length - SHORT.closing_reserve) / SECOND)

    assert room.circle.phase is Phase.WINDING_DOWN
    assert room.circle.round.kind == "closing"
    assert room.now == closing_due(room.circle)
    assert room.sees("Sam").room["line"]["code"] == "closing_begins"


@pytest.mark.parametrize("agenda", AGENDAS, ids=lambda a: a.key)
def test_a_closing_at_its_latest_is_over_at_the_promised_end(agenda):
    """Late trimming takes from the words and the private time, never from the farewell (I43)."""
    room = room_of("Sam", "Lee", agenda=agenda)
    room.waits((agenda.length - agenda.closing_reserve) / SECOND)
    steps = {s.name: s.length for s in room.circle.round.steps}

    assert sum(steps.values()) <= agenda.closing_reserve
    assert steps["goodbye"] + steps["farewell"] >= 2 * MINUTE
    assert steps["leaving"] == MINUTE


def test_a_closing_without_words_has_no_words():
    """An agenda for company offers the space to nobody, in the closing either."""
    room = room_of("Sam", "Lee", agenda=JUST_COMPANY)
    room.reaches("introduced", kind="closing")

    assert "words" not in [s.name for s in room.circle.round.steps]


# --- Endings --------------------------------------------------------------------------------------


def test_the_lead_ends_the_circle_after_the_farewell():
    """Half a minute of farewell at least; then the circle ends and only counts remain."""
    room = room_of("Sam", "Lee")
    room.reaches("farewell")
    assert room.asks("Ria", c.EndCircle()) == "circle/too_soon"
    room.waits(30)
    room.does("Ria", c.EndCircle())

    assert room.circle.ended_how == "ended"
    assert room.circle.seats == {}
    assert room.words == {}
    assert room.is_blind("Sam")


def test_a_co_facilitator_does_not_end_the_circle():
    """Only who leads may end it."""
    room = Room()
    room.facilitates("Ria", "Tom")
    room.enters("Sam", "Lee")
    room.begins()
    room.reaches("leaving")

    assert room.asks("Tom", c.EndCircle()) == "role/lead"


def test_the_farewell_cannot_be_shortened_or_set_aside():
    """Nothing that can be asked touches the farewell."""
    room = room_of("Sam", "Lee")
    room.reaches("goodbye")
    index = room.index

    for step in ("goodbye", "farewell", "leaving"):
        while room.step != step:
            room.waits_for_next()
        assert room.asks("Ria", c.MoveOn(index, step)) == "round/protected"
        assert room.asks("Ria", c.TrimStep(index, step, SECOND)) == "round/protected"
        assert room.asks("Ria", c.ExtendStep(index, step, SECOND)) == "round/protected"
        assert room.asks("Ria", c.SetAsideRound(index)) == "round/protected"


def test_a_short_close_goes_straight_to_the_farewell():
    """From the middle of a share, and never straight to nothing."""
    room = room_of("Sam", "Lee")
    room.reaches("turns")
    room.takes("Sam")
    room.does("Ria", c.ShortClose())

    assert [s.name for s in room.circle.round.steps] == ["goodbye", "farewell", "leaving"]
    assert room.circle.phase is Phase.WINDING_DOWN
    assert room.sees("Lee").room["space"] is None
    room.does("Ria", c.ShortClose())
    assert room.step == "goodbye"


def test_a_short_close_ends_a_pause():
    """A paused room parts as a room that goes on."""
    room = room_of("Sam", "Lee")
    room.pauses()
    room.does("Ria", c.ShortClose())
    room.waits(120)

    assert room.circle.stop is None
    assert room.step == "leaving"


def test_an_emergency_shows_its_page_before_it_closes():
    """Half a minute of a page that says what comes next; no words are left."""
    room = room_of("Sam", "Lee")
    room.reaches("turns")
    room.shares("Sam")
    room.does("Ria", c.EmergencyClose())
    assert room.sees("Lee").room["ending"] == {"page": "emergency"}
    assert room.words == {}
    room.waits(29)
    assert room.circle.phase is Phase.ENDING
    room.waits(1)

    assert room.circle.ended_how == "emergency"


def test_a_circle_that_nobody_ends_closes_by_itself():
    """Ten minutes after the promised end a circle that is complete is closed."""
    room = room_of("Sam", "Lee")
    room.reaches("leaving")
    room.waits((room.circle.promised_end + 10 * MINUTE - room.now) / SECOND - 1)
    assert room.circle.phase is Phase.WINDING_DOWN
    room.waits(1)

    assert room.circle.ended_how == "ended"


def test_a_closed_circle_answers_nothing_but_opt_outs():
    """After the end an opt-out is still answered yes, and all else is told that it is over."""
    room = room_of("Sam", "Lee")
    room.does(None, c.CloseNow())

    assert room.circle.ended_how == "closed"
    assert room.asks("Sam", c.Leave()) is None
    assert room.asks("Sam", c.Reclaim(3)) == "circle/closed"
    assert room.asks(None, c.TimeRanOut()) == "circle/closed"
    assert room.asks(None, c.RaiseLine("sam")) == "circle/closed"


def test_the_page_of_an_ending_is_left_at_will():
    """Whoever leaves while the last page is shown has left."""
    room = room_of("Sam", "Lee")
    room.steps_out("Lee")
    room.does("Ria", c.EmergencyClose())
    room.leaves("Sam")
    room.leaves("Lee")

    assert room.is_blind("Sam")
    assert room.is_blind("Lee")


def test_what_was_counted_of_a_closed_circle_is_no_person():
    """Seats given, held time, unmet signals and removals: four numbers."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.reaches("turns")
    room.shares("Sam", Level.PRESENCE)
    room.would_like_a_pause("Lee")
    room.does("Ria", c.RemoveSeat("lee"))
    room.does(None, c.CloseNow())
    circle = room.circle

    assert (circle.seats_given, circle.signals_unmet, circle.removals) == (2, 1, 1)
    assert circle.held_ms == 0
