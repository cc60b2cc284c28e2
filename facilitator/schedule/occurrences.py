"""The dates of a series as instants: the wall clock stays, whatever the clocks of the place do."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.schedule.rule import Frequency, Rule, dates, how_many
from facilitator.schedule.zones import read_local, settle, write_local

MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date: the wall clock the rule gives it, which of the series it is (from 1), its instants,
    what a clock change does to it, and how many come after it (None: no end to count from)."""

    recurrence: str
    number: int
    starts_at: int
    ends_at: int
    note: str
    left_after: int | None


def occurrences(
    rule: Rule,
    starts_local: str,
    zone: str,
    minutes: int,
    *,
    after: int | None = None,
    until: int,
) -> list[Occurrence]:
    """The dates that begin later than `after` and no later than `until`, both instants.

    A meeting lasts as many minutes as promised even over a clock change. Raises ValueError for a
    start that can't be read.
    """
    total = None if rule.frequency == Frequency.ONCE else how_many(rule, starts_local)
    shown = []
    for number, wall in enumerate(dates(rule, read_local(starts_local)), start=1):
        starts_at, note = settle(wall, zone)
        if starts_at > until:
            break
        if after is None or starts_at > after:
            left = None if total is None else total - number
            ends_at = starts_at + minutes * MINUTE
            shown.append(
                Occurrence(write_local(wall), number, starts_at, ends_at, note, left),
            )
    return shown
