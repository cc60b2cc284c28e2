"""Lists of meetings that come from elsewhere: what each row means, or why it means nothing here.

Nothing a list says is trusted: its words are text, and whatever is unclear gets a code of its own.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import lcm

from facilitator.schedule.changes import split
from facilitator.schedule.occurrences import occurrences
from facilitator.schedule.rule import Frequency, Rule, first_date, problems
from facilitator.schedule.zones import instant_of, local_of, read_local, write_local

BYTES_MOST = 1024 * 1024
ROWS_MOST = 500
TITLE_CHARS = 80
_ONCE = Rule(Frequency.ONCE)
_DAY_MS = 24 * 60 * 60 * 1000
# Where the next date is looked for: near first, since most are.
_LOOKED_AHEAD_MS = (40 * _DAY_MS, 732 * _DAY_MS)


class Unreadable(ValueError):
    """The whole list can't be read. Its text is a code: list/too_large, list/too_many, list/empty,
    list/encoding, list/kind, list/columns."""


@dataclass(frozen=True, slots=True)
class Found:
    """One row. `line` is where it stands (from 1), `mark` what makes it the same in the next list.

    `problem` is a code, and then the rest may be empty: start/unclear, start/all_day, start/past,
    minutes/range, zone/unknown, rule/unknown, rule/none, rule/too_many. `notes` are codes too:
    dates/changed, dates/past.
    """

    line: int
    mark: str
    title: str = ""
    starts_local: str = ""
    zone: str = ""
    minutes: int = 60
    rule: Rule = _ONCE
    problem: str = ""
    notes: tuple[str, ...] = ()


def text_of(body: bytes) -> str:
    """The list as text: UTF-8, or UTF-16 that says so itself. Raises Unreadable."""
    if len(body) > BYTES_MOST:
        raise Unreadable("list/too_large")
    told = body.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = body.decode("utf-16" if told else "utf-8-sig")
    except UnicodeDecodeError as unclear:
        raise Unreadable("list/encoding") from unclear
    if "\0" in text:
        raise Unreadable("list/encoding")
    return text


def settled(found: Found, now: int) -> Found:
    """The row as it can be planned from now on: it begins with its first date that is ahead."""
    if found.problem:
        return found
    unclear = problems(found.rule, found.starts_local, found.zone, found.minutes)
    if unclear:
        # A start outside of all years isn't shown as one either.
        starts = "" if "start/unclear" in unclear else found.starts_local
        return replace(found, problem=_our_code(unclear[0]), starts_local=starts)
    if instant_of(found.starts_local, found.zone)[0] > now:
        return found
    found = _nearer(found, now)
    ahead = _next_date(found, now)
    if ahead is None:
        return replace(found, problem="start/past")
    _before, rule = split(found.rule, found.starts_local, found.zone, ahead)
    return replace(found, starts_local=ahead, rule=rule, notes=(*found.notes, "dates/past"))


def _next_date(found: Found, now: int) -> str | None:
    """The wall clock the rule gives its first date after `now`."""
    for far in _LOOKED_AHEAD_MS:
        dates = occurrences(
            found.rule, found.starts_local, found.zone, found.minutes, after=now, until=now + far
        )
        if dates:
            return dates[0].recurrence
    return None


def _nearer(found: Found, now: int) -> Found:
    """The same series, begun not long ago: nobody counts the weeks of decades."""
    starts, rule = read_local(found.starts_local), found.rule
    here = read_local(local_of(now, found.zone))
    if rule.count is not None or rule.frequency is Frequency.ONCE:
        return found
    if rule.frequency is Frequency.MONTHLY:
        return _nearer_by_years(found, starts, here)
    step = timedelta(weeks=rule.interval)
    passed = (here - starts) // step - 1
    return replace(found, starts_local=write_local(starts + max(0, passed) * step))


def _nearer_by_years(found: Found, starts: datetime, here: datetime) -> Found:
    """Months come round in the same order after so many years."""
    years = lcm(found.rule.interval, 12) // 12
    passed = ((here.year - starts.year) // years - 1) * years
    if passed <= 0 or (starts.month, starts.day) == (2, 29):
        return found
    if not found.rule.nth:
        return replace(found, starts_local=write_local(starts.replace(year=starts.year + passed)))
    rule = replace(found.rule, weekdays=found.rule.weekdays or (starts.weekday(),))
    month = write_local(starts.replace(year=starts.year + passed, day=1))
    # A fifth weekday may be none of that year's.
    return replace(found, starts_local=first_date(rule, month) or found.starts_local, rule=rule)


def today_in(zone: str, now: int) -> str:
    """The date there."""
    return local_of(now, zone)[:10]


def title_of(words: str) -> str:
    """One line of a title, cut where it gets long."""
    return " ".join(words.split())[:TITLE_CHARS]


def _our_code(code: str) -> str:
    return "rule/unknown" if code in {"rule/interval", "rule/unclear"} else code
