"""What is left of a group's circles that have closed: counts (domain.md 2.8)."""

import json
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from facilitator.store.circle_tables import CircleRow
from facilitator.store.meeting_tables import Meeting


@dataclass(frozen=True, slots=True)
class ClosedCircle:
    """One circle that is over. `began_at` (UTC ms) is when its meeting was to begin, or when it was
    opened; `seats` is a bucket."""

    began_at: int
    took_place: bool
    on_time: bool
    seats: str
    held_seconds: int
    signals_unmet: int
    removals: int


def closed_circles(
    session: Session, group_id: str, from_at: int, until_at: int
) -> list[ClosedCircle]:
    """The circles of a group that began in [from_at, until_at) and are over, latest first."""
    began_at = func.coalesce(Meeting.starts_at, CircleRow.opened_at)
    rows = session.execute(
        select(began_at, CircleRow.counts)
        .outerjoin(Meeting, Meeting.circle_id == CircleRow.id)
        .where(
            CircleRow.group_id == group_id,
            CircleRow.closed_at.is_not(None),
            CircleRow.counts.is_not(None),
            began_at >= from_at,
            began_at < until_at,
        )
        .order_by(began_at.desc(), CircleRow.id)
    )
    return [_closed(at, json.loads(counts)) for at, counts in rows if counts is not None]


def _closed(at: int, counts: dict[str, int | str | bool]) -> ClosedCircle:
    return ClosedCircle(
        began_at=at,
        took_place=counts["how"] != "unopened",
        on_time=bool(counts["on_time"]),
        seats=str(counts["seats"]),
        held_seconds=int(counts["held_seconds"]),
        signals_unmet=int(counts["signals_unmet"]),
        removals=int(counts["removals"]),
    )
