"""Where else people can turn: the entries of a group, read and written."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from facilitator.store.group_tables import Group, SupportEntry


def entries(session: Session, group_id: str) -> list[SupportEntry]:
    """The places on the group's list, region by region, in the order they were added."""
    return list(
        session.scalars(
            select(SupportEntry)
            .where(SupportEntry.group_id == group_id)
            .order_by(SupportEntry.region, SupportEntry.place, SupportEntry.id)
        )
    )


def entry(session: Session, group_id: str, entry_id: str) -> SupportEntry | None:
    """One place of this group's list; None for one of another's."""
    found = session.get(SupportEntry, entry_id)
    return found if found is not None and found.group_id == group_id else None


def next_place(session: Session, group_id: str) -> int:
    """Where on the list the next entry stands."""
    asked = select(func.max(SupportEntry.place)).where(SupportEntry.group_id == group_id)
    return (session.scalar(asked) or 0) + 1


def keep_in_step(session: Session, group_id: str) -> None:
    """What doors show is what the entries say now."""
    session.flush()
    group = session.get_one(Group, group_id)
    group.other_support = as_text(entries(session, group_id))


def as_text(found: list[SupportEntry]) -> str:
    """The entries as people read them at a door: a line each, under the name of their region."""
    lines: list[str] = []
    region = ""
    for one in found:
        if one.region != region:
            region = one.region
            lines += ["", region] if lines else [region]
        lines.append(": ".join(filter(None, (one.name, one.how))))
    return "\n".join(lines)
