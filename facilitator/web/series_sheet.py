"""What is typed about a series, read as a wish; and a series as it is typed."""

from collections.abc import Mapping
from datetime import date, datetime

from flask_babel import gettext as _

from facilitator.circle.plan import Medium
from facilitator.content.agenda_codec import template_to_json
from facilitator.content.agendas import AgendaTemplate
from facilitator.content.capacity import SEATS_MOST
from facilitator.content.texts.planning import FLAWS
from facilitator.content.words import fill
from facilitator.schedule.rule import MOST, Frequency, Rule, first_date
from facilitator.schedule.zones import read_local
from facilitator.use_cases.flaws import Flaws
from facilitator.use_cases.read_agendas import ChosenAgenda
from facilitator.use_cases.series_flaws import SEATS_LEAST, date_flaws
from facilitator.use_cases.series_wish import SeriesWish
from facilitator.web.forms import Sheet, Unclear, clean_number
from facilitator.web.when import long_day_words
from facilitator.web.zones import clean_zone

# Where the sentence about a flaw stands; what isn't here stands at a field of its own name.
FIELDS = {
    "start": "starts_on",
    "dates": "starts_on",
    "rule": "repeats",
    "minutes": "ends_at",
    "holders": "lead",
}
MINUTES_A_DAY = 24 * 60


def first_sheet(zone: str, lead: str) -> Sheet:
    """An empty form, with what is most often right."""
    return Sheet(
        {
            "zone": zone,
            "repeats": "weekly",
            "every_weeks": "1",
            "every_months": "1",
            "nth": "1",
            "month_day": "0",
            "ends": "never",
            "count": "8",
            "agenda": "standard_hour",
            "medium": "mixed",
            "lead": lead,
        }
    )


def sheet_of(wish: SeriesWish, agendas: list[ChosenAgenda]) -> Sheet:
    """A series as somebody would have typed it."""
    rule, first = wish.rule, read_local(wish.starts_local)
    typed = {
        "starts_on": wish.starts_local[:10],
        "starts_at": wish.starts_local[11:],
        "zone": wish.zone,
        "repeats": rule.frequency.value,
        "every_weeks": str(rule.interval),
        "every_months": str(rule.interval),
        "nth": str(rule.nth),
        "month_day": str(next(iter(rule.weekdays), first.weekday())),
        "ends": "count" if rule.count is not None else "until" if rule.until else "never",
        "count": str(rule.count or 8),
        "until": rule.until or "",
        "agenda": choice_of(wish.template, agendas),
        "medium": wish.medium,
        "seats": str(wish.seats_max),
        "shorter_time": "yes" if wish.shorter_time else "",
        "lead": next((person for person, part in wish.holders if part == "lead"), ""),
    }
    if wish.minutes != wish.template.minutes:
        ends = (first.hour * 60 + first.minute + wish.minutes) % MINUTES_A_DAY
        typed["ends_at"] = f"{ends // 60:02}:{ends % 60:02}"
    if rule.frequency is Frequency.WEEKLY:
        typed |= {f"day-{day}": "yes" for day in rule.weekdays}
    return Sheet(typed | {f"co-{person}": "yes" for person, part in wish.holders if part == "co"})


def choice_of(template: AgendaTemplate, agendas: list[ChosenAgenda]) -> str:
    """What the form calls this agenda; `kept` for one that is in no list (any more)."""
    same = (one.choice for one in agendas if one.template == template)
    ours = (one.choice for one in agendas if not one.own and one.template.key == template.key)
    return next(same, next(ours, "kept"))


def take_series(
    sheet: Sheet,
    agendas: list[ChosenAgenda],
    holders: Mapping[str, str],
    now: int,
    kept: AgendaTemplate | None = None,
) -> SeriesWish | None:
    """The series that was typed; None, with a sentence beside each field, when its dates can't be
    stored. `holders` are those who may hold it; `kept` is the agenda it has had so far."""
    template = take_agenda(sheet, agendas, kept)
    starts_local = _take_start(sheet)
    zone = sheet.take("zone", clean_zone)
    rule = _take_rule(sheet)
    minutes = _take_minutes(sheet, starts_local, template)
    seats = take_seats(sheet, template)
    if template is None or rule is None or sheet.problems:
        return None
    wish = SeriesWish(
        rule=rule,
        starts_local=starts_local,
        zone=zone,
        minutes=minutes,
        seats_max=seats,
        medium=take_medium(sheet),
        agenda=template_to_json(template),
        holders=_take_holders(sheet, holders),
        shorter_time=bool(sheet.typed.get("shorter_time")),
    )
    put_flaws(sheet, date_flaws(wish, now))
    if "starts_on" in sheet.problems and (on_rule := _on_rule(wish)):
        sheet.problems["starts_on"] += " " + on_rule
    return None if sheet.problems else wish


def put_flaws(sheet: Sheet, flaws: Flaws) -> None:
    """Each flaw stands beside its field, with every way out."""
    for flaw in flaws:
        name = FIELDS.get(flaw.field, flaw.field)
        said = " ".join([str(flaw.sentence), *map(str, flaw.ways_out)])
        before = sheet.problems.get(name)
        sheet.problems[name] = f"{before} {said}" if before else said


