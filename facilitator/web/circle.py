"""The page of a circle, for whoever has a seat in it, and the quiet ways out of it."""

from uuid import uuid4

from flask import Blueprint, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue

from facilitator.circle import commands as c
from facilitator.circle.after import has_gone
from facilitator.content.hard_moments import moment_card, moment_of
from facilitator.content.microcopy import first_content, first_texts
from facilitator.house import House, house_of
from facilitator.tokens import token_hash
from facilitator.use_cases.read_door import read_door_of
from facilitator.use_cases.read_seat import seat_cookie
from facilitator.use_cases.run_command import run_command
from facilitator.web.ahead import ahead_card
from facilitator.web.door import group_name, no_door, removed_page, seat_of, shown
from facilitator.web.extensions import csrf, limiter
from facilitator.web.later import later_address

pages = Blueprint("circle", __name__)


@pages.get("/circle/<circle_id>")
@limiter.limit("120 per minute")
def room(circle_id: str) -> ResponseReturnValue:
    door = read_door_of(_house(), circle_id)
    had_a_seat = seat_cookie(_house(), circle_id) in request.cookies
    if door is None or (not had_a_seat and door.circle is not None):
        return no_door()
    if door.circle is None:
        return render_template("door/finished.html", door=shown(door)), 410
    seat_id = seat_of(_house(), circle_id)
    if seat_id is None:
        return removed_page(door)
    if has_gone(door.circle, seat_id):
        return render_template("door/finished.html", door=shown(door)), 410
    # What only the desk says would make the first load of everybody else a good deal longer.
    holds = door.circle.seats[seat_id].facilitates
    content = first_content(farewell=door.circle.agenda.key == "farewell")
    if not holds:
        content.pop("scripts")
    elif (moment := moment_of(door.circle.agenda.key)) is not None:
        content["practice"] = moment_card(moment)
    return render_template(
        "circle/room.html",
        circle_id=circle_id,
        group_name=group_name(door),
        medium=door.circle.agenda.medium.value,
        minute=door.circle.timings.minute,
        other_support=door.other_support,
        organizer_contact=door.contact,
        ahead=ahead_card(door.ahead) if door.ahead else None,
        texts=first_texts(desk_too=holds),
        content=content,
        later_url=later_address(),
        leave_url=url_for("circle.leave", circle_id=circle_id),
        exit_url_path="/exit",
    )


@pages.post("/circle/<circle_id>/leave")
@csrf.exempt
def leave(circle_id: str) -> ResponseReturnValue:
    """Leaving by beacon. It needs no form token: the seat's cookie does not travel from other
    sites."""
    token = request.cookies.get(seat_cookie(_house(), circle_id), "")
    if token:
        run_command(_house(), token_hash(token), c.Leave(), str(uuid4()))
    return "", 204


def _house() -> House:
    return house_of(current_app)
