"""The calendar: a week, a month and a list of what is planned in somebody's groups."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import update

from facilitator.house import House
from facilitator.store.database import write
from facilitator.store.people_tables import Person
from facilitator.web.calendar_days import VIEWS, day_read, months_on
from facilitator.web.month_picture import month_picture
from tests.calendar_rows import DAY_MS, a_group, a_meeting, a_series, belongs, holds
from tests.web.queries import questions
from tests.web.visitors import Visitor

# Friday 15 January 2027, 08:00 UTC: where the clock of these tests stands.
NOW = 1_800_000_000_000


def at(text: str) -> int:
    """UTC ms of a moment such as 2027-01-21T18:00."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


@pytest.fixture
def walkers(house: House, ria: Visitor) -> str:
    """Ria's group in Berlin; she has signed in."""
    group = a_group(house)
    belongs(house, group, "ria@example.org", organizes=True, holds="facilitator")
    ria.signs_in()
    return group


@pytest.fixture
def meets(house: House, walkers: str) -> Callable[..., str]:
    """The group has a meeting at that moment (UTC)."""
    series = a_series(house, walkers)

    def meeting(moment: str, **fields: object) -> str:
        return a_meeting(house, series, at(moment), **fields)

    return meeting


def cell(page: str, day: str) -> str:
    """What stands in the month's cell of a day, as `Thu, Jan 21`."""
    found = [part for part in re.findall(r"<td.*?</td>", page, re.S) if day in part]
    return " ".join(found[0].split()) if found else ""


@pytest.mark.parametrize("view", VIEWS)
def test_a_meeting_stands_on_its_day_in_every_view(
    ria: Visitor, meets: Callable[..., str], view: str
) -> None:
    """In the group's wall clock, because Ria chose none of her own."""
    meets("2027-01-14T18:00")

    ria.opens(f"/calendar?view={view}")

    assert "7:00 PM" in ria.reads
    assert "Thu, Jan 14" in ria.reads
    assert "Times are those of Europe/Berlin" in ria.reads


def test_the_wall_clock_is_the_readers_own(
    house: House, ria: Visitor, meets: Callable[..., str]
) -> None:
    """An evening in Berlin is the next morning in Kathmandu; the group's own time is told, too."""
    meets("2027-01-20T20:00")
    with write(house.database) as session:
        session.execute(update(Person).values(zone="Asia/Kathmandu"))

    assert "1:45 AM" in cell(ria.opens("/calendar").text, "Thu, Jan 21")
    ria.opens("/calendar?view=week&on=2027-01-21")
    assert "Wed, Jan 20, 9:00 PM in Europe/Berlin" in ria.reads


def test_across_a_clock_change_the_days_stay_whole(ria: Visitor, meets: Callable[..., str]) -> None:
    """The last minute of a day of 23 hours belongs to it, the first of the next doesn't."""
    meets("2027-03-28T21:55")
    meets("2027-03-28T22:05")

    page = ria.opens("/calendar?on=2027-03-01").text

    assert "11:55" in cell(page, "Sun, Mar 28")
    assert "12:05" in cell(page, "Mon, Mar 29")


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("draft", "A draft, which nobody else sees"),
        ("skipped", "Left out this time"),
        ("cancelled", "Cancelled"),
        ("over", "Over"),
    ],
)
def test_what_became_of_a_meeting_is_said_in_words(
    ria: Visitor, meets: Callable[..., str], state: str, words: str
) -> None:
    """Never by a colour alone."""
    meets("2027-01-21T18:00", state=state)

    page = ria.opens("/calendar").text

    assert words in cell(page, "Thu, Jan 21")


def test_who_holds_and_does_not_organize_sees_no_drafts(
    house: House, tom: Visitor, meets: Callable[..., str], walkers: str
) -> None:
    """A plan is its organizers' until it is published."""
    belongs(house, walkers, "tom@example.org", holds="co_facilitator")
    meets("2027-01-20T18:00", state="draft")
    meets("2027-01-21T18:00")

    page = tom.opens("/calendar").text

    assert "7:00" in cell(page, "Thu, Jan 21")
    assert "7:00" not in cell(page, "Wed, Jan 20")


def test_who_said_yes_is_named_and_who_was_asked_is_not(
    house: House, ria: Visitor, meets: Callable[..., str], walkers: str
) -> None:
    """The list says who holds each meeting."""
    tom = belongs(house, walkers, "tom@example.org", name="Tom", holds="facilitator")
    kim = belongs(house, walkers, "kim@example.org", name="Kim", holds="co_facilitator")
    meeting = meets("2027-01-21T18:00")
    holds(house, meeting, tom)
    holds(house, meeting, kim, part="co", answer="asked")

    ria.opens("/calendar?view=list")

    assert "Tom" in ria.reads
    assert "Kim" not in ria.reads