# --- Its parts ------------------------------------------------------------------------------------


def take_agenda(
    sheet: Sheet, agendas: list[ChosenAgenda], kept: AgendaTemplate | None
) -> AgendaTemplate | None:
    """The chosen agenda; None with a sentence for one that isn't there (any more)."""
    choice = sheet.typed.get("agenda", "")
    if choice == "kept" and kept is not None:
        return kept
    for one in agendas:
        if one.choice == choice:
            return one.template
    sheet.problems["agenda"] = _("This agenda isn’t here. Please choose another one.")
    return None


def take_medium(sheet: Sheet) -> str:
    typed = sheet.typed.get("medium", "")
    return typed if typed in tuple(Medium) else Medium.MIXED.value


def take_seats(sheet: Sheet, template: AgendaTemplate | None) -> int:
    """Seats as typed; left open, as many as the agenda has room for."""
    if not sheet.typed.get("seats"):
        spoken = take_medium(sheet) == Medium.SPOKEN
        room = (template.capacity_spoken if spoken else template.capacity_mixed) if template else 0
        return max(SEATS_LEAST, room)
    return int(sheet.take("seats", clean_number(SEATS_LEAST, SEATS_MOST)) or 0)


def take_local(sheet: Sheet, day: str, time: str) -> str:
    """A wall clock from two fields."""
    local = f"{sheet.typed.get(day, '').strip()}T{sheet.typed.get(time, '').strip()[:5]}"
    try:
        read_local(local)
    except ValueError:
        sheet.problems[day] = _("Please choose a day and a time, such as 2027-01-12 and 19:00.")
        return ""
    return local


def _take_start(sheet: Sheet) -> str:
    return take_local(sheet, "starts_on", "starts_at")


def _take_rule(sheet: Sheet) -> Rule | None:
    repeats = sheet.typed.get("repeats", "")
    if repeats == Frequency.ONCE:
        return Rule(Frequency.ONCE)
    count, until = _take_end(sheet)
    if repeats == Frequency.WEEKLY:
        every = sheet.take("every_weeks", clean_number(1, 52))
        days = tuple(day for day in range(7) if sheet.typed.get(f"day-{day}"))
        return Rule(Frequency.WEEKLY, int(every or 1), days, count=count, until=until)
    if repeats == Frequency.MONTHLY:
        every = sheet.take("every_months", clean_number(1, 12))
        nth = int(sheet.take("nth", _clean_nth) or 0)
        day = int(sheet.take("month_day", clean_number(0, 6)) or 0) if nth else 0
        days = (day,) if nth else ()
        return Rule(Frequency.MONTHLY, int(every or 1), days, nth, count, until)
    sheet.problems["repeats"] = _("Please choose how it repeats.")
    return None


def _take_end(sheet: Sheet) -> tuple[int | None, str | None]:
    ends = sheet.typed.get("ends", "never")
    if ends == "count":
        return int(sheet.take("count", clean_number(1, MOST)) or 1), None
    if ends == "until":
        return None, sheet.take("until", _clean_day) or None
    return None, None


def _take_minutes(sheet: Sheet, starts_local: str, template: AgendaTemplate | None) -> int:
    """From beginning to end; the agenda says it when no end was typed."""
    ends = sheet.typed.get("ends_at", "").strip()
    length = template.minutes if template else 60
    if not ends or not starts_local:
        return length
    try:
        last = datetime.strptime(ends[:5], "%H:%M")  # noqa: DTZ007 -- a wall clock
    except ValueError:
        sheet.problems["ends_at"] = _("Please write a time such as 20:00, or leave this empty.")
        return length
    first = read_local(starts_local)
    minutes = (last.hour - first.hour) * 60 + last.minute - first.minute
    # Past midnight is an end that the agenda's own length leads to.
    if minutes <= 0 and (minutes + MINUTES_A_DAY) == length:
        return length
    if minutes <= 0:
        sheet.problems["ends_at"] = str(FLAWS["minutes/end_before_start"])
    elif minutes != length:
        sentence = fill(FLAWS["minutes/agenda"], agenda=length, minutes=minutes)
        sheet.problems["ends_at"] = str(sentence)
    return minutes


def _take_holders(sheet: Sheet, may_hold: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    lead = sheet.typed.get("lead", "")
    leads = [(lead, "lead")] if lead in may_hold else []
    return (
        *leads,
        *((one, "co") for one in may_hold if one != lead and sheet.typed.get(f"co-{one}")),
    )


def _on_rule(wish: SeriesWish) -> str:
    found = first_date(wish.rule, wish.starts_local)
    if found is None or found == wish.starts_local:
        return ""
    day = long_day_words(date.fromisoformat(found[:10]))
    return str(_("The first that is: %(day)s.", day=day))


def _clean_nth(typed: str) -> str:
    if typed not in ("0", "1", "2", "3", "4", "5", "-1"):
        raise Unclear(_("Please choose which one of the month."))
    return typed


def _clean_day(typed: str) -> str:
    try:
        return date.fromisoformat(typed.strip()).isoformat()
    except ValueError:
        raise Unclear(_("Please choose a day, such as 2027-06-30.")) from None
