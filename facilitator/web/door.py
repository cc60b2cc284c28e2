"""The door of a circle: what will happen, then a name; and the holding link of who facilitates."""

from dataclasses import dataclass, field
from typing import Any

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from facilitator.circle.plan import Level
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Mode
from facilitator.content import agreements
from facilitator.content.microcopy import refusal_text
from facilitator.content.texts.rounds import KINDS
from facilitator.house import House, house_of
from facilitator.use_cases.read_at_the_door import AtTheDoor, read_at_the_door
from facilitator.use_cases.read_door import Door, read_door
from facilitator.use_cases.read_seat import read_seat, seat_cookie
from facilitator.use_cases.take_seat import Seated, Wish, come_back, take_hold, take_seat
from facilitator.web.ahead import ahead_card, from_to
from facilitator.web.extensions import limiter
from facilitator.web.membership import member_here

pages = Blueprint("door", __name__)

HALF_DAY_S = 12 * 60 * 60
END_PAGES = {
    "circle/closed": "finished",
    "door/closing": "parting",
    "door/locked": "locked",
    "door/full": "full",
}
LONGEST_ASKED = 200


@dataclass
class Form:
    """The door's form as it was filled in, and a sentence for each trouble."""

    values: dict[str, str]
    errors: dict[str, str] = field(default_factory=dict)


@pages.get("/door/<key>")
@limiter.limit("120 per minute")
def show(key: str) -> ResponseReturnValue:
    door = read_door(_house(), key)
    if door is None:
        return no_door()
    page = _known_here(door) or _members_page(door)
    if page is not None:
        return page
    if door.closed is not None:
        return end_page(door, door.closed.code)
    return _form_page(door, Form({"mode": Mode.OPEN.value}))


@pages.post("/door/<key>")
@limiter.limit("30 per minute")
def come_in(key: str) -> ResponseReturnValue:
    door = read_door(_house(), key)
    if door is None:
        return no_door()
    person_id = (member_here(door.group_id) if door.members_only else None) or ""
    if read_at_the_door(_house(), door, person_id or None) is AtTheDoor.SEATED:
        return _taken(door, come_back(_house(), key, person_id), Form({}))
    page = _known_here(door) or _members_page(door)
    if page is not None:
        return page
    form = Form({name: value[:2000] for name, value in request.form.items()})
    wish = _wish(form)
    if wish is None:
        return _form_page(door, form), 422
    return _taken(door, take_seat(_house(), key, wish, person_id), form)


@pages.get("/hold/<key>")
@limiter.limit("60 per minute")
def hold(key: str) -> ResponseReturnValue:
    seated = take_hold(_house(), key)
    if seated is None:
        return no_door()
    if isinstance(seated, Refusal):
        return render_template("door/finished.html", door=None), 410
    return into_the_room(seated)


def _known_here(door: Door) -> ResponseReturnValue | None:
    """Where somebody goes whose browser has or had a seat in the circle; None for everyone else."""
    if seat_of(_house(), door.circle_id):
        return redirect(url_for("circle.room", circle_id=door.circle_id), 303)
    if door.circle is not None and was_removed(_house(), door.circle_id):
        return removed_page(door)
    return None


def _members_page(door: Door) -> ResponseReturnValue | None:
    """What a closed group's door says to everybody but a member who comes for the first time."""
    if not door.members_only or door.circle is None:
        return None
    who = read_at_the_door(_house(), door, member_here(door.group_id))
    if who is AtTheDoor.MEMBER:
        return None
    if who is AtTheDoor.WAITING:
        return end_page(door, "door/full")
    if who is AtTheDoor.REMOVED:
        return removed_page(door)
    if who is AtTheDoor.SEATED:
        return render_template("door/again.html", door=shown(door))
    holds = url_for("groups.show", group_id=door.group_id) if who is AtTheDoor.HOLDER else ""
    return render_template("door/members.html", door=shown(door), holds=holds), 403


def _taken(door: Door, seated: Seated | Refusal | None, form: Form) -> ResponseReturnValue:
    """The room for whoever has a seat now, or the page that says why there is none."""
    if seated is None:
        return no_door()
    if isinstance(seated, Seated):
        return into_the_room(seated)
    if seated.code == "seat/removed":
        return removed_page(door)
    if seated.code in END_PAGES:
        return end_page(door, seated.code)
    form.errors["name"] = refusal_text(seated.code)
    return _form_page(door, form), 422


