"""The agendas that groups made for themselves."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.store.group_tables import GroupAgenda


def agendas_of(session: Session, group_id: str) -> list[GroupAgenda]:
    """A group's own agendas, by title."""
    asked = select(GroupAgenda).where(GroupAgenda.group_id == group_id)
    return list(session.scalars(asked.order_by(GroupAgenda.title, GroupAgenda.id)))


def agenda_here(session: Session, group_id: str, agenda_id: str) -> GroupAgenda | None:
    """The agenda, when it is this group's."""
    found = session.get(GroupAgenda, agenda_id) if agenda_id else None
    return found if found is not None and found.group_id == group_id else None
