"""The form of a series, and what it comes to as it stands."""

from flask import render_template
from flask_babel import gettext as _

from facilitator.circle.plan import Medium
from facilitator.content.capacity import SEATS_MOST
from facilitator.content.texts.planning import MEDIA
from facilitator.schedule.zones import is_zone
from facilitator.use_cases.read_planning import MeetingPage, PlanningRoom, SeriesPage
from facilitator.use_cases.series_flaws import SEATS_LEAST, plan_flaws, seat_flaws
from facilitator.web.agenda_cards import agenda_card
from facilitator.web.agenda_look import look_at
from facilitator.web.ahead import place_words
from facilitator.web.dates_ahead import dates_ahead
from facilitator.web.forms import Sheet
from facilitator.web.meeting_cards import date_row
from facilitator.web.rule_words import NTH, rule_words, weekday_words
from facilitator.web.series_sheet import take_series
from facilitator.web.zones import zones_by_region

NAMES_SHOWN = 3


def render_form(
    room: PlanningRoom,
    sheet: Sheet,
    *,
    now: int,
    series: SeriesPage | None = None,
    following: MeetingPage | None = None,
) -> str:
    """The whole page: for a new series, for a draft, or for what follows from a meeting on."""
    kept = series.wish.template if series else None
    agendas = [agenda_card(one.choice, one.template) for one in room.agendas]
    if kept is not None and sheet.typed.get("agenda") == "kept":
        agendas.insert(0, agenda_card("kept", kept))
    return render_template(
        "meetings/form.html",
        group_id=room.group_id,
        sheet=sheet,
        series=series,
        following=following,
        following_row=date_row(following.meeting) if following else None,
        agendas=agendas,
        media=MEDIA,
        nths=NTH,
        weekdays=weekday_words(),
        may_hold=room.may_hold,
        seats=range(SEATS_LEAST, SEATS_MOST + 1),
        zones=zones_by_region(),
        elsewhere=_elsewhere(room),
        **_seen(room, sheet, now, series),
    )


def render_preview(room: PlanningRoom, sheet: Sheet, *, now: int, series: SeriesPage | None) -> str:
    """The part of the page that changes with what is typed."""
    return render_template("meetings/_preview.html", **_seen(room, sheet, now, series))


def _seen(
    room: PlanningRoom, sheet: Sheet, now: int, series: SeriesPage | None
) -> dict[str, object]:
    """The next dates and whether everybody has time, of what can be read so far."""
    names = {one.person_id: one.name for one in room.may_hold}
    looked = Sheet(sheet.typed)
    kept = series.wish.template if series else None
    wish = take_series(looked, room.agendas, names, now, kept)
    also = sheet.typed.get("also_zone", "")
    also = also if is_zone(also) else ""
    seen: dict[str, object] = {
        "dates": [],
        "rule": "",
        "here": place_words(sheet.typed.get("zone", "")),
        "there": place_words(also),
        "begun": bool(sheet.typed.get("starts_on") and sheet.typed.get("starts_at")),
        "unclear": list(looked.problems.values()),
        "flaws": [],
        "fits": "",
    }
    if wish is None:
        return seen
    flaws = [
        *plan_flaws(wish.template, wish.minutes),
        *seat_flaws(wish.template, wish.seats_max, wish.medium, wish.shorter_time),
    ]
    spoken = wish.medium == Medium.SPOKEN
    room_for = wish.template.capacity_spoken if spoken else wish.template.capacity_mixed
    return seen | {
        "dates": dates_ahead(wish, now, also),
        "rule": rule_words(wish.rule, wish.starts_local),
        "look": look_at(wish.template),
        "rounds": agenda_card("", wish.template).rounds,
        "flaws": flaws,
        "fits": _fits(wish.seats_max, room_for, wish.minutes),
    }


def _fits(seats: int, room_for: int, minutes: int) -> str:
    if seats > room_for:
        return str(_("Everybody has a shorter, equal time: %(seats)d seats.", seats=seats))
    return str(
        _(
            "%(minutes)d minutes, %(seats)d seats: everybody can be offered the full time.",
            minutes=minutes,
            seats=seats,
        )
    )


def _elsewhere(room: PlanningRoom) -> list[tuple[str, str]]:
    """The zones that members live by, each with some of their names."""
    found = []
    for zone, names in room.zones.items():
        shown = ", ".join(names[:NAMES_SHOWN])
        more = len(names) - NAMES_SHOWN
        if more > 0:
            shown = _("%(names)s and %(count)d more", names=shown, count=more)
        found.append((zone, f"{place_words(zone)}: {shown}"))
    return found
