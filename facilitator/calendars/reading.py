"""Lists of meetings that come from elsewhere: what each row means, or why it means nothing here.

Nothing a list says is trusted: its words are text, and whatever is unclear gets a code of its own.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from facilitator.schedule.changes import split
from facilitator.schedule.occurrences import occurrences
from facilitator.schedule.rule import Frequency, Rule, problems
from facilitator.schedule.zones import instant_of, local_of, read_local, write_local

BYTES_MOST = 1024 * 1024
ROWS_MOST = 500
TITLE_CHARS = 80
_ONCE = Rule(Frequency.ONCE)
_LOOKED_AHEAD_MS = 2 * 366 * 24 * 60 * 60 * 1000


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
        return replace(found, problem=_our_code(unclear[0]))
    if instant_of(found.starts_local, found.zone)[0] > now:
        return found
    found = _nearer(found, now)
    until = now + _LOOKED_AHEAD_MS
    ahead = (found.starts_local, found.zone, found.minutes)
    dates = occurrences(found.rule, *ahead, after=now, until=until)
    if not dates:
        return replace(found, problem="start/past")
    _before, rule = split(found.rule, found.starts_local, found.zone, dates[0].recurrence)
    notes = (*found.notes, "dates/past")
    return replace(found, starts_local=dates[0].recurrence, rule=rule, notes=notes)


def _nearer(found: Found, now: int) -> Found:
    """The same series, begun not long ago: nobody counts the weeks of decades."""
    starts, rule = read_local(found.starts_local), found.rule
    if rule.frequency is not Frequency.WEEKLY or rule.count is not None:
        return found
    step = timedelta(weeks=rule.interval)
    passed = (read_local(local_of(now, found.zone)) - starts) // step - 1
    return replace(found, starts_local=write_local(starts + max(0, passed) * step))


def today_in(zone: str, now: int) -> str:
    """The date there."""
    return local_of(now, zone)[:10]


def title_of(words: str) -> str:
    """One line of a title, cut where it gets long."""
    return " ".join(words.split())[:TITLE_CHARS]


def _our_code(code: str) -> str:
    return "rule/unknown" if code in {"rule/interval", "rule/unclear"} else code
