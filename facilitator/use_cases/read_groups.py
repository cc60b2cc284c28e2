import json
from dataclasses import dataclass

from facilitator.house import House
from facilitator.store import groups
from facilitator.store.database import read
from facilitator.store.work import work_of
from facilitator.use_cases.make_group import GroupWords


@dataclass(frozen=True)
class GroupName:
    id: str
    name: str


def read_groups(house: House, person_id: str) -> list[GroupName]:
    """The groups that this person organizes or holds, by name."""
    with read(house.database) as session:
        return [GroupName(group.id, group.name) for group, _place in work_of(session, person_id)]


def read_group(house: House, group_id: str, person_id: str) -> GroupWords | None:
    """A group as this facilitator reads it; None for a group that isn't theirs."""
    with read(house.database) as session:
        group = groups.group(session, group_id)
        place = groups.place(session, group_id, person_id)
        if group is None or place is None:
            return None
        return GroupWords(
            name=group.name,
            contact=group.contact,
            other_support=group.other_support,
            role_words=place.role_words,
            zone=group.zone,
            access=group.access,
            topics=tuple(json.loads(group.topics)),
            fallback_words=group.fallback_words,
        )
