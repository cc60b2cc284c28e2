"""What the people of a group were told: kept in order, newest first."""

from dataclasses import dataclass

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from facilitator.store.group_tables import GroupPlace
from facilitator.store.meeting_tables import Meeting, Notice


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """`meeting_at` (UTC ms) is when the meeting it is about begins; empty for one about none."""

    id: str
    kind: str
    said: str
    made_at: int
    meeting_at: int | None


def notices_of(session: Session, group_id: str, most: int) -> list[NoticeFacts]:
    """The latest notices of a group. What was written down without words isn't one."""
    rows = session.execute(
        select(Notice.id, Notice.kind, Notice.said, Notice.made_at, Meeting.starts_at)
        .outerjoin(Meeting, Meeting.id == Notice.meeting_id)
        .where(Notice.group_id == group_id, Notice.said != "")
        .order_by(Notice.made_at.desc(), Notice.id)
        .limit(most)
    )
    return [NoticeFacts(*row) for row in rows]


def was_told(session: Session, meeting_id: str, said: str) -> bool:
    """Whether these words stand on the group's pages, about this meeting."""
    told = exists().where(Notice.meeting_id == meeting_id, Notice.said == said)
    return bool(session.scalar(select(told)))


def notice(session: Session, notice_id: str) -> Notice | None:
    return session.get(Notice, notice_id)


def who_reads_notes(session: Session, group_id: str) -> list[str]:
    """The members who asked for the group's notes by mail."""
    return list(
        session.scalars(
            select(GroupPlace.person_id).where(
                GroupPlace.group_id == group_id,
                GroupPlace.joined_at.is_not(None),
                GroupPlace.mail_notes,
            )
        )
    )
