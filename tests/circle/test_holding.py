"""Those who hold the room (domain.md 2.7): real powers, bounded, visible, and never in doubt."""

import pytest

from facilitator.circle import commands as c
from facilitator.circle import events as e
from facilitator.circle.plan import MINUTE, SECOND
from facilitator.circle.state import Phase, Place
from tests.circle.agendas import SHARING
from tests.circle.room import Room, room_of


@pytest.fixture
def room() -> Room:
    """Ria leads, Tom holds the room with her, and Sam has just been offered the space."""
    room = Room(SHARING)
    room.facilitates("Ria", "Tom")
    room.enters("Sam", "Lee")
    room.begins()
    room.reaches("turns")
    return room


# --- Pause and hold -------------------------------------------------------------------------------


def test_a_pause_costs_nothing(room):
    """I41: every timer goes on where it was."""
    room.takes("Sam")
    room.waits(30)
    room.pauses()
    assert room.sees("Sam").you["turn"]["timer"] == {
        "ends": None,
        "left": 60 * SECOND,
        "length": 90 * SECOND,
    }
    room.waits(500)
    room.resumes()

    assert room.sees("Sam").you["turn"]["timer"]["ends"] == room.now + 60 * SECOND
    assert room.sees("Lee").room["line"] == {"code": "resumed", "by": "Ria", "number": None}


def test_a_paused_room_delivers_nothing(room):
    """No offer, share or next step; opt-outs and the frame still work (I46)."""
    room.takes("Sam")
    room.pauses()
    turn = room.turn.id

    assert room.asks("Sam", c.PublishShare(turn, "words")) == "circle/frozen"
    for command in (
        c.MoveOn(0, "turns"),
        c.OfferSilence(MINUTE),
        c.ExtendStep(0, "turns", MINUTE),
        c.GiveTime(turn),
        c.HoldRoom(),
        c.AddAgreement("line"),
    ):
        assert room.asks("Ria", command) == "circle/frozen"
    assert room.sees("Ria").desk["primary"] == {"do": "resume_room"}
    room.does("Ria", c.CloseTurn(turn))
    room.waits(600)
    assert room.turn.phase == "resting"


def test_holding_the_room_is_a_minute_that_ends_by_itself(room):
    """D9: at once, anywhere, with an end that everybody sees."""
    room.does("Tom", c.HoldRoom())
    assert room.sees("Sam").room["stop"] == {
        "kind": "hold",
        "by": "Tom",
        "until": room.now + MINUTE,
    }
    room.waits(60)

    assert room.circle.stop is None
    assert room.turn.phase == "offered"


def test_a_hold_may_become_a_pause(room):
    room.does("Tom", c.HoldRoom())
    room.pauses()
    room.waits(120)

    assert room.circle.stop.kind == "pause"
    room.pauses("Tom")
    assert len(room.happened(e.RoomStopped)) == 2


def test_there_is_no_pause_to_end_when_there_is_none(room):
    assert room.asks("Ria", c.ResumeRoom()) == "circle/not_frozen"


# --- Who leads (S6) -------------------------------------------------------------------------------


def test_the_lead_is_handed_over_when_the_other_accepts(room):
    """I51: one lead before, one after, and the room reads who holds it."""
    assert room.asks("Tom", c.AcceptLead()) == "lead/not_offered"
    assert room.asks("Tom", c.HandOver("ria")) == "role/lead"
    assert room.asks("Ria", c.HandOver("sam")) == "lead/not_present"
    room.does("Ria", c.HandOver("tom"))
    assert room.sees("Sam").room["holding"] == "Ria"
    assert room.sees("Tom").desk["handing_to"] == "tom"
    room.does("Tom", c.AcceptLead())

    assert room.sees("Sam").room["holding"] == "Tom"
    assert room.sees("Sam").room["line"] == {"code": "handed_over", "by": "Tom", "number": None}
    assert room.sees("Tom").you["leads"]
    room.does("Tom", c.AcceptLead())
    room.does("Tom", c.HandOver("tom"))
    assert room.sees("Tom").desk["handing_to"] is None


def test_nobody_is_handed_a_room_they_are_not_in(room):
    room.drops("Tom")

    assert room.asks("Ria", c.HandOver("tom")) == "lead/not_present"


def test_a_co_facilitator_leads_when_the_lead_is_gone(room):
    """S6 with two: fifteen seconds, no hold, the truth on every screen (I51)."""
    room.drops("Ria")
    room.waits(14)
    assert room.sees("Sam").room["holding"] == "Ria"
    room.waits(1)

    assert room.sees("Sam").room["holding"] == "Tom"
    assert room.circle.held is None
    room.connects("Ria")
    assert room.sees("Ria").room["holding"] == "Tom"


def test_a_lead_who_steps_out_passes_the_lead_on(room):
    room.steps_out("Ria")
    assert room.asks("Ria", c.PauseRoom()) == "seat/not_inside"
    room.waits(15)

    assert room.circle.lead == "tom"


