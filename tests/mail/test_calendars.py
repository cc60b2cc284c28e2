"""What a calendar program makes of the mails about a series, from its first date to its end."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
import recurring_ical_events
from icalendar import Calendar, Event

from facilitator.house import House
from facilitator.mail.worker import Worker
from facilitator.store.database import read
from facilitator.store.meetings import meetings_of_series
from facilitator.use_cases.change_meetings import cancel_meeting, move_meeting, skip_meeting
from facilitator.use_cases.end_series import end_series
from facilitator.use_cases.plan_series import plan_series
from facilitator.use_cases.publish_series import publish_series
from tests.calendar_rows import DAY_MS, a_group, a_support, belongs
from tests.mail.post_office import PostOffice, calendar_of, text_of
from tests.store.test_series import EIGHT_TUESDAYS
from tests.web.visitors import FixedClock

FIRST = datetime(2030, 3, 18, tzinfo=UTC)


@dataclass
class Program:
    """Keeps what mails tell it, as RFC 5546 asks: the highest SEQUENCE of each UID counts."""

    events: list[Event] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    sequence: int = -1

    def reads(self, method: str, text: str) -> None:
        calendar = Calendar.from_ical(text)
        events = list(calendar.walk("VEVENT"))
        highest = max(int(event["SEQUENCE"]) for event in events)
        assert str(calendar["METHOD"]) == method
        assert {str(event["UID"]) for event in events} | self.known == {str(events[0]["UID"])}
        assert highest >= self.sequence
        self.sequence = highest
        self.methods.append(method)
        if method == "REQUEST":
            self.events = events
        else:
            self._takes_out(events[0])

    @property
    def known(self) -> set[str]:
        return {str(event["UID"]) for event in self.events}

    @property
    def dates(self) -> list[str]:
        """The wall clocks at which something takes place."""
        calendar = Calendar()
        for event in self.events:
            calendar.add_component(event)
        shown = recurring_ical_events.of(calendar).between(FIRST, FIRST + timedelta(days=365))
        held = [event for event in shown if event["STATUS"] != "CANCELLED"]
        return sorted(event["DTSTART"].dt.strftime("%Y-%m-%dT%H:%M") for event in held)

    def _takes_out(self, cancelled: Event) -> None:
        if "RECURRENCE-ID" not in cancelled:
            self.events = []
            return
        named = cancelled["RECURRENCE-ID"].dt
        others = [one for one in self.events if _date_of(one) != named]
        self.events = [*others, cancelled]


def _date_of(event: Event) -> datetime | None:
    named = event.get("RECURRENCE-ID")
    return named.dt if named else None


class Jo:
    """A member whose calendar program reads her mail."""

    def __init__(self, house: House, worker: Worker, office: PostOffice) -> None:
        self.house, self.worker, self.office = house, worker, office
        self.group = a_group(house)
        a_support(house, self.group)
        words = {"role_words": "peer facilitator", "holds": "facilitator"}
        self.ria = belongs(house, self.group, "ria@example.org", organizes=True, **words)
        belongs(house, self.group, "jo@example.org")
        self.program = Program()
        wish = replace(EIGHT_TUESDAYS, holders=((self.ria, "lead"),))
        self.series = plan_series(house, self.group, wish)
        assert publish_series(house, self.group, self.series, by=self.ria) == ()
        self.gets_mail()

    def gets_mail(self) -> str:
        """Her program has read what came; gives the last letter's words."""
        before = len(self.office.to("jo@example.org"))
        self.worker.send_due()
        came = self.office.to("jo@example.org")[before:]
        for letter in came:
            self.program.reads(*calendar_of(letter))
        return text_of(came[-1])

    def meeting(self, number: int) -> str:
        with read(self.house.database) as session:
            return meetings_of_series(session, self.series)[number - 1].id

    def dates(self) -> list[str]:
        """What the house says."""
        with read(self.house.database) as session:
            all_of_them = meetings_of_series(session, self.series)
        return sorted(one.starts_local for one in all_of_them if one.state == "scheduled")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(1_900_000_000_000)


@pytest.fixture
def jo(house: House, worker: Worker, office: PostOffice) -> Jo:
    return Jo(house, worker, office)


def test_an_invitation_brings_every_date(jo: Jo) -> None:
    """Eight of them, across the change of the clocks; for her, from the house."""
    event = jo.program.events[0]

    assert jo.program.methods == ["REQUEST"]
    assert jo.program.dates == jo.dates()
    assert len(jo.program.dates) == 8
    assert str(event["ATTENDEE"]) == "mailto:jo@example.org"
    assert str(event["ORGANIZER"]) == "mailto:post@holdspace.example"


def test_what_changes_arrives_in_her_calendar(jo: Jo) -> None:
    """Moved, left out and called off, each in the words of whoever did it; then the end."""
    said = []
    house, group = jo.house, jo.group
    assert move_meeting(house, group, jo.meeting(2), "2030-03-27T20:00", "A later tram.") == ()
    said.append(jo.gets_mail())
    moved = list(jo.program.dates)
    assert skip_meeting(house, group, jo.meeting(4), "The hall is taken.") == ()
    said.append(jo.gets_mail())
    left_out = list(jo.program.dates)
    assert cancel_meeting(house, group, jo.meeting(2), "I can’t be there.") == ()
    said.append(jo.gets_mail())
    called_off = list(jo.program.dates)
    still_here = jo.dates()
    assert end_series(house, group, jo.series, "It was good with you.") == ()
    said.append(jo.gets_mail())

    assert "2030-03-27T20:00" in moved
    assert "2030-03-26T19:00" not in moved
    assert "2030-04-09T19:00" not in left_out
    assert called_off == still_here
    assert len(called_off) == 6
    assert jo.program.dates == []
    assert jo.program.methods == ["REQUEST", "REQUEST", "CANCEL", "CANCEL", "CANCEL"]
    words = ["A later tram.", "The hall is taken.", "I can’t be there.", "It was good with you."]
    assert all(f"> {one}" in letter for one, letter in zip(words, said, strict=True))


def test_a_series_that_ends_keeps_what_took_place(jo: Jo, clock: FixedClock) -> None:
    """What she has been to stays in her calendar; what is no more goes."""
    first = jo.dates()[0]
    clock.instant += 4 * DAY_MS
    assert end_series(jo.house, jo.group, jo.series, "It was good with you.") == ()
    jo.gets_mail()

    assert jo.program.methods[-1] == "REQUEST"
    assert jo.program.dates == [first]


def test_a_change_sent_twice_is_told_once(jo: Jo, office: PostOffice) -> None:
    """The same press, twice."""
    for _ in range(2):
        move_meeting(jo.house, jo.group, jo.meeting(2), "2030-03-27T20:00", "A later tram.")
    jo.worker.send_due()

    assert len(office.to("jo@example.org")) == 2
