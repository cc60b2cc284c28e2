"""A month as a small picture: a dot a day, a stone where a meeting is, an empty ring where one was
going to be."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from facilitator.web.calendar_days import months_on, week_start

STEP = 14
EDGE = 10
TAKES_PLACE = {"scheduled", "over"}


@dataclass(frozen=True, slots=True)
class Dot:
    """One day; `mark` is what the style knows it by."""

    x: int
    y: int
    mark: str  # day, stone, ring


@dataclass(frozen=True, slots=True)
class MonthPicture:
    """The dots of a month, a row a week."""

    width: int
    height: int
    dots: tuple[Dot, ...]


def month_picture(month: date, states: Mapping[date, list[str]], week_begins: int) -> MonthPicture:
    """The month with what is planned on its days: the states of the meetings of each."""
    first, days = week_start(month, week_begins), (months_on(month, 1) - month).days
    dots = []
    for number in range(days):
        day = month + timedelta(number)
        week, column = divmod((day - first).days, 7)
        dots.append(Dot(EDGE + column * STEP, EDGE + week * STEP, _mark(states.get(day, []))))
    weeks = (month + timedelta(days - 1) - first).days // 7 + 1
    return MonthPicture(2 * EDGE + 6 * STEP, 2 * EDGE + (weeks - 1) * STEP, tuple(dots))


def _mark(states: list[str]) -> str:
    if not states:
        return "day"
    return "stone" if TAKES_PLACE.intersection(states) else "ring"
