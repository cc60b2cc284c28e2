from enum import StrEnum

from facilitator.circle.state import Place
from facilitator.house import House
from facilitator.store import member_seats, seats
from facilitator.store.database import read
from facilitator.use_cases.kept_seats import are_kept_for_others
from facilitator.use_cases.read_door import Door


class AtTheDoor(StrEnum):
    """What somebody is to a circle of a closed group."""

    STRANGER = "stranger"  # the house doesn't know them as one of its members
    MEMBER = "member"
    WAITING = "waiting"  # a member for whom no seat is left that isn't kept for another
    SEATED = "seated"  # has a seat inside already, from another browser perhaps
    REMOVED = "removed"  # was asked to leave this circle, which holds for the person
    HOLDER = "holder"  # holds it; their way in is the group's page (I52)


def read_at_the_door(house: House, door: Door, person_id: str | None) -> AtTheDoor:
    """What this member (None for everyone else) is to the circle behind the door."""
    if person_id is None or door.circle is None:
        return AtTheDoor.STRANGER
    with read(house.database) as session:
        holders = {holder.person_id for holder in seats.holders(session, door.circle_id)}
        own = member_seats.seat_of(session, door.circle_id, person_id)
        none_left = are_kept_for_others(session, door.circle, person_id, house.clock.now())
    if person_id in holders:
        return AtTheDoor.HOLDER
    seat = door.circle.seats.get(own) if own else None
    if seat is None:
        return AtTheDoor.WAITING if none_left and door.closed is None else AtTheDoor.MEMBER
    return AtTheDoor.REMOVED if seat.place is Place.REMOVED else AtTheDoor.SEATED
