"""What a group reads: its name, its wall clock, how it is reached, who may come."""

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitator.house import House, house_of
from facilitator.use_cases.change_group import change_card, change_group
from facilitator.use_cases.keep_support import HOW_CHARS
from facilitator.use_cases.make_group import GroupWords, make_group
from facilitator.use_cases.read_groups import read_group
from facilitator.web import forms
from facilitator.web.forms import Sheet, Unclear
from facilitator.web.signed_in import ask_who_it_is, required_person
from facilitator.web.standing import required_holder, required_organizer
from facilitator.web.zones import clean_zone, zones_by_region

pages = Blueprint("group_words", __name__, url_prefix="/groups")

TOPICS_MOST = 6
TOPIC_CHARS = 40

pages.before_request(ask_who_it_is)


@pages.get("/new")
def new() -> ResponseReturnValue:
    return _form(Sheet({"role_words": _("peer facilitator"), "access": "open"}), None)


@pages.post("/new")
def make() -> ResponseReturnValue:
    sheet = Sheet(request.form)
    role_words = sheet.take("role_words", forms.clean_line)
    words = _take_words(sheet, sheet.take("other_support", _clean_lines), role_words)
    if not sheet.is_clear:
        return _form(sheet, None), 422
    group_id = make_group(_house(), words, by=required_person().person_id)
    return redirect(url_for("groups.show", group_id=group_id), 303)


@pages.get("/<group_id>/words")
def change(group_id: str) -> ResponseReturnValue:
    standing = required_organizer(group_id)
    group = read_group(_house(), group_id, standing.person_id) or abort(404)
    typed = {
        "name": group.name,
        "contact": group.contact,
        "zone": group.zone,
        "access": group.access,
        "topics": ", ".join(group.topics),
        "fallback_words": group.fallback_words,
    }
    return _form(Sheet(typed), group_id)


@pages.post("/<group_id>/words")
def keep_change(group_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    sheet = Sheet(request.form)
    words = _take_words(sheet, "", "")
    if not sheet.is_clear:
        return _form(sheet, group_id), 422
    change_group(_house(), group_id, words)
    return redirect(url_for("groups.show", group_id=group_id), 303)


@pages.get("/<group_id>/card")
def card(group_id: str) -> ResponseReturnValue:
    standing = required_holder(group_id)
    sheet = Sheet({"role_words": standing.role_words})
    return render_template("people/card.html", group_id=group_id, sheet=sheet)


@pages.post("/<group_id>/card")
def keep_card(group_id: str) -> ResponseReturnValue:
    standing = required_holder(group_id)
    sheet = Sheet(request.form)
    role_words = sheet.take("role_words", forms.clean_line)
    if not sheet.is_clear:
        return render_template("people/card.html", group_id=group_id, sheet=sheet), 422
    change_card(_house(), group_id, standing.person_id, role_words)
    return redirect(url_for("groups.show", group_id=group_id), 303)


def _house() -> House:
    return house_of(current_app)


def _form(sheet: Sheet, group_id: str | None) -> str:
    return render_template(
        "groups/words.html", sheet=sheet, group_id=group_id, regions=zones_by_region()
    )


def _take_words(sheet: Sheet, other_support: str, role_words: str) -> GroupWords:
    return GroupWords(
        name=sheet.take("name", forms.clean_line),
        role_words=role_words,
        contact=sheet.take("contact", forms.clean_contact),
        other_support=other_support,
        zone=sheet.take("zone", clean_zone) if sheet.typed.get("zone") else "UTC",
        access=sheet.take("access", _clean_access),
        topics=tuple(filter(None, sheet.take("topics", _clean_topics).split("\n"))),
        fallback_words=sheet.take("fallback_words", forms.clean_text),
    )


def _clean_access(typed: str) -> str:
    if typed not in {"", "open", "closed"}:
        raise Unclear(_("Please choose one of the two ways in."))
    return typed or "open"


def _clean_topics(typed: str) -> str:
    """Topics, one on each line."""
    topics = [part.strip() for part in typed.split(",") if part.strip()]
    if len(topics) > TOPICS_MOST:
        raise Unclear(_("Up to %(count)d topics fit at a door.", count=TOPICS_MOST))
    cleaned = (forms.clean_line(topic, longest=TOPIC_CHARS) for topic in topics)
    return "\n".join(dict.fromkeys(cleaned))


def _clean_lines(typed: str) -> str:
    """Places to turn to, one on each line."""
    text = forms.clean_text(typed)
    if any(len(line) > HOW_CHARS for line in text.split("\n")):
        raise Unclear(
            _("One place on each line, please, with up to %(count)d characters.", count=HOW_CHARS)
        )
    return text
