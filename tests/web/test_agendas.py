"""The agenda editor, without a script: every button is a form that answers with the page."""

import re

import pytest

from facilitator.content.agendas import AGENDAS
from facilitator.house import House
from facilitator.use_cases.read_agendas import read_agendas
from tests.calendar_rows import a_group, belongs
from tests.web.visitors import Visitor

TYPED = re.compile(r'name="([\w-]+)"[^>]*?value="([^"]*)"( checked)?')
CHECKS = ("practice", "words", "replies_counted")
SELECTED = re.compile(r'<select[^>]*name="([\w-]+)".*?<option value="([^"]*)" selected', re.S)


@pytest.fixture
def place(ria: Visitor, house: House) -> str:
    """Where the agendas of Ria's group are; she has signed in."""
    group = a_group(house)
    belongs(house, group, "ria@example.org", organizes=True)
    ria.signs_in()
    return f"/groups/{group}/agendas"


def filled(visitor: Visitor, path: str, key: str = "short") -> dict[str, str]:
    """The fields of the page as a browser would send them."""
    page = visitor.opens(f"{path}/new?from={key}").text
    fields = {
        name: value
        for name, value, checked in TYPED.findall(page)
        if name != "do" and (checked or not name.startswith(CHECKS))
    }
    return {**fields, **dict(SELECTED.findall(page)), "title": "Our evening"}


def titles(visitor: Visitor) -> list[str]:
    """The rounds on the page, in order."""
    found = re.findall(r'class="round-number">\d+</span> ([^<]+)</legend>', visitor.last.text)
    return [one.strip() for one in found]


def test_an_agenda_begins_as_one_of_ours(ria: Visitor, place: str) -> None:
    """With its rounds, what they come to, and nothing open about it."""
    ria.opens(f"{place}/new?from=short")

    assert titles(ria) == ["Arrival", "Check-in", "Silence", "Sharing", "Closing"]
    assert "It takes 30 minutes. Up to 5 people" in ria.reads
    assert "It keeps what it promises." in ria.reads


def test_an_agenda_is_kept_and_chosen_from_then_on(ria: Visitor, place: str, house: House) -> None:
    """It is the group's first choice, equal in all but its name."""
    sent = ria.posts(f"{place}/new", do="keep", **filled(ria, place))

    assert sent.status_code == 303
    kept = read_agendas(house, place.split("/")[2])[0].template
    assert str(kept.title) == "Our evening"
    assert kept.rounds == AGENDAS["short"].rounds
    assert (kept.capacity_mixed, kept.capacity_spoken) == (5, 7)
    assert "Our evening" in ria.opens(place).text


def test_rounds_change_places_without_a_script(ria: Visitor, place: str) -> None:
    """The button that was pressed has the focus again, in its new place; nothing is kept."""
    ria.posts(f"{place}/new", **filled(ria, place), do="up-2")

    assert titles(ria) == ["Arrival", "Silence", "Check-in", "Sharing", "Closing"]
    assert re.search(r'value="up-1"[^>]*autofocus', ria.last.text)
    assert "Silence is number 2 now." in ria.reads
    assert "None so far." in ria.opens(place).text


def test_a_round_comes_before_the_closing(ria: Visitor, place: str) -> None:
    """And goes again."""
    ria.posts(f"{place}/new", **{**filled(ria, place), "add_kind": "break"}, do="add")
    assert titles(ria)[-2:] == ["Break", "Closing"]

    ria.posts(f"{place}/new", **filled(ria, place), do="remove-4")
    assert titles(ria) == ["Arrival", "Check-in", "Silence", "Sharing"]
    assert "The last round is the closing." in ria.reads


def test_an_agenda_is_counted_again_as_it_is_typed(ria: Visitor, place: str) -> None:
    """Twice the time for sharing has room for twice the people; the promise about the end shows."""
    fields = {**filled(ria, place), "minutes-3": "24", "reserve": "9"}

    ria.posts(f"{place}/new", **fields, do="look")

    assert "It takes 42 minutes. Up to 10 people" in ria.reads
    assert "The closing is shorter than the time that is kept for it." in ria.reads


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"minutes-1": "many"}, "Please choose a number from 1 to 120."),
        ({"minutes-1": "0"}, "Please choose a number from 1 to 120."),
        ({"title": " "}, "Please write something here."),
        ({"reserve": "90"}, "Please choose a number from 3 to 60."),
    ],
)
def test_what_is_unclear_is_said_beside_its_field(
    ria: Visitor, place: str, change: dict[str, str], sentence: str
) -> None:
    """And what was typed stays."""
    ria.posts(f"{place}/new", **{**filled(ria, place), **change}, do="keep")

    assert ria.last.status_code == 422
    assert sentence in ria.reads
    for typed in change.values():
        assert f'value="{typed}"' in ria.last.text


@pytest.mark.parametrize("do", ["up-99", "down--1", "remove-x", "up-²", "add", "", "keep-1"])
def test_a_strange_button_changes_nothing(ria: Visitor, place: str, do: str) -> None:
    """Nor does a round of a kind that doesn't exist come in."""
    fields = {**filled(ria, place), "kind-7": "duel", "minutes-7": "5", "add_kind": "duel"}

    ria.posts(f"{place}/new", **fields, do=do)

    assert ria.last.status_code == 200
    assert titles(ria) == ["Arrival", "Check-in", "Silence", "Sharing", "Closing"]


def test_only_organizers_have_agendas_here(
    ria: Visitor, tom: Visitor, place: str, house: House
) -> None:
    """For everyone else there is nothing; another group's agenda isn't there either."""
    ria.posts(f"{place}/new", do="keep", **filled(ria, place))
    agenda = read_agendas(house, place.split("/")[2])[0].choice
    elsewhere = a_group(house)
    belongs(house, elsewhere, "tom@example.org", organizes=True)

    for path in (place, f"{place}/new", f"{place}/{agenda}"):
        assert tom.opens(path).status_code == 404
    assert tom.opens(f"/groups/{elsewhere}/agendas/{agenda}").status_code == 404
    assert tom.sends(f"/groups/{elsewhere}/agendas/{agenda}/remove", page="/groups").status_code
    assert len([one for one in read_agendas(house, place.split("/")[2]) if one.own]) == 1


def test_an_agenda_is_changed_and_removed(ria: Visitor, place: str, house: House) -> None:
    """In its own place; removing it twice is removing it."""
    group = place.split("/")[2]
    ria.posts(f"{place}/new", do="keep", **filled(ria, place))
    agenda = read_agendas(house, group)[0].choice
    fields = {**filled(ria, place), "title": "Our night"}

    ria.posts(f"{place}/{agenda}", do="keep", **fields)
    assert [str(one.template.title) for one in read_agendas(house, group) if one.own] == [
        "Our night"
    ]
    for _ in range(2):
        assert (
            ria.posts(f"{place}/{agenda}/remove", csrf_token=fields["csrf_token"]).status_code
            == 303
        )
    assert not any(one.own for one in read_agendas(house, group))
