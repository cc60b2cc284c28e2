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
            GroupPlace.joined_at.is_not(None),
            GroupPlace.organizes | (GroupPlace.holds != ""),
        )
        .order_by(Group.name, Group.id)
    )
    return [(group, place) for group, place in rows]


def zone_of_reader(session: Session, person_id: str, otherwise: str) -> str:
    """Whose wall clock somebody reads: the zone they chose, or else this one."""
    person = session.get(Person, person_id)
    return person.zone if person is not None and person.zone else otherwise
