"""Somebody else's expansion of our feed is our own: what people's calendars show is when the
meetings are.

`recurring-ical-events` reads the feed as a subscriber does. 10,000 rules are looked at with
HOLDSPACE_ORACLE_RULES=10000.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from facilitator.calendars.entries import CANCELLED, CONFIRMED, Changed, Entry
from facilitator.calendars.reading_rrule import rule_of
from facilitator.calendars.writing import feed
from facilitator.schedule.occurrences import MINUTE, Occurrence, occurrences
from facilitator.schedule.rule import Frequency, Rule, rrule_text
from facilitator.schedule.zones import instant_of, read_local, write_local
from tests.schedule.rules import ZONES, minutes, rules

# As many as a minute has room for.
RULES = int(os.environ.get("HOLDSPACE_ORACLE_RULES", "4000"))
DAY = 24 * 60 * MINUTE
# As many days ahead as a house stores.
HORIZON = 400 * DAY


@dataclass(frozen=True)
class Planned:
    """A series as an organizer left it, and when it takes place by our own reckoning."""

    entry: Entry
    takes_place: list[tuple[int, int]]
    until: int


@st.composite
def series(draw: st.DrawFn) -> Planned:
    """A rule in a zone; some of its dates are skipped, moved or cancelled."""
    rule, start = draw(rules())
    zone, length = draw(st.sampled_from((*ZONES, "UTC"))), draw(minutes)
    until = instant_of(start, zone)[0] + HORIZON
    dates = occurrences(rule, start, zone, length, until=until)
    some = st.sampled_from(dates[:60])
    # A single meeting is moved by moving its series.
    most = 0 if rule.frequency == Frequency.ONCE else 4
    fates = {
        date.recurrence: draw(st.sampled_from(("skipped", "moved", "cancelled")))
        for date in draw(st.lists(some, max_size=most, unique=True))
    }
    changed = [
        _changed(draw, date, fates[date.recurrence], length)
        for date in dates
        if fates.get(date.recurrence) in ("moved", "cancelled")
    ]
    held = [(each.starts_at, length) for each in dates if each.recurrence not in fates]
    held += [
        (instant_of(one.starts_local, zone)[0], one.minutes)
        for one in changed
        if one.status == CONFIRMED
    ]
    entry = replace(
        _entry(rule, start, zone, length),
        skipped=tuple(when for when, fate in fates.items() if fate == "skipped"),
        changed=tuple(changed),
    )
    return Planned(entry, sorted(held), until)


def _entry(rule: Rule, start: str, zone: str, length: int) -> Entry:
    return Entry(
        uid="3f2a@holdspace",
        sequence=0,
        starts_local=start,
        zone=zone,
        minutes=length,
        rrule=rrule_text(rule, start, zone),
        skipped=(),
        changed=(),
        status=CONFIRMED,
        title="Meeting",
        text="",
        url="",
        stamp=instant_of(start, zone)[0] - 30 * DAY,
    )


def _changed(draw: st.DrawFn, date: Occurrence, fate: str, length: int) -> Changed:
    if fate == "cancelled":
        return Changed(date.recurrence, date.recurrence, length, CANCELLED, 1)
    away = timedelta(hours=draw(st.integers(-60, 60)), minutes=draw(st.sampled_from((0, 15, 30))))
    starts = write_local(read_local(date.recurrence) + away)
    return Changed(date.recurrence, starts, draw(minutes), CONFIRMED, 1)


def _read(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """When it takes place by somebody else's reckoning, and how long it says it is."""
    between = recurring_ical_events.of(Calendar.from_ical(text)).between(_at(first), _at(last))
    return sorted(
        (_instant(event["DTSTART"].dt), _length(event["DTSTART"].dt, event["DTEND"].dt))
        for event in between
        if event["STATUS"] == CONFIRMED and _instant(event["DTSTART"].dt) <= last - 7 * DAY
    )


def _length(starts: datetime, ends: datetime) -> int:
    """In minutes. The reader adds a DURATION on the wall clock, so it is taken back there."""
    return (ends.replace(tzinfo=None) - starts.replace(tzinfo=None)) // timedelta(minutes=1)


def _at(instant: int) -> datetime:
    return datetime.fromtimestamp(instant / 1000, UTC)


def _instant(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


@pytest.mark.slow
@settings(max_examples=RULES)
@given(series())
def test_a_calendar_that_subscribes_shows_every_meeting_and_nothing_else(planned):
    """Wall clock, clock changes, COUNT, UNTIL, EXDATE and RECURRENCE-ID mean to others what they
    mean to us."""
    first = planned.takes_place[0][0] if planned.takes_place else planned.until - HORIZON
    theirs = _read(feed([planned.entry], "Meetings"), first - 10 * DAY, planned.until + 7 * DAY)

    assert theirs == [each for each in planned.takes_place if each[0] <= planned.until]


@given(rules(recurring=True), st.sampled_from(ZONES))
def test_what_we_write_we_read_again(kept, zone):
    """A list that is carried from one house to another keeps every date."""
    rule, start = kept
    text = rrule_text(rule, start, zone)
    assert text is not None
    read = rule_of(text, read_local(start), zone)
    until = instant_of(start, zone)[0] + 3 * HORIZON

    assert read is not None
    assert occurrences(read, start, zone, 60, until=until) == occurrences(
        rule, start, zone, 60, until=until
    )


def test_a_series_that_ends_on_the_day_the_clocks_jump_over_midnight_has_no_date_more():
    """That day's last second, read as RFC 5545 says, is in the next day already."""
    rule, zone = Rule(Frequency.WEEKLY, weekdays=(5, 6), until="2027-03-27"), "America/Scoresbysund"
    start = "2027-03-20T00:30"
    first = instant_of(start, zone)[0]
    ours = occurrences(rule, start, zone, 60, until=first + HORIZON)
    theirs = _read(feed([_entry(rule, start, zone, 60)], "Meetings"), first, first + HORIZON)

    assert [each.recurrence[:10] for each in ours] == ["2027-03-20", "2027-03-21", "2027-03-27"]
    assert theirs == [(each.starts_at, 60) for each in ours]
