from facilitator.house import House
from facilitator.store import links
from facilitator.store.database import write
from facilitator.store.links import LinkKind
from facilitator.use_cases.invite_people import DAY_MS


def open_joining(house: House, group_id: str, days: int) -> None:
    """There is a new joining link that is good for so many days; the one before it, if any, opens
    nothing from now on."""
    now = house.clock.now()
    with write(house.database) as session:
        links.open_link(
            session,
            house.secret,
            LinkKind.JOINING,
            group_id,
            now=now,
            ends_at=now + days * DAY_MS,
        )


def close_joining(house: House, group_id: str) -> None:
    """Nobody joins by a link any more."""
    with write(house.database) as session:
        links.close_link(session, LinkKind.JOINING, group_id)
