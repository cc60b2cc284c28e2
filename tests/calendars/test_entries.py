"""What of a series' rows calendars are told."""

import pytest
from sqlalchemy import event, update

from facilitator.calendars.entries import CANCELLED, CONFIRMED, Entry
from facilitator.content.texts.calendars import CalendarWords, calendar_words
from facilitator.house import House
from facilitator.schedule.rule import Frequency, Rule, rule_to_json
from facilitator.store.database import read, write
from facilitator.store.links import LinkKind, kept_link
from facilitator.store.people_tables import Person
from facilitator.use_cases.read_calendar import entry_of, read_feed
from tests.calendar_rows import DAY_MS, HOUR_MS, a_group, a_meeting, a_series, belongs
from tests.store.houses import StandingClock

WEEKLY = Rule(Frequency.WEEKLY)
FIRST = "2030-03-19T19:00"


@pytest.fixture
def group(house: House) -> str:
    return a_group(house)


def told(house: House, series: str) -> Entry:
    """The entry of a series that there is."""
    with read(house.database) as session:
        entry = entry_of(session, series)
    assert entry is not None
    return entry


def feed_text(house: House, group: str, person: str = "") -> str | None:
    """The group's feed, or a member's."""
    kind = LinkKind.MEMBER_FEED if person else LinkKind.GROUP_FEED
    with write(house.database) as session:
        key = kept_link(session, house.secret, kind, group, person, now=house.clock.now()).key
    words = calendar_words()
    return read_feed(house, kind, key, address="https://a.example", words_in=lambda _: words)


def test_what_nobody_planned_yet_is_told_to_nobody(house: House, group: str) -> None:
    """A draft has no entry and is in no feed."""
    series = a_series(house, group, state="draft")

    with read(house.database) as session:
        assert entry_of(session, series) is None
    assert "VEVENT" not in (feed_text(house, group) or "")


def test_only_what_differs_from_the_rule_is_told_apart(house: House, group: str) -> None:
    """A date as the rule has it is left to the rule."""
    series = a_series(house, group)
    a_meeting(house, series)
    a_meeting(house, series, state="skipped", sequence=1)
    a_meeting(house, series, starts_local="2030-01-01T10:00", sequence=2)

    entry = told(house, series)

    assert entry.rrule == "FREQ=WEEKLY;BYDAY=MO"
    assert len(entry.skipped) == 1
    assert [one.starts_local for one in entry.changed] == ["2030-01-01T10:00"]
    assert entry.sequence == 2


def test_a_date_that_was_put_back_is_told_again(house: House, group: str) -> None:
    """Who was told that it moved is told that it is where it was."""
    series = a_series(house, group)
    a_meeting(house, series, sequence=2)

    (changed,) = told(house, series).changed

    assert changed.recurrence == changed.starts_local
    assert (changed.status, changed.sequence) == (CONFIRMED, 2)


def test_a_cancelled_date_stays_and_says_so(house: House, group: str) -> None:
    """It is no exception that a calendar could overlook."""
    series = a_series(house, group)
    a_meeting(house, series, state="cancelled", sequence=1)

    (changed,) = told(house, series).changed

    assert changed.status == CANCELLED


def test_a_series_that_ended_goes_no_further_than_it_went(house: House, group: str) -> None:
    """Its rule ends with the last meeting that was held."""
    series = a_series(house, group, state="ended", starts_local=FIRST)
    at = house.clock.now()
    a_meeting(house, series, recurrence=FIRST, starts_local=FIRST, state="over")
    for week, day in enumerate(("2030-03-26", "2030-04-02"), start=1):
        local = f"{day}T19:00"
        a_meeting(
            house,
            series,
            at + 7 * week * DAY_MS,
            recurrence=local,
            starts_local=local,
            state="cancelled",
        )

    entry = told(house, series)

    assert entry.rrule == "FREQ=WEEKLY;BYDAY=TU;UNTIL=20300319T180000Z"
    assert (entry.changed, entry.status) == ((), CONFIRMED)


def test_a_series_that_ended_before_it_began_is_cancelled(house: House, group: str) -> None:
    """Nothing of it was held."""
    series = a_series(house, group, state="ended")
    a_meeting(house, series, state="cancelled")

    assert told(house, series).status == CANCELLED


@pytest.mark.parametrize(
    ("fields", "status", "starts"),
    [
        ({}, CONFIRMED, FIRST),
        ({"state": "cancelled"}, CANCELLED, FIRST),
        ({"starts_local": "2030-03-20T18:00"}, CONFIRMED, "2030-03-20T18:00"),
    ],
)
def test_a_single_meeting_is_where_it_is(
    house: House, group: str, fields: dict[str, str], status: str, starts: str
) -> None:
    """Moved or cancelled, it has no rule to be an exception of."""
    once = rule_to_json(Rule(Frequency.ONCE))
    series = a_series(house, group, rule=once, starts_local=FIRST)
    a_meeting(house, series, **{"recurrence": FIRST, "starts_local": FIRST, **fields})

    entry = told(house, series)

    assert (entry.rrule, entry.skipped, entry.changed) == (None, (), ())
    assert (entry.status, entry.starts_local) == (status, starts)


def test_a_feed_names_no_group_and_nobody(house: House) -> None:
    """What stands in a shared calendar is that there is a meeting (I35)."""
    group = a_group(house, name="Grieving fathers", topics='["grief"]')
    belongs(house, group, "sam@example.org", name="Sam")
    a_meeting(house, a_series(house, group))

    text = feed_text(house, group) or ""

    assert "SUMMARY:Meeting\r\n" in text
    assert not [word for word in ("Grieving", "grief", "Sam", "sam@") if word in text]


def test_who_left_has_no_calendar(house: House, group: str) -> None:
    """A member's feed ends with their place, whether or not somebody closed the link."""
    sam = belongs(house, group, "sam@example.org")
    invited = belongs(house, group, "lee@example.org", joined_at=None)

    assert feed_text(house, group, sam)
    assert feed_text(house, group, invited) is None


def test_a_feed_asks_as_often_for_many_series_as_for_one(house: House, group: str) -> None:
    """The number of queries doesn't grow."""
    feed_text(house, group)
    counts = []
    for so_many in (1, 12):
        for _ in range(so_many):
            a_meeting(house, a_series(house, group), state="skipped")
        counts.append(_queries(house, group))

    assert counts[0] == counts[1]


def test_the_words_of_a_feed_are_the_members_own(
    house: House, group: str, clock: StandingClock
) -> None:
    """The language they chose is the one that is asked for."""
    sam = belongs(house, group, "sam@example.org")
    with write(house.database) as session:
        session.execute(update(Person).values(language="es"))
        key = kept_link(
            session, house.secret, LinkKind.MEMBER_FEED, group, sam, now=clock.now() - HOUR_MS
        ).key
    asked: list[str] = []

    def words_in(language: str) -> CalendarWords:
        asked.append(language)
        return calendar_words()

    read_feed(house, LinkKind.MEMBER_FEED, key, address="", words_in=words_in)

    assert asked == ["es"]


def _queries(house: House, group: str) -> int:
    asked: list[str] = []

    def count(_c: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    event.listen(house.database, "before_cursor_execute", count)
    feed_text(house, group)
    event.remove(house.database, "before_cursor_execute", count)
    return len([one for one in asked if one.startswith("SELECT")])
