"""Changes to a series, one after another: calendars take each for newer than the one before."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from facilitator.house import House
from facilitator.store.database import read
from facilitator.use_cases.change_following import change_following
from facilitator.use_cases.change_meetings import move_meeting, skip_meeting
from facilitator.use_cases.end_series import end_series
from facilitator.use_cases.read_calendar import entry_of
from tests.store.test_series import EIGHT_TUESDAYS, Walkers


def sequence(house: House, series: str) -> int:
    with read(house.database) as session:
        entry = entry_of(session, series)
    assert entry is not None
    return entry.sequence


def moved_twice(walkers: Walkers, series: str) -> None:
    """The sixth meeting is moved, and moved again."""
    sixth = walkers.meetings(series)[5].id
    for day in ("2030-04-24T19:00", "2030-04-25T19:00"):
        assert move_meeting(walkers.house, walkers.id, sixth, day, "A holiday.") == ()


def follow(walkers: Walkers, series: str) -> None:
    fifth = walkers.meetings(series)[4]
    holders = ((walkers.ria, "lead"), (walkers.tom, "co"))
    wish = replace(EIGHT_TUESDAYS, starts_local="2030-04-17T20:00", holders=holders)
    assert change_following(walkers.house, walkers.id, fifth.id, wish, "Wednesdays.") == ()


def end_earlier(walkers: Walkers, series: str) -> None:
    third = walkers.meetings(series)[2].id
    flaws = end_series(walkers.house, walkers.id, series, "It was good.", last_meeting_id=third)
    assert flaws == ()


def end_now(walkers: Walkers, series: str) -> None:
    assert end_series(walkers.house, walkers.id, series, "It was good.") == ()


def skip(walkers: Walkers, series: str) -> None:
    second = walkers.meetings(series)[1].id
    assert skip_meeting(walkers.house, walkers.id, second, "A holiday.") == ()


@pytest.mark.parametrize("change", [follow, end_earlier, end_now, skip])
def test_the_series_never_counts_back(house: House, change: Callable[[Walkers, str], None]) -> None:
    """Even when the meeting that was changed most leaves it, the next number is a higher one."""
    walkers = Walkers(house)
    series = walkers.publishes()
    moved_twice(walkers, series)
    before = sequence(house, series)

    change(walkers, series)

    assert before > 0
    assert sequence(house, series) > before
