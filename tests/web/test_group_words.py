import pytest

from facilitator.house import House
from facilitator.store import groups
from facilitator.store.database import read
from facilitator.store.group_tables import Group
from tests import calendar_rows as rows
from tests.web.visitors import Visitor

WORDS = {
    "name": "Thursday walkers",
    "role_words": "peer facilitator",
    "contact": "hello@example.org",
    "zone": "America/Sao_Paulo",
    "access": "closed",
    "topics": "Quiet evenings, New in town,Quiet evenings ",
    "fallback_words": "We’re sorry.",
}


def kept(house: House, group: str) -> Group:
    with read(house.database) as session:
        found = groups.group(session, group)
    assert found is not None
    return found


def test_a_group_has_a_clock_a_door_and_topics(ria: Visitor, house: House) -> None:
    """And the form shows them again."""
    ria.signs_in()
    page = ria.sends("/groups/new", **WORDS).headers["Location"]

    group = kept(house, page.rpartition("/")[2])

    assert (group.zone, group.access) == ("America/Sao_Paulo", "closed")
    assert group.topics == '["Quiet evenings", "New in town"]'
    again = ria.opens(f"{page}/words").text
    assert 'value="America/Sao_Paulo" selected' in again
    assert 'value="Quiet evenings, New in town"' in again


def test_without_a_choice_the_clock_is_utc_and_the_door_open(ria: Visitor, house: House) -> None:
    ria.signs_in()
    few = {name: WORDS[name] for name in ("name", "role_words", "contact")}
    group = kept(house, ria.sends("/groups/new", **few).headers["Location"].rpartition("/")[2])

    assert (group.zone, group.access, group.topics) == ("UTC", "open", "[]")


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("zone", "Mars/Olympus"),
        ("zone", "../../etc/passwd"),
        ("zone", "localtime"),
        ("access", "ajar"),
        ("topics", "a,b,c,d,e,f,g"),
        ("topics", "x" * 41),
        ("fallback_words", "a\0b"),
    ],
)
def test_an_unclear_wish_changes_nothing(
    ria: Visitor, house: House, field: str, typed: str
) -> None:
    """The sentence stands beside the field."""
    ria.signs_in()
    page = ria.sends("/groups/new", **WORDS).headers["Location"]

    answer = ria.sends(f"{page}/words", **{**WORDS, "name": "Another name", field: typed})

    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert kept(house, page.rpartition("/")[2]).name == "Thursday walkers"


def test_a_facilitator_writes_their_own_card(tom: Visitor, house: House) -> None:
    """Nobody has to be asked for it; what the group reads is the organizers'."""
    group = rows.a_group(house)
    rows.belongs(house, group, "tom@example.org", holds="co_facilitator", role_words="peer")
    tom.sends(f"/groups/{group}/card", role_words="a nurse who has been there")

    assert 'value="a nurse who has been there"' in tom.opens(f"/groups/{group}/card").text
    assert tom.sends(f"/groups/{group}/card", role_words="").status_code == 422
    assert tom.opens(f"/groups/{group}/words").status_code == 404
