"""Try it alone: a circle with four scripted companions, for anybody, without an account."""

from flask import Blueprint, current_app, render_template
from flask.typing import ResponseReturnValue

from facilitator.circle.refusals import Refusal
from facilitator.house import house_of
from facilitator.use_cases.rehearse import rehearse
from facilitator.use_cases.take_seat import take_hold
from facilitator.web.door import into_the_room, no_door
from facilitator.web.extensions import limiter

pages = Blueprint("rehearsal", __name__, url_prefix="/rehearsal")


@pages.get("")
def show() -> ResponseReturnValue:
    return render_template("pages/rehearsal.html")


@pages.post("")
@limiter.limit("10 per minute;60 per hour")
def begin() -> ResponseReturnValue:
    house = house_of(current_app)
    seated = take_hold(house, rehearse(house))
    if seated is None or isinstance(seated, Refusal):
        return no_door()
    return into_the_room(seated)