def test_a_member_who_only_comes_has_an_empty_calendar_here(
    house: House, tom: Visitor, meets: Callable[..., str], walkers: str
) -> None:
    """Their own page tells them; this one is for those who organize or hold."""
    belongs(house, walkers, "tom@example.org")
    meets("2027-01-21T18:00")

    tom.opens("/calendar")

    assert "No group yet" in tom.reads
    assert "walkers" not in tom.reads
    assert tom.opens(f"/calendar?group={walkers}").status_code == 404


def test_of_several_groups_one_can_be_looked_at_alone(
    house: House, ria: Visitor, meets: Callable[..., str], walkers: str
) -> None:
    """And the ways to earlier and later stay with it."""
    evening = a_group(house, name="Evening readers")
    belongs(house, evening, "ria@example.org", organizes=True)
    a_meeting(house, a_series(house, evening), at("2027-01-22T18:00"))
    meets("2027-01-21T18:00")
    assert "Fri, Jan 22" in ria.opens("/calendar?view=list").text

    page = ria.opens(f"/calendar?view=list&group={walkers}").text

    assert "Fri, Jan 22" not in page
    assert page.count(f"group={walkers}") >= 6


@pytest.mark.parametrize(
    "asked",
    [
        "view=year",
        "on=yesterday",
        "on=2027-02-30",
        "on=0001-01-01",
        "on=9999-12-31",
        "on=%00",
        "on=" + "9" * 5000,
        "view=week&on=1970-01-01",
        "on=2198-12-31&view=list",
        "on=2000-01-01&view=week",
    ],
)
@pytest.mark.usefixtures("walkers")
def test_whatever_stands_in_the_address_there_is_a_calendar(ria: Visitor, asked: str) -> None:
    assert ria.opens(f"/calendar?{asked}").status_code == 200


@pytest.mark.usefixtures("walkers")
def test_a_day_that_isnt_one_is_said_to_be_unclear(ria: Visitor) -> None:
    """And today is shown instead."""
    ria.opens("/calendar?on=soon")

    assert "We couldn’t read that day" in ria.reads
    assert "January 2027" in ria.reads


@pytest.mark.usefixtures("walkers")
def test_a_group_that_isnt_hers_has_no_calendar(ria: Visitor) -> None:
    assert ria.opens("/calendar?group=another").status_code == 404


def test_without_a_sign_in_the_way_leads_to_the_sign_in_page(somebody: Visitor) -> None:
    assert somebody.opens("/calendar").headers["Location"] == "/sign-in?next=/calendar"


@pytest.mark.parametrize("week_begins", range(7))
def test_the_weeks_of_a_month_are_whole(week_begins: int) -> None:
    """Every month of a leap year: from a first weekday to a last one, each of its days once."""
    for number in range(12):
        month = months_on(date(2028, 1, 1), number)
        days = list(VIEWS["month"](month, week_begins))

        assert days[0].weekday() == week_begins
        assert len(days) % 7 == 0
        assert sum(day.month == month.month for day in days) == (months_on(month, 1) - month).days


def test_earlier_and_later_lead_back() -> None:
    """From every view and any day, also across the ends of years."""
    for view in VIEWS.values():
        for day in (date(2027, 1, 31), date(2028, 2, 29), date(2027, 12, 31)):
            days = view(day, 0)

            assert day in list(view(view(days.after, 0).before, 0))


@pytest.mark.parametrize("typed", ["", "x", "2027-13-01", "1999-12-31", "2199-01-01", "٢٠٢٧-٠١-٠١"])
def test_days_no_calendar_has_are_none(typed: str) -> None:
    assert day_read(typed) is None


def test_the_picture_of_a_month_has_a_dot_a_day() -> None:
    """A stone where a meeting is, a ring where one was going to be."""
    states = {date(2027, 2, 4): ["scheduled"], date(2027, 2, 11): ["cancelled"]}

    picture = month_picture(date(2027, 2, 1), states, 0)

    assert len(picture.dots) == 28
    assert [dot.mark for dot in picture.dots].index("stone") == 3
    assert [dot.mark for dot in picture.dots].index("ring") == 10
    assert max(dot.x for dot in picture.dots) < picture.width


def test_a_calendar_costs_the_same_number_of_questions_for_any_number_of_meetings(
    house: House, ria: Visitor, walkers: str
) -> None:
    """Four meetings or sixty."""
    series = a_series(house, walkers)
    counts = []
    for days in (range(4), range(4, 60)):
        for number in days:
            a_meeting(house, series, NOW + number * DAY_MS)
        with questions(house) as asked:
            ria.opens("/calendar?view=list")
        counts.append(len(asked))

    assert counts[0] == counts[1]
    assert counts[1] < 12
