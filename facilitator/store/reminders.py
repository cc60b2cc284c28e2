"""Whom mail reminds of which meeting."""

from typing import NamedTuple

from sqlalchemy import String, cast, exists, literal, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from facilitator.store.group_tables import GroupPlace
from facilitator.store.meeting_tables import Meeting, MeetingReply
from facilitator.store.outbox_tables import OutboxRow


class ToRemind(NamedTuple):
    """Somebody who asked to be reminded of a meeting like this one."""

    once_key: str
    person_id: str
    group_id: str
    meeting_id: str


def day_before(session: Session, *, from_at: int, until_at: int) -> list[ToRemind]:
    """Who wants to read of a meeting a day before, and of which that begins in
    [from_at, until_at); nobody twice."""
    return _to_remind(session, "day_before", GroupPlace.mail_day_before, from_at, until_at)


def hour_before(session: Session, *, from_at: int, until_at: int) -> list[ToRemind]:
    """The same for an hour before."""
    return _to_remind(session, "hour_before", GroupPlace.mail_hour_before, from_at, until_at)


def _to_remind(
    session: Session, kind: str, wishes: InstrumentedAttribute[bool], from_at: int, until_at: int
) -> list[ToRemind]:
    # The instant is part of the key: a meeting that was moved is reminded of again.
    key = (
        literal(f"{kind}:")
        + Meeting.id
        + literal(":")
        + cast(Meeting.starts_at, String)
        + literal(":")
        + GroupPlace.person_id
    )
    asked = (
        select(key, GroupPlace.person_id, GroupPlace.group_id, Meeting.id)
        .join(GroupPlace, GroupPlace.group_id == Meeting.group_id)
        .outerjoin(
            MeetingReply,
            (MeetingReply.meeting_id == Meeting.id)
            & (MeetingReply.person_id == GroupPlace.person_id),
        )
        .where(
            Meeting.state == "scheduled",
            Meeting.starts_at >= from_at,
            Meeting.starts_at < until_at,
            GroupPlace.joined_at.is_not(None),
            wishes,
            # Not those who said they aren't coming, nor those who have no seat (yet).
            or_(
                MeetingReply.answer.is_(None),
                MeetingReply.answer == "maybe",
                MeetingReply.place == "seat",
            ),
            ~exists().where(OutboxRow.once_key == key),
        )
    )
    return [ToRemind(*row) for row in session.execute(asked)]