def test_in_a_silence_the_lead_passes_on_without_a_line():
    """I38: who holds the room is always true; in a silence nothing is announced."""
    room = Room()
    room.facilitates("Ria", "Tom")
    room.enters("Sam", "Lee")
    room.begins()
    room.reaches("quiet")
    line = room.sees("Sam").room["line"]
    room.drops("Ria")
    room.waits(15)

    assert room.sees("Sam").room["holding"] == "Tom"
    assert room.sees("Sam").room["line"] == line


def test_a_room_that_nobody_holds_stands_still():
    """S6 alone: held after fifteen seconds, timers frozen; back after 90 s at the same place."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.reaches("turns")
    room.takes("Sam")
    room.waits(10)
    room.drops("Ria")
    room.waits(15)
    stop = room.sees("Sam").room["stop"]
    assert (stop["kind"], room.sees("Sam").room["holding"]) == ("held", None)
    room.waits(75)
    assert room.asks("Sam", c.PublishShare(room.turn.id, "words")) == "circle/frozen"
    room.connects("Ria")

    assert room.sees("Sam").room["stop"] is None
    assert room.sees("Sam").you["turn"]["timer"]["ends"] == room.now + 65 * SECOND
    assert room.circle.held_ms == 75 * SECOND


def test_a_room_held_for_ten_minutes_closes_gently():
    """S6: a page of its own for a minute, then the end."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.drops("Ria")
    room.waits(15 + 599)
    assert room.circle.phase is Phase.LIVE
    room.waits(1)
    assert room.sees("Sam").room["ending"] == {"page": "held"}
    room.waits(59)
    assert room.circle.phase is Phase.ENDING
    room.waits(1)

    assert room.circle.ended_how == "held"


def test_a_pause_outlives_a_hold_of_nobody():
    """Paused, then held, then taken up again: it is the pause that goes on."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.reaches("turns")
    room.pauses()
    room.drops("Ria")
    room.waits(20)
    assert room.sees("Sam").room["stop"]["kind"] == "held"
    room.connects("Ria")

    assert room.sees("Sam").room["stop"]["kind"] == "pause"
    room.resumes()
    assert room.sees("Sam").you["turn"]["timer"]["ends"] == room.now + MINUTE


def test_somebody_who_comes_to_hold_an_unheld_room_comes_in_at_once():
    """Even while somebody has the space: without them nothing would ever go on (I20, I46)."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.reaches("turns")
    room.takes("Sam")
    room.leaves("Ria")
    room.waits(30)
    room.connects("Ria")

    assert room.seat("Ria").inside
    assert room.circle.held is None
    assert room.sees("Lee").room["holding"] == "Ria"


def test_another_may_take_up_a_held_room():
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.drops("Ria")
    room.waits(60)
    room.facilitates("Tom")

    assert room.sees("Sam").room["holding"] == "Tom"
    assert room.circle.held is None


# --- Bounds ---------------------------------------------------------------------------------------


def test_participants_hold_nothing(room):
    """Every facilitator's command from a participant is refused."""
    for command in (
        c.MoveOn(0, "turns"),
        c.SkipKindly(1),
        c.RemoveSeat("lee"),
        c.LockDoor(locked=True),
        c.EmergencyClose(),
        c.TakePart(takes_turns=True),
    ):
        assert room.asks("Sam", command) == "role/facilitator"


def test_nobody_sends_what_belongs_to_the_clock_or_the_door(room):
    for command in (c.TimeRanOut(), c.DropLine("lee"), c.CloseNow(), c.TakeSeat("x", "X")):
        assert room.asks("Sam", command) == "role/facilitator"
        assert room.asks("Ria", command) == "role/facilitator"


def test_each_visible_power_leaves_one_line(room):
    """I48: who did what, in one plain code; skipping and giving time leave none."""
    line = room.sees("Lee").room["line"]
    room.takes("Sam")
    room.does("Ria", c.GiveTime(1))
    room.lets_go("Sam")
    room.waits(15)
    room.does("Ria", c.SkipKindly(2))
    room.does("Ria", c.RemoveSeat("lee"))
    assert room.sees("Sam").room["line"] == line

    for command, code in (
        (c.LockDoor(locked=True), "locked"),
        (c.LockDoor(locked=False), "unlocked"),
        (c.HoldRoom(), "holding"),
        (c.PauseRoom(), "paused"),
        (c.ResumeRoom(), "resumed"),
        (c.OfferSilence(MINUTE), "silence_offered"),
    ):
        room.does("Tom", command)
        assert room.sees("Sam").room["line"] == {"code": code, "by": "Tom", "number": None}


def test_a_seat_of_a_facilitator_is_never_removed_or_hidden(room):
    """I52: the badge is in everybody's ring."""
    ring = {s["name"]: s["facilitates"] for s in room.sees("Sam").room["roster"]}

    assert ring == {"Ria": True, "Tom": True, "Sam": False, "Lee": False}
    assert room.asks(None, c.TakeSeat("ria", "Ria two")) == "seat/taken"
    assert room.seat("Ria").place is Place.CIRCLE
