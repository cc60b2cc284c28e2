"""Meetings, read: by group, by series, by time. Who changes them has a file of their own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.engine import Row
from sqlalchemy.orm import Session

from facilitator.store.group_tables import GroupPlace
from facilitator.store.meeting_tables import Meeting, MeetingHolder, Series
from facilitator.store.people_tables import Person


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """One meeting with what it has from its series already put in. Instants are UTC ms."""

    id: str
    group_id: str
    series_id: str
    recurrence: str
    number: int
    starts_local: str
    zone: str
    starts_at: int
    ends_at: int
    clock_note: str
    state: str
    left_after: int | None
    agenda: str  # JSON: content.agenda_codec
    medium: str
    seats_max: int
    sequence: int
    circle_id: str | None

    @property
    def was_moved(self) -> bool:
        return self.starts_local != self.recurrence


@dataclass(frozen=True, slots=True)
class HolderFacts:
    """Somebody who was asked to hold a meeting."""

    person_id: str
    name: str
    role_words: str
    part: str
    answer: str


def meeting(session: Session, meeting_id: str) -> MeetingFacts | None:
    found = session.execute(_FACTS.where(Meeting.id == meeting_id)).first()
    return None if found is None else _facts(found)


def meetings_by_id(session: Session, meeting_ids: Iterable[str]) -> list[MeetingFacts]:
    """These meetings, whatever became of them, earliest first."""
    asked = _FACTS.where(Meeting.id.in_(list(meeting_ids)))
    return [_facts(row) for row in session.execute(asked.order_by(Meeting.starts_at, Meeting.id))]


def meeting_of_circle(session: Session, circle_id: str) -> MeetingFacts | None:
    found = session.execute(_FACTS.where(Meeting.circle_id == circle_id)).first()
    return None if found is None else _facts(found)


def meetings_between(
    session: Session,
    group_ids: Iterable[str],
    from_at: int,
    until_at: int,
    states: Sequence[str] = ("scheduled",),
) -> list[MeetingFacts]:
    """Meetings that begin in [from_at, until_at), earliest first."""
    asked = _FACTS.where(
        Meeting.group_id.in_(list(group_ids)),
        Meeting.starts_at >= from_at,
        Meeting.starts_at < until_at,
        Meeting.state.in_(states),
    )
    return [_facts(row) for row in session.execute(asked.order_by(Meeting.starts_at, Meeting.id))]


def next_meetings(session: Session, group_id: str, now: int, most: int = 1) -> list[MeetingFacts]:
    """Scheduled meetings of a group that have not ended, earliest first."""
    asked = _FACTS.where(
        Meeting.group_id == group_id, Meeting.ends_at > now, Meeting.state == "scheduled"
    )
    rows = session.execute(asked.order_by(Meeting.starts_at, Meeting.id).limit(most))
    return [_facts(row) for row in rows]


def next_of_series(session: Session, series_id: str, now: int, most: int) -> list[MeetingFacts]:
    """The same of one series."""
    asked = _FACTS.where(
        Meeting.series_id == series_id, Meeting.ends_at > now, Meeting.state == "scheduled"
    )
    rows = session.execute(asked.order_by(Meeting.starts_at, Meeting.id).limit(most))
    return [_facts(row) for row in rows]


def meetings_of_series(session: Session, series_id: str) -> list[MeetingFacts]:
    """Every stored meeting of a series, whatever became of it, earliest recurrence first."""
    asked = _FACTS.where(Meeting.series_id == series_id).order_by(Meeting.recurrence)
    return [_facts(row) for row in session.execute(asked)]


def holders_of(session: Session, meeting_ids: Iterable[str]) -> dict[str, list[HolderFacts]]:
    """Who was asked to hold these meetings: lead first, then co-facilitators, then stand-ins."""
    rows = session.execute(
        select(MeetingHolder, Person.name, GroupPlace.role_words)
        .join(Meeting, Meeting.id == MeetingHolder.meeting_id)
        .join(Person, Person.id == MeetingHolder.person_id)
        .outerjoin(
            GroupPlace,
            (GroupPlace.group_id == Meeting.group_id)
            & (GroupPlace.person_id == MeetingHolder.person_id),
        )
        .where(MeetingHolder.meeting_id.in_(list(meeting_ids)))
        .order_by(MeetingHolder.asked_at, Person.name)
    )
    found: dict[str, list[HolderFacts]] = {}
    for asked, name, role_words in rows:
        holder = HolderFacts(asked.person_id, name, role_words or "", asked.part, asked.answer)
        found.setdefault(asked.meeting_id, []).append(holder)
    for holders in found.values():
        holders.sort(key=lambda one: ("lead", "co", "stand_in").index(one.part))
    return found


_FACTS = select(Meeting, Series).join(Series, Series.id == Meeting.series_id)


def _facts(row: Row[Meeting, Series]) -> MeetingFacts:
    one, series = row
    return MeetingFacts(
        id=one.id,
        group_id=one.group_id,
        series_id=one.series_id,
        recurrence=one.recurrence,
        number=one.number,
        starts_local=one.starts_local,
        zone=series.zone,
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        clock_note=one.clock_note,
        state=one.state,
        left_after=one.left_after,
        agenda=one.agenda or series.agenda,
        medium=one.medium or series.medium,
        seats_max=one.seats_max or series.seats_max,
        # Calendars compare one number for what a series and its exception have been through.
        sequence=series.sequence + one.sequence,
        circle_id=one.circle_id,
    )
