"""The agendas a group makes for itself."""

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitator.content.agendas import AGENDAS
from facilitator.content.texts.planning import DEPTHS, REPLIES
from facilitator.house import House, house_of
from facilitator.use_cases.keep_agenda import drop_agenda, keep_agenda
from facilitator.use_cases.read_agendas import read_agenda, read_agendas
from facilitator.web.agenda_cards import ROUND_NAMES, agenda_card
from facilitator.web.agenda_look import look_at
from facilitator.web.agenda_sheet import (
    KINDS,
    QUIET_CHOICES,
    ROUNDS_MOST,
    AgendaSheet,
    arranged,
    take_agenda,
)
from facilitator.web.signed_in import ask_who_it_is
from facilitator.web.standing import required_organizer

pages = Blueprint("agendas", __name__, url_prefix="/groups/<group_id>/agendas")

BEGIN_WITH = "standard_hour"


pages.before_request(ask_who_it_is)


@pages.get("")
def show_all(group_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    found = read_agendas(_house(), group_id)
    return render_template(
        "agendas/list.html",
        group_id=group_id,
        own=[agenda_card(one.choice, one.template) for one in found if one.own],
        ours=[agenda_card(one.choice, one.template) for one in found if not one.own],
    )


@pages.get("/new")
def new(group_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    template = AGENDAS.get(request.args.get("from", BEGIN_WITH), AGENDAS[BEGIN_WITH])
    return _editor(group_id, AgendaSheet.of(template, title=""))


@pages.post("/new")
def make(group_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    return _take(group_id, "")


@pages.get("/<agenda_id>")
def change(group_id: str, agenda_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    template = read_agenda(_house(), group_id, agenda_id) or abort(404)
    return _editor(group_id, AgendaSheet.of(template, str(template.title)), agenda_id)


@pages.post("/<agenda_id>")
def keep_change(group_id: str, agenda_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    if read_agenda(_house(), group_id, agenda_id) is None:
        abort(404)
    return _take(group_id, agenda_id)


@pages.post("/<agenda_id>/remove")
def remove(group_id: str, agenda_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    drop_agenda(_house(), group_id, agenda_id)
    return redirect(url_for(".show_all", group_id=group_id), 303)


def _house() -> House:
    return house_of(current_app)


def _take(group_id: str, agenda_id: str) -> ResponseReturnValue:
    """Kept, when that was the button; any other only arranges the page and changes nothing."""
    sheet = AgendaSheet.typed_in(request.form)
    do = request.form.get("do", "look")
    if do != "keep":
        return _editor(group_id, arranged(sheet, do, ROUND_NAMES), agenda_id)
    template = take_agenda(sheet)
    if template is None:
        return _editor(group_id, sheet, agenda_id), 422
    if keep_agenda(_house(), group_id, template, agenda_id) is None:
        sheet.problems["title"] = _("There are many agendas already. Please remove one first.")
        return _editor(group_id, sheet, agenda_id), 422
    return redirect(url_for(".show_all", group_id=group_id), 303)


def _editor(group_id: str, sheet: AgendaSheet, agenda_id: str = "") -> str:
    unnamed = AgendaSheet({**sheet.typed, "title": "-"}, rounds=sheet.rounds)
    template = take_agenda(unnamed)
    return render_template(
        "agendas/editor.html",
        group_id=group_id,
        agenda_id=agenda_id,
        sheet=sheet,
        look=look_at(template) if template else None,
        names=ROUND_NAMES,
        kinds=KINDS,
        depths=DEPTHS,
        replies=REPLIES,
        quiets=QUIET_CHOICES,
        rounds_most=ROUNDS_MOST,
    )
