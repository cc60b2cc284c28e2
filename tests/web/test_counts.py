"""After meetings: counts in words that leave people out, and a year in pictures."""

import json

import pytest

from facilitator.house import House
from facilitator.store.circle_tables import CircleRow
from facilitator.store.database import write
from facilitator.tokens import fresh_id
from tests.calendar_rows import DAY_MS, a_group, a_meeting, a_series, belongs
from tests.web.visitors import Visitor

NOW = 1_800_000_000_000
COUNTS = {
    "how": "ended",
    "seats": "5-8",
    "on_time": True,
    "held_seconds": 0,
    "signals_unmet": 0,
    "removals": 0,
}


@pytest.fixture
def group(house: House, ria: Visitor) -> str:
    """A group that Ria, who is signed in, organizes."""
    group = a_group(house)
    belongs(house, group, "ria@example.org", organizes=True)
    ria.signs_in()
    return group


@pytest.fixture
def page(group: str) -> str:
    return f"/groups/{group}/counts"


def a_closed_circle(house: House, group: str, days: float = -3, **counts: object) -> str:
    """A circle that was opened so many days from now, and is over."""
    row = CircleRow(
        id=fresh_id(),
        group_id=group,
        agenda_key="short",
        door_hash=fresh_id(),
        opened_at=NOW + int(days * DAY_MS),
        version=9,
        snapshot_version=0,
        closed_at=NOW + int(days * DAY_MS) + 1,
        counts=json.dumps({**COUNTS, **counts}),
    )
    with write(house.database) as session:
        session.add(row)
    return row.id


def test_a_meeting_as_it_was_planned_reads_quietly(
    house: House, ria: Visitor, group: str, page: str
) -> None:
    """How many came is a bucket."""
    a_closed_circle(house, group)

    ria.opens(page)

    assert "Ended as promised" in ria.reads
    assert "five to eight" in ria.reads
    assert "all were answered" in ria.reads
    assert "removal" not in ria.reads


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({"on_time": False}, "Ended at another time"),
        ({"seats": "0-1"}, "one, or nobody"),
        ({"seats": "9-12"}, "nine to twelve"),
        ({"held_seconds": 1}, "up to a minute"),
        ({"held_seconds": 61}, "up to five minutes"),
        ({"held_seconds": 301}, "more than five minutes"),
        ({"signals_unmet": 7}, "some stayed without an answer"),
        ({"removals": 2}, "A removal took place"),
        ({"how": "unopened"}, "Nobody came to hold it"),
    ],
)
def test_counts_are_said_in_words(
    house: House, ria: Visitor, group: str, page: str, counts: dict[str, object], words: str
) -> None:
    a_closed_circle(house, group, **counts)

    ria.opens(page)

    assert words in ria.reads


def test_twins_more_of_something_reads_the_same(
    house: House, ria: Visitor, group: str, page: str
) -> None:
    """Two removals or one, three signals or twenty: nobody counts back to people."""
    other = a_group(house, name="Others")
    belongs(house, other, "ria@example.org", organizes=True)
    a_closed_circle(house, group, removals=1, signals_unmet=1, held_seconds=5)
    a_closed_circle(house, other, removals=3, signals_unmet=20, held_seconds=50)

    one, two = ria.opens(page).text, ria.opens(f"/groups/{other}/counts").text

    assert one.replace(group, "") == two.replace(other, "")


def test_a_year_has_its_own_page(house: House, ria: Visitor, group: str, page: str) -> None:
    """On the reader's clock; the meeting's day counts, not when its doors opened."""
    series = a_series(house, group)
    circle = a_closed_circle(house, group, days=-380)
    a_meeting(house, series, NOW - 10 * DAY_MS, state="over", circle_id=circle)
    a_closed_circle(house, group, days=-30, seats="2-4")

    assert "five to eight" in (ria.opens(page) and ria.reads)
    assert "two to four" not in ria.reads
    assert "two to four" in (ria.opens(f"{page}?year=2026") and ria.reads)


def test_the_months_are_pictures_with_words(
    house: House, ria: Visitor, group: str, page: str
) -> None:
    """What the picture shows is said beneath it, and each month leads to its calendar."""
    series = a_series(house, group)
    for days, state in ((-1, "over"), (1, "scheduled"), (2, "cancelled"), (3, "draft")):
        a_meeting(house, series, NOW + days * DAY_MS, state=state)

    text = ria.opens(page).text

    assert "January 1 behind us, 1 ahead, 1 left out" in ria.reads
    assert "February no meeting" in ria.reads
    assert text.count('class="dot-stone"') == 2
    assert text.count('class="dot-ring"') == 1
    assert f"/calendar?view=month&amp;on=2027-01-01&amp;group={group}" in text


@pytest.mark.parametrize("year", ["x", "1999", "2199", "٢٠٢٧", "20270", "\0", "-200"])
def test_a_year_no_calendar_has_is_a_plain_page(ria: Visitor, page: str, year: str) -> None:
    assert ria.opens(f"{page}?year={year}").status_code == 404


def test_whoever_holds_reads_counts_and_no_sums_of_answers(
    house: House, tom: Visitor, group: str, page: str
) -> None:
    """What people answered is for those who organize the group (domain.md 2.8)."""
    belongs(house, group, "tom@example.org", holds="facilitator")
    a_closed_circle(house, group)

    tom.opens(page)

    assert "five to eight" in tom.reads
    assert 'id="feedback"' not in tom.last.text
