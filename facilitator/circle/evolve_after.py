"""How the facts about rest, quiet and staying on change the picture. A part of `evolve`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from facilitator.circle import events as e
from facilitator.circle.state import Circle, Line, Phase, Place, Round, Seat, SeatId, Timer

BEGINS = {Phase.STAY_ON: "stay_on_begins", Phase.QUIET_AFTER: "quiet_after_begins"}


def quiet_began(circle: Circle, event: e.QuietBegan) -> Circle:
    return _between(circle, Timer(circle.circle_time(event.at), event.length))


def _between(circle: Circle, timer: Timer | None) -> Circle:
    current = circle.round
    return circle if current is None else replace(circle, round=replace(current, between=timer))


def let_rest_asked(circle: Circle, event: e.LetRestAsked) -> Circle:
    gone = (event.turn, event.seat)

    def without(current: Round | None) -> Round | None:
        kept = tuple(one for one in current.spoken if one != gone) if current else ()
        return replace(current, spoken=kept) if current else None

    return replace(
        circle,
        round=without(circle.round),
        suspended=without(circle.suspended),
        let_rest=(*circle.let_rest, event.seat),
    )


def let_rest_told(circle: Circle, event: e.LetRestTold) -> Circle:
    return replace(circle, let_rest=circle.let_rest[1:], line=Line("let_rest", event.seat))


def seat_queued_waiting(circle: Circle, event: e.SeatQueuedWaiting) -> Circle:
    waiting = circle.suspended
    if waiting is None:
        return circle
    queue = (*(s for s in waiting.queue if s != event.seat), event.seat)
    return replace(circle, suspended=replace(waiting, queue=queue))


def stay_on_announced(circle: Circle, event: e.StayOnAnnounced) -> Circle:
    return replace(circle, stay_announced=True, line=Line("stay_on", event.by))


def stay_chosen(circle: Circle, event: e.StayChosen) -> Circle:
    one = {event.seat}
    return replace(circle, staying=circle.staying | one if event.on else circle.staying - one)


def after_began(circle: Circle, event: e.AfterBegan) -> Circle:
    """The others have gone, and what was said before has gone with them."""
    return replace(
        circle,
        phase=event.phase,
        after_until=event.until,
        staying=event.staying,
        seats={key: _parted(seat, event.staying) for key, seat in circle.seats.items()},
        round=None,
        suspended=None,
        shares={},
        foretold=None,
        silence_wanted=None,
        pause_wanted=None,
        let_rest=(),
        line=Line(BEGINS[event.phase], event.by),
    )


def _parted(seat: Seat, staying: frozenset[SeatId]) -> Seat:
    stays = seat.facilitates or seat.id in staying or seat.place is Place.REMOVED
    return seat if stays else replace(seat, place=Place.LEFT, returning=False)


AFTER_EVENTS: dict[type[e.Event], Callable[[Circle, Any], Circle]] = {
    e.QuietBegan: quiet_began,
    e.QuietEnded: lambda c, _: _between(c, None),
    e.LetRestAsked: let_rest_asked,
    e.LetRestTold: let_rest_told,
    e.SeatQueuedWaiting: seat_queued_waiting,
    e.MinuteNeeded: lambda c, ev: replace(c, line=Line("need_minute", ev.by)),
    e.StayOnAnnounced: stay_on_announced,
    e.StayChosen: stay_chosen,
    e.AfterBegan: after_began,
}