def into_the_room(seated: Seated) -> Response:
    """The browser holds the seat's token in a cookie and goes where no address holds a key."""
    answer = redirect(url_for("circle.room", circle_id=seated.circle_id), 303)
    behind_https = _house().settings.behind_https
    answer.set_cookie(
        seat_cookie(_house(), seated.circle_id),
        seated.token,
        max_age=HALF_DAY_S,
        secure=behind_https,
        httponly=True,
        samesite="Lax",
        path="/",
    )
    return answer


def seat_of(house: House, circle_id: str) -> str | None:
    """The seat that this browser has in the circle, or None."""
    token = request.cookies.get(seat_cookie(house, circle_id), "")
    seat = read_seat(house, token)
    return seat.seat_id if seat and seat.circle_id == circle_id else None


def was_removed(house: House, circle_id: str) -> bool:
    """This browser had a seat in the circle, and its key was taken away (I49)."""
    return seat_cookie(house, circle_id) in request.cookies and seat_of(house, circle_id) is None


def removed_page(door: Door) -> ResponseReturnValue:
    """A limit was reached: where to turn, and no way in."""
    return render_template("door/removed.html", door=shown(door)), 403


def no_door() -> ResponseReturnValue:
    """One page for every link that opens nothing, whatever the reason."""
    return render_template("door/door_closed.html", door=None), 404


def end_page(door: Door, code: str) -> ResponseReturnValue:
    """The page of a door that stays shut, with what comes next."""
    page = END_PAGES[code]
    return render_template(
        f"door/{page}.html", door=shown(door)
    ), 200 if page != "finished" else 410


def shown(door: Door) -> dict[str, Any]:
    """The door as its templates read it."""
    circle = door.circle
    rounds = circle.agenda.rounds if circle else ()
    minute = circle.timings.minute if circle else 1
    zone = door.ahead.zone if door.ahead else "UTC"
    promised = (circle.promised_start, circle.promised_end) if circle else (0, 0)
    hours = from_to(*promised, zone)
    own = not door.members_only or member_here(door.group_id) is not None
    return {
        "group_name": group_name(door),
        "holders": [{"name": h.name, "role_words": h.role_words} for h in door.holders],
        "starts_at_ms": circle.promised_start if circle else 0,
        "begins": hours[0],
        "ends": hours[1],
        "topics": door.topics,
        "agenda": [{"kind": r.kind, "minutes": max(1, round(r.length / minute))} for r in rounds],
        "seats_max": circle.seats_max if circle else 0,
        "medium": circle.agenda.medium.value if circle else "mixed",
        "depth_max": max((r.depth for r in rounds), default=1),
        "agreements": _agreements(door),
        "other_support": door.other_support,
        "organizer_contact": door.contact,
        "unopened": door.unopened,
        "unheld": door.unheld,
        "ahead": ahead_card(door.ahead, is_own=own) if door.ahead else None,
    }


def _agreements(door: Door) -> list[str]:
    """All that the circle rests on, with what facilitators pass on inside the eleventh line."""
    added = door.circle.added_agreements if door.circle else ()
    lines = [words for _code, words in agreements.agreement_lines(door.passed_on)]
    return lines + [line for line in added if line != door.passed_on]


def group_name(door: Door) -> str:
    """What the page calls the group; a circle that belongs to none has a plain name."""
    if door.rehearsal:
        return str(_("A rehearsal"))
    return door.group_name or str(_("A circle"))


def _form_page(door: Door, form: Form) -> str:
    return render_template("door/door.html", door=shown(door), form=form, kinds=KINDS)


def _wish(form: Form) -> Wish | None:
    values, errors = form.values, form.errors
    if not values.get("name", "").strip():
        errors["name"] = refusal_text("name/empty")
    if values.get("agreements") != "yes":
        errors["agreements"] = _("The circle rests on these, so they come first.")
    if values.get("adult") != "yes":
        errors["adult"] = _(
            "This circle is for adults. If you are younger, other support is below."
        )
    try:
        mode, level = Mode(values.get("mode", "")), Level(values.get("level", Level.NONE.value))
    except ValueError:
        errors["mode"] = _("Please choose one of the two.")
        return None
    return None if errors else Wish(values["name"][:LONGEST_ASKED], mode, level)


def _house() -> House:
    return house_of(current_app)
