import io
import logging

import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError

from facilitator import logs
from facilitator.web import errors
from tests.web.visitors import Visitor

SECRET = "words-of-somebody"


@pytest.fixture
def faulty(app: Flask) -> Flask:
    """A house with a page in which something goes wrong."""

    def break_down(word: str) -> str:
        local = SECRET + word
        raise OperationalError(f"select '{local}'", {"word": local}, ValueError(local))

    app.add_url_rule("/faulty/<word>", view_func=break_down)
    return app


def test_a_fault_gets_a_kind_page(faulty: Flask) -> None:
    """It says that it isn't the reader's doing, and nothing about the inside."""
    answer = faulty.test_client().get("/faulty/hello")

    assert answer.status_code == 500
    assert "That's on us, not on you" in answer.text
    assert "Operational" not in answer.text
    assert SECRET not in answer.text


def test_a_fault_is_logged_as_kind_and_place(
    faulty: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    """No value, no text of the exception, no address, no query."""
    with caplog.at_level(logging.INFO):
        faulty.test_client().get(f"/faulty/{SECRET}?q={SECRET}", headers={"X-Word": SECRET})

    assert "sqlalchemy.exc.OperationalError on /faulty/<word> at" in caplog.text
    assert "in break_down" not in caplog.text
    assert "test_errors.py:" in caplog.text
    assert SECRET not in caplog.text


def test_other_loggers_write_no_exception_texts() -> None:
    """The handler itself drops them, whoever logs."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(logs.PlacesOnly("%(message)s"))
    logger = logging.getLogger("somewhere else")
    logger.addHandler(handler)

    try:
        int(SECRET)
    except ValueError:
        logger.exception("it broke")

    assert "builtins.ValueError at " in written.getvalue()
    assert SECRET not in written.getvalue()


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("/begin/" + SECRET, "/begin/<token>"),
        ("/sign-in?next=/" + SECRET, "/sign-in"),
        ("/" + SECRET, "(no page)"),
    ],
)
def test_the_access_log_names_the_rule_and_never_the_address(
    somebody: Visitor, caplog: pytest.LogCaptureFixture, path: str, rule: str
) -> None:
    """Keys in addresses stay between the browser and the server."""
    with caplog.at_level(logging.INFO):
        somebody.opens(path)

    assert f"GET {rule} {somebody.last.status_code}" in caplog.text
    assert SECRET not in caplog.text


def test_no_address_of_a_person_is_in_the_log(
    somebody: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither an e-mail nor a network address."""
    with caplog.at_level(logging.DEBUG):
        somebody.signs_in("ria@example.org", "something else entirely")

    assert "ria@" not in caplog.text
    assert somebody.address not in caplog.text


def test_a_wrong_method_gets_a_page(somebody: Visitor) -> None:
    """And the header that says what is possible."""
    answer = somebody.client.put("/sign-in")

    assert answer.status_code in {400, 405}
    assert "Nothing was changed." in answer.text


def test_a_form_that_is_too_large_gets_a_page(somebody: Visitor) -> None:
    """It isn't read to its end."""
    answer = somebody.sends("/sign-in", email="x" * 100_000, password="x")

    assert answer.status_code == 413
    assert "That was too much at once" in somebody.reads


@pytest.mark.parametrize(
    "body",
    [
        (b"\xff\xfe\x00=1&\x80", "application/x-www-form-urlencoded"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"", "multipart/form-data"),
        (b"{", "application/json"),
        (b"&".join(b"a=1" for _ in range(9000)), "application/x-www-form-urlencoded"),
    ],
)
def test_what_is_no_form_gets_a_page(somebody: Visitor, body: tuple[bytes, str]) -> None:
    """Bytes that mean nothing are answered in words."""
    answer = somebody.client.post("/sign-in", data=body[0], content_type=body[1])

    assert 400 <= answer.status_code < 500
    assert "<h1>" in answer.text


def test_every_status_has_words(app: Flask) -> None:
    """Also those that no page of ours uses."""
    with app.test_request_context():
        for status in (400, 403, 404, 405, 413, 429, 500):
            assert errors.PAGES[status].text
