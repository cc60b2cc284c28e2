"""After meetings: what is left of them, in words that leave people out (domain.md 4)."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, abort, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext, ngettext

from facilitator.content.texts.feedback import ORGANIZER
from facilitator.house import house_of
from facilitator.store.closed_circles import ClosedCircle
from facilitator.use_cases.read_counts import CountsPage, read_counts
from facilitator.web import when
from facilitator.web.calendar_days import YEARS
from facilitator.web.feedback_cards import crossed_cards, feedback_cards
from facilitator.web.month_picture import MonthPicture, month_picture
from facilitator.web.signed_in import ask_who_it_is
from facilitator.web.standing import required_worker

pages = Blueprint("counts", __name__, url_prefix="/groups")

pages.before_request(ask_who_it_is)

SIZES = {
    "0-1": lazy_gettext("one, or nobody"),
    "2-4": lazy_gettext("two to four"),
    "5-8": lazy_gettext("five to eight"),
    "9-12": lazy_gettext("nine to twelve"),
}
# Up to how many seconds which words are said.
UNHELD = (
    (0, lazy_gettext("none")),
    (60, lazy_gettext("up to a minute")),
    (300, lazy_gettext("up to five minutes")),
)
LONGER_UNHELD = lazy_gettext("more than five minutes")


@dataclass(frozen=True, slots=True)
class CircleCard:
    """What can be said of one circle: nothing that tells of one person (I56)."""

    day: str
    took_place: str
    size: str
    unheld: str
    signals: str
    removal: str


@dataclass(frozen=True, slots=True)
class MonthCard:
    """A month of the year's picture; the words say what it shows."""

    name: str
    way: str
    picture: MonthPicture
    words: str


@pages.get("/<group_id>/counts")
def show(group_id: str) -> ResponseReturnValue:
    standing = required_worker(group_id)
    page = read_counts(house_of(current_app), standing, _year(request.args.get("year", "")))
    answers = page.answers
    return render_template(
        "groups/counts.html",
        group_id=group_id,
        year=page.year,
        years=YEARS,
        months=_months(page, group_id),
        circles=[_card(one, page.zone) for one in page.circles],
        answered=answers is not None,
        feedback=feedback_cards(answers or {}),
        crossed=crossed_cards(answers or {}),
        words=ORGANIZER,
    )


def _year(typed: str) -> int | None:
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit() and len(typed) == 4) or int(typed) not in YEARS:
        abort(404)
    return int(typed)


def _months(page: CountsPage, group_id: str) -> list[MonthCard]:
    by_month: defaultdict[int, defaultdict[date, list[str]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for day, state in page.planned:
        by_month[day.month][day].append(state)
    return [
        _month(date(page.year, number, 1), by_month[number], group_id) for number in range(1, 13)
    ]


def _month(first: date, states: dict[date, list[str]], group_id: str) -> MonthCard:
    return MonthCard(
        name=when.month_name(first),
        way=url_for("calendar.show", view="month", on=first.isoformat(), group=group_id),
        picture=month_picture(first, states, when.week_begins()),
        words=_in_words(Counter(state for day in states.values() for state in day)),
    )


def _in_words(states: Counter[str]) -> str:
    said = []
    if held := states["over"]:
        said.append(ngettext("%(num)d behind us", "%(num)d behind us", held))
    if ahead := states["scheduled"]:
        said.append(ngettext("%(num)d ahead", "%(num)d ahead", ahead))
    if off := states["cancelled"] + states["skipped"]:
        said.append(ngettext("%(num)d left out", "%(num)d left out", off))
    return ", ".join(said) or _("no meeting")


def _card(one: ClosedCircle, zone: str) -> CircleCard:
    day = when.day_and_time_words(when.clock_there(one.began_at, zone))
    if not one.took_place:
        return CircleCard(day, _("Nobody came to hold it"), "", "", "", "")
    return CircleCard(
        day=day,
        took_place=_("Ended as promised") if one.on_time else _("Ended at another time"),
        size=str(SIZES[one.seats]),
        unheld=str(
            next((words for most, words in UNHELD if one.held_seconds <= most), LONGER_UNHELD)
        ),
        signals=_("some stayed without an answer") if one.signals_unmet else _("all were answered"),
        removal=_("A removal took place") if one.removals else "",
    )
