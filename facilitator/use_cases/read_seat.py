from facilitator.house import House
from facilitator.store.circles import Kept
from facilitator.store.database import read
from facilitator.store.seats import SeatRef
from facilitator.tokens import token_hash


def seat_cookie(house: House, circle_id: str) -> str:
    """The name of the cookie that holds a seat's token. Behind https no other host can set it."""
    prefix = "__Host-" if house.settings.behind_https else ""
    return f"{prefix}seat-{circle_id}"


def read_seat(house: House, token: str) -> SeatRef | None:
    """The seat that a cookie's token opens, read from the store; None when it opens nothing."""
    if not token:
        return None
    with read(house.database) as session:
        found = house.circles.authority(session, token_hash(token))
    return None if found is None else found.seat


def read_circle(house: House, circle_id: str) -> Kept | None:
    """The circle as it stands; None when it is over or never was."""
    with read(house.database) as session:
        return house.circles.load(session, circle_id)
