"""For those who organize or hold groups: their groups, each with its page, and opening a circle."""

from flask import (
    Blueprint,
    abort,
    current_app,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitator.circle.refusals import Refusal
from facilitator.content.agendas import AGENDAS
from facilitator.content.capacity import SEATS_MOST, capacity_problem
from facilitator.house import House, house_of
from facilitator.schedule.rule import rule_from_json
from facilitator.use_cases.list_circles import list_circles
from facilitator.use_cases.open_circle import open_circle
from facilitator.use_cases.open_group_link import open_group_link
from facilitator.use_cases.read_group_page import read_group_page
from facilitator.use_cases.read_groups import read_groups
from facilitator.use_cases.take_seat import hold_as
from facilitator.web import forms
from facilitator.web.agenda_cards import agenda_cards
from facilitator.web.door import into_the_room
from facilitator.web.forms import Sheet, Unclear
from facilitator.web.group_cards import next_card
from facilitator.web.links import own_address
from facilitator.web.notices import notice_card
from facilitator.web.rule_words import rule_words
from facilitator.web.signed_in import ask_who_it_is, required_person
from facilitator.web.standing import required_holder, required_organizer, required_worker

pages = Blueprint("groups", __name__, url_prefix="/groups")

SEATS_LEAST = 2
MINUTE_MS = 60_000

pages.before_request(ask_who_it_is)


@pages.get("")
def list_groups() -> ResponseReturnValue:
    mine = read_groups(_house(), required_person().person_id)
    return render_template("groups/list.html", groups=mine)


@pages.get("/<group_id>")
def show(group_id: str) -> ResponseReturnValue:
    standing = required_worker(group_id)
    page = read_group_page(_house(), standing)
    return render_template(
        "groups/show.html",
        page=page,
        group_id=group_id,
        standing=standing,
        meetings=[next_card(one) for one in page.meetings],
        series=[
            (one, rule_words(rule_from_json(one.rule), one.starts_local)) for one in page.series
        ],
        notices=[notice_card(one, page.zone) for one in page.notices],
        link=f"{own_address()}/meet/{page.link}" if page.link else "",
    )


@pages.get("/<group_id>/open")
def ask_what_to_open(group_id: str) -> ResponseReturnValue:
    required_holder(group_id)
    return _open_form(group_id, Sheet({"agenda": "short", "starts_in": "5"}))


@pages.post("/<group_id>/open")
def open_now(group_id: str) -> ResponseReturnValue:
    required_holder(group_id)
    sheet = Sheet(request.form)
    agenda = sheet.take("agenda", _clean_agenda)
    starts_in = sheet.take("starts_in", forms.clean_number(0, 30))
    seats = _take_seats(sheet, agenda)
    if not sheet.is_clear:
        return _open_form(group_id, sheet), 422
    opened = open_circle(
        _house(),
        group_id=group_id,
        agenda=agenda,
        by=required_person().person_id,
        starts_in_ms=int(starts_in) * MINUTE_MS,
        seats_max=seats,
    )
    # The keys are stored as hashes only: this browser's cookie is where the links come from.
    session["opened"] = {
        "group": group_id,
        "circle": opened.circle_id,
        "door": opened.door_key,
        "hold": opened.hold_key,
    }
    return redirect(url_for(".opened", group_id=group_id, circle_id=opened.circle_id), 303)


@pages.get("/<group_id>/circles/<circle_id>")
def opened(group_id: str, circle_id: str) -> ResponseReturnValue:
    required_holder(group_id)
    keys = session.get("opened", {})
    if (keys.get("group"), keys.get("circle")) != (group_id, circle_id):
        abort(404)
    return render_template(
        "groups/opened.html",
        group_id=group_id,
        share_link=f"{own_address()}/door/{keys['door']}",
        room_path=f"/hold/{keys['hold']}",
    )


@pages.post("/<group_id>/circles/<circle_id>/hold")
def hold(group_id: str, circle_id: str) -> ResponseReturnValue:
    """To the room, for any facilitator of the group, on whatever device they are signed in."""
    standing, person = required_holder(group_id), required_person()
    mine = {one.circle for one in list_circles(_house(), group_id)}
    seated = None
    if circle_id in mine:
        seated = hold_as(
            _house(),
            circle_id,
            person.person_id,
            person.name,
            standing.role_words,
            person.sign_in_id,
        )
    if seated is None or isinstance(seated, Refusal):
        abort(404)
    return into_the_room(seated)


@pages.post("/<group_id>/link")
def make_link(group_id: str) -> ResponseReturnValue:
    """The group has a link for everybody; another one opens nothing any more."""
    required_organizer(group_id)
    open_group_link(_house(), group_id, instead_of=request.form.get("instead_of", ""))
    return redirect(url_for(".show", group_id=group_id, _anchor="link"), 303)


def _house() -> House:
    return house_of(current_app)


def _open_form(group_id: str, sheet: Sheet) -> str:
    return render_template(
        "groups/open.html",
        group_id=group_id,
        sheet=sheet,
        agendas=agenda_cards(),
        starts=[("0", _("Now")), ("5", _("In 5 minutes")), ("10", _("In 10 minutes"))],
    )


def _take_seats(sheet: Sheet, agenda: str) -> int:
    """The number of seats, which the agenda has room for; 0 with a sentence when it hasn't."""
    if agenda not in AGENDAS:
        return 0
    template = AGENDAS[agenda]
    if not sheet.typed.get("seats"):
        return template.capacity_mixed
    seats = int(sheet.take("seats", forms.clean_number(SEATS_LEAST, SEATS_MOST)) or 0)
    problem = capacity_problem(template, seats, template.medium)
    if problem:
        ways_out = " ".join(str(fix.sentence) for fix in problem.fixes if fix.code == "fewer_seats")
        sheet.problems["seats"] = f"{problem.sentence} {ways_out}".strip()
    return seats


def _clean_agenda(typed: str) -> str:
    if typed not in AGENDAS:
        raise Unclear(_("Please choose one of these agendas."))
    return typed
