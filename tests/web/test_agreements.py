import pytest

from facilitator.house import House
from facilitator.use_cases.read_agreements import read_agreements
from tests import calendar_rows as rows
from tests.web.visitors import Visitor


@pytest.fixture
def group(ria: Visitor, house: House) -> str:
    group = rows.a_group(house)
    rows.belongs(house, group, "ria@example.org", organizes=True)
    ria.signs_in()
    return group


def test_a_group_adds_lines_and_each_change_is_a_version(
    ria: Visitor, house: House, group: str
) -> None:
    """The newest counts; what was before can still be read."""
    page = f"/groups/{group}/agreements"
    ria.sends(page, lines="Phones stay outside.\r\n\r\nWe laugh, too.", passed_on="", seen="0")
    ria.sends(page, lines="Phones stay outside.", passed_on="Ria is\r\na teacher.", seen="1")

    found = read_agreements(house, group)

    assert [one.version for one in found.versions] == [2, 1]
    assert found.now.added == ("Ria is a teacher.", "Phones stay outside.")
    assert "We laugh, too." in (ria.opens(page) and ria.reads)


def test_the_same_lines_again_are_no_new_version(ria: Visitor, house: House, group: str) -> None:
    """The form sent twice."""
    for _ in range(2):
        ria.sends(f"/groups/{group}/agreements", lines="One line.", passed_on="", seen="0")

    assert read_agreements(house, group).now.version == 1


def test_two_who_write_at_once_both_read_what_the_other_wrote(
    ria: Visitor, house: House, group: str
) -> None:
    """Nothing is written over: the second sees the newest version and keeps their own words."""
    page = f"/groups/{group}/agreements"
    ria.sends(page, lines="Hers.", passed_on="", seen="0")

    answer = ria.sends(page, lines="His.", passed_on="", seen="0")

    assert answer.status_code == 422
    assert "Somebody changed these while you were writing." in ria.reads
    assert ">\nHis.</textarea>" in answer.text
    assert "Hers." in ria.reads
    assert read_agreements(house, group).now.lines == ("Hers.",)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("lines", "\n".join(f"Line {n}." for n in range(9))),
        ("lines", "x" * 201),
        ("lines", "a\0b"),
        ("passed_on", "y" * 401),
        ("passed_on", "\u202eyas"),
    ],
)
def test_unclear_lines_make_no_version(
    ria: Visitor, house: House, group: str, field: str, typed: str
) -> None:
    """The sentence stands beside the field."""
    fields = {"lines": "", "passed_on": "", "seen": "0", field: typed}

    answer = ria.sends(f"/groups/{group}/agreements", **fields)

    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert read_agreements(house, group).versions == ()


def test_facilitators_read_what_organizers_write(tom: Visitor, house: House, group: str) -> None:
    """There is no form for them, and none that they could send."""
    rows.belongs(house, group, "tom@example.org", holds="facilitator", role_words="peer")
    page = f"/groups/{group}/agreements"

    tom.opens(page)

    assert "The twelve lines of every circle" in tom.reads
    assert "<textarea" not in tom.last.text
    assert tom.sends(page, page="/groups/new", lines="Mine.", seen="0").status_code == 404
