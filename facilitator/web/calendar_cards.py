"""One meeting as the calendar shows it."""

from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from facilitator.use_cases.read_calendar_page import CalendarMeeting
from facilitator.web import when

STATE_WORDS = {
    "draft": lazy_gettext("A draft, which nobody else sees"),
    "scheduled": "",
    "skipped": lazy_gettext("Left out this time"),
    "cancelled": lazy_gettext("Cancelled"),
    "over": lazy_gettext("Over"),
}


@dataclass(frozen=True, slots=True)
class MeetingCard:
    """`part` is the hour at which its part of the day is over: 12, 17, 24."""

    id: str
    group_id: str
    name: str
    day: str
    at: str
    begins: str
    times: str
    there: str
    part: str
    state: str
    state_words: str
    held_by: str
    more: tuple[str, ...]


def meeting_card(one: CalendarMeeting, zone: str, *, many_groups: bool) -> MeetingCard:
    """The meeting in the reader's language and on their wall clock; its group's name when they
    work in several."""
    starts = datetime.fromisoformat(one.starts_local)
    ends = datetime.fromisoformat(one.ends_local)
    return MeetingCard(
        id=one.id,
        group_id=one.group_id,
        name=one.group_name if many_groups else one.title,
        day=when.short_day_words(starts.date()),
        at=one.starts_local,
        begins=when.time_words(starts),
        times=f"{when.time_words(starts)} – {when.time_words(ends)}",
        there=_there(one, zone),
        part="12" if starts.hour < 12 else "17" if starts.hour < 17 else "24",
        state=one.state,
        state_words=str(STATE_WORDS[one.state]),
        held_by=", ".join(one.holders) if one.state in {"draft", "scheduled", "over"} else "",
        more=_more(one),
    )


def _there(one: CalendarMeeting, zone: str) -> str:
    if one.group_zone == zone:
        return ""
    at = when.day_and_time_words(datetime.fromisoformat(one.group_local))
    return str(_("%(time)s in %(zone)s", time=at, zone=one.group_zone.replace("_", " ")))


def _more(one: CalendarMeeting) -> tuple[str, ...]:
    said = []
    if one.was_moved and one.state == "scheduled":
        said.append(_("On another day or hour than usual"))
    if one.left_after == 0 and one.state == "scheduled":
        said.append(_("The last of its row"))
    return tuple(said)
