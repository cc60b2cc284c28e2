"""What a group reads: its name, its wall clock, how it is reached, who may come."""

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitator.house import House, house_of
from facilitator.use_cases.change_group import change_group
from facilitator.use_cases.make_group import GroupWords, make_group
from facilitator.use_cases.read_groups import read_group
from facilitator.web import forms
from facilitator.web.forms import Sheet
from facilitator.web.signed_in import ask_who_it_is, required_person
from facilitator.web.standing import required_organizer

pages = Blueprint("group_words", __name__, url_prefix="/groups")

pages.before_request(ask_who_it_is)


@pages.get("/new")
def new() -> ResponseReturnValue:
    sheet = Sheet({"role_words": _("peer facilitator")})
    return render_template("groups/words.html", sheet=sheet, group_id=None)


@pages.post("/new")
def make() -> ResponseReturnValue:
    sheet = Sheet(request.form)
    words = _take_words(sheet)
    if not sheet.is_clear:
        return render_template("groups/words.html", sheet=sheet, group_id=None), 422
    group_id = make_group(_house(), words, by=required_person().person_id)
    return redirect(url_for("groups.show", group_id=group_id), 303)


@pages.get("/<group_id>/words")
def change(group_id: str) -> ResponseReturnValue:
    standing = required_organizer(group_id)
    group = read_group(_house(), group_id, standing.person_id) or abort(404)
    sheet = Sheet(
        {
            "name": group.name,
            "role_words": group.role_words,
            "contact": group.contact,
            "other_support": group.other_support,
        }
    )
    return render_template("groups/words.html", sheet=sheet, group_id=group_id)


@pages.post("/<group_id>/words")
def keep_change(group_id: str) -> ResponseReturnValue:
    standing = required_organizer(group_id)
    sheet = Sheet(request.form)
    words = _take_words(sheet)
    if not sheet.is_clear:
        return render_template("groups/words.html", sheet=sheet, group_id=group_id), 422
    change_group(_house(), group_id, words, by=standing.person_id)
    return redirect(url_for("groups.show", group_id=group_id), 303)


def _house() -> House:
    return house_of(current_app)


def _take_words(sheet: Sheet) -> GroupWords:
    return GroupWords(
        name=sheet.take("name", forms.clean_line),
        role_words=sheet.take("role_words", forms.clean_line),
        contact=sheet.take("contact", forms.clean_contact),
        other_support=sheet.take("other_support", forms.clean_text),
    )
