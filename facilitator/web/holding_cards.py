"""What somebody was asked to hold, in words."""

from dataclasses import dataclass

from facilitator.content.texts.places import ASKED, HOLDING, HOLDS
from facilitator.store.meetings import MeetingFacts
from facilitator.use_cases.read_holding import Assignment, Holding
from facilitator.web import when
from facilitator.web.my_cards import hours_words, names


@dataclass(frozen=True, slots=True)
class AssignmentCard:
    """`may_answer` until the room is open; `several` when more of the series wait for an answer."""

    meeting_id: str
    group_id: str
    group_name: str
    day: str
    hours: str
    answer: str
    state: str
    stands_in_for: str
    with_others: str
    asked_instead: str
    could_ask: bool
    circle_id: str
    several: bool


def assignment_cards(holding: Holding) -> list[AssignmentCard]:
    """On this person's own wall clock, in their language, earliest first."""
    open_dates: dict[str, list[str]] = {}
    for one in holding.assignments:
        if one.answer == "asked" and not one.stands_in_for:
            open_dates.setdefault(one.meeting.series_id, []).append(one.meeting.id)
    # Answering for all is said once, at the first of them.
    firsts = {dates[0] for dates in open_dates.values() if len(dates) > 1}
    return [_card(one, holding.zone, one.meeting.id in firsts) for one in holding.assignments]


def day_and_hours(meeting: MeetingFacts, zone: str) -> str:
    """`Tuesday, January 12, 7:00 PM – 8:00 PM`."""
    return f"{_day(meeting, zone)}, {_hours(meeting, zone)}"


def _card(one: Assignment, zone: str, several: bool) -> AssignmentCard:
    return AssignmentCard(
        meeting_id=one.meeting.id,
        group_id=one.meeting.group_id,
        group_name=one.group_name,
        day=_day(one.meeting, zone),
        hours=_hours(one.meeting, zone),
        answer=one.answer,
        state=_state(one),
        stands_in_for=one.stands_in_for,
        with_others=names([other.name for other in one.others]),
        asked_instead=names(list(one.asked_instead)),
        could_ask=one.part != "stand_in" and bool(one.could_stand_in),
        circle_id=one.meeting.circle_id or "",
        several=several,
    )


def _day(meeting: MeetingFacts, zone: str) -> str:
    return when.day_words(when.clock_there(meeting.starts_at, zone).date())


def _hours(meeting: MeetingFacts, zone: str) -> str:
    return hours_words(meeting.starts_at, meeting.ends_at, zone)


def _state(one: Assignment) -> str:
    if one.answer == "asked":
        return str(ASKED[one.part])
    return str(HOLDS[one.part] if one.answer == "yes" else HOLDING["no"])
