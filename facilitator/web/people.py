"""The people of a group: who belongs, what each of them does there, and who goes."""

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext

from facilitator.content.words import Text
from facilitator.house import House, house_of
from facilitator.use_cases.change_place import (
    Hindrance,
    change_place,
    remove_from_group,
    renew_own_link,
    write_again,
)
from facilitator.use_cases.read_people import PersonCard, read_people, read_person
from facilitator.web import forms, when
from facilitator.web.extensions import limiter
from facilitator.web.forms import Sheet
from facilitator.web.signed_in import ask_who_it_is
from facilitator.web.standing import required_organizer

pages = Blueprint("people", __name__, url_prefix="/groups/<group_id>/people")

PARTS = ("", "co_facilitator", "facilitator")
HINDRANCES: dict[Hindrance, Text] = {
    Hindrance.NOT_HERE: lazy_gettext("They don’t belong to the group any more."),
    Hindrance.NOT_YET: lazy_gettext(
        "They haven’t come in yet. Once they have, you can choose here."
    ),
    Hindrance.LAST: lazy_gettext(
        "Somebody needs to organize the group. Please let another person organize it first."
    ),
    Hindrance.HOLDS: lazy_gettext(
        "People were told that they hold a meeting ahead."
        " Please ask somebody else to hold it first, then come back here."
    ),
}

pages.before_request(ask_who_it_is)


@pages.get("")
def show(group_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    asked = request.args.get("page", "1")
    page = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
    found = read_people(_house(), group_id, page)
    return render_template(
        "people/show.html",
        group_id=group_id,
        people=found,
        invited_until={card.id: _until(card) for card in found.cards if not card.joined},
    )


@pages.get("/<person_id>")
def one(group_id: str, person_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    card = _card(group_id, person_id)
    typed = {
        "organizes": "yes" if card.organizes else "",
        "holds": card.holds,
        "role_words": card.role_words or _("peer facilitator"),
    }
    return _one(group_id, card, Sheet(typed))


@pages.post("/<person_id>")
def change(group_id: str, person_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    card = _card(group_id, person_id)
    sheet = Sheet(request.form)
    holds = sheet.take("holds", forms.clean_choice(PARTS))
    role_words = sheet.take("role_words", forms.clean_line) if holds else ""
    if sheet.is_clear:
        organizes = sheet.typed.get("organizes") == "yes"
        hindrance = change_place(
            _house(), group_id, person_id, organizes=organizes, holds=holds, role_words=role_words
        )
        if hindrance:
            field = "holds" if hindrance is Hindrance.HOLDS else "organizes"
            sheet.problems[field] = str(HINDRANCES[hindrance])
    if not sheet.is_clear:
        return _one(group_id, card, sheet), 422
    return redirect(url_for(".show", group_id=group_id), 303)


@pages.post("/<person_id>/letter")
def letter(group_id: str, person_id: str) -> ResponseReturnValue:
    """Their letter goes out again, with the link that is theirs."""
    required_organizer(group_id)
    write_again(_house(), group_id, _card(group_id, person_id).id)
    return redirect(url_for(".one", group_id=group_id, person_id=person_id), 303)


@pages.post("/<person_id>/link")
@limiter.limit("30 per hour")
def link(group_id: str, person_id: str) -> ResponseReturnValue:
    """Their link is another one: for when somebody else has come by it."""
    required_organizer(group_id)
    renew_own_link(_house(), group_id, _card(group_id, person_id).id)
    return redirect(url_for(".one", group_id=group_id, person_id=person_id), 303)


@pages.get("/<person_id>/remove")
def ask_to_remove(group_id: str, person_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    return _removal(group_id, _card(group_id, person_id), Sheet({}))


@pages.post("/<person_id>/remove")
def remove(group_id: str, person_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    card = read_person(_house(), group_id, person_id)
    hindrance = remove_from_group(_house(), group_id, person_id)
    if hindrance and card:
        sheet = Sheet({}, {"remove": str(HINDRANCES[hindrance])})
        return _removal(group_id, card, sheet), 422
    return redirect(url_for(".show", group_id=group_id), 303)


def _house() -> House:
    return house_of(current_app)


def _card(group_id: str, person_id: str) -> PersonCard:
    known = person_id.isascii() and person_id.isalnum()
    return (read_person(_house(), group_id, person_id) if known else None) or abort(404)


def _one(group_id: str, card: PersonCard, sheet: Sheet) -> str:
    return render_template(
        "people/one.html",
        group_id=group_id,
        card=card,
        sheet=sheet,
        parts=PARTS,
        until=_until(card),
    )


def _removal(group_id: str, card: PersonCard, sheet: Sheet) -> str:
    return render_template("people/remove.html", group_id=group_id, card=card, sheet=sheet)


def _until(card: PersonCard) -> str:
    """Until which day somebody is invited; empty when that is over, or for a member."""
    now = _house().clock.now()
    if card.joined or not card.invited_until or card.invited_until <= now:
        return ""
    return when.short_day_words(when.clock_there(card.invited_until, "UTC").date())
