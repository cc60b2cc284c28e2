"""The second way to the server's clock."""

from flask import Flask

from facilitator.house import house_of


def test_anybody_may_ask_what_time_it_is(app: Flask) -> None:
    """The instant in UTC milliseconds, to everyone alike, kept by nobody and known by no cookie."""
    clock = house_of(app).clock
    before = clock.now()

    answer = app.test_client().get("/clock")

    assert before <= answer.json["server"] <= clock.now()
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
