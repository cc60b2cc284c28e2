"""A rule becomes dates: the wall clock stays, over both clock changes."""

from calendar import monthrange
from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.schedule.changes import split
from facilitator.schedule.occurrences import MINUTE, occurrences
from facilitator.schedule.rule import Frequency, Rule, how_many
from facilitator.schedule.zones import instant_of, local_of, read_local
from tests.schedule.rules import minutes, rules, zones

DAY = 24 * 60 * MINUTE
WEEKLY = Rule(Frequency.WEEKLY)
FAR = instant_of("2040-01-01T00:00", "UTC")[0]


def of(rule, start, zone, **between):
    return occurrences(rule, start, zone, 60, **{"until": FAR, **between})


def shown(rule, start, zone, **between):
    """The clock on the wall there when each of them begins."""
    return [local_of(each.starts_at, zone) for each in of(rule, start, zone, **between)]


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ("Europe/Berlin", "2027-03-23T19:00"),
        ("Europe/Berlin", "2027-10-26T19:00"),
        ("America/New_York", "2027-03-09T19:00"),
        ("America/New_York", "2027-11-02T19:00"),
        ("America/Sao_Paulo", "2018-10-30T19:00"),
        ("America/Sao_Paulo", "2018-02-13T19:00"),
        ("Asia/Kathmandu", "2027-03-23T19:00"),
        ("Australia/Lord_Howe", "2027-09-28T19:00"),
        ("Australia/Lord_Howe", "2027-03-30T19:00"),
    ],
)
def test_seven_in_the_evening_stays_seven_in_the_evening(zone, start):
    """Over each clock change of each place; the week is then an hour, or half of one, off."""
    series = of(Rule(Frequency.WEEKLY, count=3), start, zone)
    weeks = [b.starts_at - a.starts_at for a, b in pairwise(series)]

    assert all(local_of(each.starts_at, zone).endswith("T19:00") for each in series)
    assert (sum(weeks) == 14 * DAY) is (zone == "Asia/Kathmandu")
    assert [each.note for each in series] == ["", "", ""]


def test_every_second_tuesday_is_not_the_second_tuesday():
    """Both are rules people mean by nearly the same words."""
    every_second = Rule(Frequency.WEEKLY, 2, (1,), count=4)
    the_second = Rule(Frequency.MONTHLY, 1, (1,), 2, count=4)

    assert [d[:10] for d in shown(every_second, "2027-01-12T19:00", "Europe/Berlin")] == [
        "2027-01-12",
        "2027-01-26",
        "2027-02-09",
        "2027-02-23",
    ]
    assert [d[:10] for d in shown(the_second, "2027-01-12T19:00", "Europe/Berlin")] == [
        "2027-01-12",
        "2027-02-09",
        "2027-03-09",
        "2027-04-13",
    ]


def test_a_month_without_such_a_day_is_left_out_and_not_counted():
    """The 31st, and a fifth Friday."""
    thirty_first = Rule(Frequency.MONTHLY, count=4)
    fifth_friday = Rule(Frequency.MONTHLY, nth=5, count=3)

    assert [d[5:10] for d in shown(thirty_first, "2027-01-31T19:00", "Europe/Berlin")] == [
        "01-31",
        "03-31",
        "05-31",
        "07-31",
    ]
    assert [d[5:10] for d in shown(fifth_friday, "2027-01-29T19:00", "Europe/Berlin")] == [
        "01-29",
        "04-30",
        "07-30",
    ]


def test_a_meeting_in_the_gap_takes_place_later_and_says_so():
    """It is neither left out nor moved to another day, and the others stay where they are."""
    series = of(Rule(Frequency.WEEKLY, count=3), "2027-03-21T02:30", "Europe/Berlin")

    assert [each.note for each in series] == ["", "gap", ""]
    assert [each.recurrence[11:] for each in series] == ["02:30", "02:30", "02:30"]
    assert [local_of(each.starts_at, "Europe/Berlin")[11:] for each in series] == [
        "02:30",
        "03:30",
        "02:30",
    ]


def test_a_meeting_is_as_long_as_promised_while_the_clocks_change():
    """An hour from 02:30 of the night that has it twice ends at 02:30 again."""
    (night,) = of(Rule(Frequency.ONCE), "2027-10-31T02:30", "Europe/Berlin")

    assert night.note == "fold"
    assert night.ends_at - night.starts_at == 60 * MINUTE
    assert local_of(night.ends_at, "Europe/Berlin") == "2027-10-31T02:30"


