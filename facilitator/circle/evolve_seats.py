"""How the facts of seats and their lines change the picture. A part of `evolve`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from facilitator.circle import events as e
from facilitator.circle.state import (
    Circle,
    Place,
    Role,
    Round,
    Seat,
    SeatId,
    Timer,
    TurnPhase,
)


def change_seat(circle: Circle, seat: SeatId, **changes: Any) -> Circle:
    """The circle with that seat changed."""
    return replace(circle, seats={**circle.seats, seat: replace(circle.seats[seat], **changes)})


def seat_taken(circle: Circle, event: e.SeatTaken) -> Circle:
    seat = Seat(
        id=event.seat,
        name=event.name,
        role=event.role,
        mode=event.mode,
        level=event.level,
        agreed=event.agreed,
        companion=event.companion,
        takes_turns=event.role is Role.PARTICIPANT,
    )
    given = circle.seats_given + (event.role is Role.PARTICIPANT)
    return replace(circle, seats={**circle.seats, seat.id: seat}, seats_given=given)


def line_raised(circle: Circle, event: e.LineRaised) -> Circle:
    seat = circle.seats[event.seat]
    away = None if seat.inside else seat.away_since
    circle = change_seat(circle, event.seat, connected=True, away_since=away)
    if circle.turn and circle.turn.seat == event.seat and circle.round:
        circle = replace(
            circle, round=replace(circle.round, turn=replace(circle.turn, dropped=None))
        )
    return circle


def line_dropped(circle: Circle, event: e.LineDropped) -> Circle:
    seat = circle.seats[event.seat]
    away = seat.away_since if seat.away_since is not None else event.at
    circle = change_seat(circle, event.seat, connected=False, away_since=away)
    turn = circle.turn
    if turn and circle.round and turn.seat == event.seat and turn.phase is TurnPhase.SHARING:
        dropped = Timer(circle.circle_time(event.at), circle.timings.turn_hold)
        circle = replace(circle, round=replace(circle.round, turn=replace(turn, dropped=dropped)))
    return circle


def seat_entered(circle: Circle, event: e.SeatEntered) -> Circle:
    return change_seat(circle, event.seat, place=Place.CIRCLE, returning=False, away_since=None)


def _gone(circle: Circle, seat: SeatId, place: Place, at: int) -> Circle:
    """Whoever comes back receives what happens from then on, and nothing from before (I19)."""
    since = circle.seats[seat].away_since
    away = since if since is not None else at
    circle = change_seat(circle, seat, place=place, returning=False, away_since=away)
    shares = {k: replace(s, audience=s.audience - {seat}) for k, s in circle.shares.items()}
    handing = None if circle.handing_to == seat else circle.handing_to
    return replace(
        circle,
        round=_round_without(circle.round, seat),
        suspended=_round_without(circle.suspended, seat),
        shares=shares,
        handing_to=handing,
    )


def _round_without(current: Round | None, seat: SeatId) -> Round | None:
    if current is None:
        return None
    revealed = tuple((step, inside - {seat}) for step, inside in current.revealed)
    queue = tuple(s for s in current.queue if s != seat)
    return replace(current, queue=queue, revealed=revealed)


def seat_removed(circle: Circle, event: e.SeatRemoved) -> Circle:
    """Their private lines go with them, for the other end as well."""
    circle = _gone(circle, event.seat, Place.REMOVED, event.at)
    lines = tuple(line for line in circle.lines if line.seat != event.seat)
    return replace(circle, removals=circle.removals + 1, lines=lines)


SEAT_EVENTS: dict[type[e.Event], Callable[[Circle, Any], Circle]] = {
    e.SeatTaken: seat_taken,
    e.LineRaised: line_raised,
    e.LineDropped: line_dropped,
    e.ReturnAsked: lambda c, ev: change_seat(c, ev.seat, returning=True),
    e.SeatEntered: seat_entered,
    e.SeatSteppedOut: lambda c, ev: _gone(c, ev.seat, Place.OUT, ev.at),
    e.SeatLeft: lambda c, ev: _gone(c, ev.seat, Place.LEFT, ev.at),
    e.SeatRemoved: seat_removed,
    e.RosterShown: lambda c, ev: replace(c, roster=ev.roster),
    e.ModeChosen: lambda c, ev: change_seat(c, ev.seat, mode=ev.mode),
    e.LevelChosen: lambda c, ev: change_seat(c, ev.seat, level=ev.level),
    e.PartTaken: lambda c, ev: change_seat(c, ev.seat, takes_turns=ev.takes_turns),
    e.AgreementsAccepted: lambda c, ev: change_seat(c, ev.seat, agreed=ev.version),
}
