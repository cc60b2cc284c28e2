"""Seats, the door, lines that break, and coming back (domain.md 2.2)."""

import pytest

from facilitator.circle import commands as c
from facilitator.circle import events as e
from facilitator.circle.plan import Level
from facilitator.circle.state import Mode, Place, Role
from tests.circle.agendas import QUIET, SHARING
from tests.circle.room import Room, room_of


def roster(room: Room, who: str) -> dict[str, bool]:
    """Who stands in the ring that this person sees, and whether they are here."""
    return {seat["name"]: seat["here"] for seat in room.sees(who).room["roster"]}


# --- The door -------------------------------------------------------------------------------------


def test_a_seat_without_a_line_waits_at_the_door():
    """A taken seat knows the frame and nobody's name until its line is up."""
    room = Room()
    room.facilitates("Ria")
    room.does(None, c.TakeSeat("sam", "Sam"))

    assert room.seat("Sam").place is Place.DOOR
    assert roster(room, "Sam") == {}
    assert room.sees("Sam").room["agenda"][0]["kind"] == "arrival"


def test_fresh_seats_have_the_lightest_settings():
    """Open, nothing comes back, in the order; a facilitator is not in the order (C19)."""
    room = Room()
    room.facilitates("Ria")
    room.enters("Sam")

    assert room.sees("Sam").you["mode"] == "open"
    assert room.sees("Sam").you["level"] == "none"
    assert room.seat("Sam").takes_turns
    assert not room.seat("Ria").takes_turns


def test_a_seat_and_a_name_are_taken_once():
    """Nobody goes by a name that another has, however it is written."""
    room = Room()
    room.enters("Sam")

    assert room.asks(None, c.TakeSeat("sam", "Other")) == "seat/taken"
    for name in ("sam", "SAM", " Sam ", "Ｓam", "Sa\u200dm"):
        assert room.asks(None, c.TakeSeat("s2", name)) == "name/taken"


def test_a_full_circle_gives_no_seat_but_to_those_who_hold_it():
    """Eight seats are eight seats; whoever left keeps theirs."""
    room = Room(seats_max=2)
    room.enters("Sam", "Lee")
    room.leaves("Lee")

    assert room.asks(None, c.TakeSeat("jo", "Jo")) == "door/full"
    room.facilitates("Ria")


def test_a_removed_seat_frees_its_place():
    room = room_of("Sam", "Lee")
    room.does("Ria", c.RemoveSeat("lee"))
    room.enters("Lee2")
    assert room.asks(None, c.TakeSeat("lee3", "Lee")) is None


def test_a_locked_door_is_kind():
    """New seats are told; whoever was here comes back (I50)."""
    room = room_of("Sam", "Lee")
    room.leaves("Lee")
    room.does("Ria", c.LockDoor(locked=True))

    assert room.asks(None, c.TakeSeat("jo", "Jo")) == "door/locked"
    assert room.sees("Sam").room["line"]["code"] == "locked"
    room.connects("Lee")
    assert room.seat("Lee").inside
    room.does("Ria", c.LockDoor(locked=False))
    room.enters("Jo")


def test_no_new_seat_is_given_while_the_circle_parts():
    """A farewell is no moment to arrive; those who belong to it still come back."""
    room = room_of("Sam", "Lee")
    room.leaves("Lee")
    room.does("Ria", c.ShortClose())

    assert room.asks(None, c.TakeSeat("jo", "Jo")) == "door/closing"
    room.connects("Lee")
    assert room.seat("Lee").inside


# --- The late door (S4) ---------------------------------------------------------------------------


def test_somebody_late_waits_while_somebody_has_the_space():
    """S4: in after the share and its rest, and never a word of what was said before (I19, I20)."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.reaches("turns")
    room.takes("Sam")
    room.enters("Pat")
    assert room.seat("Pat").place is Place.DOOR
    assert roster(room, "Lee") == {"Ria": True, "Sam": True, "Lee": True}
    share = room.shares("Sam")
    assert room.seat("Pat").place is Place.DOOR
    room.waits(15)

    assert room.seat("Pat").inside
    assert "Pat" in roster(room, "Lee")
    assert room.sees("Lee").room["shares"][0]["id"] == share
    assert room.sees("Pat").room["shares"] == []
    room.restarts()
    room.connects("Pat")
    assert room.sees("Pat").room["shares"] == []


def test_somebody_late_is_asked_last():
    """Whoever comes while the space goes round has a place at the end of it (I63)."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.reaches("turns")
    room.enters("Pat")
    asked = []
    while room.step == "turns":
        if room.turn.phase == "offered":
            asked.append(room.holder)
        room.waits_for_next()

    assert asked == ["Sam", "Lee", "Pat"]


