from pathlib import Path

import pytest
from flask import Flask

from facilitator.house import House
from facilitator.use_cases.add_person import add_person
from facilitator.use_cases.first_account import first_account_link
from facilitator.use_cases.invite_again import invite_again
from tests.web.visitors import PASSWORD, FixedClock, Visitor

NEUTRAL = "This link doesn't open anything now"


def path_of(link: str | None) -> str:
    assert link is not None
    return link.removeprefix("http://localhost")


def test_the_first_link_makes_an_account_and_signs_in(app: Flask, somebody: Visitor) -> None:
    """Whoever opens the first link chooses a name and a password, and is in."""
    link = path_of(first_account_link(app))

    answer = somebody.sends(link, name="Ria", email="Ria@Example.org", password=PASSWORD)

    assert answer.status_code == 303
    assert somebody.opens("/groups").status_code == 200
    assert "Your groups" in somebody.reads


def test_the_address_begins_where_the_server_is(app: Flask) -> None:
    """The link can be clicked as it is printed."""
    assert (first_account_link(app) or "").startswith("http://localhost/begin/")


@pytest.mark.usefixtures("ria")
def test_there_is_one_first_account(app: Flask) -> None:
    """Once somebody has an account there is no first link."""
    assert first_account_link(app) is None


def test_all_links_that_open_nothing_read_the_same(
    app: Flask, house: House, clock: FixedClock, somebody: Visitor
) -> None:
    """Wrong, replaced, used, late: one page, one status."""
    replaced = path_of(first_account_link(app))
    used = path_of(first_account_link(app))
    somebody.sends(used, name="Ria", email="ria@example.org", password=PASSWORD)
    late = path_of(add_person(house, name="Tom", email="tom@example.org").link)
    clock.pass_days(8)

    answers = [
        (somebody.opens(link).status_code, somebody.reads)
        for link in (replaced, used, late, "/begin/never-was", "/begin/%00", "/begin/" + "x" * 900)
    ]

    assert {answer[0] for answer in answers} == {404}
    assert len(set(answers)) == 1
    assert NEUTRAL in somebody.reads


def test_an_open_page_of_a_used_link_makes_no_second_account(app: Flask, somebody: Visitor) -> None:
    """Two people who opened the same link: the second one reads the neutral page."""
    link = path_of(first_account_link(app))
    token_page = somebody.opens(link).text
    late_comer = Visitor(app.test_client())
    late_comer.opens(link)
    somebody.sends(link, name="Ria", email="ria@example.org", password=PASSWORD)

    answer = late_comer.sends(
        link, page="/sign-in", name="Eve", email="eve@example.org", password=PASSWORD
    )

    assert "csrf_token" in token_page
    assert answer.status_code == 404
    assert NEUTRAL in late_comer.reads


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("name", "  ", "Please write something here."),
        ("name", "x" * 1000, "up to 80 characters fit"),
        ("name", "Ri\0a", "hidden character"),
        ("name", "Ri\N{RIGHT-TO-LEFT OVERRIDE}a", "hidden character"),
        ("email", "ria", "doesn't look like an e-mail address yet"),
        ("email", "ria@example.org\0", "doesn't look like an e-mail address yet"),
        ("email", "r" * 300 + "@example.org", "doesn't look like an e-mail address yet"),
        ("password", "short", "Please choose 10 characters or more."),
        ("password", "p" * 1000, "up to 200 characters fit"),
    ],
)
def test_what_cant_be_taken_is_answered_beside_its_field(
    app: Flask, somebody: Visitor, field: str, typed: str, sentence: str
) -> None:
    """Nothing is made, the sentence stands beside the field, and the other fields are kept."""
    link = path_of(first_account_link(app))
    fields = {"name": "Ria", "email": "ria@example.org", "password": PASSWORD, field: typed}

    answer = somebody.sends(link, **fields)

    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert sentence in somebody.reads
    assert PASSWORD not in answer.text
    assert first_account_link(app) is not None


def test_an_invited_person_chooses_a_password(app: Flask, house: House, somebody: Visitor) -> None:
    """The link of `person add` shows for whom it is and asks for a password only."""
    link = path_of(add_person(house, name="Tom", email="tom@example.org").link)
    somebody.opens(link)
    assert "This account is for tom@example.org." in somebody.reads

    somebody.sends(link, name="Tom", email="eve@example.org", password=PASSWORD)

    assert Visitor(app.test_client()).signs_in("tom@example.org").status_code == 303


def test_a_new_password_ends_the_sign_ins_before_it(house: House, ria: Visitor, app: Flask) -> None:
    """Who had the old password's cookie is out, and open sockets are told."""
    told: list[str] = []
    house.on_sign_out.append(told.append)
    ria.signs_in()
    elsewhere = Visitor(app.test_client())
    link = path_of(invite_again(house, "ria@example.org"))

    elsewhere.sends(link, name="Ria", password="another long sentence")

    assert ria.opens("/groups").status_code == 302
    assert len(told) == 1
    assert elsewhere.opens("/groups").status_code == 200


def test_a_person_without_a_password_cant_be_signed_in_to(house: House, somebody: Visitor) -> None:
    """An account that waits for its first password opens with none."""
    add_person(house, name="Tom", email="tom@example.org")

    assert somebody.signs_in("tom@example.org", "nobody").status_code == 422


def test_a_house_keeps_no_link_in_the_clear(app: Flask, tmp_path: Path) -> None:
    """The database knows a link again, and can't say it."""
    link = path_of(first_account_link(app))

    token = link.rpartition("/")[2].encode()
    kept = b"".join(file.read_bytes() for file in tmp_path.glob("holdspace.db*"))

    assert token not in kept


def test_the_first_account_reads_what_its_address_is_for(app: Flask, somebody: Visitor) -> None:
    """Letters about dates and holding go there, so nobody promises that none will."""
    somebody.opens(path_of(first_account_link(app)))

    assert "For signing in, and for letters about your groups." in somebody.reads
    assert "Nothing is sent" not in somebody.reads
