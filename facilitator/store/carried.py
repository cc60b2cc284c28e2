"""Lists on their way in, and what earlier ones brought."""

from collections.abc import Iterable

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from facilitator.store.meeting_tables import CarriedList, CarriedSeries, Series
from facilitator.tokens import token_hash


def list_here(session: Session, group_id: str, list_id: str, *, lock: bool) -> CarriedList | None:
    """A list of the group; `lock`: nobody else carries it on meanwhile."""
    asked = select(CarriedList).where(CarriedList.id == list_id, CarriedList.group_id == group_id)
    return session.scalar(asked.with_for_update() if lock else asked)


def drop_lists(session: Session, group_id: str) -> None:
    """The group has no list on its way; what it brought stays."""
    session.execute(delete(CarriedList).where(CarriedList.group_id == group_id))


def marks_here(session: Session, group_id: str, marks: Iterable[str]) -> set[str]:
    """Those of these marks whose series is in the group: from an earlier list, or the group's own
    (`uid:` and how calendars know it)."""
    by_hash = {token_hash(mark): mark for mark in marks}
    own = {_own_id(mark): mark for mark in by_hash.values()}
    carried = session.scalars(
        select(CarriedSeries.mark).where(
            CarriedSeries.group_id == group_id, CarriedSeries.mark.in_(list(by_hash))
        )
    )
    series = session.scalars(
        select(Series.id).where(Series.group_id == group_id, Series.id.in_(list(own)))
    )
    return {by_hash[found] for found in carried} | {own[found] for found in series}


def remember_mark(session: Session, group_id: str, mark: str, series_id: str) -> None:
    """The next list with this mark brings nothing for it."""
    session.add(CarriedSeries(group_id=group_id, mark=token_hash(mark), series_id=series_id))
    session.flush()


def _own_id(mark: str) -> str:
    return mark.removeprefix("uid:").removesuffix("@holdspace")
