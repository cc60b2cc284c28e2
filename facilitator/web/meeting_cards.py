"""Series and meetings as their organizers read them."""

from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from facilitator.content.agenda_codec import template_from_json
from facilitator.content.texts.planning import MEDIA, STATES
from facilitator.schedule.foretelling import foretold
from facilitator.store.meetings import MeetingFacts
from facilitator.use_cases.read_planning import MeetingPage, SeriesPage
from facilitator.web.agenda_cards import AgendaCard, agenda_card
from facilitator.web.agenda_look import AgendaLook, look_at
from facilitator.web.ahead import ending_words, place_words
from facilitator.web.dates_ahead import clock_note
from facilitator.web.rule_words import rule_words
from facilitator.web.when import clock_there, long_day_words, time_words


@dataclass(frozen=True, slots=True)
class SeriesCard:
    rule: str
    zone: str
    agenda: AgendaCard
    medium: str
    seats: int
    held_by: str
    shorter_time: bool


@dataclass(frozen=True, slots=True)
class DateRow:
    """One date of a series; `state` is a code, `words` say it where it isn't the usual one."""

    id: str
    at: str
    day: str
    times: str
    state: str
    words: str
    more: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeetingCard:
    row: DateRow
    zone: str
    agenda: AgendaCard
    look: AgendaLook
    medium: str
    seats: int
    is_last: bool


def series_card(series: SeriesPage) -> SeriesCard:
    wish = series.wish
    return SeriesCard(
        rule=rule_words(wish.rule, wish.starts_local),
        zone=place_words(wish.zone),
        agenda=agenda_card("", wish.template),
        medium=str(MEDIA[wish.medium]),
        seats=wish.seats_max,
        held_by=", ".join(series.held_by),
        shorter_time=wish.shorter_time,
    )


def date_row(one: MeetingFacts) -> DateRow:
    """The date on the group's own wall clock."""
    starts, ends = clock_there(one.starts_at, one.zone), clock_there(one.ends_at, one.zone)
    more = [clock_note(one.clock_note, one.starts_local, starts)]
    if one.was_moved:
        usual = datetime.fromisoformat(one.recurrence)
        more.append(_("Moved from %(day)s.", day=_day_and_time(usual)))
    if one.state in ("scheduled", "draft"):
        more.append(ending_words(foretold(one.left_after)))
    return DateRow(
        id=one.id,
        at=one.starts_local,
        day=long_day_words(starts.date()),
        times=f"{time_words(starts)} – {time_words(ends)}",
        state=one.state,
        words=str(STATES[one.state]) if one.state not in ("scheduled", "draft") else "",
        more=tuple(words for words in more if words),
    )


def meeting_card(page: MeetingPage) -> MeetingCard:
    one = page.meeting
    template = template_from_json(one.agenda)
    return MeetingCard(
        row=date_row(one),
        zone=place_words(one.zone),
        agenda=agenda_card("", template),
        look=look_at(template),
        medium=str(MEDIA[one.medium]),
        seats=one.seats_max,
        is_last=one.left_after == 0 and one.state == "scheduled" and template.key != "farewell",
    )


def _day_and_time(at: datetime) -> str:
    return f"{long_day_words(at.date())}, {time_words(at)}"
