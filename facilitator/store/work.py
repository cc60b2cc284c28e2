"""Where somebody organizes or holds: their groups, with what they are in each."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.store.group_tables import Group, GroupPlace
from facilitator.store.people_tables import Person


def work_of(session: Session, person_id: str) -> list[tuple[Group, GroupPlace]]:
    """The groups a person organizes or holds, by name, each with their place in it."""
    rows = session.execute(
        select(Group, GroupPlace)
        .join(GroupPlace, GroupPlace.group_id == Group.id)
        .where(
            GroupPlace.person_id == person_id,
            GroupPlace.organizes | (GroupPlace.holds != ""),
        )
        .order_by(Group.name, Group.id)
    )
    return [(group, place) for group, place in rows]


def zone_of(session: Session, person_id: str, work: list[tuple[Group, GroupPlace]]) -> str:
    """Whose wall clock somebody reads: their own, else the one of the first of these groups."""
    person = session.get(Person, person_id)
    if person is not None and person.zone:
        return person.zone
    return work[0][0].zone if work else "UTC"
