"""Rules as they are kept, as calendars write them, and what has to be put right first."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.schedule.rule import (
    MOST,
    Frequency,
    Rule,
    first_date,
    how_many,
    problems,
    rrule_text,
    rule_from_json,
    rule_to_json,
)
from tests.schedule.rules import rules, zones

TUESDAY = "2027-01-12T19:00"
BERLIN = "Europe/Berlin"


@given(rules())
def test_a_rule_is_kept_as_it_is(kept):
    """Back from the store it is the same rule."""
    rule, _ = kept

    assert rule_from_json(rule_to_json(rule)) == rule


def test_a_rule_with_a_date_in_many_years_is_not_followed_for_ever():
    """The fifth Monday of Februaries: a list with hundreds of them took a minute to look at."""
    rule = Rule(Frequency.MONTHLY, interval=12, weekdays=(0,), nth=5, count=MOST)

    assert how_many(rule, "2044-02-29T19:00") == 6


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nope",
        "3",
        "[]",
        "{}",
        '{"frequency": "daily", "weekdays": []}',
        '{"frequency": "weekly", "weekdays": ["MO"]}',
        '{"frequency": "weekly", "weekdays": null}',
        '{"frequency": "weekly", "weekdays": [], "until": 3}',
        '{"frequency": "weekly", "weekdays": [], "count": "8"}',
        '{"frequency": "weekly", "weekdays": [], "count": true}',
        '{"frequency": "weekly", "weekdays": [], "interval": 1.5}',
        '{"frequency": "weekly", "weekdays": [], "colour": "blue"}',
        '{"frequency": [], "weekdays": []}',
    ],
)
def test_what_is_no_rule_is_a_value_error(text):
    """Never another error."""
    with pytest.raises(ValueError, match=r".+"):
        rule_from_json(text)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_no_kept_text_gives_another_error(part):
    """Whatever stands in it."""
    for name in ("frequency", "weekdays", "count", "until"):
        kept = json.loads(rule_to_json(Rule(Frequency.WEEKLY)))
        with suppress(ValueError):
            rule_from_json(json.dumps({**kept, name: part}))


# --- What has to be put right ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "rule",
    [
        Rule(Frequency.ONCE),
        Rule(Frequency.WEEKLY),
        Rule(Frequency.WEEKLY, 2, (1,)),
        Rule(Frequency.WEEKLY, count=MOST),
        Rule(Frequency.MONTHLY, 1, (1,), 2),
        Rule(Frequency.MONTHLY, nth=2, until="2027-01-12"),
        Rule(Frequency.MONTHLY),
    ],
)
def test_rules_that_groups_live_by_are_fine(rule):
    """Weekly, every second Tuesday, the second Tuesday of the month, the twelfth."""
    assert problems(rule, TUESDAY, BERLIN, 60) == ()


@pytest.mark.parametrize(
    ("rule", "codes"),
    [
        (Rule(Frequency.WEEKLY, 0), ("rule/interval",)),
        (Rule(Frequency.WEEKLY, 53), ("rule/interval",)),
        (Rule(Frequency.WEEKLY, -1), ("rule/interval",)),
        (Rule(Frequency.MONTHLY, 13), ("rule/interval",)),
        (Rule(Frequency.WEEKLY, count=0), ("rule/none",)),
        (Rule(Frequency.WEEKLY, count=-5), ("rule/none",)),
        (Rule(Frequency.WEEKLY, count=10_000), ("rule/too_many",)),
        (Rule(Frequency.WEEKLY, count=10**30), ("rule/too_many",)),
        (Rule(Frequency.WEEKLY, until="2199-12-31"), ("rule/too_many",)),
        (Rule(Frequency.WEEKLY, until="2027-01-11"), ("rule/until_before_start",)),
        (Rule(Frequency.WEEKLY, until="tomorrow"), ("rule/unclear",)),
        (Rule(Frequency.WEEKLY, until="2027-02-30"), ("rule/unclear",)),
        (Rule(Frequency.WEEKLY, count=3, until="2027-12-31"), ("rule/unclear",)),
        (Rule(Frequency.WEEKLY, weekdays=(7,)), ("rule/unclear",)),
        (Rule(Frequency.WEEKLY, nth=2), ("rule/unclear",)),
        (Rule(Frequency.MONTHLY, weekdays=(1,)), ("rule/unclear",)),
        (Rule(Frequency.MONTHLY, weekdays=(1,), nth=6), ("rule/unclear",)),
        (Rule(Frequency.WEEKLY, weekdays=(2,)), ("start/not_on_rule",)),
        (Rule(Frequency.MONTHLY, weekdays=(1,), nth=-1), ("start/not_on_rule",)),
        (Rule(Frequency.MONTHLY, nth=-1, until="2027-01-20"), ("rule/none",)),
        (Rule(Frequency.WEEKLY, weekdays=(3,), until="2027-01-13"), ("rule/none",)),
    ],
)
def test_a_rule_that_cannot_be_kept_says_why(rule, codes):
    """No date, ten thousand dates, an end before the beginning, and parts that contradict."""
    assert problems(rule, TUESDAY, BERLIN, 60) == codes


def test_zone_start_and_length_are_said_together():
    """An organizer learns of everything at once, not one by one."""
    assert problems(Rule(Frequency.WEEKLY), "soon", "Mars/Olympus", 0) == (
        "zone/unknown",
        "minutes/range",
        "start/unclear",
    )


def test_a_start_beside_the_rule_has_a_next_date_to_begin_with():
    """Wednesdays cannot begin on a Tuesday, but on the day after."""
    assert first_date(Rule(Frequency.WEEKLY, weekdays=(2,)), TUESDAY) == "2027-01-13T19:00"


def test_a_rule_knows_how_many_it_has():
    """Nobody counts to the end of what has none."""
    assert how_many(Rule(Frequency.WEEKLY, count=8), TUESDAY) == 8
    assert how_many(Rule(Frequency.WEEKLY, 2, until="2027-02-09"), TUESDAY) == 3
    assert how_many(Rule(Frequency.ONCE), TUESDAY) == 1
    assert how_many(Rule(Frequency.WEEKLY), TUESDAY) is None


# --- As calendars write it ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (Rule(Frequency.ONCE), None),
        (Rule(Frequency.WEEKLY), "FREQ=WEEKLY;BYDAY=TU"),
        (Rule(Frequency.WEEKLY, 2, (3, 1)), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH"),
        (Rule(Frequency.WEEKLY, count=8), "FREQ=WEEKLY;BYDAY=TU;COUNT=8"),
        (Rule(Frequency.MONTHLY, 1, (1,), 2), "FREQ=MONTHLY;BYDAY=2TU"),
        (Rule(Frequency.MONTHLY, 1, (1, 3), -1), "FREQ=MONTHLY;BYDAY=-1TU,-1TH"),
        (Rule(Frequency.MONTHLY), "FREQ=MONTHLY;BYMONTHDAY=12"),
        # In winter and in summer: the clock on the wall says 19:00 both times.
        (
            Rule(Frequency.WEEKLY, until="2027-02-01"),
            "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270126T180000Z",
        ),
        (
            Rule(Frequency.WEEKLY, until="2027-06-01"),
            "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270601T170000Z",
        ),
    ],
)
def test_a_rule_is_written_as_calendars_read_it(rule, text):
    """RFC 5545, 3.3.10; UNTIL in UTC, since the start has a zone."""
    assert rrule_text(rule, TUESDAY, BERLIN) == text


@given(rules(recurring=True), zones)
def test_every_written_rule_names_its_days(kept, zone):
    """A reader needs no guess from the start; COUNT and UNTIL never stand together."""
    rule, start = kept
    text = rrule_text(rule, start, zone)

    assert text is not None
    assert "BYDAY=" in text or "BYMONTHDAY=" in text
    assert not ("COUNT" in text and "UNTIL" in text)
