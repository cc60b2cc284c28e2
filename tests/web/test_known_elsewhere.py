"""Whether somebody is known in this house is nobody's to learn by inviting their address."""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask import Flask

from facilitator.house import House
from facilitator.mail import worker_of
from facilitator.store.links import LinkKind
from facilitator.use_cases.export_group import export_group
from tests import calendar_rows as rows
from tests.web.letters import group_of, invited, key_for, person_with
from tests.web.visitors import Visitor


@pytest.fixture
def group(ria: Visitor, house: House) -> str:
    """A group that Ria, who is signed in, organizes; Kim belongs to another one, and Ria has
    invited the address."""
    rows.belongs(house, rows.a_group(house, name="Others"), "kim@example.org", name="Kim Brown")
    group = group_of(ria, house)
    invited(house, ria, group, "kim@example.org")
    return group


def test_pages_call_nobody_by_name_before_they_came_in(
    ria: Visitor, group: str, house: House
) -> None:
    """The list, their card, and the mail say the address that was typed, and nothing more."""
    kim = person_with(house, "kim@example.org")

    for page in ("people", f"people/{kim}", f"people/{kim}/remove", "outbox"):
        assert "kim@example.org" in (ria.opens(f"/groups/{group}/{page}") and ria.reads), page
        assert "Brown" not in ria.reads, page


def test_a_letter_that_is_handed_on_has_no_name(app: Flask, ria: Visitor, group: str) -> None:
    """Without a mail server organizers read it."""
    worker_of(app).send_due()
    (path,) = re.findall(rf"/groups/{group}/outbox/\w+", ria.opens(f"/groups/{group}/outbox").text)

    assert "/invitation/" in (ria.opens(path) and ria.reads)
    assert "Brown" not in ria.reads


def test_a_letter_that_is_handed_on_opens_no_other_group(
    app: Flask, ria: Visitor, group: str, house: House, guest: Callable[[], Visitor]
) -> None:
    """Ria, who reads Kim's invitation and gives Kim a part, gets no account in Kim's name."""
    kim, nosy = person_with(house, "kim@example.org"), guest()
    nosy.sends(f"/invitation/{key_for(house, LinkKind.INVITATION, group, 'kim@example.org')}")
    ria.sends(f"/groups/{group}/people/{kim}", holds="facilitator", role_words="a peer")
    assert nosy.opens(f"/my/{group}").status_code == 200

    asked = nosy.sends(f"/mine/{group}/account", page=f"/my/{group}/me")

    assert asked.status_code == 404
    from_the_server = app.test_cli_runner().invoke(args=["person", "link", "kim@example.org"])
    assert from_the_server.exit_code == 0


def test_what_is_taken_out_has_no_name_either(group: str, house: House) -> None:
    """Nor a language or a clock that was chosen in another group."""
    with ZipFile(BytesIO(export_group(house, group, address="http://localhost"))) as packed:
        people = packed.read("people.csv").decode()

    assert ",kim@example.org,,,,,,\r\n" in people
    assert "Brown" not in people


def test_who_is_known_stands_nowhere_else_in_the_list(
    ria: Visitor, group: str, house: House
) -> None:
    """Who is invited is in the order of addresses."""
    invited(house, ria, group, "lee@example.org")

    ria.opens(f"/groups/{group}/people")

    assert ria.reads.index("kim@example.org") < ria.reads.index("lee@example.org")
