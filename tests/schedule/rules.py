"""Rules and starts nobody planned, such as an organizer can keep (strategies for Hypothesis)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

from facilitator.schedule.rule import Frequency, Rule, first_date, problems
from facilitator.schedule.zones import read_local, write_local

# Both directions of both hemispheres, a zone that gave its changes up, one of odd minutes without
# any, one whose clocks move by half an hour, and one where they jump over midnight.
ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "America/Scoresbysund",
)

zones = st.sampled_from(ZONES)
minutes = st.sampled_from((30, 45, 60, 75, 90))

_days = st.integers(0, 6)
_weekdays = st.lists(_days, max_size=3, unique=True).map(tuple)
# Clocks change in the small hours; meetings are in the evening.
_hours = st.sampled_from((0, 1, 1, 2, 2, 3, 12, 19, 23))
_first_days = st.dates(date(2014, 1, 1), date(2038, 12, 31))


@st.composite
def starts(draw: st.DrawFn) -> str:
    """A wall clock between 2014 and 2038."""
    clock = time(draw(_hours), draw(st.sampled_from((0, 15, 30))))
    return write_local(datetime.combine(draw(_first_days), clock))


@st.composite
def rules(draw: st.DrawFn, *, recurring: bool = False) -> tuple[Rule, str]:
    """A rule together with a first date that is on it; nothing has to be put right."""
    weekly = st.builds(Rule, st.just(Frequency.WEEKLY), st.sampled_from((1, 1, 2, 3, 4)), _weekdays)
    by_day = st.builds(
        Rule,
        st.just(Frequency.MONTHLY),
        st.sampled_from((1, 1, 2, 3, 6)),
        _weekdays,
        st.sampled_from((1, 2, 3, 4, 5, -1)),
    )
    by_date = st.builds(Rule, st.just(Frequency.MONTHLY), st.sampled_from((1, 1, 2, 3)))
    shapes = [weekly, weekly, by_day, by_date]
    rule = draw(st.one_of(*shapes, *([] if recurring else [st.just(Rule(Frequency.ONCE))])))
    start = first_date(rule, draw(starts()))
    assert start is not None
    if rule.frequency != Frequency.ONCE:
        rule = draw(_ending(rule, start))
    assert problems(rule, start, "Europe/Berlin", 60) == ()
    return rule, start


def _ending(rule: Rule, start: str) -> st.SearchStrategy[Rule]:
    counts = st.integers(1, 40).map(lambda count: replace(rule, count=count))
    first = read_local(start).date()
    untils = st.integers(0, 900).map(
        lambda days: replace(rule, until=(first + timedelta(days)).isoformat())
    )
    return st.one_of(counts, untils, st.just(rule))
