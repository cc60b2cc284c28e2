"""Groups and who belongs to them, read and written."""

from sqlalchemy.orm import Session

from facilitator.store.group_tables import Group, GroupPlace


def group(session: Session, group_id: str) -> Group | None:
    return session.get(Group, group_id)


def locked(session: Session, group_id: str) -> Group | None:
    """The group, and nobody else changes it or who belongs to it until this transaction ends."""
    # Not against those who only name it, as a mail does: they hold a meeting that is wanted here.
    return session.get(Group, group_id, with_for_update={"key_share": True})


def place(session: Session, group_id: str, person_id: str) -> GroupPlace | None:
    """A person's place in a group; None for somebody who doesn't belong to it."""
    return session.get(GroupPlace, (group_id, person_id))
