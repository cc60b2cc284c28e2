from facilitator.house import House
from facilitator.store import links
from facilitator.store.database import read, write
from facilitator.store.links import LinkKind


def feed_key(house: House, kind: LinkKind, group_id: str, person_id: str = "") -> str | None:
    """What the address of the calendar carries; None while there is none."""
    with read(house.database) as session:
        link = links.link_of(session, house.secret, kind, group_id, person_id)
        return link.key if link else None


def keep_feed(
    house: House, kind: LinkKind, group_id: str, person_id: str = "", *, instead_of: str = ""
) -> None:
    """The calendar has an address. Another one than `instead_of`, which shows nothing from now on;
    an address that took its place already stays, however often this is asked."""
    now = house.clock.now()
    with write(house.database) as session:
        link = links.link_of(session, house.secret, kind, group_id, person_id)
        if link is None or link.key == instead_of:
            links.open_link(session, house.secret, kind, group_id, person_id, now=now)


def end_feed(house: House, kind: LinkKind, group_id: str, person_id: str = "") -> None:
    """The calendar's address shows nothing any more."""
    with write(house.database) as session:
        links.close_link(session, kind, group_id, person_id)
