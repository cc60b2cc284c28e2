"""Groups and who facilitates them, read and written."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.store.people_tables import Group, GroupFacilitator


def groups_of(session: Session, person_id: str) -> list[Group]:
    """The groups a person facilitates, by name."""
    return list(
        session.scalars(
            select(Group)
            .join(GroupFacilitator, GroupFacilitator.group_id == Group.id)
            .where(GroupFacilitator.person_id == person_id)
            .order_by(Group.name, Group.id)
        )
    )


def group(session: Session, group_id: str) -> Group | None:
    return session.get(Group, group_id)


def place(session: Session, group_id: str, person_id: str) -> GroupFacilitator | None:
    """A person's place in a group; None for somebody who doesn't facilitate it."""
    return session.get(GroupFacilitator, (group_id, person_id))
