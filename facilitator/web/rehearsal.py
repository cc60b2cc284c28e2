"""Try it alone: a circle with scripted companions, for anybody, without an account."""

from flask import Blueprint, current_app, render_template, request
from flask.typing import ResponseReturnValue

from facilitator.circle.refusals import Refusal
from facilitator.content.hard_moments import BY_CODE, HARD_MOMENTS
from facilitator.house import house_of
from facilitator.use_cases.rehearse import rehearse
from facilitator.use_cases.take_seat import take_hold
from facilitator.web.door import into_the_room, no_door
from facilitator.web.extensions import limiter

pages = Blueprint("rehearsal", __name__, url_prefix="/rehearsal")


@pages.get("")
def show() -> ResponseReturnValue:
    return _page(unknown=False)


@pages.post("")
@limiter.limit("10 per minute;60 per hour")
def begin() -> ResponseReturnValue:
    """The plain rehearsal, or one hard moment of the list."""
    house, wished = house_of(current_app), request.form.get("moment", "")
    if wished and wished not in BY_CODE:
        return _page(unknown=True), 400
    seated = take_hold(house, rehearse(house, BY_CODE.get(wished)))
    if seated is None or isinstance(seated, Refusal):
        return no_door()
    return into_the_room(seated)


def _page(*, unknown: bool) -> str:
    return render_template("pages/rehearsal.html", moments=HARD_MOMENTS, unknown=unknown)
