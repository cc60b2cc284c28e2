"""A time zone as a calendar carries it (RFC 5545, 3.6.5): found by looking at its clock.

Some programs know zones by their names only, some by what a VTIMEZONE says and nothing else. So it
says it as a yearly rule where the zone has one, which lasts longer than a list of dates.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import groupby
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class _Change:
    """A clock is put forward or back. `onset` is the wall clock before it is touched."""

    onset: datetime
    before: timedelta
    after: timedelta
    name: str
    is_daylight: bool

    @property
    def habit(self) -> tuple[int, int, int, timedelta, timedelta, str]:
        """What the same change has in common from year to year."""
        onset = self.onset
        return (onset.month, onset.hour, onset.minute, self.before, self.after, self.name)


@lru_cache(maxsize=512)
def timezone_text(zone: str, from_year: int, until_year: int) -> Timezone:
    """What the zone's clock does from the first day of one year to the last of another.

    Give it fifteen years or more: then every weekday of a yearly rule has shown itself.
    """
    clock = ZoneInfo(zone)
    start = datetime(from_year, 1, 1, tzinfo=UTC)
    there = start.astimezone(clock)
    offset, wall_clock = _offset(there), start.replace(tzinfo=None)
    name, is_daylight = there.tzname() or zone, bool(there.dst())
    begins = _Change(wall_clock, offset, offset, name, is_daylight)
    told = Timezone()
    told.add("tzid", zone)
    told.add_component(_component(begins, None, ()))
    changes = sorted(_changes(clock, start, until_year), key=lambda one: (one.habit, one.onset))
    for _, same in groupby(changes, key=lambda one: one.habit):
        told.add_component(_told(list(same), until_year))
    return told


def _told(changes: list[_Change], until_year: int) -> TimezoneStandard | TimezoneDaylight:
    years = [change.onset.year for change in changes]
    goes_on = years == list(range(years[0], until_year + 1))
    rule = _rule([change.onset for change in changes]) if goes_on else None
    others = () if rule else tuple(change.onset for change in changes[1:])
    return _component(changes[0], rule, others)


def _component(
    change: _Change, rule: str | None, others: tuple[datetime, ...]
) -> TimezoneStandard | TimezoneDaylight:
    told = TimezoneDaylight() if change.is_daylight else TimezoneStandard()
    told.add("dtstart", change.onset)
    told.add("tzoffsetfrom", change.before)
    told.add("tzoffsetto", change.after)
    told.add("tzname", change.name)
    if rule:
        told.add("rrule", vRecur.from_ical(rule))
    if others:
        told.add("rdate", list(others))
    return told


def _rule(onsets: list[datetime]) -> str | None:
    """The weekday of a month on which they all fall; None when there is no such rule."""
    if len({onset.weekday() for onset in onsets}) > 1:
        return None
    places: set[int] = set.intersection(*({*_places(onset)} for onset in onsets))
    if not places:
        return None
    first = onsets[0]
    return f"FREQ=YEARLY;BYMONTH={first.month};BYDAY={max(places)}{_DAYS[first.weekday()]}"


def _places(onset: datetime) -> Iterable[int]:
    """Which of the weekday's days in its month this is, counted from both ends: 2 and -3."""
    last = monthrange(onset.year, onset.month)[1]
    return (onset.day - 1) // 7 + 1, -((last - onset.day) // 7 + 1)


def _changes(clock: ZoneInfo, start: datetime, until_year: int) -> Iterator[_Change]:
    day = timedelta(days=1)
    at = start
    while at.year <= until_year:
        before, after = _offset(at.astimezone(clock)), _offset((at + day).astimezone(clock))
        if before != after:
            when = _first_after(clock, at, before)
            there = when.astimezone(clock)
            yield _Change(
                (when + before).replace(tzinfo=None),
                before,
                after,
                there.tzname() or str(clock),
                bool(there.dst()),
            )
        at += day


def _first_after(clock: ZoneInfo, before: datetime, offset: timedelta) -> datetime:
    """The minute of the change, which lies within a day of an instant before it."""
    low, high = 0, 24 * 60
    while high - low > 1:
        middle = (low + high) // 2
        same = _offset((before + timedelta(minutes=middle)).astimezone(clock)) == offset
        low, high = (middle, high) if same else (low, middle)
    return before + timedelta(minutes=high)


def _offset(there: datetime) -> timedelta:
    return there.utcoffset() or timedelta()
