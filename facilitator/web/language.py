"""Which language a page speaks. English for now; every text goes through gettext already."""

from datetime import UTC, datetime

from flask import Flask
from flask_babel import get_locale

from facilitator.content.microcopy import said
from facilitator.web.extensions import babel

LANGUAGES = ("en",)


def join(app: Flask) -> None:
    """Templates have `_()`, `locale()` and `said(code)`."""
    babel.init_app(app, default_locale="en", locale_selector=lambda: LANGUAGES[0])
    app.jinja_env.globals.update(locale=get_locale, said=said)
    app.jinja_env.filters["utc"] = at_utc


def at_utc(seconds: int) -> datetime:
    """The moment, so many seconds after 1970 began, for a template to write."""
    return datetime.fromtimestamp(seconds, UTC)
