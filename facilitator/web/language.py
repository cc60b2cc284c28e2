"""Which language a page speaks: the one somebody chose here, else one that their browser asks for.

A language is chosen by following a link to the same page with `?language=es`. It changes nothing
but a cookie that holds these two letters, so following it is harmless, and the address without it
comes back at once.
"""

from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import urlencode

from flask import Flask, Response, current_app, has_request_context, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from werkzeug.datastructures import LanguageAccept

from facilitator.content.microcopy import said
from facilitator.house import house_of
from facilitator.web.extensions import babel
from facilitator.web.pretend import PRETENDED

# Each by the name that its own speakers look for.
LANGUAGES = {"en": "English", "es": "Español"}
ASKED = "language"
COOKIE = "language"
YEAR_S = 365 * 24 * 60 * 60


class Choice(NamedTuple):
    """One language of the menu; `tag` is what HTML calls it."""

    code: str
    tag: str
    name: str
    chosen: bool


def join(app: Flask) -> None:
    """Templates have `_()`, `locale()`, `languages()` and `said(code)`."""
    babel.init_app(app, default_locale="en", locale_selector=wanted)
    app.before_request(choose)
    app.after_request(vary)
    app.jinja_env.globals.update(locale=get_locale, languages=languages, said=said)
    app.jinja_env.filters["utc"] = at_utc


def wanted() -> str:
    """The language of this answer; English where nobody asked over HTTP, as in a terminal."""
    if not has_request_context():
        return "en"
    chosen = request.cookies.get(COOKIE, "")
    return chosen if chosen in _names() else asked_for(request.accept_languages)


def languages() -> list[Choice]:
    """What the menu offers here. A page that answers a form has no address to come back to."""
    if request.method != "GET" or request.endpoint is None:
        return []
    here = str(get_locale())
    return [Choice(c, c.replace("_", "-"), name, c == here) for c, name in _names().items()]


def choose() -> ResponseReturnValue | None:
    """Whoever followed a link of the menu is led back to the same page, with the cookie."""
    asked = request.args.get(ASKED, "")
    if asked not in _names() or request.method != "GET" or request.endpoint is None:
        return None
    kept = [(name, value) for name, value in request.args.items(multi=True) if name != ASKED]
    here = url_for(request.endpoint, **(request.view_args or {}))
    answer = redirect(f"{here}?{urlencode(kept)}" if kept else here, 303)
    answer.set_cookie(
        COOKIE,
        asked,
        max_age=YEAR_S,
        secure=house_of(current_app).settings.behind_https,
        httponly=True,
        samesite="Lax",
    )
    return answer


def asked_for(accepted: LanguageAccept) -> str:
    """The first of the browser's languages that is spoken here, whatever country it names."""
    tags = (tag.lower().partition("-")[0] for tag, quality in accepted if quality > 0)
    return next((tag for tag in tags if tag in LANGUAGES), "en")


def vary(response: Response) -> Response:
    """Whoever keeps an answer keeps one for each language."""
    if request.endpoint != "static":
        response.vary.update(("Accept-Language", "Cookie"))
    return response


def at_utc(seconds: int) -> datetime:
    """The moment, so many seconds after 1970 began, for a template to write."""
    return datetime.fromtimestamp(seconds, UTC)


def _names() -> dict[str, str]:
    pretended = {code: name for code, (name, _) in PRETENDED.items()}
    return LANGUAGES | pretended if house_of(current_app).settings.pseudo else LANGUAGES