def test_the_last_three_of_eight_know_what_is_left():
    """S12 counts from here."""
    series = of(Rule(Frequency.WEEKLY, count=8), "2027-01-12T19:00", "Europe/Berlin")

    assert [each.number for each in series] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert [each.left_after for each in series] == [7, 6, 5, 4, 3, 2, 1, 0]


def test_what_has_no_end_has_nothing_left_to_count():
    """A single meeting neither: nobody announces its ending."""
    endless = of(WEEKLY, "2027-01-12T19:00", "Europe/Berlin")
    once = of(Rule(Frequency.ONCE), "2027-01-12T19:00", "Europe/Berlin")

    assert {each.left_after for each in (*endless, *once)} == {None}
    assert len(once) == 1


@given(rules(), zones, minutes)
def test_dates_are_in_order_on_the_rule_and_as_long_as_promised(kept, zone, length):
    """Numbers go up by one, and what is left goes down by one."""
    rule, start = kept
    series = occurrences(rule, start, zone, length, until=FAR)
    walls = [read_local(each.recurrence) for each in series]

    assert series[0].recurrence == start
    assert walls == sorted(set(walls))
    assert [each.number for each in series] == list(range(1, len(series) + 1))
    assert all(each.ends_at - each.starts_at == length * MINUTE for each in series)
    assert {wall.time() for wall in walls} == {read_local(start).time()}
    total = None if rule.frequency == Frequency.ONCE else how_many(rule, start)
    assert all(
        each.left_after == (None if total is None else total - each.number) for each in series
    )
    assert all(_fits(rule, start, wall) for wall in walls)


def _fits(rule: Rule, start: str, wall: datetime) -> bool:
    """What the rule says of a date, read off the calendar without expanding anything."""
    first = read_local(start)
    in_time = rule.until is None or wall.date().isoformat() <= rule.until
    on_day = wall.weekday() in (rule.weekdays or (first.weekday(),))
    if rule.frequency == Frequency.WEEKLY:
        weeks = (wall.date().toordinal() - 1) // 7 - (first.date().toordinal() - 1) // 7
        return in_time and on_day and weeks % rule.interval == 0
    months = (wall.year - first.year) * 12 + wall.month - first.month
    in_step = months % rule.interval == 0
    if rule.nth == 0:
        return in_time and in_step and wall.day == first.day
    from_end = (wall.day - 1 - monthrange(wall.year, wall.month)[1]) // 7
    return in_time and in_step and on_day and rule.nth in ((wall.day - 1) // 7 + 1, from_end)


@given(rules(), zones, st.integers(0, 1200), st.integers(0, 1200))
def test_the_horizon_grows_without_a_gap_and_without_a_date_twice(kept, zone, days, more):
    """What was stored up to an instant and what is stored later make the whole."""
    rule, start = kept
    first = instant_of(start, zone)[0]
    until, later = first + days * DAY, first + (days + more) * DAY

    stored = of(rule, start, zone, until=until)
    added = of(rule, start, zone, after=until, until=later)

    assert stored + added == of(rule, start, zone, until=later)


@given(rules(), zones, st.data())
def test_a_rule_split_at_a_date_keeps_every_date(kept, zone, data):
    """This and following: what was before, and what follows, are the same dates as one rule."""
    rule, start = kept
    series = of(rule, start, zone)
    at = data.draw(st.integers(0, min(len(series), 60) - 1))
    here = series[at].recurrence

    before, following = split(rule, start, zone, here)

    dates = [each.recurrence for each in series]
    assert [each.recurrence for each in of(before, start, zone)] == dates[:at]
    assert [each.recurrence for each in of(following, here, zone)] == dates[at:]


def test_a_rule_is_not_split_where_it_has_no_date():
    """A date that was made up changes nothing."""
    for nowhere in ("2027-01-13T19:00", "2027-01-05T19:00", "2027-01-12T18:00", "soon"):
        with pytest.raises(ValueError, match=r".+"):
            split(Rule(Frequency.WEEKLY, count=8), "2027-01-12T19:00", "Europe/Berlin", nowhere)


def test_nothing_is_before_the_first_date():
    """Whoever changes it from there on changes all of it."""
    before, following = split(WEEKLY, "2027-01-12T19:00", "Europe/Berlin", "2027-01-12T19:00")

    assert before.count == 0
    assert of(before, "2027-01-12T19:00", "Europe/Berlin") == []
    assert following == WEEKLY
