"""Circles that open by themselves: in their time, once, and as people were told."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from facilitator.circle import commands as c
from facilitator.circle.state import Circle, Phase
from facilitator.house import House
from facilitator.store import meetings, seats
from facilitator.store.circle_tables import CircleRow
from facilitator.store.database import read, write
from facilitator.store.meeting_tables import Meeting, MeetingReply
from facilitator.store.meetings import MeetingFacts
from facilitator.store.outbox_tables import OutboxRow
from facilitator.tokens import token_hash
from facilitator.use_cases import keep_meetings as keeping
from facilitator.use_cases.close_circle import close_circle
from facilitator.use_cases.keep_meetings import keep_meetings, keep_the_day
from facilitator.use_cases.open_circle import door_key_of
from facilitator.use_cases.open_due_meetings import open_due_meetings
from facilitator.use_cases.read_door import read_door
from facilitator.use_cases.run_command import run_system
from facilitator.use_cases.take_seat import Seated, hold_as
from tests.calendar_rows import a_group, a_meeting, a_series, belongs, holds, replies
from tests.store.houses import StandingClock, a_house

MINUTE = 60_000
AHEAD = 60 * MINUTE


@pytest.fixture
def other(url: str, tmp_path: Path, house: House, clock: StandingClock) -> Iterator[House]:
    """Another process at the same database and the same keys."""
    assert house.settings.key_dir.parent == tmp_path
    other = a_house(url, tmp_path, clock)
    yield other
    other.database.dispose()


class Evening:
    """A group with one meeting in an hour, held by Ria, with Tom beside her."""

    def __init__(self, house: House, clock: StandingClock, **fields: object) -> None:
        self.house, self.clock = house, clock
        self.group = a_group(house)
        self.ria = belongs(
            house, self.group, "ria@example.org", organizes=True, holds="facilitator"
        )
        self.tom = belongs(house, self.group, "tom@example.org", holds="co_facilitator")
        self.starts_at = clock.at + AHEAD
        self.meeting = a_meeting(house, a_series(house, self.group), self.starts_at, **fields)
        holds(house, self.meeting, self.tom, "co")
        holds(house, self.meeting, self.ria, "lead")

    def comes_to(self, minutes: int) -> None:
        """So many minutes after its beginning (before it, when negative)."""
        self.clock.at = self.starts_at + minutes * MINUTE
        keep_meetings(self.house)

    @property
    def now(self) -> MeetingFacts:
        with read(self.house.database) as session:
            found = meetings.meeting(session, self.meeting)
        assert found is not None
        return found

    @property
    def circle(self) -> Circle | None:
        with read(self.house.database) as session:
            kept = self.house.circles.load(session, self.now.circle_id or "")
        return kept.circle if kept else None

    def changes(self, **values: object) -> None:
        with write(self.house.database) as session:
            meeting = session.get_one(Meeting, self.meeting)
            for name, value in values.items():
                setattr(meeting, name, value)

    def circles(self) -> int:
        with read(self.house.database) as session:
            return len(session.scalars(select(CircleRow.id)).all())

    def mails(self) -> list[tuple[str, str]]:
        with read(self.house.database) as session:
            rows = session.execute(select(OutboxRow.kind, OutboxRow.person_id))
            return [(kind, person) for kind, person in rows]


@pytest.fixture
def evening(house: House, clock: StandingClock) -> Evening:
    return Evening(house, clock)


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


def test_one_meeting_in_trouble_keeps_no_other_shut(
    evening: Evening, caplog: pytest.LogCaptureFixture
) -> None:
    """What can't be read is written down as a kind of error, and the next one opens."""
    broken = a_meeting(
        evening.house,
        a_series(evening.house, evening.group, agenda="{}"),
        evening.starts_at - MINUTE,
    )

    evening.comes_to(-10)

    assert evening.circle is not None
    assert "KeyError" in caplog.text
    with read(evening.house.database) as session:
        assert session.get_one(Meeting, broken).circle_id is None


def test_a_step_in_trouble_keeps_no_other_from_being_taken(
    evening: Evening, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Doors open although something before them broke."""

    def breaks(_house: House) -> None:
        raise LookupError("never in a log")

    monkeypatch.setattr(keeping, "STEPS", (breaks, *keeping.STEPS))
    evening.comes_to(-10)

    assert evening.circle is not None
    assert "LookupError" in caplog.text
    assert "never in a log" not in caplog.text


def test_once_a_day_what_comes_and_what_has_been(evening: Evening) -> None:
    """Dates are stored further ahead, and answers to what is over go."""
    mo = belongs(evening.house, evening.group, "mo@example.org")
    replies(evening.house, evening.meeting, mo)
    evening.comes_to(20)

    keep_the_day(evening.house)

    with read(evening.house.database) as session:
        assert session.get(MeetingReply, (evening.meeting, mo)) is None
        assert len(session.scalars(select(Meeting.id)).all()) > 1
