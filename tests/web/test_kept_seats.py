"""A seat that somebody was told is theirs is there when they come to the door."""

from collections.abc import Callable

import pytest

from facilitator.circle.plan import MINUTE
from facilitator.circle.refusals import Refusal
from facilitator.house import House
from facilitator.store import meetings
from facilitator.store.database import read, write
from facilitator.store.links import LinkKind, open_link
from facilitator.use_cases.answer_meeting import answer_meeting
from facilitator.use_cases.open_circle import door_key_of
from facilitator.use_cases.open_due_meetings import open_due_meetings
from facilitator.use_cases.take_seat import Seated, Wish, take_seat
from tests import calendar_rows as rows
from tests.web.letters import person_with
from tests.web.visitors import FixedClock, Visitor

WISH = {"agreements": "yes", "adult": "yes", "mode": "open", "level": "none"}
FULL = Refusal("door/full")


@pytest.fixture
def group(house: House) -> str:
    """A closed group: Ria holds its meetings; Jo, Kim and Lee belong to it."""
    group = rows.a_group(house, access="closed")
    rows.belongs(house, group, "ria@example.org", organizes=True, holds="facilitator")
    for name in ("jo", "kim", "lee"):
        rows.belongs(house, group, f"{name}@example.org")
    return group


@pytest.fixture
def meeting(house: House, group: str) -> str:
    """Two seats: one is Jo's, who said so, the other nobody's yet. It begins in five minutes."""
    series = rows.a_series(house, group, seats_max=2)
    begins = house.clock.now() + 5 * MINUTE
    meeting = rows.a_meeting(house, series, begins)
    rows.holds(house, meeting, person_with(house, "ria@example.org"))
    rows.replies(house, meeting, person_with(house, "jo@example.org"))
    return meeting


@pytest.fixture
def door(house: House, meeting: str) -> str:
    """The key of its door, which stands open."""
    assert open_due_meetings(house) == 1
    with read(house.database) as session:
        found = meetings.meeting(session, meeting)
    assert found is not None
    assert found.circle_id is not None
    return door_key_of(house, found.circle_id)


def comes(house: House, door: str, name: str) -> Seated | Refusal | None:
    return take_seat(house, door, Wish(name), person_with(house, f"{name.lower()}@example.org"))


def test_who_has_a_seat_finds_it_though_others_came_first(house: House, door: str) -> None:
    """Kim sits down on the free one; Lee, for whom there is none, waits outside."""
    assert isinstance(comes(house, door, "Kim"), Seated)
    assert comes(house, door, "Lee") == FULL

    assert isinstance(comes(house, door, "Jo"), Seated)
    assert comes(house, door, "Lee") == FULL


def test_a_seat_given_back_at_the_last_moment_is_whoever_comes(
    house: House, door: str, meeting: str
) -> None:
    """Jo says “not this time” when the door stands open already."""
    assert isinstance(comes(house, door, "Kim"), Seated)
    answer_meeting(house, meeting, person_with(house, "jo@example.org"), "not_this_time")

    assert isinstance(comes(house, door, "Lee"), Seated)


def test_a_seat_is_kept_until_the_meeting_is_on_its_way(
    house: House, door: str, clock: FixedClock
) -> None:
    """Five minutes in, an empty seat is better sat on, whoever it was kept for."""
    assert isinstance(comes(house, door, "Kim"), Seated)
    clock.pass_days(9 * MINUTE / rows.DAY_MS)
    assert comes(house, door, "Lee") == FULL

    clock.pass_days(1.1 * MINUTE / rows.DAY_MS)

    assert isinstance(comes(house, door, "Lee"), Seated)


def test_nobody_fills_in_a_form_for_a_seat_that_is_kept(
    house: House, door: str, group: str, guest: Callable[[], Visitor]
) -> None:
    """The door says at once that it is full, and where else to turn."""
    comes(house, door, "Kim")
    lee = guest()
    with write(house.database) as session:
        person, now = person_with(house, "lee@example.org"), house.clock.now()
        key = open_link(session, house.secret, LinkKind.SEAT, group, person, now=now).key
    lee.opens(f"/mine/{key}")

    assert "This circle is full today" in (lee.opens(f"/door/{door}") and lee.reads)
    assert "What may we call you?" not in lee.reads
    assert "Other support" in lee.reads