def test_nobody_comes_in_during_a_silence():
    """Whoever waits at the door of a silence sees its timer and comes in at its end."""
    room = room_of("Sam", agenda=QUIET)
    room.reaches("quiet")
    room.enters("Pat")
    assert room.seat("Pat").place is Place.DOOR
    assert room.sees("Pat").room["round"]["timer"]["length"] == 600_000
    room.waits(600)

    assert room.step == "landing"
    assert room.seat("Pat").inside


def test_a_facilitator_who_comes_late_waits_like_anybody():
    """Another who facilitates is a surprise as well while somebody has the space."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.reaches("turns")
    room.takes("Sam")
    room.facilitates("Tom")
    assert room.seat("Tom").place is Place.DOOR
    assert room.sees("Lee").room["holders"] == ["Ria"]
    room.finishes("Sam")
    room.waits(15)

    assert room.sees("Lee").room["holders"] == ["Ria", "Tom"]


# --- Broken lines ---------------------------------------------------------------------------------


def test_a_broken_line_is_nobodys_news():
    """For two minutes the others see nothing; those who hold the room see it at once."""
    room = room_of("Sam", "Lee", "Jo")
    before = room.stream("Jo")[:]
    room.drops("Sam")
    room.waits(50)
    assert room.stream("Jo") == before
    presence = {s["seat"]: s["presence"] for s in room.sees("Ria").desk["seats"]}
    assert presence["sam"] == "reconnecting"
    room.waits(70)

    assert "Sam" not in roster(room, "Jo")
    assert room.seat("Sam").place is Place.LEFT


def test_a_line_that_is_back_in_time_changes_nothing():
    """The same seat, the same place in the order, the same choices (C1)."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.does("Lee", c.SetReplyLevel(Level.REFLECTION))
    room.reaches("turns")
    before = room.sees("Lee")
    room.drops("Lee")
    room.waits(30)
    room.connects("Lee")

    assert room.sees("Lee").you == before.you


def test_coming_back_needs_no_words():
    """The same link: straight in, the name is kept, nothing is said about it (I60)."""
    room = room_of("Sam", "Lee")
    room.leaves("Lee")
    assert room.is_blind("Lee")
    line = room.sees("Sam").room["line"]
    room.connects("Lee")

    assert room.seat("Lee").inside
    assert room.sees("Sam").room["line"] == line
    assert roster(room, "Sam")["Lee"]


def test_the_ring_changes_after_the_share():
    """Leaving, stepping out and removal are not seen while somebody has the space (I59)."""
    room = room_of("Sam", "Lee", "Jo", "Max", agenda=SHARING)
    room.reaches("turns")
    room.takes("Sam")
    room.leaves("Lee")
    room.steps_out("Jo")
    assert roster(room, "Max") == dict.fromkeys(("Ria", "Sam", "Lee", "Jo", "Max"), True)
    room.finishes("Sam")
    room.waits(15)

    assert roster(room, "Max") == {"Ria": True, "Sam": True, "Jo": False, "Max": True}


def test_whoever_is_out_hears_nothing_and_comes_back_to_now():
    """No words while out; after coming back only what happens from then on (2.2)."""
    room = room_of("Sam", "Lee", "Jo", agenda=SHARING)
    room.reaches("turns")
    room.shares("Sam")
    room.waits(15)
    assert room.sees("Jo").room["shares"]
    room.steps_out("Jo")
    assert room.sees("Jo").room["shares"] == []
    room.shares("Lee")
    room.comes_back("Jo")
    assert room.seat("Jo").place is Place.OUT
    assert room.sees("Jo").you["returning"]
    room.waits(20)

    assert room.seat("Jo").inside
    assert room.sees("Jo").room["shares"] == []


def test_stepping_out_again_before_being_back():
    """A return that has not happened yet can be taken back."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.reaches("turns")
    room.steps_out("Lee")
    room.takes("Sam")
    room.comes_back("Lee")
    room.steps_out("Lee")
    room.finishes("Sam")
    room.waits(15)

    assert room.seat("Lee").place is Place.OUT


def test_a_removed_seat_is_gone_for_good():
    """No line, no view, no command; its opt-outs have nothing left to end (I49)."""
    room = room_of("Sam", "Lee")
    room.does("Ria", c.RemoveSeat("lee"))

    assert room.asks(None, c.RaiseLine("lee")) == "seat/removed"
    assert room.asks("Lee", c.Reclaim(0)) == "seat/removed"
    assert room.is_blind("Lee")
    assert room.asks(None, c.DropLine("lee")) is None
    room.does("Ria", c.RemoveSeat("lee"))
    assert room.circle.removals == 1


def test_a_removal_ends_what_the_seat_had():
    """Somebody removed while they have the space: the circle rests, as after a pass."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.reaches("turns")
    room.takes("Sam")
    room.does("Ria", c.RemoveSeat("sam"))

    assert room.turn.phase == "resting"
    assert room.happened(e.ShareGiven) == []


