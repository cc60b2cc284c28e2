"""Meetings that recur: planned, looked at before they are kept, published, changed, ended."""

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from facilitator.content.agendas import AgendaTemplate
from facilitator.house import House, house_of
from facilitator.use_cases.change_following import change_following
from facilitator.use_cases.end_series import end_series
from facilitator.use_cases.plan_series import drop_draft, plan_series, replan_series
from facilitator.use_cases.publish_series import publish_series
from facilitator.use_cases.read_planning import (
    MeetingPage,
    PlanningRoom,
    SeriesPage,
    read_meeting,
    read_planning,
    read_series,
)
from facilitator.use_cases.series_wish import SeriesWish
from facilitator.web.forms import Sheet, clean_text
from facilitator.web.meeting_cards import date_row, series_card
from facilitator.web.series_form import render_form, render_preview
from facilitator.web.series_sheet import first_sheet, put_flaws, sheet_of, take_series
from facilitator.web.signed_in import ask_who_it_is, required_person
from facilitator.web.standing import required_organizer

pages = Blueprint("meetings", __name__, url_prefix="/groups/<group_id>")


pages.before_request(ask_who_it_is)


# --- Planned --------------------------------------------------------------------------------------


@pages.get("/meetings/new")
def new(group_id: str) -> ResponseReturnValue:
    room = _room(group_id)
    me = required_person().person_id
    lead = me if any(one.person_id == me for one in room.may_hold) else ""
    return render_form(room, first_sheet(room.zone, lead), now=_now())


@pages.post("/meetings/new")
def make(group_id: str) -> ResponseReturnValue:
    room, sheet = _room(group_id), Sheet(request.form)
    wish = _taken(room, sheet)
    if _only_looks() or wish is None:
        return render_form(room, sheet, now=_now()), 200 if _only_looks() else 422
    series_id = plan_series(_house(), group_id, wish)
    return redirect(url_for(".show", group_id=group_id, series_id=series_id), 303)


@pages.get("/meetings/preview")
def preview(group_id: str) -> ResponseReturnValue:
    """What the form comes to as it is typed: a piece of its page, made by the same hands."""
    room = _room(group_id)
    series = read_series(_house(), group_id, request.args.get("series", ""))
    return render_preview(room, Sheet(request.args), now=_now(), series=series)


@pages.get("/series/<series_id>/change")
def change(group_id: str, series_id: str) -> ResponseReturnValue:
    room, series = _room(group_id), _draft(group_id, series_id)
    return render_form(room, sheet_of(series.wish, room.agendas), now=_now(), series=series)


@pages.post("/series/<series_id>/change")
def keep_change(group_id: str, series_id: str) -> ResponseReturnValue:
    room, series, sheet = _room(group_id), _draft(group_id, series_id), Sheet(request.form)
    wish = _taken(room, sheet, series.wish.template)
    if _only_looks() or wish is None:
        page = render_form(room, sheet, now=_now(), series=series)
        return page, 200 if _only_looks() else 422
    replan_series(_house(), group_id, series_id, wish)
    return redirect(url_for(".show", group_id=group_id, series_id=series_id), 303)


# --- One series -----------------------------------------------------------------------------------


