"""The way out, for anyone, at any moment."""

from flask import Blueprint, current_app, make_response, render_template, request
from flask.typing import ResponseReturnValue

from facilitator.house import house_of

pages = Blueprint("way_out", __name__)


@pages.get("/exit")
def leave() -> ResponseReturnValue:
    """A page that replaces itself by a neutral one; with `?wipe=1` this device forgets, too."""
    exit_url = house_of(current_app).settings.exit_url
    # A picture or a link on another site must not be able to wipe somebody's journal.
    from_here = request.headers.get("Sec-Fetch-Site", "none") in {"same-origin", "none"}
    answer = make_response(
        render_template("pages/exit.html", exit_url=exit_url, may_wipe=from_here)
    )
    if from_here:
        wipe = request.args.get("wipe") == "1"
        answer.headers["Clear-Site-Data"] = '"cache", "storage"' if wipe else '"cache"'
    return answer