def test_nobody_who_facilitates_is_removed():
    room = Room()
    room.facilitates("Ria", "Tom")

    assert room.asks("Ria", c.RemoveSeat("tom")) == "seat/facilitator"
    assert room.asks("Ria", c.RemoveSeat("nobody")) == "seat/unknown"


def test_leaving_from_the_door_works():
    """Somebody who waits at the door may simply go."""
    room = room_of("Sam", agenda=QUIET)
    room.reaches("quiet")
    room.enters("Pat")
    room.leaves("Pat")
    room.waits(700)

    assert room.seat("Pat").place is Place.LEFT


# --- Agreements -----------------------------------------------------------------------------------


def test_a_new_line_holds_words_back_until_it_is_accepted():
    """I10: after the agreements changed, words reach a seat only once it accepted them."""
    room = room_of("Sam", "Lee", "Jo")
    room.reaches("agreements")
    room.does("Ria", c.AddAgreement("We speak slowly."))
    assert room.sees("Sam").room["agreements"] == {"version": 2, "added": ["We speak slowly."]}
    assert room.sees("Sam").room["line"] == {"code": "agreement_added", "by": "Ria", "number": None}
    assert not room.sees("Sam").you["agreed"]
    assert room.asks("Sam", c.AcceptAgreements(1)) == "seat/agreements"
    room.does("Sam", c.AcceptAgreements(2))
    room.does("Jo", c.AcceptAgreements(2))
    room.reaches("choosing")
    assert room.asks("Lee", c.ShowTogether(1, "choosing", "fog")) == "seat/agreements"
    room.shows("Sam")
    room.moves_on()

    assert room.sees("Jo").room["round"]["words"]
    assert room.sees("Lee").room["round"]["words"] is None
    room.does("Lee", c.AcceptAgreements(2))
    assert room.sees("Lee").room["round"]["words"] is None


def test_whoever_has_not_accepted_is_in_no_audience():
    """I10, I21: not named before, not reached after, and not later either."""
    room = room_of("Sam", "Lee", "Jo")
    room.reaches("agreements")
    room.does("Ria", c.AddAgreement("We speak slowly."))
    for who in ("Sam", "Jo"):
        room.does(who, c.AcceptAgreements(2))
    room.reaches("turns")
    room.takes("Sam")
    assert room.sees("Sam").you["audience"] == ["Ria", "Jo"]
    share = room.shares("Sam")
    room.does("Lee", c.AcceptAgreements(2))

    assert room.circle.shares[share].audience == {"ria", "jo"}
    assert room.sees("Lee").room["shares"] == []
    assert room.sees("Jo").room["shares"]


def test_a_sharer_who_has_not_agreed_is_sent_no_replies():
    """I10: a changed version stops every word of others, replies to own shares included."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.facilitates("Tom")
    room.reaches("turns")
    share = room.shares("Sam", Level.REFLECTION)
    room.waits_for_next()
    room.replies("Lee", share, Level.REFLECTION)
    room.waits_for_next()
    room.passes("Lee")
    room.waits(15)
    room.moves_on()
    assert room.sees("Sam").you["shares"][0]["replies"]
    assert room.sees("Tom").desk["replies"]
    room.does("Ria", c.AddAgreement("We speak slowly."))

    assert room.sees("Sam").you["shares"][0]["replies"] == []
    assert room.sees("Tom").desk["replies"] == []
    assert room.sees("Ria").desk["replies"]


def test_agreements_do_not_change_inside_a_round():
    """I53: a line is added in the agreements step or between rounds."""
    room = room_of("Sam", "Lee")
    room.reaches("choosing")

    assert room.asks("Ria", c.AddAgreement("We speak slowly.")) == "round/not_now"


@pytest.mark.parametrize("role", list(Role))
def test_mode_and_level_come_in_with_the_seat(role):
    """What somebody chose at the door is in force from the first moment."""
    room = Room()
    room.does(None, c.TakeSeat("sam", "Sam", role, Mode.LISTENING, Level.PRESENCE))
    room.connects("Sam")

    assert room.sees("Sam").you["mode"] == "listening"
    assert room.sees("Sam").you["level"] == "presence"
