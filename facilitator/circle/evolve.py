"""How a fact changes the picture: (circle, event) -> circle. No rule is decided here; an event
always applies.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import reduce
from typing import Any

from facilitator.circle import events as e
from facilitator.circle.evolve_after import AFTER_EVENTS
from facilitator.circle.evolve_lines import LINE_EVENTS
from facilitator.circle.evolve_rounds import ROUND_EVENTS
from facilitator.circle.evolve_seats import SEAT_EVENTS, change_seat
from facilitator.circle.evolve_signals import SIGNAL_EVENTS
from facilitator.circle.evolve_turns import TURN_EVENTS
from facilitator.circle.state import (
    Circle,
    Line,
    Phase,
    SeatId,
    Stop,
    StopKind,
)

# A suggestion, or a wish for a lighter pace, asks for no answer in the moment.
MET_BY_SOMEBODY = ("pause", "flag")


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
        added_agreements=event.agreements,
    )


def _line(circle: Circle, code: str, by: SeatId | None, number: int | None = None) -> Circle:
    return replace(circle, line=Line(code, by, number))


def agreement_added(circle: Circle, event: e.AgreementAdded) -> Circle:
    version = circle.agreements + 1
    added = (*circle.added_agreements, event.text)
    circle = replace(circle, agreements=version, added_agreements=added)
    circle = change_seat(circle, event.by, agreed=version)
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
        lines=(),
        process=(),
        proposal=None,
        stop=None,
        held=None,
        stopped_since=None,
    )


def circle_closed(circle: Circle, event: e.CircleClosed) -> Circle:
    """Only counts remain (domain.md 2.1, I31)."""
    unmet = sum(s.kind in MET_BY_SOMEBODY for s in circle.signals)
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
        signals_unmet=circle.signals_unmet + unmet,
        signals=(),
        recent_marks=(),
        lighter=frozenset(),
        proposal=None,
        lines=(),
        receivers=(),
        process=(),
        let_rest=(),
        staying=frozenset(),
        after_until=None,
        added_agreements=(),
        line=None,
        ended_how=event.how,
        ended_at=event.at,
    )


Apply = Callable[[Circle, Any], Circle]

APPLY: dict[type[e.Event], Apply] = {
    e.AgreementAdded: agreement_added,
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
    **SEAT_EVENTS,
    **ROUND_EVENTS,
    **TURN_EVENTS,
    **AFTER_EVENTS,
    **SIGNAL_EVENTS,
    **LINE_EVENTS,
}
