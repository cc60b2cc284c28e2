"""In which language a page comes: as the browser asks, or as somebody chose."""

from urllib.parse import urlsplit

import pytest
from flask import Flask

from tests.web.visitors import Visitor

SPANISH = "Una sala tranquila para un grupo pequeño"
ENGLISH = "A quiet room for a small group"


@pytest.mark.parametrize(
    ("asks", "reads"),
    [
        ("es", SPANISH),
        ("es-MX,es;q=0.9,en;q=0.5", SPANISH),
        ("de-AT,es;q=0.5,en;q=0.3", SPANISH),
        ("en-GB,es;q=0.9", ENGLISH),
        ("pt-BR,pt;q=0.9", ENGLISH),
        ("*", ENGLISH),
        ("es;q=0", ENGLISH),
        ("'; drop table", ENGLISH),
        ("", ENGLISH),
    ],
)
def test_a_page_comes_as_the_browser_asks(somebody: Visitor, asks: str, reads: str) -> None:
    """The best language that both know; English when there is none."""
    somebody.opens("/", **{"Accept-Language": asks})

    assert reads in somebody.reads
    assert f'<html lang="{"es" if reads == SPANISH else "en"}" dir="ltr">' in somebody.last.text


def test_a_language_is_chosen_by_a_link(somebody: Visitor) -> None:
    """Each is named in its own tongue; following one leads back to the same page."""
    page = somebody.opens("/other-support").text
    assert '<a href="?language=es" rel="nofollow" lang="es" hreflang="es">' in page
    assert "Español" in somebody.reads

    answer = somebody.opens("/other-support?language=es")

    assert (answer.status_code, answer.headers["Location"]) == (303, "/other-support")
    somebody.opens("/other-support", **{"Accept-Language": "en"})
    assert '<html lang="es"' in somebody.last.text
    assert 'lang="es" hreflang="es" aria-current="true"' in somebody.last.text


def test_the_cookie_is_plain(somebody: Visitor) -> None:
    """Two letters, for a year, and no other site sends it."""
    cookie = somebody.opens("/?language=es").headers["Set-Cookie"]

    assert cookie.startswith("language=es; ")
    assert {"HttpOnly", "Path=/", "SameSite=Lax", "Max-Age=31536000"} <= set(cookie.split("; "))
    assert "Secure" not in cookie


@pytest.mark.parametrize("junk", ["", "xx", "ar", "en_150", "../../etc", "es\0", "e" * 3000])
def test_a_cookie_that_means_nothing_changes_nothing(somebody: Visitor, junk: str) -> None:
    """A language that isn't offered here can't be asked for, not even a pretended one."""
    somebody.client.set_cookie("language", junk)
    somebody.opens("/", **{"Accept-Language": "es"})

    assert SPANISH in somebody.reads


@pytest.mark.parametrize("asked", ["", "xx", "ar", "ES", "en,es", "%00"])
def test_a_language_that_isnt_offered_cant_be_chosen(somebody: Visitor, asked: str) -> None:
    """The page comes as it would have come."""
    answer = somebody.opens(f"/?language={asked}")

    assert answer.status_code == 200
    assert "language=" not in answer.headers.get("Set-Cookie", "")
    assert ENGLISH in somebody.reads


def test_what_else_an_address_asks_stays(somebody: Visitor) -> None:
    """Only the language leaves the address."""
    answer = somebody.opens("/sign-in?next=/groups&language=es&_external=1&_scheme=javascript")

    assert answer.headers["Location"] == ("/sign-in?next=%2Fgroups&_external=1&_scheme=javascript")


@pytest.mark.parametrize("path", ["/%2Fevil.example", "/\\evil.example", "/nowhere", "/join"])
def test_a_choice_leads_nowhere_else(somebody: Visitor, path: str) -> None:
    """Where there is no page, nothing is chosen, and nobody is sent to another site."""
    answer = somebody.opens(f"{path}?language=es")

    assert urlsplit(answer.headers.get("Location", "")).netloc in {"", "localhost"}
    assert "language=" not in answer.headers.get("Set-Cookie", "")


def test_an_answer_to_a_form_offers_no_language(somebody: Visitor) -> None:
    """It has no address to come back to; but it comes in the language that was chosen."""
    somebody.opens("/?language=es")
    page = somebody.sends("/join", page="/", link="hello").text

    assert '<html lang="es"' in page
    assert "?language=" not in page


def test_whoever_keeps_a_page_keeps_one_for_each_language(somebody: Visitor) -> None:
    """Headers say on what the answer depends."""
    vary = somebody.opens("/").vary

    assert {"Accept-Language", "Cookie"} <= set(vary)


def test_pretended_languages_are_for_testing(make_house: object) -> None:
    """With HOLDSPACE_PSEUDO they stand in the menu: a longer one, and one from right to left."""
    app: Flask = make_house(HOLDSPACE_PSEUDO="1")  # type: ignore[operator]
    visitor = Visitor(app.test_client())

    visitor.opens("/?language=ar")
    assert '<html lang="ar" dir="rtl">' in visitor.opens("/").text
    visitor.opens("/?language=en_150")
    assert "[ÅÅ qúúííéét ŕööööm" in visitor.opens("/").text
    assert 'hreflang="en-150" aria-current="true"' in visitor.last.text
