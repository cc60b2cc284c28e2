"""Circles that open by themselves: in their time, once, and as people were told."""

import threading

from sqlalchemy import select

from facilitator.circle import commands as c
from facilitator.circle.state import Phase
from facilitator.house import House
from facilitator.store import seats
from facilitator.store.circle_tables import CircleRow
from facilitator.store.database import read
from facilitator.store.meeting_tables import Meeting, MeetingReply
from facilitator.tokens import token_hash
from facilitator.use_cases.close_circle import close_circle
from facilitator.use_cases.keep_meetings import keep_meetings, keep_the_day
from facilitator.use_cases.open_circle import door_key_of
from facilitator.use_cases.open_due_meetings import open_due_meetings
from facilitator.use_cases.read_door import read_door
from facilitator.use_cases.run_command import run_system
from facilitator.use_cases.take_seat import Seated, hold_as
from tests.calendar_rows import MINUTE_MS as MINUTE
from tests.calendar_rows import belongs, holds, replies
from tests.store.evenings import AHEAD, Evening


def test_doors_open_ten_minutes_before(evening: Evening) -> None:
    """Not eleven; and what it promises is to the millisecond what people were told."""
    evening.comes_to(-11)
    assert evening.circle is None

    evening.comes_to(-10)

    circle = evening.circle
    assert circle is not None
    assert circle.phase is Phase.DOORS_OPEN
    assert circle.promised_start == evening.now.starts_at
    assert circle.promised_end == evening.now.ends_at


def test_who_said_yes_holds_it_with_the_lead_first(evening: Evening) -> None:
    """Whoever was asked and hasn't answered is not named at the door."""
    asked = belongs(evening.house, evening.group, "kim@example.org", holds="facilitator")
    holds(evening.house, evening.meeting, asked, "stand_in", "asked")

    evening.comes_to(-10)

    with read(evening.house.database) as session:
        found = seats.holders(session, evening.now.circle_id or "")
    assert [(one.name, one.seat_id) for one in found] == [("Ria", "f1"), ("Tom", "f2")]


def test_a_door_whose_key_the_house_can_make_again(evening: Evening) -> None:
    """The group's own link leads there, and no key is stored."""
    evening.comes_to(-10)

    key = door_key_of(evening.house, evening.now.circle_id or "")
    door = read_door(evening.house, key)
    assert door is not None
    assert door.circle_id == evening.now.circle_id
    with read(evening.house.database) as session:
        assert session.scalar(select(CircleRow.door_hash)) == token_hash(key)


def test_opened_once_however_often_it_is_looked_at(evening: Evening) -> None:
    """The second and third look find it open."""
    for minutes in (-10, -9, 0):
        evening.comes_to(minutes)

    assert evening.circles() == 1


def test_two_processes_open_it_once(evening: Evening, other: House) -> None:
    """Both see it is due at the same moment; one opens it, and no key without a circle is left."""
    evening.clock.at = evening.starts_at - 10 * MINUTE
    gate, opened = threading.Barrier(2), []

    def opens(house: House) -> None:
        gate.wait()
        opened.append(open_due_meetings(house))

    both = [threading.Thread(target=opens, args=(house,)) for house in (evening.house, other)]
    for one in both:
        one.start()
    for one in both:
        one.join()

    assert sorted(opened) == [0, 1]
    assert evening.circles() == 1
    assert evening.house.vault.keys() == [evening.now.circle_id]


def test_a_house_that_was_away_opens_late(evening: Evening) -> None:
    """Ten minutes after the beginning people are still at the door."""
    evening.comes_to(10)

    assert evening.circle is not None
    assert evening.circle.promised_start == evening.starts_at


def test_a_house_that_was_away_too_long_says_so(evening: Evening) -> None:
    """After twenty minutes no room opens only to close again: it is over, and Ria is told."""
    evening.comes_to(20)

    assert evening.now.state == "over"
    assert evening.circles() == 0
    assert evening.mails() == [("nobody_opened", evening.ria)]


def test_drafts_and_what_was_cancelled_stay_shut(evening: Evening) -> None:
    """Only what is scheduled opens."""
    for state in ("draft", "cancelled", "skipped"):
        evening.changes(state=state)
        evening.comes_to(-5)

    assert evening.circles() == 0


def test_a_meeting_that_nobody_came_to_hold(evening: Evening) -> None:
    """At five minutes its organizers are told, once; at twenty the door closes, and it is over."""
    evening.comes_to(4)
    assert evening.mails() == []
    for minutes in (5, 6, 12):
        evening.comes_to(minutes)
    assert evening.mails() == [("nobody_opened", evening.ria)]
    assert evening.now.state == "scheduled"

    evening.clock.at = evening.starts_at + 20 * MINUTE
    run_system(evening.house, evening.now.circle_id or "", c.TimeRanOut())
    keep_meetings(evening.house)

    assert evening.now.state == "over"
    door = read_door(evening.house, door_key_of(evening.house, evening.now.circle_id or ""))
    assert door is not None
    assert door.unopened
    assert len(evening.mails()) == 1


def test_nobody_is_alarmed_while_somebody_holds_it(evening: Evening) -> None:
    """Ria sits in her seat and waits with the others: that is her own to decide."""
    evening.comes_to(-10)
    circle_id = evening.now.circle_id or ""
    seated = hold_as(evening.house, circle_id, evening.ria, "Ria", "", None)  # type: ignore[arg-type]
    assert isinstance(seated, Seated)
    run_system(evening.house, circle_id, c.RaiseLine(seated.seat_id))

    evening.comes_to(8)

    assert evening.mails() == []


def test_a_meeting_is_over_when_its_circle_is(evening: Evening) -> None:
    """However long before its end that was."""
    evening.comes_to(-10)
    close_circle(evening.house, evening.now.circle_id or "")

    evening.comes_to(1)

    assert evening.now.state == "over"
    assert evening.circles() == 1


def test_cancelled_while_the_door_stood_open(evening: Evening) -> None:
    """The door closes; the meeting stays cancelled and remembers which door it was."""
    evening.comes_to(-8)
    evening.changes(state="cancelled")

    evening.comes_to(-7)

    assert evening.circle is None
    assert evening.now.state == "cancelled"
    assert evening.now.circle_id is not None


def test_moved_while_the_door_stood_open(evening: Evening) -> None:
    """That door closes, and another opens in its new time."""
    evening.comes_to(-8)
    first = evening.now.circle_id
    later = evening.starts_at + 2 * AHEAD
    evening.changes(starts_at=later, ends_at=later + AHEAD)

    evening.comes_to(-7)
    assert evening.now.circle_id is None
    assert evening.now.state == "scheduled"
    evening.clock.at = later - 10 * MINUTE
    keep_meetings(evening.house)

    assert evening.now.circle_id not in (None, first)
    assert evening.circle is not None
    assert evening.circle.promised_start == later


def test_once_a_day_what_comes_and_what_has_been(evening: Evening) -> None:
    """Dates are stored further ahead, and answers to what is over go."""
    mo = belongs(evening.house, evening.group, "mo@example.org")
    replies(evening.house, evening.meeting, mo)
    evening.comes_to(20)

    keep_the_day(evening.house)

    with read(evening.house.database) as session:
        assert session.get(MeetingReply, (evening.meeting, mo)) is None
        assert len(session.scalars(select(Meeting.id)).all()) > 1
