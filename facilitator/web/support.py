"""Other support by region, and when each place was last checked."""

from datetime import date

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitator.content.texts.support import KINDS
from facilitator.house import House, house_of
from facilitator.use_cases.keep_support import (
    ENTRIES_MOST,
    HOW_CHARS,
    NAME_CHARS,
    SupportWords,
    add_support,
    change_support,
    check_support,
    remove_support,
)
from facilitator.use_cases.read_support import SupportCard, SupportList, read_support
from facilitator.web import forms, when
from facilitator.web.forms import Sheet, Unclear
from facilitator.web.signed_in import ask_who_it_is
from facilitator.web.standing import required_organizer

pages = Blueprint("support", __name__, url_prefix="/groups/<group_id>/support")

pages.before_request(ask_who_it_is)


@pages.get("")
def show(group_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    found = read_support(_house(), group_id)
    region = found.cards[-1].words.region if found.cards else ""
    return _list(group_id, found, Sheet({"region": region, "checked_on": found.today}))


@pages.post("")
def add(group_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    found = read_support(_house(), group_id)
    sheet = Sheet(request.form)
    words = _take(sheet, found.today)
    if sheet.is_clear and not add_support(_house(), group_id, words):
        sheet.problems["name"] = _(
            "The list is full with %(count)d places. Please remove one first.", count=ENTRIES_MOST
        )
    return _list(group_id, found, sheet, 422) if not sheet.is_clear else _back(group_id)


@pages.post("/checked")
def checked(group_id: str) -> ResponseReturnValue:
    """These places were looked at today."""
    required_organizer(group_id)
    today = read_support(_house(), group_id).today
    check_support(_house(), group_id, request.form.getlist("entry"), today)
    return _back(group_id)


@pages.get("/<entry_id>")
def change(group_id: str, entry_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    words = _card(group_id, entry_id).words
    typed = {
        "region": words.region,
        "kind": words.kind,
        "name": words.name,
        "how": words.how,
        "checked_on": words.checked_on,
    }
    return _one(group_id, entry_id, Sheet(typed))


@pages.post("/<entry_id>")
def keep_change(group_id: str, entry_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    _card(group_id, entry_id)
    sheet = Sheet(request.form)
    words = _take(sheet, read_support(_house(), group_id).today)
    if not sheet.is_clear:
        return _one(group_id, entry_id, sheet), 422
    change_support(_house(), group_id, entry_id, words)
    return _back(group_id)


@pages.post("/<entry_id>/remove")
def remove(group_id: str, entry_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    remove_support(_house(), group_id, entry_id)
    return _back(group_id)


def _house() -> House:
    return house_of(current_app)


def _back(group_id: str) -> ResponseReturnValue:
    return redirect(url_for(".show", group_id=group_id), 303)


def _card(group_id: str, entry_id: str) -> SupportCard:
    cards = read_support(_house(), group_id).cards
    return next((card for card in cards if card.id == entry_id), None) or abort(404)


def _list(
    group_id: str, found: SupportList, sheet: Sheet, status: int = 200
) -> ResponseReturnValue:
    page = render_template(
        "support/show.html",
        group_id=group_id,
        cards=found.cards,
        flaws=[str(flaw.sentence) for flaw in found.flaws],
        days={card.id: _day(card.words.checked_on) for card in found.cards},
        kinds=KINDS,
        sheet=sheet,
        today=found.today,
    )
    return page, status


def _one(group_id: str, entry_id: str, sheet: Sheet) -> str:
    return render_template(
        "support/change.html",
        group_id=group_id,
        entry_id=entry_id,
        kinds=KINDS,
        sheet=sheet,
        today=read_support(_house(), group_id).today,
    )


def _day(checked_on: str) -> str:
    return when.long_day_words(date.fromisoformat(checked_on)) if checked_on else ""


def _take(sheet: Sheet, today: str) -> SupportWords:
    return SupportWords(
        region=sheet.take("region", _clean_region),
        kind=sheet.take("kind", forms.clean_choice(KINDS)),
        name=sheet.take("name", lambda typed: forms.clean_line(typed, longest=NAME_CHARS)),
        how=sheet.take("how", _clean_how),
        checked_on=sheet.take("checked_on", lambda typed: _clean_day(typed, today)),
    )


def _clean_region(typed: str) -> str:
    return forms.clean_line(typed) if typed.strip() else ""


def _clean_how(typed: str) -> str:
    return forms.clean_line(" ".join(typed.split()), longest=HOW_CHARS)


def _clean_day(typed: str, today: str) -> str:
    """A day up to today, as a calendar writes it; or none."""
    day = typed.strip()
    if not day:
        return ""
    try:
        written = date.fromisoformat(day).isoformat()
    except ValueError:
        raise Unclear(_("Please write the day like this: %(day)s", day=today)) from None
    if written > today or written < "1970":
        raise Unclear(_("Please choose a day up to today."))
    return written
