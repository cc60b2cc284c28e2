"""The words that come once a room stands."""

import json

from flask import Flask

from facilitator.content.microcopy import (
    circle_content,
    circle_texts,
    first_content,
    first_texts,
    later_content,
    later_texts,
)
from facilitator.web.later import later_address


def test_later_words_may_be_kept_under_their_own_address(app: Flask) -> None:
    """Only the address with the right version is kept, and by nobody between."""
    client = app.test_client()
    with app.test_request_context():
        address = later_address()

    kept = client.get(address)

    assert kept.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert client.get("/later.json").headers["Cache-Control"] == "no-store"
    assert kept.json["texts"] == later_texts()
    assert kept.json["content"].items() >= json.loads(json.dumps(later_content())).items()


def test_first_and_later_words_are_all_there_are() -> None:
    """Nothing is lost between the two loads, and no text travels twice."""
    first, later = first_texts(desk_too=True), later_texts()

    assert not first.keys() & later.keys()
    assert {**first, **later} == circle_texts()
    assert {**first_content(), **later_content()}.keys() == circle_content().keys()
