"""The texts and decks that come once a room stands, as one JSON in the reader's language.

Its address carries a hash of what it holds, in that language, so a browser may keep it.
"""

import hashlib
import json

from flask import Blueprint, Flask, Response, current_app, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale

from facilitator.content.microcopy import later_content, later_texts
from facilitator.web.assets import A_YEAR
from facilitator.web.language import languages

pages = Blueprint("later", __name__)


def join(app: Flask) -> None:
    """What has the asked version may be kept for a year, in this browser alone."""
    app.after_request(_say_how_long)


def later_address() -> str:
    """Where the reader of this page finds the rest of its words."""
    return url_for("later.words", v=_version(_packed()))


@pages.get("/later.json")
def words() -> ResponseReturnValue:
    return Response(_packed(), mimetype="application/json")


def _packed() -> str:
    """Made once for each language."""
    known: dict[str, str] = current_app.extensions.setdefault("holdspace_later", {})
    language = str(get_locale())
    if language not in known:
        content = {**later_content(), "languages": languages()}
        whole = {"texts": later_texts(), "content": content}
        known[language] = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return known[language]


def _version(packed: str) -> str:
    return hashlib.sha256(packed.encode()).hexdigest()[:10]


def _say_how_long(response: Response) -> Response:
    if request.endpoint == "later.words" and request.args.get("v") == _version(_packed()):
        response.headers["Cache-Control"] = f"private, max-age={A_YEAR}, immutable"
    return response
