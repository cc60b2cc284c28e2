from dataclasses import dataclass

from facilitator.house import House
from facilitator.store.database import write
from facilitator.store.group_tables import Group, GroupPlace
from facilitator.tokens import fresh_id


@dataclass(frozen=True)
class GroupWords:
    """What the people of a group read about it: at the door, and when a circle is over."""

    name: str
    contact: str
    other_support: str
    role_words: str


def make_group(house: House, words: GroupWords, by: str) -> str:
    """There is a new group, facilitated by the person who made it; gives the group's id."""
    with write(house.database) as session:
        group = Group(
            id=fresh_id(),
            name=words.name,
            contact=words.contact,
            other_support=words.other_support,
            created_at=house.clock.now(),
        )
        session.add(group)
        session.flush()
        session.add(
            GroupPlace(
                group_id=group.id,
                person_id=by,
                organizes=True,
                holds="facilitator",
                role_words=words.role_words,
                joined_at=group.created_at,
            )
        )
    return group.id