@pages.get("/series/<series_id>")
def show(group_id: str, series_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    return _series_page(group_id, _series(group_id, series_id))


@pages.post("/series/<series_id>/publish")
def publish(group_id: str, series_id: str) -> ResponseReturnValue:
    me = required_organizer(group_id).person_id
    series = _series(group_id, series_id)
    if publish_series(_house(), group_id, series_id, by=me):
        return _series_page(group_id, series), 422
    return redirect(url_for(".show", group_id=group_id, series_id=series_id), 303)


@pages.post("/series/<series_id>/drop")
def drop(group_id: str, series_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    if not drop_draft(_house(), group_id, series_id):
        _series(group_id, series_id)
        return redirect(url_for(".show", group_id=group_id, series_id=series_id), 303)
    return redirect(url_for("groups.show", group_id=group_id), 303)


@pages.get("/series/<series_id>/following")
def following(group_id: str, series_id: str) -> ResponseReturnValue:
    room, series = _room(group_id), _series(group_id, series_id)
    meeting = _meeting_of(group_id, series_id, request.args.get("from", ""))
    sheet = sheet_of(series.wish, room.agendas)
    left = meeting.meeting.left_after
    sheet.typed = {
        **sheet.typed,
        "starts_on": meeting.meeting.recurrence[:10],
        "ends": "never" if left is None else "count",
        "count": str((left or 0) + 1),
    }
    return render_form(room, sheet, now=_now(), series=series, following=meeting)


@pages.post("/series/<series_id>/following")
def keep_following(group_id: str, series_id: str) -> ResponseReturnValue:
    room, series, sheet = _room(group_id), _series(group_id, series_id), Sheet(request.form)
    begins, looks = request.form.get("from", ""), _only_looks()
    if not looks and not _is_of(group_id, series_id, begins):
        # The same form was sent before: a new series began there, or on another day.
        return _to_what_follows(group_id, begins)
    meeting = _meeting_of(group_id, series_id, begins)
    said = sheet.take("said", clean_text)
    wish = _taken(room, sheet, series.wish.template)
    if wish is not None and not looks:
        me = required_person().person_id
        put_flaws(sheet, change_following(_house(), group_id, begins, wish, said, by=me))
        if sheet.is_clear:
            return _to_what_follows(group_id, begins)
    form = render_form(room, sheet, now=_now(), series=series, following=meeting)
    return form, 200 if looks else 422


@pages.get("/series/<series_id>/end")
def ending(group_id: str, series_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    series = _series(group_id, series_id)
    # Two are told of it ahead (I45).
    suggested = series.ahead[min(2, len(series.ahead) - 1)].id if series.ahead else ""
    return _end_page(group_id, series, Sheet({"last": suggested}))


@pages.post("/series/<series_id>/end")
def end(group_id: str, series_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    series, sheet = _series(group_id, series_id), Sheet(request.form)
    said, last = sheet.take("said", clean_text), request.form.get("last", "")
    if sheet.is_clear:
        put_flaws(sheet, end_series(_house(), group_id, series_id, said, last))
    if not sheet.is_clear:
        return _end_page(group_id, series, sheet), 422
    return redirect(url_for(".show", group_id=group_id, series_id=series_id), 303)


# --- What they share ------------------------------------------------------------------------------


def _house() -> House:
    return house_of(current_app)


def _now() -> int:
    return _house().clock.now()


def _room(group_id: str) -> PlanningRoom:
    required_organizer(group_id)
    return read_planning(_house(), group_id)


def _series(group_id: str, series_id: str) -> SeriesPage:
    return read_series(_house(), group_id, series_id) or abort(404)


def _draft(group_id: str, series_id: str) -> SeriesPage:
    series = _series(group_id, series_id)
    return series if series.state == "draft" else abort(404)


def _meeting_of(group_id: str, series_id: str, meeting_id: str) -> MeetingPage:
    found = read_meeting(_house(), group_id, meeting_id)
    return found if found and found.meeting.series_id == series_id else abort(404)


def _is_of(group_id: str, series_id: str, meeting_id: str) -> bool:
    found = read_meeting(_house(), group_id, meeting_id)
    return found is not None and found.meeting.series_id == series_id


def _to_what_follows(group_id: str, meeting_id: str) -> ResponseReturnValue:
    """To the meeting; to its group when the new dates are too far from it to be the same one."""
    if read_meeting(_house(), group_id, meeting_id) is None:
        return redirect(url_for("groups.show", group_id=group_id), 303)
    return redirect(url_for("dates.show", group_id=group_id, meeting_id=meeting_id), 303)


def _only_looks() -> bool:
    return request.form.get("do") == "look"


def _taken(
    room: PlanningRoom, sheet: Sheet, kept: AgendaTemplate | None = None
) -> SeriesWish | None:
    names = {one.person_id: one.name for one in room.may_hold}
    return take_series(sheet, room.agendas, names, _now(), kept)


def _series_page(group_id: str, series: SeriesPage) -> str:
    return render_template(
        "meetings/series.html",
        group_id=group_id,
        series=series,
        card=series_card(series),
        dates=[date_row(one) for one in series.ahead],
    )


def _end_page(group_id: str, series: SeriesPage, sheet: Sheet) -> str:
    return render_template(
        "meetings/end.html",
        group_id=group_id,
        series=series,
        sheet=sheet,
        dates=[date_row(one) for one in series.ahead if one.state == "scheduled"],
    )
