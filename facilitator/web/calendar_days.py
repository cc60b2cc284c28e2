"""Which days a calendar shows: a week, a month in whole weeks, three months as a list. No clock."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

WEEK = timedelta(days=7)
LIST_MONTHS = 3
YEARS = range(2000, 2199)


@dataclass(frozen=True, slots=True)
class Days:
    """What is shown: from `first` up to and with `last`; and where the ways back and on lead."""

    first: date
    last: date
    before: date
    after: date

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(n) for n in range((self.last - self.first).days + 1))


def week_of(on: date, week_begins: int) -> Days:
    """The seven days around `on`; the week begins on that weekday (0 is Monday)."""
    first = week_start(on, week_begins)
    return Days(first, first + timedelta(6), first - WEEK, first + WEEK)


def month_of(on: date, week_begins: int) -> Days:
    """The month of `on`, with the days that make its weeks whole."""
    first, following = on.replace(day=1), months_on(on, 1)
    last_week = week_start(following - timedelta(1), week_begins)
    return Days(
        week_start(first, week_begins), last_week + timedelta(6), months_on(on, -1), following
    )


def months_from(on: date, _week_begins: int = 0) -> Days:
    """The month of `on` and the two after it."""
    following = months_on(on, LIST_MONTHS)
    return Days(on.replace(day=1), following - timedelta(1), months_on(on, -LIST_MONTHS), following)


def months_on(on: date, months: int) -> date:
    """The first day of the month so many months after that of `on`."""
    count = on.year * 12 + on.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def week_start(on: date, week_begins: int) -> date:
    return on - timedelta((on.weekday() - week_begins) % 7)


def day_read(typed: str) -> date | None:
    """The day somebody asked for; None where a calendar has no such day, or nobody meets."""
    try:
        asked = date.fromisoformat(typed[:10])
    except ValueError:
        return None
    return asked if asked.year in YEARS else None


VIEWS: dict[str, Callable[[date, int], Days]] = {
    "week": week_of,
    "month": month_of,
    "list": months_from,
}
