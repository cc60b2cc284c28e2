from dataclasses import dataclass

from facilitator.house import House
from facilitator.store import agreements, groups
from facilitator.store.agreements import Agreed
from facilitator.store.database import read


@dataclass(frozen=True, slots=True)
class Agreements:
    """What a group has agreed on: `versions`, the newest first, on the wall clock of `zone`."""

    now: Agreed
    versions: tuple[Agreed, ...]
    zone: str


def read_agreements(house: House, group_id: str) -> Agreements:
    """What the group's circles rest on besides the twelve lines, and how that came to be."""
    with read(house.database) as session:
        group = groups.group(session, group_id)
        versions = tuple(agreements.versions(session, group_id))
        return Agreements(
            versions[0] if versions else Agreed(), versions, group.zone if group else "UTC"
        )
