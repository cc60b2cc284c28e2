"""The pages that anybody may open: the start page, other support."""

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitator.web.forms import Sheet
from facilitator.web.links import path_of_link

pages = Blueprint("start", __name__)


@pages.get("/")
def start() -> ResponseReturnValue:
    return render_template("start.html", sheet=Sheet({}))


@pages.post("/join")
def join() -> ResponseReturnValue:
    sheet = Sheet(request.form)
    path = path_of_link(sheet.typed.get("link", ""))
    if path is None:
        sheet.problems["link"] = _(
            "This doesn't look like a link to a room. It ends like this: /door/ and some letters."
        )
        return render_template("start.html", sheet=sheet), 422
    return redirect(path, 303)


@pages.get("/other-support")
def other_support() -> ResponseReturnValue:
    return render_template("pages/other_support.html")
