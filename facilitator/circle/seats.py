"""Seats, the door and the lines between a browser and its seat (domain.md 2.2)."""

from __future__ import annotations

from facilitator.circle import commands as c
from facilitator.circle import events as e
from facilitator.circle.boundaries import depart
from facilitator.circle.names import clean_name, same_name
from facilitator.circle.order import join_the_order
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Circle, Place, Role, Seat, SeatId
from facilitator.circle.story import Story
from facilitator.circle.timing import closing_opened
from facilitator.circle.turns import settle_seat


def take_seat(story: Story, command: c.TakeSeat) -> Refusal | None:
    """The seat exists and waits at the door until its line is up and nobody would be disturbed."""
    circle = story.circle
    name = clean_name(command.name)
    if isinstance(name, Refusal):
        return name
    if command.seat in circle.seats:
        return Refusal("seat/taken")
    if any(same_name(name, s.name) for s in circle.seats.values() if s.place is not Place.REMOVED):
        return Refusal("name/taken")
    if command.role is Role.PARTICIPANT:
        closed = door_closed(circle)
        if closed is not None:
            return closed
    story.happen(
        e.SeatTaken(
            command.seat,
            name,
            command.role,
            command.mode,
            command.level,
            command.companion,
            circle.agreements,
        )
    )
    return None


def door_closed(circle: Circle) -> Refusal | None:
    """Why no new participant may come in, or None while the door stands open."""
    if closing_opened(circle):
        return Refusal("door/closing")
    if circle.locked:
        return Refusal("door/locked")
    return Refusal("door/full") if free_seats(circle) <= 0 else None


def free_seats(circle: Circle) -> int:
    """How many more could come in."""
    taken = [s for s in circle.seats.values() if not s.facilitates and s.place is not Place.REMOVED]
    return circle.seats_max - len(taken)


def raise_line(story: Story, seat: Seat) -> None:
    """The seat is connected; one that had left is on its way back in, no question asked (I60)."""
    if not seat.connected:
        story.happen(e.LineRaised(seat.id))
    if seat.place is Place.LEFT and not seat.returning:
        story.happen(e.ReturnAsked(seat.id))


def drop_line(story: Story, seat: Seat) -> None:
    if seat.connected:
        story.happen(e.LineDropped(seat.id, story.now))


def drop_every_line(story: Story) -> None:
    for seat in list(story.circle.seats.values()):
        drop_line(story, seat)


def grace_is_over(story: Story, seat_id: SeatId) -> None:
    """A line that did not come back within its grace counts as leaving quietly."""
    seat = story.circle.seats.get(seat_id)
    if seat is not None and seat.inside and not seat.connected:
        depart(story, seat)


def remove(story: Story, seat_id: SeatId) -> Refusal | None:
    """The seat's time in this circle is over; the others see what they would see of somebody
    leaving (I49).
    """
    seat = story.circle.seats.get(seat_id)
    if seat is None:
        return Refusal("seat/unknown")
    if seat.facilitates:
        return Refusal("seat/facilitator")
    if seat.place is Place.REMOVED:
        return None
    settle_seat(story, seat.id, whole_round=True)
    story.happen(e.SeatRemoved(seat.id, story.now))
    return None


def let_in(story: Story) -> None:
    """At a door moment those who wait come in, and every ring shows who is here (I20, I59)."""
    for seat in list(story.circle.seats.values()):
        unheld = seat.facilitates and not story.circle.facilitators_present()
        if may_enter(seat) and (unheld or story.circle.door_moment):
            story.happen(e.SeatEntered(seat.id))
            join_the_order(story, seat.id)
    if story.circle.door_moment:
        roster = tuple((s.id, s.inside) for s in story.circle.seats.values() if _listed(s))
        if roster != story.circle.roster:
            story.happen(e.RosterShown(roster))


def may_enter(seat: Seat) -> bool:
    """Waiting to come in, and connected."""
    waiting = seat.place is Place.DOOR or seat.returning
    return waiting and seat.connected


def _listed(seat: Seat) -> bool:
    return seat.inside or (seat.place is Place.OUT and not seat.returning)
