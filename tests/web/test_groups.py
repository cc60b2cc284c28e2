from dataclasses import dataclass
from typing import Any

import pytest

from tests.web.visitors import Visitor

WORDS = {
    "name": "Thursday walkers",
    "role_words": "peer facilitator",
    "contact": "hello@example.org",
    "other_support": "Crisis line: 555 0100",
}


@dataclass
class Opened:
    circle_id: str = "c0ffee"
    door_key: str = "door-key-of-the-circle"
    hold_key: str = "hold-key-of-the-circle"


@pytest.fixture
def openings(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What was asked of `open_circle`, which opens nothing here."""
    asked: list[dict[str, Any]] = []

    def open_circle(_house: object, **wishes: Any) -> Opened:
        asked.append(wishes)
        return Opened()

    monkeypatch.setattr("facilitator.web.groups.open_circle", open_circle)
    return asked


@pytest.fixture
def group(ria: Visitor) -> str:
    """The path of a group that Ria, who is signed in, has made."""
    ria.signs_in()
    return ria.sends("/groups/new", **WORDS).headers["Location"]


def test_before_the_first_group_the_page_says_what_comes_next(ria: Visitor) -> None:
    """An empty list is an invitation, not a hole."""
    ria.signs_in()

    ria.opens("/groups")

    assert "There is no group yet." in ria.reads
    assert 'href="/groups/new"' in ria.last.text


def test_ria_makes_a_group(ria: Visitor, group: str) -> None:
    """The group is in her list, and its page offers agendas."""
    ria.opens("/groups")
    assert "Thursday walkers" in ria.reads

    assert "Open a circle now" in (ria.opens(group) and ria.reads)

    assert "Short circle" in (ria.opens(f"{group}/open") and ria.reads)


def test_a_groups_name_is_in_no_title_and_in_no_address(ria: Visitor, group: str) -> None:
    """Tabs, history and links say nothing about the group (I35)."""
    page = ria.opens(group).text

    assert "<title>Holdspace</title>" in page
    assert "walkers" not in group.lower()


def test_what_a_group_reads_can_be_changed(ria: Visitor, group: str) -> None:
    """The form shows what is there; sending it keeps the new words."""
    ria.opens(f"{group}/words")
    assert 'value="hello@example.org"' in ria.last.text

    ria.sends(f"{group}/words", **{**WORDS, "fallback_words": "We’re sorry.\r\nNext week again."})

    assert "We’re sorry.\nNext week again." in ria.opens(f"{group}/words").text


@pytest.mark.parametrize("path", ["", "/words", "/circles/c0ffee"])
def test_a_group_is_open_to_its_facilitators_alone(group: str, tom: Visitor, path: str) -> None:
    """For another account there is nothing at its address."""
    assert tom.opens(group + path).status_code == 404


def test_nobody_else_opens_or_changes_a_group(
    group: str, tom: Visitor, openings: list[dict[str, Any]]
) -> None:
    """Another account's forms reach nothing."""
    opened = tom.sends(f"{group}/open", page="/groups/new", agenda="short", starts_in="0", seats="")
    changed = tom.sends(f"{group}/words", page="/groups/new", **WORDS)

    assert (opened.status_code, changed.status_code) == (404, 404)
    assert openings == []


def test_without_a_sign_in_the_way_leads_to_the_sign_in_page(group: str, somebody: Visitor) -> None:
    """And back to the page that was asked for."""
    answer = somebody.opens(group)

    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/sign-in?next={group}"


@pytest.mark.parametrize(
    "group_id", ["nobodys", "0" * 5000, "%00", "a%0Ab", "%F0%9F%8C%99", "..%2f..%2fetc"]
)
def test_an_address_without_a_group_is_a_plain_page(ria: Visitor, group_id: str) -> None:
    """Whatever stands in the address."""
    ria.signs_in()

    assert ria.opens(f"/groups/{group_id}").status_code == 404
    assert "There's nothing at this address" in ria.reads


def test_ria_opens_a_circle_and_gets_the_link_to_share(
    ria: Visitor, group: str, openings: list[dict[str, Any]]
) -> None:
    """One form; then the link for the group, and the way into the room."""
    answer = ria.sends(f"{group}/open", page=group, agenda="short", starts_in="5", seats="4")
    assert answer.status_code == 303
    page = ria.opens(answer.headers["Location"]).text

    assert openings[0]["agenda"] == "short"
    assert openings[0]["starts_in_ms"] == 300_000
    assert openings[0]["seats_max"] == 4
    assert openings[0]["group_id"] == group.rpartition("/")[2]
    assert 'value="http://localhost/door/door-key-of-the-circle"' in page
    assert 'href="/hold/hold-key-of-the-circle"' in page
    assert "key" not in answer.headers["Location"]


def test_without_a_number_a_circle_has_the_seats_its_agenda_has_room_for(
    ria: Visitor, group: str, openings: list[dict[str, Any]]
) -> None:
    """The short circle has room for five."""
    ria.sends(f"{group}/open", page=group, agenda="short", starts_in="0", seats="")

    assert openings[0]["seats_max"] == 5


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        ({"agenda": "nothing"}, "Please choose one of these agendas."),
        ({"agenda": "\0"}, "Please choose one of these agendas."),
        ({"starts_in": "-1"}, "Please choose a number from 0 to 30."),
        ({"starts_in": "soon"}, "Please choose a number from 0 to 30."),
        ({"starts_in": "٣"}, "Please choose a number from 0 to 30."),
        ({"seats": "13"}, "Please choose a number from 2 to 12."),
        ({"seats": "9" * 4000}, "Please choose a number from 2 to 12."),
        ({"seats": "8"}, "Not everyone could be offered space: 8 seats need"),
    ],
)
def test_a_wish_that_cant_be_kept_gets_a_sentence_and_opens_nothing(
    ria: Visitor,
    group: str,
    openings: list[dict[str, Any]],
    wish: dict[str, str],
    sentence: str,
) -> None:
    """The form is shown again, with what was chosen."""
    wishes = {"agenda": "short", "starts_in": "0", "seats": "4", **wish}

    answer = ria.sends(f"{group}/open", page=group, **wishes)

    assert answer.status_code == 422
    assert sentence in ria.reads
    assert openings == []


@pytest.mark.usefixtures("openings")
def test_the_links_are_shown_in_the_browser_that_opened_the_circle(
    ria: Visitor, group: str
) -> None:
    """After a sign-out they are gone."""
    place = ria.sends(f"{group}/open", page=group, agenda="short", starts_in="5", seats="").headers[
        "Location"
    ]
    ria.signs_out()
    ria.signs_in()

    assert ria.opens(place).status_code == 404


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", ""),
        ("name", "a\0b"),
        ("name", "x" * 81),
        ("role_words", "\N{RIGHT-TO-LEFT OVERRIDE}leader"),
        ("contact", ""),
        ("contact", "c" * 201),
        ("other_support", "line\0line"),
        ("other_support", "long " * 1000),
    ],
)
def test_unclear_words_make_no_group(ria: Visitor, field: str, typed: str) -> None:
    """The sentence stands beside the field."""
    ria.signs_in()

    answer = ria.sends("/groups/new", **{**WORDS, field: typed})

    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert "There is no group yet." in (ria.opens("/groups") and ria.reads)


def test_words_are_shown_as_words(ria: Visitor) -> None:
    """Markup in a name is text on the page."""
    ria.signs_in()

    ria.sends("/groups/new", **{**WORDS, "name": "<script>alert(1)</script>"})

    assert "<script>alert" not in ria.opens("/groups").text
