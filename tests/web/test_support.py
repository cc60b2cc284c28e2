import pytest

from facilitator.house import House
from facilitator.store import groups
from facilitator.store.database import read
from facilitator.use_cases.read_support import read_support
from facilitator.use_cases.support_ready import needs_a_look, support_flaws
from tests.web.visitors import FixedClock, Visitor

WORDS = {
    "name": "Thursday walkers",
    "role_words": "peer facilitator",
    "contact": "hello@example.org",
    "zone": "Europe/Berlin",
}
LINE = {
    "region": "Berlin",
    "kind": "crisis",
    "name": "Night line",
    "how": "555 0100, day and night",
    "checked_on": "2027-01-10",
}


@pytest.fixture
def group(ria: Visitor) -> str:
    """A group of Ria's without any other support."""
    ria.signs_in()
    return ria.sends("/groups/new", **WORDS).headers["Location"].rpartition("/")[2]


def at_the_door(house: House, group: str) -> str:
    with read(house.database) as session:
        found = groups.group(session, group)
    assert found is not None
    return found.other_support


def flaws(house: House, group: str, today: str) -> list[str]:
    with read(house.database) as session:
        return [flaw.code for flaw in support_flaws(session, group, today)]


def test_lines_written_when_a_group_is_made_are_places_on_its_list(
    ria: Visitor, house: House
) -> None:
    """Each with the day it was written down; doors show what was typed."""
    ria.signs_in()
    typed = "Crisis line: 555 0100\r\n\r\nLibrary, Mondays"
    made = ria.sends("/groups/new", **WORDS, other_support=typed)
    group = made.headers["Location"].rpartition("/")[2]

    cards = read_support(house, group).cards

    assert [(c.words.name, c.words.how) for c in cards] == [
        ("Crisis line", "555 0100"),
        ("Library, Mondays", ""),
    ]
    assert {c.words.checked_on for c in cards} == {"2027-01-15"}
    assert at_the_door(house, group) == "Crisis line: 555 0100\nLibrary, Mondays"


def test_doors_read_what_the_list_says_now(ria: Visitor, house: House, group: str) -> None:
    """Added, changed, taken off: each by region."""
    page = f"/groups/{group}/support"
    ria.sends(page, **LINE)
    ria.sends(page, **{**LINE, "region": "", "kind": "group", "name": "Walkers", "how": "Sundays"})
    assert at_the_door(house, group) == (
        "Walkers: Sundays\n\nBerlin\nNight line: 555 0100, day and night"
    )

    first = read_support(house, group).cards[0]
    ria.sends(f"{page}/{first.id}", **{**LINE, "name": "Day line", "how": "555 0200"})
    assert "Day line: 555 0200" in at_the_door(house, group)
    ria.sends(f"{page}/{first.id}/remove", page=page)

    assert at_the_door(house, group) == "Berlin\nNight line: 555 0100, day and night"


def test_the_same_place_sent_twice_is_there_once(ria: Visitor, house: House, group: str) -> None:
    for _ in range(2):
        ria.sends(f"/groups/{group}/support", **LINE)

    assert len(read_support(house, group).cards) == 1


def test_without_a_place_no_meeting_is_published(ria: Visitor, house: House, group: str) -> None:
    """And neither with one that nobody looked at for a year (domain.md 2.1)."""
    assert flaws(house, group, "2027-01-15") == ["support/none"]

    ria.sends(f"/groups/{group}/support", **LINE)

    assert flaws(house, group, "2028-01-10") == []
    assert flaws(house, group, "2028-01-11") == ["support/unchecked"]
    assert needs_a_look("", "2027-01-15")


def test_whoever_looked_says_so_with_one_tap(
    ria: Visitor, house: House, group: str, clock: FixedClock
) -> None:
    """The page asks for it after a year, in words."""
    page = f"/groups/{group}/support"
    ria.sends(page, **LINE)
    clock.pass_days(400)
    ria.signs_in()
    assert "wasn’t looked at for a year" in (ria.opens(page) and ria.reads)

    entry = read_support(house, group).cards[0].id
    ria.sends(f"{page}/checked", page=page, entry=entry)

    assert "wasn’t looked at for a year" not in (ria.opens(page) and ria.reads)
    assert "2028" in ria.reads


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", ""),
        ("name", "x" * 121),
        ("how", ""),
        ("how", "a\0b"),
        ("how", "x" * 501),
        ("kind", "friends"),
        ("region", "\u202eyrtnuoc"),
        ("checked_on", "tomorrow"),
        ("checked_on", "2027-01-16"),
        ("checked_on", "2027-02-30"),
    ],
)
def test_an_unclear_place_is_not_on_the_list(
    ria: Visitor, house: House, group: str, field: str, typed: str
) -> None:
    """The sentence stands beside the field, and what was typed is still there."""
    answer = ria.sends(f"/groups/{group}/support", **{**LINE, field: typed})

    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert read_support(house, group).cards == ()


def test_a_place_of_another_group_cant_be_reached(
    ria: Visitor, tom: Visitor, house: House, group: str
) -> None:
    """Not even by somebody who organizes one."""
    ria.sends(f"/groups/{group}/support", **LINE)
    entry = read_support(house, group).cards[0].id
    other = tom.sends("/groups/new", **WORDS).headers["Location"]

    assert tom.opens(f"{other}/support/{entry}").status_code == 404
    tom.sends(f"{other}/support/{entry}/remove", page=f"{other}/support")

    assert len(read_support(house, group).cards) == 1
