"""What the people of a group were told of late, in somebody's own words."""

from dataclasses import dataclass

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from facilitator.store.meeting_tables import Meeting, Notice

_DAY_MS = 24 * 60 * 60 * 1000
# A note that belongs to no meeting is news for so long.
NOTE_LASTS_MS = 14 * _DAY_MS
# What was told of a meeting stays a while after it, for whoever comes back to ask.
AFTER_MEETING_MS = _DAY_MS // 2
MOST_TOLD = 6


@dataclass(frozen=True, slots=True)
class Told:
    """`kind` as in the table; the meeting's instants and state, where it belongs to one."""

    kind: str
    said: str
    made_at: int
    meeting_id: str | None
    starts_at: int | None
    state: str


def told_lately(session: Session, group_id: str, now: int) -> list[Told]:
    """What still matters to somebody at the group's door: the nearest meeting first, newest words
    first."""
    asked = (
        select(
            Notice.kind,
            Notice.said,
            Notice.made_at,
            Notice.meeting_id,
            Meeting.starts_at,
            Meeting.state,
        )
        .outerjoin(Meeting, Meeting.id == Notice.meeting_id)
        .where(
            Notice.group_id == group_id,
            Notice.said != "",
            or_(
                Meeting.ends_at > now - AFTER_MEETING_MS,
                and_(Notice.meeting_id.is_(None), Notice.made_at > now - NOTE_LASTS_MS),
            ),
        )
        .order_by(Notice.made_at.desc(), Notice.id)
        .limit(MOST_TOLD)
    )
    found = [
        Told(kind, said, made_at, meeting_id, starts_at, state or "")
        for kind, said, made_at, meeting_id, starts_at, state in session.execute(asked)
    ]
    return sorted(found, key=lambda one: (one.starts_at is None, one.starts_at or 0))
