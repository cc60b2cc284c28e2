"""What calendars have to know about series: which there are, and where they leave their rule."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from facilitator.store.group_tables import Group
from facilitator.store.meeting_tables import Meeting, Series

_MINUTE_MS = 60_000
_NOT_HELD = ("skipped", "cancelled")


@dataclass(frozen=True, slots=True)
class OffRule:
    """A meeting that is another than its series' rule says, or was told anew."""

    recurrence: str
    starts_local: str
    minutes: int
    state: str
    sequence: int
    changed_at: int


def listed_groups(session: Session) -> dict[str, Group]:
    """The groups that chose to be in the public list, by id."""
    return {one.id: one for one in session.scalars(select(Group).where(Group.listed))}


def told_series(session: Session, group_ids: Iterable[str]) -> list[Series]:
    """The series of these groups that were published, earliest first."""
    return list(
        session.scalars(
            select(Series)
            .where(Series.group_id.in_(list(group_ids)), Series.state != "draft")
            .order_by(Series.starts_local, Series.id)
        )
    )


def meetings_off_rule(session: Session, series_ids: Iterable[str]) -> dict[str, list[OffRule]]:
    """By series, earliest recurrence first: what was skipped, cancelled, moved, or told anew."""
    differs = or_(
        Meeting.state.in_(_NOT_HELD),
        Meeting.sequence > 0,
        Meeting.starts_local != Meeting.recurrence,
        Meeting.ends_at - Meeting.starts_at != Series.minutes * _MINUTE_MS,
    )
    rows = session.execute(
        select(Meeting, Series.sequence)
        .join(Series, Series.id == Meeting.series_id)
        .where(Meeting.series_id.in_(list(series_ids)), differs)
        .order_by(Meeting.series_id, Meeting.recurrence)
    )
    found: dict[str, list[OffRule]] = {}
    for one, sequence in rows:
        found.setdefault(one.series_id, []).append(
            OffRule(
                recurrence=one.recurrence,
                starts_local=one.starts_local,
                minutes=(one.ends_at - one.starts_at) // _MINUTE_MS,
                state=one.state,
                sequence=sequence + one.sequence,
                changed_at=one.changed_at,
            )
        )
    return found


def last_held(session: Session, series_ids: Iterable[str]) -> dict[str, str]:
    """The latest recurrence of each series that was neither skipped nor cancelled."""
    rows = session.execute(
        select(Meeting.series_id, func.max(Meeting.recurrence).label("latest"))
        .where(Meeting.series_id.in_(list(series_ids)), Meeting.state.not_in(_NOT_HELD))
        .group_by(Meeting.series_id)
    )
    return {one.series_id: one.latest for one in rows}
