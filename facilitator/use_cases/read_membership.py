from collections.abc import Mapping

from facilitator.house import House
from facilitator.store import groups, links
from facilitator.store.database import Transaction, read
from facilitator.store.links import LinkKind


def member_cookie(house: House, group_id: str) -> str:
    """The name of the cookie that holds a member's link. Behind https no other host can set it."""
    return f"{_beginning(house)}{group_id}"


def groups_in(house: House, cookies: Mapping[str, str]) -> dict[str, str]:
    """The member's key that these cookies hold for each group."""
    start = _beginning(house)
    return {
        name.removeprefix(start): key for name, key in cookies.items() if name.startswith(start)
    }


def read_member(house: House, group_id: str, key: str, person_id: str = "") -> str | None:
    """Who somebody with this seat link, or signed in as this person, is in the group; None for
    somebody who doesn't belong to it, or only was invited."""
    with read(house.database) as session:
        return member_in(session, group_id, key, house.clock.now(), person_id)


def read_behind(house: House, key: str) -> tuple[str, str] | None:
    """The group and the person that a seat link is for; None for one that opens nothing."""
    with read(house.database) as session:
        link = links.link_behind(session, LinkKind.SEAT, key, now=house.clock.now())
        if link is None or not _joined(session, link.group_id, link.person_id):
            return None
        return link.group_id, link.person_id


def member_in(
    session: Transaction, group_id: str, key: str, now: int, person_id: str = ""
) -> str | None:
    """The same as `read_member`, inside a transaction."""
    link = links.link_behind(session, LinkKind.SEAT, key, now=now) if key else None
    if link and link.group_id == group_id and _joined(session, group_id, link.person_id):
        return link.person_id
    return person_id if person_id and _joined(session, group_id, person_id) else None


def _joined(session: Transaction, group_id: str, person_id: str) -> bool:
    place = groups.place(session, group_id, person_id)
    return place is not None and place.joined_at is not None


def _beginning(house: House) -> str:
    return f"{'__Host-' if house.settings.behind_https else ''}member-"
