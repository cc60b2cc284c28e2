from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.house import House
from facilitator.store import membership
from facilitator.store.database import read


@dataclass(frozen=True, slots=True)
class MyGroup:
    id: str
    name: str


def read_my_groups(house: House, person_id: str, keys: Mapping[str, str]) -> list[MyGroup]:
    """The groups of a person, and those that these seat links open, by name."""
    with read(house.database) as session:
        found = membership.groups_joined(session, person_id, keys.values(), house.clock.now())
        return [MyGroup(group.id, group.name) for group in found]
