"""One meeting: looked at, moved, left out, called off, given an agenda of its own."""

from collections.abc import Callable

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from facilitator.content.agenda_codec import template_from_json, template_to_json
from facilitator.content.capacity import SEATS_MOST
from facilitator.content.texts.planning import LAST_DATE, MEDIA
from facilitator.house import House, house_of
from facilitator.use_cases.change_meetings import (
    MeetingWish,
    cancel_meeting,
    change_meeting,
    move_meeting,
    skip_meeting,
)
from facilitator.use_cases.flaws import Flaws
from facilitator.use_cases.read_planning import MeetingPage, read_meeting, read_planning
from facilitator.use_cases.series_flaws import SEATS_LEAST
from facilitator.web.agenda_cards import agenda_card
from facilitator.web.forms import Sheet, clean_text
from facilitator.web.meeting_cards import meeting_card
from facilitator.web.series_sheet import (
    choice_of,
    put_flaws,
    take_agenda,
    take_local,
    take_medium,
    take_seats,
)
from facilitator.web.signed_in import ask_who_it_is
from facilitator.web.standing import required_organizer, required_worker

pages = Blueprint("dates", __name__, url_prefix="/groups/<group_id>/meetings/<meeting_id>")


pages.before_request(ask_who_it_is)


@pages.get("")
def show(group_id: str, meeting_id: str) -> ResponseReturnValue:
    standing = required_worker(group_id)
    page = _meeting(group_id, meeting_id)
    if page.meeting.state == "draft" and not standing.organizes:
        abort(404)
    return render_template(
        "meetings/meeting.html",
        group_id=group_id,
        standing=standing,
        page=page,
        card=meeting_card(page),
        replies=_by_answer(page) if standing.organizes else None,
        last_words=LAST_DATE["farewell"],
        still=page.meeting.state == "scheduled" and page.meeting.starts_at > _now(),
    )


# --- Said, and done -------------------------------------------------------------------------------


@pages.get("/skip")
def skipping(group_id: str, meeting_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    return _say_page(group_id, meeting_id, "skip", Sheet({}))


@pages.post("/skip")
def skip(group_id: str, meeting_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    return _said(group_id, meeting_id, "skip", skip_meeting)


@pages.get("/cancel")
def cancelling(group_id: str, meeting_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    return _say_page(group_id, meeting_id, "cancel", Sheet({}))


@pages.post("/cancel")
def cancel(group_id: str, meeting_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    return _said(group_id, meeting_id, "cancel", cancel_meeting)


@pages.get("/move")
def moving(group_id: str, meeting_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    local = _meeting(group_id, meeting_id).meeting.starts_local
    sheet = Sheet({"starts_on": local[:10], "starts_at": local[11:]})
    return _say_page(group_id, meeting_id, "move", sheet)


@pages.post("/move")
def move(group_id: str, meeting_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    _meeting(group_id, meeting_id)
    sheet = Sheet(request.form)
    local, said = take_local(sheet, "starts_on", "starts_at"), sheet.take("said", clean_text)
    if sheet.is_clear:
        put_flaws(sheet, move_meeting(_house(), group_id, meeting_id, local, said))
    if not sheet.is_clear:
        return _say_page(group_id, meeting_id, "move", sheet), 422
    return _back(group_id, meeting_id)


# --- Another agenda, medium or number of seats ----------------------------------------------------


@pages.get("/change")
def changing(group_id: str, meeting_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    page, agendas = _meeting(group_id, meeting_id), read_planning(_house(), group_id).agendas
    template = template_from_json(page.meeting.agenda)
    typed = {
        "agenda": choice_of(template, agendas),
        "medium": page.meeting.medium,
        "seats": str(page.meeting.seats_max),
    }
    if request.args.get("agenda") == "farewell":
        typed |= {"agenda": "farewell", "said": str(LAST_DATE["farewell.said"])}
    return _change_page(group_id, page, Sheet(typed))


@pages.post("/change")
def change(group_id: str, meeting_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    page, sheet = _meeting(group_id, meeting_id), Sheet(request.form)
    kept = template_from_json(page.meeting.agenda)
    template = take_agenda(sheet, read_planning(_house(), group_id).agendas, kept)
    seats, said = take_seats(sheet, template), sheet.take("said", clean_text)
    if template is not None and sheet.is_clear:
        wish = MeetingWish(template_to_json(template), take_medium(sheet), seats)
        put_flaws(sheet, change_meeting(_house(), group_id, meeting_id, wish, said))
    if not sheet.is_clear:
        return _change_page(group_id, page, sheet), 422
    return _back(group_id, meeting_id)


# --- What they share ------------------------------------------------------------------------------


def _house() -> House:
    return house_of(current_app)


def _now() -> int:
    return _house().clock.now()


def _meeting(group_id: str, meeting_id: str) -> MeetingPage:
    return read_meeting(_house(), group_id, meeting_id) or abort(404)


def _back(group_id: str, meeting_id: str) -> ResponseReturnValue:
    return redirect(url_for(".show", group_id=group_id, meeting_id=meeting_id), 303)


def _said(
    group_id: str,
    meeting_id: str,
    verb: str,
    act: Callable[[House, str, str, str], Flaws],
) -> ResponseReturnValue:
    """It is done, once there are words about it."""
    _meeting(group_id, meeting_id)
    sheet = Sheet(request.form)
    said = sheet.take("said", clean_text)
    if sheet.is_clear:
        put_flaws(sheet, act(_house(), group_id, meeting_id, said))
    if not sheet.is_clear:
        return _say_page(group_id, meeting_id, verb, sheet), 422
    return _back(group_id, meeting_id)


def _say_page(group_id: str, meeting_id: str, verb: str, sheet: Sheet) -> str:
    page = _meeting(group_id, meeting_id)
    return render_template(
        "meetings/say.html",
        group_id=group_id,
        page=page,
        card=meeting_card(page),
        verb=verb,
        sheet=sheet,
    )


def _change_page(group_id: str, page: MeetingPage, sheet: Sheet) -> str:
    agendas = [
        agenda_card(one.choice, one.template) for one in read_planning(_house(), group_id).agendas
    ]
    if sheet.typed.get("agenda") == "kept":
        agendas.insert(0, agenda_card("kept", template_from_json(page.meeting.agenda)))
    return render_template(
        "meetings/change.html",
        group_id=group_id,
        page=page,
        card=meeting_card(page),
        sheet=sheet,
        agendas=agendas,
        media=MEDIA,
        seats=range(SEATS_LEAST, SEATS_MOST + 1),
    )


def _by_answer(page: MeetingPage) -> dict[str, list[str]]:
    """Names by what they said; who waits for a place is among those who come, marked."""
    found: dict[str, list[str]] = {"seat": [], "waiting": [], "maybe": [], "not_this_time": []}
    for reply in page.replies:
        if reply.answer != "coming":
            found[reply.answer].append(reply.name)
        else:
            found["seat" if reply.place == "seat" else "waiting"].append(reply.name)
    return found
