"""Meetings at their doors: which are due, which have a circle, which are over."""

from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from facilitator.store.circle_rows import is_unopened
from facilitator.store.circle_tables import CircleRow
from facilitator.store.group_tables import GroupPlace
from facilitator.store.meeting_tables import Meeting


@dataclass(frozen=True, slots=True)
class OpenDoor:
    """A meeting as it is planned now, beside the circle that was opened for it."""

    meeting_id: str
    group_id: str
    circle_id: str
    state: str
    starts_at: int


def meetings_to_open(session: Session, from_at: int, until_at: int) -> list[str]:
    """Scheduled meetings without a circle that begin in (from_at, until_at], earliest first."""
    asked = select(Meeting.id).where(
        Meeting.state == "scheduled",
        Meeting.circle_id.is_(None),
        Meeting.starts_at > from_at,
        Meeting.starts_at <= until_at,
    )
    return list(session.scalars(asked.order_by(Meeting.starts_at, Meeting.id)))


def meetings_gone_by(session: Session, begun_by: int) -> list[str]:
    """Scheduled meetings that began at `begun_by` or before, and never had a circle."""
    asked = select(Meeting.id).where(
        Meeting.state == "scheduled", Meeting.circle_id.is_(None), Meeting.starts_at <= begun_by
    )
    return list(session.scalars(asked.order_by(Meeting.starts_at, Meeting.id)))


def is_waiting_for_a_circle(session: Session, meeting_id: str) -> bool:
    """Whether the meeting is still to be opened; until the transaction ends nobody else opens or
    changes it."""
    found = session.get(Meeting, meeting_id, with_for_update=True)
    return found is not None and found.state == "scheduled" and found.circle_id is None


def give_circle(session: Session, meeting_id: str, circle_id: str | None) -> None:
    """The meeting takes place in that circle; None: in one that is still to be opened."""
    session.execute(update(Meeting).where(Meeting.id == meeting_id).values(circle_id=circle_id))


def open_doors(session: Session) -> list[OpenDoor]:
    """Meetings whose circle is not over, whatever became of the plan, earliest first."""
    asked = (
        select(Meeting.id, Meeting.group_id, CircleRow.id, Meeting.state, Meeting.starts_at)
        .join(CircleRow, CircleRow.id == Meeting.circle_id)
        .where(CircleRow.closed_at.is_(None))
        .order_by(Meeting.starts_at, Meeting.id)
    )
    return [OpenDoor(*row) for row in session.execute(asked)]


def end_held_meetings(session: Session) -> int:
    """Scheduled meetings whose circle has closed are over; how many became so."""
    closed = select(CircleRow.id).where(CircleRow.closed_at.is_not(None))
    ended = session.execute(
        update(Meeting)
        .where(Meeting.state == "scheduled", Meeting.circle_id.in_(closed))
        .values(state="over")
        .returning(Meeting.id)
    )
    return len(ended.all())


def end_meeting(session: Session, meeting_id: str) -> None:
    """The meeting is over."""
    session.execute(update(Meeting).where(Meeting.id == meeting_id).values(state="over"))


def unopened_since(session: Session, group_id: str, since: int) -> int | None:
    """When the latest meeting should have begun, if it was after `since` and nobody came to hold
    it."""
    asked = (
        select(Meeting.starts_at, CircleRow.counts)
        .outerjoin(CircleRow, CircleRow.id == Meeting.circle_id)
        .where(Meeting.group_id == group_id, Meeting.state == "over", Meeting.starts_at > since)
        .order_by(Meeting.starts_at.desc())
    )
    latest = session.execute(asked.limit(1)).first()
    if latest is None:
        return None
    starts_at, counts = latest
    return starts_at if counts is None or is_unopened(counts) else None


def organizers_of(session: Session, group_id: str) -> list[str]:
    """The people who organize a group."""
    asked = select(GroupPlace.person_id).where(
        GroupPlace.group_id == group_id,
        GroupPlace.organizes,
        GroupPlace.joined_at.is_not(None),
    )
    return list(session.scalars(asked.order_by(GroupPlace.person_id)))
