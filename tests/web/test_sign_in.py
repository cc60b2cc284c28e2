from base64 import urlsafe_b64decode
from statistics import median
from time import perf_counter

import pytest
from flask import Flask

from facilitator.house import House
from facilitator.use_cases import sign_in as signing_in
from facilitator.use_cases.read_sign_in import read_sign_in_by_id
from tests.web.visitors import PASSWORD, FixedClock, Visitor

TOGETHER = "This e-mail and this password don't go together."


def test_ria_signs_in_and_sees_her_groups(ria: Visitor) -> None:
    """The right e-mail, in any case, and the right password lead to the groups."""
    answer = ria.signs_in("RIA@example.org ")

    assert answer.status_code == 303
    assert answer.headers["Location"] == "/groups"
    assert ria.opens("/groups").status_code == 200


def test_wrong_words_read_the_same_for_known_and_unknown(ria: Visitor) -> None:
    """Nobody learns from the page who has an account here."""
    ria.signs_in(password="something else entirely")
    known = ria.reads

    ria.signs_in("eve@example.org", "something else entirely")

    assert TOGETHER in known
    assert ria.reads == known.replace("ria@example.org", "eve@example.org")


@pytest.mark.usefixtures("ria")
def test_an_unknown_email_takes_as_long_as_a_known_one(house: House) -> None:
    """Nobody learns from the time, either: both hash a password once."""

    def took(email: str) -> float:
        began = perf_counter()
        signing_in.sign_in(house, email, "something else entirely")
        return perf_counter() - began

    known = median(took("ria@example.org") for _ in range(9))
    unknown = median(took("eve@example.org") for _ in range(9))

    assert 0.5 < unknown / known < 2


def test_the_typed_password_is_never_sent_back(ria: Visitor) -> None:
    """The e-mail is kept in its field, the password isn't."""
    answer = ria.signs_in(password="something else entirely")

    assert 'value="ria@example.org"' in answer.text
    assert "something else entirely" not in answer.text


def test_signing_out_ends_every_use_of_the_cookie(ria: Visitor, app: Flask) -> None:
    """A copy of the cookie opens nothing once its owner has signed out."""
    ria.signs_in()
    thief = Visitor(app.test_client())
    thief.client.set_cookie("holdspace", ria.cookie)
    assert thief.opens("/groups").status_code == 200

    ria.signs_out()

    assert thief.opens("/groups").status_code == 302


def test_signing_out_is_told_to_whoever_holds_a_socket(ria: Visitor, house: House) -> None:
    """Each listener hears the id of the sign-in, after its row is gone."""
    heard: list[tuple[str, bool]] = []
    house.on_sign_out.append(
        lambda sign_in_id: heard.append((sign_in_id, read_sign_in_by_id(house, sign_in_id) is None))
    )
    ria.signs_in()

    ria.signs_out()

    assert [gone for _, gone in heard] == [True]


def test_signing_out_here_leaves_another_browser_signed_in(ria: Visitor, app: Flask) -> None:
    """Each browser has a sign-in of its own."""
    ria.signs_in()
    phone = Visitor(app.test_client())
    phone.signs_in()

    ria.signs_out()

    assert phone.opens("/groups").status_code == 200


def test_a_sign_in_sleeps_after_two_weeks(ria: Visitor, clock: FixedClock) -> None:
    """A browser that came by stays signed in; one that stayed away for two weeks isn't."""
    ria.signs_in()
    clock.pass_days(10)
    assert ria.opens("/groups").status_code == 200
    clock.pass_days(10)
    assert ria.opens("/groups").status_code == 200
    clock.pass_days(15)

    assert ria.opens("/groups").status_code == 302


def test_a_tampered_cookie_is_nobody(ria: Visitor) -> None:
    """A changed cookie leads to the sign-in page, as none does."""
    ria.signs_in()
    for cookie in (ria.cookie[:-3] + "abc", "x" * 3000, "", "\N{SNOWMAN}", "a.b.c"):
        ria.client.set_cookie("holdspace", cookie)

        assert ria.opens("/groups").status_code == 302


def test_the_cookie_is_shut_to_scripts_and_to_other_sites(ria: Visitor) -> None:
    """HttpOnly, SameSite=Lax, and gone when the browser closes."""
    ria.opens("/sign-in")

    cookie = ria.last.headers["Set-Cookie"]

    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Expires" not in cookie


def test_the_cookie_names_nobody(ria: Visitor) -> None:
    """What a borrowed device holds is a random key, no name and no address."""
    ria.signs_in()

    payload = ria.cookie.lstrip(".").partition(".")[0]
    plain = urlsafe_b64decode(payload + "=" * (-len(payload) % 4)).lower()

    assert b"ria" not in plain


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("/groups/new", "/groups/new"),
        ("//evil.example/", "/groups"),
        ("https://evil.example/", "/groups"),
        ("/\\evil.example/", "/groups"),
        ("/gro\r\nups", "/groups"),
        ("", "/groups"),
    ],
)
def test_signing_in_leads_back_to_a_page_of_this_house(
    ria: Visitor, asked: str, leads_to: str
) -> None:
    """The page that was asked for, and never another site's."""
    answer = ria.sends("/sign-in", email="ria@example.org", password=PASSWORD, next=asked)

    assert answer.headers["Location"] == leads_to


@pytest.mark.usefixtures("ria")
def test_guessing_at_one_account_slows_down_from_anywhere(app: Flask) -> None:
    """After ten wrong tries in a quarter of an hour, more are asked to wait, whoever sends them."""
    for number in range(10):
        visitor = Visitor(app.test_client(), address=f"203.0.113.{number}")
        assert visitor.signs_in(password="guess number " + str(number)).status_code == 422

    late = Visitor(app.test_client(), address="203.0.113.99")
    answer = late.signs_in(password="one more guess")

    assert answer.status_code == 429
    assert "Let's take it slowly" in late.reads


def test_one_address_slows_down(somebody: Visitor) -> None:
    """After twenty tries in a minute one address is asked to wait, in words."""
    answers = [somebody.signs_in(f"p{number}@example.org", "guess guess") for number in range(21)]

    assert [answer.status_code for answer in answers] == [422] * 20 + [429]
    assert "wait a few minutes" in somebody.reads


def test_signing_in_often_is_no_guessing(ria: Visitor) -> None:
    """Ria may sign in and out twelve times in a row."""
    for _ in range(12):
        assert ria.signs_in().status_code == 303
        ria.signs_out()


@pytest.mark.parametrize("email", ["", "ria", "r\0ia@example.org", "r" * 5000 + "@example.org"])
def test_an_unclear_email_gets_a_sentence(somebody: Visitor, email: str) -> None:
    """What is no address is said to be none; nothing breaks."""
    answer = somebody.signs_in(email)

    assert answer.status_code == 422
    assert "doesn't look like an e-mail address yet" in somebody.reads
