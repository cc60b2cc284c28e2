from facilitator.house import House
from facilitator.store import groups, links
from facilitator.store.database import write
from facilitator.store.links import LinkKind


def open_group_link(house: House, group_id: str, instead_of: str = "") -> str:
    """The group has a link for everybody, and `instead_of` opens nothing any more; asked again with
    the same key, the link stays. Gives the key."""
    now = house.clock.now()
    with write(house.database) as session:
        groups.locked(session, group_id)
        found = links.link_of(session, house.secret, LinkKind.GROUP, group_id)
        if found is not None and found.key != instead_of:
            return found.key
        return links.open_link(session, house.secret, LinkKind.GROUP, group_id, now=now).key
