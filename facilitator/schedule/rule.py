"""How a series of meetings recurs: by the clock on the wall, in the words an organizer uses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice, takewhile

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday

from facilitator.schedule.zones import LATEST_YEAR, is_zone, read_local, settle, write_local

# Ten years of weeks.
MOST = 520
MINUTES_LEAST = 10
MINUTES_MOST = 480

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_END_OF_DAY = time(23, 59, 59)


class Frequency(StrEnum):
    ONCE = "once"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


# Further apart than a year is another series.
_APART_MOST = {Frequency.ONCE: 1, Frequency.WEEKLY: 52, Frequency.MONTHLY: 12}


@dataclass(frozen=True, slots=True)
class Rule:
    """Every `interval` weeks or months, `count` times or up to the day `until` (its own included),
    or without an end.

    Weekdays are numbered from Monday, 0; none means that of the first meeting. Monthly, `nth` is
    which of them in the month (-1: the last one); 0 means the first meeting's day of the month.
    """

    frequency: Frequency
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int = 0
    count: int | None = None
    until: str | None = None

    @property
    def endless(self) -> bool:
        return self.frequency != Frequency.ONCE and self.count is None and self.until is None


def rule_to_json(rule: Rule) -> str:
    """The rule as it is stored; equal rules are equal text."""
    return json.dumps(asdict(rule), sort_keys=True)


def rule_from_json(text: str) -> Rule:
    """The rule that was stored. Raises ValueError for text that is no rule."""
    try:
        kept = json.loads(text)
        rule = Rule(**{**kept, "weekdays": tuple(kept["weekdays"])})
    except (KeyError, TypeError) as unclear:
        raise ValueError("This text is no rule.") from unclear
    numbers = (rule.interval, rule.nth, rule.count or 0, *rule.weekdays)
    if {type(n) for n in numbers} != {int} or type(rule.until) not in (str, type(None)):
        raise ValueError("This text is no rule.")
    return replace(rule, frequency=Frequency(rule.frequency))


# --- The dates ------------------------------------------------------------------------------------


def dates(rule: Rule, first: datetime) -> Iterator[datetime]:
    """The wall clocks of a rule whose first meeting is at `first`, in order; as far as the years go
    that a calendar holds, if it has no end of its own.

    A date that a month doesn't have is left out and not counted. The rule must be clear.
    """
    if rule.frequency == Frequency.ONCE:
        return iter(() if rule.count == 0 else (first,))
    if rule.count == 0:
        return iter(())
    found = rrule(
        WEEKLY if rule.frequency == Frequency.WEEKLY else MONTHLY,
        dtstart=first,
        interval=rule.interval,
        wkst=0,
        count=rule.count,
        until=datetime.combine(_day(rule.until), _END_OF_DAY) if rule.until else None,
        byweekday=[weekday(day, rule.nth or None) for day in _weekdays(rule, first)] or None,
        bymonthday=None if _weekdays(rule, first) else first.day,
    )
    # Some rules have a date in many years; nobody waits while they are looked for up to 9999.
    return takewhile(lambda one: one.year <= LATEST_YEAR, found)


def first_date(rule: Rule, starts_local: str) -> str | None:
    """The first date on or after this one that is on the rule: what to begin with instead."""
    on_rule = next(dates(rule, read_local(starts_local)), None)
    return None if on_rule is None else write_local(on_rule)


def how_many(rule: Rule, starts_local: str) -> int | None:
    """How many dates the rule has; None when it has no end."""
    return None if rule.endless else sum(1 for _ in dates(rule, read_local(starts_local)))


def _weekdays(rule: Rule, first: datetime) -> tuple[int, ...]:
    if rule.frequency == Frequency.MONTHLY and not rule.nth:
        return ()
    return rule.weekdays or (first.weekday(),)


def _day(until: str) -> date:
    return read_local(f"{until}T00:00").date()


# --- What an organizer is told before it is kept --------------------------------------------------


def problems(rule: Rule, starts_local: str, zone: str, minutes: int) -> tuple[str, ...]:
    """What has to be put right before these dates can be kept, as codes; nothing when all is well.

    zone/unknown, start/unclear, start/not_on_rule, rule/none, rule/too_many,
    rule/until_before_start, rule/interval, rule/unclear, minutes/range.
    """
    return tuple(_problems(rule, starts_local, zone, minutes))


def _problems(rule: Rule, starts_local: str, zone: str, minutes: int) -> Iterator[str]:
    if not is_zone(zone):
        yield "zone/unknown"
    if not MINUTES_LEAST <= minutes <= MINUTES_MOST:
        yield "minutes/range"
    first = _read(starts_local)
    if first is None:
        yield "start/unclear"
    if not 1 <= rule.interval <= _APART_MOST[rule.frequency]:
        yield "rule/interval"
    elif not _clear(rule):
        yield "rule/unclear"
    elif first is not None:
        yield from _problems_of_dates(rule, first)


def _read(local: str) -> datetime | None:
    try:
        return read_local(local)
    except ValueError:
        return None


def _clear(rule: Rule) -> bool:
    """Whether each part of the rule means something, and no two of them contradict."""
    if rule.until is not None and (rule.count is not None or not _read(f"{rule.until}T00:00")):
        return False
    by_weekday = rule.frequency == Frequency.WEEKLY or rule.nth != 0
    return (
        rule.nth in (0, 1, 2, 3, 4, 5, -1)
        and all(0 <= day <= 6 for day in rule.weekdays)
        and (by_weekday or not rule.weekdays)
        and (rule.frequency == Frequency.MONTHLY or rule.nth == 0)
    )


def _problems_of_dates(rule: Rule, first: datetime) -> Iterator[str]:
    if rule.count is not None and rule.count < 1:
        yield "rule/none"
        return
    if rule.until and _day(rule.until) < first.date():
        yield "rule/until_before_start"
        return
    shown = list(islice(dates(rule, first), 1 if rule.endless else MOST + 1))
    if not shown:
        yield "rule/none"
    elif shown[0] != first:
        yield "start/not_on_rule"
    if len(shown) > MOST:
        yield "rule/too_many"


# --- As calendars write it ------------------------------------------------------------------------


def rrule_text(rule: Rule, starts_local: str, zone: str) -> str | None:
    """The rule as the value of an RRULE (RFC 5545, 3.3.10); None for a single meeting.

    UNTIL is the instant of the last date: the end of its day could be past the next one's start
    where the clocks jump at midnight.
    """
    if rule.frequency == Frequency.ONCE:
        return None
    first = read_local(starts_local)
    parts = [f"FREQ={rule.frequency.upper()}"]
    if rule.interval != 1:
        parts.append(f"INTERVAL={rule.interval}")
    days = _weekdays(rule, first)
    which = str(rule.nth) if rule.nth else ""
    parts.append(
        "BYDAY=" + ",".join(which + _DAYS[day] for day in sorted(set(days)))
        if days
        else f"BYMONTHDAY={first.day}"
    )
    if rule.count is not None:
        parts.append(f"COUNT={rule.count}")
    if rule.until is not None:
        *_, last = first, *dates(rule, first)
        parts.append("UNTIL=" + _utc(settle(last, zone)[0]))
    return ";".join(parts)


def _utc(instant: int) -> str:
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=instant)
    return moment.strftime("%Y%m%dT%H%M%SZ")
