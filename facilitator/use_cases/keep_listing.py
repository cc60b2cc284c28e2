import json
from dataclasses import asdict, dataclass

from facilitator.house import House
from facilitator.store import groups
from facilitator.store.database import read, write
from facilitator.store.group_tables import Group


@dataclass(frozen=True, slots=True)
class Listing:
    """What a group says of itself in the public list, and whether it is in it."""

    listed: bool
    name: str = ""
    place: str = ""
    region: str = ""
    notes: str = ""


def listing_of(group: Group) -> Listing:
    return Listing(**{**json.loads(group.listing), "listed": group.listed})


def read_listing(house: House, group_id: str) -> Listing:
    """What the group says of itself; nothing, for a group that never was listed."""
    with read(house.database) as session:
        group = groups.group(session, group_id)
        return listing_of(group) if group else Listing(listed=False)


def keep_listing(house: House, group_id: str, listing: Listing) -> None:
    """The public list says this of the group, or nothing, as it wishes."""
    said = {name: words for name, words in asdict(listing).items() if name != "listed"}
    with write(house.database) as session:
        group = groups.group(session, group_id)
        if group is not None:
            group.listed = listing.listed
            group.listing = json.dumps(said)
