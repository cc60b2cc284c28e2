"""When something can't be done: a plain page that says so kindly, and what can be done next."""

from dataclasses import dataclass

from flask import Flask, Response, make_response, render_template
from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import BadHost, HTTPException, SecurityError


@dataclass(frozen=True)
class Page:
    title: LazyString
    text: LazyString


FORM_WAS_OPEN = Page(
    _("Please send that once more"),
    _(
        "This page had been open for a long while, or it came from somewhere else, "
        "so nothing was changed. Go back, reload the page, and send it again."
    ),
)
PAGES = {
    400: Page(
        _("That didn't reach us whole"),
        _("Nothing was changed. Go back, and try it once more."),
    ),
    403: Page(
        _("This page isn't open to you"),
        _("Nothing was changed. If you came here from another site, begin at the start page."),
    ),
    404: Page(
        _("There's nothing at this address"),
        _("The link may have been cut short on its way. You can ask the person who sent it."),
    ),
    405: Page(
        _("This page can't do that"),
        _("Nothing was changed. Go back, or begin at the start page."),
    ),
    413: Page(
        _("That was too much at once"),
        _("Nothing was changed. A shorter text will go through."),
    ),
    429: Page(
        _("Let's take it slowly"),
        _("This was tried many times in a short while. Please wait a few minutes, then try again."),
    ),
    500: Page(
        _("That's on us, not on you"),
        _("Something here didn't work, and nothing you did caused it. Try once more in a moment."),
    ),
}


def join(app: Flask) -> None:
    """Whatever goes wrong is answered with a page in words."""
    app.register_error_handler(CSRFError, lambda _error: plain_page(400, FORM_WAS_OPEN))
    app.register_error_handler(HTTPException, _answer)


def plain_page(status: int, page: Page) -> Response:
    """An answer with this page. It needs no database and no account."""
    html = render_template("pages/plain.html", title=page.title, text=page.text)
    return make_response(html, status)


def _answer(error: HTTPException) -> Response:
    # Redirects are exceptions too, for werkzeug.
    if error.response is not None or error.code is None or error.code < 400:
        return make_response(error.get_response())
    if isinstance(error, (BadHost, SecurityError)):
        # The server is called by a name that is no name, so no page with links can be made.
        return Response(str(PAGES[400].text), 400, mimetype="text/plain")
    answer = plain_page(
        error.code, PAGES.get(error.code) or PAGES[400 if error.code < 500 else 500]
    )
    for name, value in error.get_headers():
        if name in {"Allow", "Retry-After"}:
            answer.headers[name] = value
    return answer
