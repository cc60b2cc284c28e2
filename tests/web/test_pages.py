import pytest

from facilitator.house import House
from tests.web.visitors import Visitor

WIPE = '"cache", "storage"'


def test_the_start_page_offers_three_ways(somebody: Visitor) -> None:
    """Join, try, hold: each is one step away, and there is one heading above them."""
    page = somebody.opens("/").text

    assert page.count("<h1") == 1
    assert 'action="/join"' in page
    assert 'action="/rehearsal"' in page
    assert 'href="/sign-in"' in page


@pytest.mark.parametrize(
    "pasted",
    [
        "http://localhost/door/abcdefgh-1234",
        "  /door/abcdefgh-1234  ",
        "https://somewhere.example/door/abcdefgh-1234?x=1#y",
        "Come at 7: http://localhost/door/abcdefgh-1234 See you",
    ],
)
def test_a_pasted_link_leads_to_its_door(somebody: Visitor, pasted: str) -> None:
    """Even in the middle of a message; always to a door of this house."""
    answer = somebody.sends("/join", page="/", link=pasted)

    assert answer.headers["Location"] == "/door/abcdefgh-1234"


@pytest.mark.parametrize("pasted", ["", "hello", "http://evil.example/", "/door/\0", "x" * 20_000])
def test_what_is_no_link_gets_a_sentence(somebody: Visitor, pasted: str) -> None:
    """The start page stays, and says what a link looks like."""
    answer = somebody.sends("/join", page="/", link=pasted)

    assert answer.status_code == 422
    assert "This doesn't look like a link to a room." in somebody.reads


def test_other_support_is_honest(somebody: Visitor) -> None:
    """Three kinds of support, and that nobody here can send help."""
    somebody.opens("/other-support")

    assert "Nobody here can send help to you" in somebody.reads
    assert "Someone you trust" in somebody.reads
    assert "A support group" in somebody.reads
    assert "A professional" in somebody.reads


def test_every_page_has_a_way_out_and_other_support(ria: Visitor) -> None:
    """Signed in or not, also when something isn't there."""
    ria.signs_in()
    for path in ("/", "/groups", "/groups/new", "/other-support", "/nowhere"):
        page = ria.opens(path).text

        assert 'href="/exit"' in page
        assert 'href="/other-support"' in page


def test_the_exit_replaces_itself_and_keeps_nothing(somebody: Visitor) -> None:
    """One request, without an account: the cache is cleared and the browser is elsewhere."""
    answer = somebody.opens("/exit")

    assert answer.status_code == 200
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert 'location.replace("https://www.wikipedia.org/")' in answer.text
    assert 'http-equiv="refresh" content="0;url=https://www.wikipedia.org/"' in answer.text
    assert "Set-Cookie" not in answer.headers
    assert "Holdspace" not in answer.text


def test_the_exit_can_make_this_device_forget(somebody: Visitor) -> None:
    """With ?wipe=1 what this site stored on the device goes, too."""
    assert somebody.opens("/exit?wipe=1").headers["Clear-Site-Data"] == WIPE


def test_another_site_cant_make_this_device_forget(somebody: Visitor) -> None:
    """A picture elsewhere that points to the exit clears nothing."""
    answer = somebody.opens("/exit?wipe=1", **{"Sec-Fetch-Site": "cross-site"})

    assert "Clear-Site-Data" not in answer.headers


def test_the_server_is_healthy_when_its_database_is(somebody: Visitor) -> None:
    """200 and ok."""
    answer = somebody.opens("/healthz")

    assert (answer.status_code, answer.text) == (200, "ok")


def test_the_server_is_not_ready_before_its_tables_are(somebody: Visitor, house: House) -> None:
    """503 while a migration is missing."""
    with house.database.connect() as connection:
        connection.exec_driver_sql("delete from alembic_version")
        connection.commit()

    assert somebody.opens("/healthz").status_code == 503
