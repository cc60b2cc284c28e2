"""What a group's page asks: each in one question, however many people and meetings there are."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import case, exists, func, select
from sqlalchemy.orm import Session

from facilitator.store.circle_tables import CircleHolder, CircleRow
from facilitator.store.group_tables import GroupPlace, SupportEntry
from facilitator.store.meeting_tables import Meeting, MeetingReply, Series

MOST_SERIES = 20


@dataclass(frozen=True, slots=True)
class OpenNow:
    """An open circle from outside: that it is open, and who may hold it (I56)."""

    circle_id: str
    held_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Begun:
    """What a group has by now of what its first meeting needs."""

    support: bool
    people: bool
    meetings: bool


@dataclass(frozen=True, slots=True)
class SeatsTaken:
    """How many seats of a meeting are given, and how many people wait for one."""

    taken: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """A series that has meetings to come, or is a draft; `rule` is its JSON."""

    id: str
    state: str
    rule: str
    starts_local: str


def open_now(session: Session, group_id: str) -> list[OpenNow]:
    """The circles of a group that are not over, oldest first."""
    rows = session.execute(
        select(CircleRow.id, CircleHolder.name)
        .outerjoin(CircleHolder, CircleHolder.circle_id == CircleRow.id)
        .where(CircleRow.group_id == group_id, CircleRow.closed_at.is_(None))
        .order_by(CircleRow.opened_at, CircleRow.id, CircleHolder.seat_id)
    )
    names: dict[str, list[str]] = {}
    for circle_id, name in rows:
        names.setdefault(circle_id, []).extend([name] if name else [])
    return [OpenNow(circle_id, tuple(held_by)) for circle_id, held_by in names.items()]


def seats_taken(session: Session, meeting_ids: Iterable[str]) -> dict[str, SeatsTaken]:
    """By meeting. A seat that is offered to somebody isn't free either."""
    place = MeetingReply.place
    rows = session.execute(
        select(
            MeetingReply.meeting_id,
            func.sum(case((place.in_(("seat", "offered")), 1), else_=0)),
            func.sum(case((place == "waiting", 1), else_=0)),
        )
        .where(MeetingReply.meeting_id.in_(list(meeting_ids)))
        .group_by(MeetingReply.meeting_id)
    )
    return {meeting: SeatsTaken(int(taken), int(waiting)) for meeting, taken, waiting in rows}


def begun(session: Session, group_id: str, person_id: str) -> Begun:
    """What there is besides the person who looks."""
    found = session.execute(
        select(
            exists().where(SupportEntry.group_id == group_id),
            exists().where(GroupPlace.group_id == group_id, GroupPlace.person_id != person_id),
            exists().where(Meeting.group_id == group_id, Meeting.state != "draft"),
        )
    ).one()
    return Begun(*map(bool, found))


def series_ahead(session: Session, group_id: str, now: int) -> list[SeriesLine]:
    """The series of a group that aren't behind it, drafts first."""
    to_come = exists().where(
        Meeting.series_id == Series.id, Meeting.ends_at > now, Meeting.state == "scheduled"
    )
    rows = session.execute(
        select(Series.id, Series.state, Series.rule, Series.starts_local)
        .where(Series.group_id == group_id, (Series.state == "draft") | to_come)
        .order_by(Series.state, Series.starts_local, Series.id)
        .limit(MOST_SERIES)
    )
    return [SeriesLine(*row) for row in rows]
