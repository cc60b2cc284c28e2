from dataclasses import dataclass, replace
from typing import NamedTuple

from facilitator.calendars.reading import Found, settled
from facilitator.house import House
from facilitator.store import carried
from facilitator.store.database import Transaction, read, write
from facilitator.use_cases.carried_rows import CarriedRow, rows_from_json, rows_to_json
from facilitator.use_cases.plan_series import make_series
from facilitator.use_cases.series_wish import SeriesWish


class Progress(NamedTuple):
    """How many rows of a list have been carried in, of how many."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Carried:
    """A list on its way in, and how far it has come. A row that is here already says so before."""

    rows: tuple[CarriedRow, ...]
    done: int
    total: int

    @property
    def is_done(self) -> bool:
        return self.done >= self.total

    @property
    def has_new(self) -> bool:
        """Whether there is anything that the group doesn't have yet."""
        return self.count("") > 0

    def count(self, result: str) -> int:
        return sum(1 for row in self.rows if row.result == result and not row.found.problem)

    @property
    def unclear(self) -> int:
        return sum(1 for row in self.rows if row.found.problem)


def read_list(house: House, group_id: str, list_id: str) -> Carried | None:
    """The list as it is now; None when the group has no such list (any more)."""
    with read(house.database) as session:
        kept = carried.list_here(session, group_id, list_id, lock=False)
        if kept is None:
            return None
        rows = rows_from_json(kept.body)
        here = carried.marks_here(session, group_id, [row.found.mark for row in rows])
        shown = tuple(
            replace(row, result=row.result or ("here" if row.found.mark in here else ""))
            for row in rows
        )
        return Carried(shown, kept.done, kept.total)


def carry_list(house: House, group_id: str, list_id: str, most: int) -> Progress | None:
    """Up to so many more rows of the list are drafts, each of them once; None when the group has
    no such list (any more)."""
    now = house.clock.now()
    with write(house.database) as session:
        kept = carried.list_here(session, group_id, list_id, lock=True)
        if kept is None:
            return None
        rows = rows_from_json(kept.body)
        until = min(kept.done + most, kept.total)
        part = rows[kept.done : until]
        here = carried.marks_here(session, group_id, [row.found.mark for row in part])
        for n, row in enumerate(part, start=kept.done):
            rows[n] = _carried(session, group_id, row.found, here, now)
        kept.body, kept.done = rows_to_json(rows), until
        return Progress(until, kept.total)


def _carried(
    session: Transaction, group_id: str, found: Found, here: set[str], now: int
) -> CarriedRow:
    if found.mark in here and not found.problem:
        return CarriedRow(found, "here")
    # Its first date may have passed since it was looked at.
    found = settled(found, now)
    if found.problem:
        return CarriedRow(found)
    series = make_series(session, group_id, _wish(found), state="draft", now=now)
    carried.remember_mark(session, group_id, found.mark, series.id)
    return CarriedRow(found, "made")


def _wish(found: Found) -> SeriesWish:
    wish = SeriesWish(found.rule, found.starts_local, found.zone, found.minutes)
    return replace(wish, seats_max=wish.template.capacity_mixed)
