"""The next dates of a series, on one wall clock or two, with what a clock change does to them."""

from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from facilitator.content.texts.planning import CLOCK_NOTES
from facilitator.content.words import fill
from facilitator.schedule.occurrences import Occurrence, occurrences
from facilitator.schedule.zones import instant_of
from facilitator.use_cases.series_flaws import HORIZON_MS
from facilitator.use_cases.series_wish import SeriesWish
from facilitator.web.when import (
    clock_there,
    short_day_words,
    short_long_day_words,
    time_words,
)

SHOWN = 6


@dataclass(frozen=True, slots=True)
class DateCard:
    """One date: the day, the time, the same moment elsewhere, and a word about the clocks."""

    day: str
    at: str
    times: str
    there: str
    note: str


def dates_ahead(wish: SeriesWish, now: int, also_zone: str = "") -> list[DateCard]:
    """The next six dates. The dates of the wish must be clear."""
    # Far enough for six meetings that are a year apart.
    until = max(now, instant_of(wish.starts_local, wish.zone)[0]) + SHOWN * HORIZON_MS
    dates = occurrences(
        wish.rule, wish.starts_local, wish.zone, wish.minutes, after=now, until=until
    )
    return [_card(one, wish.zone, also_zone) for one in dates[:SHOWN]]


def clock_note(note: str, recurrence: str, shown: datetime) -> str:
    """What the clock change does to a date; nothing on most days."""
    if not note:
        return ""
    local = time_words(datetime.fromisoformat(recurrence))
    return str(fill(CLOCK_NOTES[note], local=local, shown=time_words(shown)))


def _card(one: Occurrence, zone: str, also_zone: str) -> DateCard:
    starts, ends = clock_there(one.starts_at, zone), clock_there(one.ends_at, zone)
    return DateCard(
        day=short_long_day_words(starts.date()),
        at=one.recurrence,
        times=f"{time_words(starts)} – {time_words(ends)}",
        there=_there(one, starts, also_zone) if also_zone else "",
        note=clock_note(one.note, one.recurrence, starts),
    )


def _there(one: Occurrence, here: datetime, zone: str) -> str:
    """The time elsewhere; the day, too, when it is another one there."""
    there = clock_there(one.starts_at, zone)
    if there.date() == here.date():
        return time_words(there)
    day = short_day_words(there.date())
    return str(_("%(time)s on %(day)s", time=time_words(there), day=day))
