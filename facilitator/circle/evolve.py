"""How a fact changes the picture: (circle, event) -> circle. No rule is decided here; an event
always applies.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import reduce
from typing import Any

from facilitator.circle import events as e
from facilitator.circle.evolve_rounds import ROUND_EVENTS
from facilitator.circle.state import (
    Circle,
    Line,
    Phase,
    Place,
    Role,
    Round,
    Seat,
    SeatId,
    Signal,
    Stop,
    StopKind,
    Timer,
    TurnPhase,
)


def evolve(circle: Circle, event: e.Event) -> Circle:
    """The circle after that fact."""
    return APPLY[type(event)](circle, event)


def replay(circle: Circle | None, happened: list[e.Event]) -> Circle:
    """The circle after all those facts; the first one may be its opening."""
    rest = happened
    if circle is None:
        first = happened[0]
        if not isinstance(first, e.CircleOpened):
            raise ValueError("a circle's story begins with CircleOpened")
        circle, rest = opened(first), happened[1:]
    return reduce(evolve, rest, circle)


def opened(event: e.CircleOpened) -> Circle:
    """A circle with its doors open and nobody in it."""
    return Circle(
        id=event.circle,
        agenda=event.agenda,
        timings=event.timings,
        lot=event.lot,
        seats_max=event.seats_max,
        promised_start=event.promised_start,
        promised_end=event.promised_end,
    )


def _seat(circle: Circle, seat: SeatId, **changes: Any) -> Circle:
    return replace(circle, seats={**circle.seats, seat: replace(circle.seats[seat], **changes)})


def _line(circle: Circle, code: str, by: SeatId | None, number: int | None = None) -> Circle:
    return replace(circle, line=Line(code, by, number))


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
    circle = _seat(circle, event.seat, connected=True, away_since=away)
    if circle.turn and circle.turn.seat == event.seat and circle.round:
        circle = replace(
            circle, round=replace(circle.round, turn=replace(circle.turn, dropped=None))
        )
    return circle


def line_dropped(circle: Circle, event: e.LineDropped) -> Circle:
    seat = circle.seats[event.seat]
    away = seat.away_since if seat.away_since is not None else event.at
    circle = _seat(circle, event.seat, connected=False, away_since=away)
    turn = circle.turn
    if turn and circle.round and turn.seat == event.seat and turn.phase is TurnPhase.SHARING:
        dropped = Timer(circle.circle_time(event.at), circle.timings.turn_hold)
        circle = replace(circle, round=replace(circle.round, turn=replace(turn, dropped=dropped)))
    return circle


def seat_entered(circle: Circle, event: e.SeatEntered) -> Circle:
    return _seat(circle, event.seat, place=Place.CIRCLE, returning=False, away_since=None)


def _gone(circle: Circle, seat: SeatId, place: Place, at: int) -> Circle:
    """Whoever comes back receives what happens from then on, and nothing from before (I19)."""
    since = circle.seats[seat].away_since
    away = since if since is not None else at
    circle = _seat(circle, seat, place=place, returning=False, away_since=away)
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
    circle = _gone(circle, event.seat, Place.REMOVED, event.at)
    return replace(circle, removals=circle.removals + 1)


def agreement_added(circle: Circle, event: e.AgreementAdded) -> Circle:
    version = circle.agreements + 1
    added = (*circle.added_agreements, event.text)
    circle = replace(circle, agreements=version, added_agreements=added)
    circle = _seat(circle, event.by, agreed=version)
    return _line(circle, "agreement_added", event.by)


def circle_began(circle: Circle, event: e.CircleBegan) -> Circle:
    later = event.promised_end != circle.promised_end
    circle = replace(circle, phase=Phase.LIVE, promised_end=event.promised_end)
    return _line(circle, "began_later" if later else "began", event.by)


def door_set(circle: Circle, event: e.DoorSet) -> Circle:
    circle = replace(circle, locked=event.locked)
    return _line(circle, "locked" if event.locked else "unlocked", event.by)


def lead_taken(circle: Circle, event: e.LeadTaken) -> Circle:
    first = circle.lead is None
    circle = replace(circle, lead=event.seat, handing_to=None)
    unsaid = first or event.seat is None or (circle.in_silence and not circle.frozen)
    return circle if unsaid else _line(circle, "handed_over", event.seat)


def room_stopped(circle: Circle, event: e.RoomStopped) -> Circle:
    since = circle.stopped_since if circle.stopped_since is not None else event.at
    circle = replace(
        circle,
        stop=Stop(event.kind, event.at, event.by, event.until),
        stopped_since=since,
        pause_wanted=None,
        signals=tuple(replace(s, paused_for=True) for s in circle.signals),
        recent_marks=(),
    )
    if event.kind is StopKind.AUTO:
        return replace(
            circle,
            auto_paused_turn=circle.turn.id if circle.turn else circle.auto_paused_turn,
            auto_paused_at=event.at,
            line=Line("auto_paused"),
        )
    return _line(circle, "holding" if event.kind is StopKind.HOLD else "paused", event.by)


def _restart(circle: Circle, at: int) -> Circle:
    if circle.stop is not None or circle.held is not None or circle.stopped_since is None:
        return circle
    stopped = circle.stopped_ms + at - circle.stopped_since
    return replace(circle, stopped_ms=stopped, stopped_since=None)


def room_resumed(circle: Circle, event: e.RoomResumed) -> Circle:
    circle = _restart(replace(circle, stop=None), event.at)
    return _line(circle, "resumed", event.by)


def room_held(circle: Circle, event: e.RoomHeld) -> Circle:
    since = circle.stopped_since if circle.stopped_since is not None else event.at
    return replace(circle, held=Stop(StopKind.HELD, event.at), stopped_since=since)


def room_taken_up(circle: Circle, event: e.RoomTakenUp) -> Circle:
    held = event.at - circle.held.since if circle.held else 0
    return _restart(replace(circle, held=None, held_ms=circle.held_ms + held), event.at)


def closing_shortened(circle: Circle, event: e.ClosingShortened) -> Circle:
    return _line(circle, "short_close", event.by)


def ending_shown(circle: Circle, event: e.EndingShown) -> Circle:
    return replace(
        circle,
        phase=Phase.ENDING,
        ending=event.page,
        ending_since=event.at,
        round=None,
        suspended=None,
        shares={},
        stop=None,
        held=None,
        stopped_since=None,
    )


def circle_closed(circle: Circle, event: e.CircleClosed) -> Circle:
    """Only counts remain (domain.md 2.1, I31)."""
    return replace(
        circle,
        phase=Phase.CLOSED,
        seats={},
        roster=(),
        lead=None,
        handing_to=None,
        stop=None,
        held=None,
        round=None,
        suspended=None,
        shares={},
        signals_unmet=circle.signals_unmet + len(circle.signals),
        signals=(),
        recent_marks=(),
        added_agreements=(),
        line=None,
        ended_how=event.how,
        ended_at=event.at,
    )


def signal_raised(circle: Circle, event: e.SignalRaised) -> Circle:
    since = event.at - circle.timings.pause_pair
    recent = tuple((m, at) for m, at in circle.recent_marks if at > since and m != event.mark)
    signal = Signal(event.signal, event.kind, event.at, event.mark)
    return replace(
        circle,
        signals=(*circle.signals, signal),
        recent_marks=(*recent, (event.mark, event.at)),
        signals_begun=event.signal,
    )


def signal_settled(circle: Circle, event: e.SignalSettled) -> Circle:
    """One that was taken back is as if it had never been raised."""
    back = {s.mark for s in circle.signals if s.id == event.signal and not event.met}
    return replace(
        circle,
        signals=tuple(s for s in circle.signals if s.id != event.signal),
        recent_marks=tuple((m, at) for m, at in circle.recent_marks if m not in back),
    )


Apply = Callable[[Circle, Any], Circle]

APPLY: dict[type[e.Event], Apply] = {
    e.SeatTaken: seat_taken,
    e.LineRaised: line_raised,
    e.LineDropped: line_dropped,
    e.ReturnAsked: lambda c, ev: _seat(c, ev.seat, returning=True),
    e.SeatEntered: seat_entered,
    e.SeatAdmitted: lambda c, ev: _seat(c, ev.seat, admitted=True),
    e.SeatSteppedOut: lambda c, ev: _gone(c, ev.seat, Place.OUT, ev.at),
    e.SeatLeft: lambda c, ev: _gone(c, ev.seat, Place.LEFT, ev.at),
    e.SeatRemoved: seat_removed,
    e.RosterShown: lambda c, ev: replace(c, roster=ev.roster),
    e.ModeChosen: lambda c, ev: _seat(c, ev.seat, mode=ev.mode),
    e.LevelChosen: lambda c, ev: _seat(c, ev.seat, level=ev.level),
    e.PartTaken: lambda c, ev: _seat(c, ev.seat, takes_turns=ev.takes_turns),
    e.AgreementAdded: agreement_added,
    e.AgreementsAccepted: lambda c, ev: _seat(c, ev.seat, agreed=ev.version),
    e.CircleBegan: circle_began,
    e.DoorSet: door_set,
    e.LeadTaken: lead_taken,
    e.LeadOffered: lambda c, ev: replace(c, handing_to=ev.to),
    e.RoomStopped: room_stopped,
    e.RoomResumed: room_resumed,
    e.RoomHeld: room_held,
    e.RoomTakenUp: room_taken_up,
    e.PauseAwaited: lambda c, ev: replace(c, pause_wanted=ev.by),
    e.EndingForetold: lambda c, ev: replace(c, foretold=ev.minutes),
    e.ClosingShortened: closing_shortened,
    e.EndingShown: ending_shown,
    e.CircleClosed: circle_closed,
    e.SignalRaised: signal_raised,
    e.SignalSettled: signal_settled,
    **ROUND_EVENTS,
}
