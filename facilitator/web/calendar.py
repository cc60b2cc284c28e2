"""The calendar of those who organize or hold groups: a week, a month, a list."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, abort, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext

from facilitator.house import house_of
from facilitator.use_cases.read_calendar_page import (
    CalendarMeeting,
    CalendarPage,
    read_calendar_page,
)
from facilitator.use_cases.read_own_clock import OwnClock, read_own_clock
from facilitator.web import when
from facilitator.web.calendar_cards import MeetingCard, meeting_card
from facilitator.web.calendar_days import VIEWS, Days, day_read, months_on
from facilitator.web.month_picture import MonthPicture, month_picture
from facilitator.web.signed_in import ask_who_it_is, required_person

pages = Blueprint("calendar", __name__)

VIEW_NAMES = {
    "week": lazy_gettext("Week"),
    "month": lazy_gettext("Month"),
    "list": lazy_gettext("List"),
}
# Until which hour of the day each part of it lasts.
PARTS = (
    (12, lazy_gettext("Morning")),
    (17, lazy_gettext("Afternoon")),
    (24, lazy_gettext("Evening")),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of the calendar somebody asked for."""

    view: str
    on: date
    group: str
    unclear: bool


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day with its meetings, earliest first."""

    day: date
    name: str
    within: bool
    today: bool
    cards: list[MeetingCard]


@dataclass(frozen=True, slots=True)
class MonthList:
    """One month of the list, with its picture."""

    name: str
    picture: MonthPicture
    cards: list[MeetingCard]


pages.before_request(ask_who_it_is)


@pages.get("/calendar")
def show() -> ResponseReturnValue:
    """The days asked for, on the reader's own wall clock, in all the groups they work in."""
    house, person = house_of(current_app), required_person().person_id
    clock = read_own_clock(house, person)
    asked = _asked(clock.today)
    days = VIEWS[asked.view](asked.on, when.week_begins())
    page = read_calendar_page(house, person, clock.zone, days.first, days.last, asked.group)
    if page is None:
        abort(404)
    return render_template(
        f"calendar/{asked.view}.html",
        asked=asked,
        clock=clock,
        groups=page.groups,
        views=[(name, words, _way(asked, asked.on, name)) for name, words in VIEW_NAMES.items()],
        ways={
            "before": _way(asked, days.before),
            "today": _way(asked, clock.today),
            "after": _way(asked, days.after),
        },
        title=_title(asked, days),
        **_shown(asked, days, page, clock),
    )


def _asked(today: date) -> Asked:
    view, typed = request.args.get("view", "month"), request.args.get("on", "")
    on = day_read(typed) if typed else today
    group = request.args.get("group", "")
    return Asked(view if view in VIEWS else "month", on or today, group, unclear=on is None)


def _shown(
    asked: Asked, days: Days, page: CalendarPage, clock: OwnClock
) -> dict[str, list[DayCell] | list[list[DayCell]] | list[MonthList] | list[tuple[str, str]]]:
    """What the template of the view draws."""
    if asked.view == "list":
        return {"months": _months(days, page, clock)}
    by_day: defaultdict[date, list[MeetingCard]] = defaultdict(list)
    for one in page.meetings:
        by_day[one.day].append(_card(one, page, clock))
    cells = [
        DayCell(
            day=day,
            name=when.short_day_words(day),
            within=asked.view == "week" or day.month == asked.on.month,
            today=day == clock.today,
            cards=by_day[day],
        )
        for day in days
    ]
    if asked.view == "week":
        return {"cells": cells, "parts": [(str(until), str(words)) for until, words in PARTS]}
    weeks = [cells[at : at + 7] for at in range(0, len(cells), 7)]
    return {"weeks": weeks, "weekdays": when.weekday_names()}


def _months(days: Days, page: CalendarPage, clock: OwnClock) -> list[MonthList]:
    months, month = [], days.first
    while month <= days.last:
        after = months_on(month, 1)
        here = [one for one in page.meetings if month <= one.day < after]
        states: defaultdict[date, list[str]] = defaultdict(list)
        for one in here:
            states[one.day].append(one.state)
        months.append(
            MonthList(
                when.month_words(month),
                month_picture(month, states, when.week_begins()),
                [_card(one, page, clock) for one in here],
            )
        )
        month = after
    return months


def _card(one: CalendarMeeting, page: CalendarPage, clock: OwnClock) -> MeetingCard:
    return meeting_card(one, clock.zone, many_groups=len(page.groups) > 1)


def _title(asked: Asked, days: Days) -> str:
    if asked.view == "month":
        return when.month_words(asked.on)
    if asked.view == "list":
        first, last = when.month_words(days.first), when.month_words(days.last)
        return str(_("%(first)s to %(last)s", first=first, last=last))
    return str(_("The week of %(day)s", day=when.long_day_words(days.first)))


def _way(asked: Asked, on: date, view: str = "") -> str:
    return url_for(".show", view=view or asked.view, on=on.isoformat(), group=asked.group or None)
