"""Notices to the people of a group: what they were told, and a note to write."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitator.content.texts.told import TOLD
from facilitator.house import house_of
from facilitator.store.notices import NoticeFacts
from facilitator.tokens import fresh_id
from facilitator.use_cases.post_notice import post_notice
from facilitator.use_cases.read_notices import read_notices
from facilitator.use_cases.standing import Standing
from facilitator.web import forms, when
from facilitator.web.forms import Sheet, Unclear
from facilitator.web.signed_in import ask_who_it_is
from facilitator.web.standing import required_organizer, required_worker

pages = Blueprint("notices", __name__, url_prefix="/groups")

pages.before_request(ask_who_it_is)

_ID = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class NoticeCard:
    """A notice in its own words, with what it was about."""

    title: str
    said: str
    day: str
    about: str


@pages.get("/<group_id>/notices")
def show(group_id: str) -> ResponseReturnValue:
    return _page(required_worker(group_id), Sheet({"note": fresh_id()}))


@pages.post("/<group_id>/notices")
def write(group_id: str) -> ResponseReturnValue:
    """A note is told once, however often the form is sent."""
    standing = required_organizer(group_id)
    sheet = Sheet(request.form)
    said = sheet.take("said", _clean_note)
    notice_id = sheet.take("note", _clean_id)
    about = sheet.take("meeting", _clean_about)
    if sheet.is_clear and not post_notice(
        house_of(current_app), group_id, notice_id, said, about or None
    ):
        sheet.problems["meeting"] = _not_ahead()
    if not sheet.is_clear:
        return _page(standing, sheet), 422
    return redirect(url_for(".show", group_id=group_id), 303)


def notice_card(one: NoticeFacts, zone: str) -> NoticeCard:
    """The notice in the reader's language and on their wall clock."""
    about = ""
    if one.meeting_at is not None:
        about = when.day_and_time_words(when.clock_there(one.meeting_at, zone))
    made = when.clock_there(one.made_at, zone)
    return NoticeCard(str(TOLD[one.kind]), one.said, when.short_day_words(made.date()), about)


def _page(standing: Standing, sheet: Sheet) -> str:
    page = read_notices(house_of(current_app), standing)
    return render_template(
        "notices/show.html",
        group_id=standing.group_id,
        organizes=standing.organizes,
        sheet=_with_id(sheet),
        notices=[notice_card(one, page.zone) for one in page.notices],
        meetings=[
            (meeting_id, when.day_and_time_words(datetime.fromisoformat(local)))
            for meeting_id, local in page.meetings
        ],
    )


def _with_id(sheet: Sheet) -> Sheet:
    """The form again, with an id under which its note is told once."""
    typed: Mapping[str, str] = {**sheet.typed, "note": sheet.typed.get("note") or fresh_id()}
    return Sheet(typed, sheet.problems)


def _clean_note(typed: str) -> str:
    said = forms.clean_text(typed)
    if not said:
        raise Unclear(_("Please write a few words to your group."))
    return said


def _clean_about(typed: str) -> str:
    if typed and not (typed.isascii() and typed.isalnum()):
        raise Unclear(_not_ahead())
    return typed


def _not_ahead() -> str:
    return str(_("This meeting isn’t ahead any more. Please choose again."))


def _clean_id(typed: str) -> str:
    return typed if _ID.fullmatch(typed) else fresh_id()
