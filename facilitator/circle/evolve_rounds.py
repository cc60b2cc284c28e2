"""How the facts of rounds and steps change the picture. A part of `evolve`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from facilitator.circle import events as e
from facilitator.circle.state import (
    Circle,
    Line,
    Phase,
    Round,
    Timer,
)


def change_round(circle: Circle, **changes: Any) -> Circle:
    assert circle.round is not None  # noqa: S101 - an event of a round is told only while one is on
    return replace(circle, round=replace(circle.round, **changes))


def round_introduced(circle: Circle, event: e.RoundIntroduced) -> Circle:
    fresh = Round(
        index=event.index,
        kind=event.kind,
        steps=event.steps,
        at=0,
        timer=None,
        depth=event.depth,
        replies_max=event.replies_max,
        share_chars=event.share_chars,
        quiet_between=event.quiet_between,
        activity=event.activity,
    )
    closing = event.kind == "closing"
    code = "closing_begins" if closing else "round_introduced"
    unsaid = event.index < 0 or circle.parted
    return replace(
        circle,
        round=fresh,
        phase=Phase.WINDING_DOWN if closing else circle.phase,
        proposal=None,
        silence_wanted=None if closing else circle.silence_wanted,
        line=circle.line if unsaid else Line(code, event.by, event.index),
    )


def step_began(circle: Circle, event: e.StepBegan) -> Circle:
    timer = None if event.length is None else Timer(circle.circle_time(event.at), event.length)
    circle = change_round(circle, at=event.step, timer=timer, lengthened=0, queue=(), between=None)
    step = circle.round.step if circle.round else None
    if step is not None and step.name == "farewell":
        circle = replace(circle, farewell_since=event.at)
    return circle


def step_lengthened(circle: Circle, event: e.StepLengthened) -> Circle:
    current = circle.round
    if current is None or current.timer is None:
        return circle
    timer = replace(current.timer, length=max(0, current.timer.length + event.ms))
    more = event.ms > 0
    circle = change_round(circle, timer=timer, lengthened=current.lengthened + more)
    silent = current.step is not None and current.step.nature == "silence"
    code = "step_extended" if more else "step_trimmed"
    code = "silence_extended" if silent and more else code
    return replace(circle, line=Line(code, event.by))


def round_completed(circle: Circle, _: e.RoundCompleted) -> Circle:
    current = circle.round
    if current is None:
        return circle
    done = circle.done if current.index < 0 else (*circle.done, current.index)
    at = len(current.steps)
    circle = replace(circle, done=done)
    circle = change_round(circle, at=at, timer=None, queue=(), turn=None, between=None)
    return change_round(circle, shown=frozenset(), revealed=())


def round_set_aside(circle: Circle, event: e.RoundSetAside) -> Circle:
    current = circle.round
    on = current is not None and current.index == event.index
    suspended, asked = circle.suspended, circle.proposal
    return replace(
        circle,
        round=None if on else current,
        suspended=None if suspended and suspended.index == event.index else suspended,
        proposal=None if asked and asked.round == event.index else asked,
        set_aside=(*circle.set_aside, event.index),
        line=Line("round_set_aside", event.by, event.index),
    )


def round_waited(circle: Circle, event: e.RoundWaited) -> Circle:
    current = circle.round
    if current is not None:
        current = replace(current, between=None)
    if current is not None and current.timer is not None:
        left = max(0, current.timer.ends - circle.circle_time(event.at))
        current = replace(current, timer=None, length_left=left)
    return replace(circle, suspended=current, round=None, silence_wanted=None)


def round_came_back(circle: Circle, event: e.RoundCameBack) -> Circle:
    waiting = circle.suspended
    if waiting is not None and waiting.length_left is not None:
        timer = Timer(circle.circle_time(event.at), waiting.length_left)
        waiting = replace(waiting, timer=timer, length_left=None)
    return replace(circle, round=waiting, suspended=None)


def silence_asked(circle: Circle, event: e.SilenceAsked) -> Circle:
    return replace(circle, silence_wanted=event.length, line=Line("silence_offered", event.by))


def depth_lowered(circle: Circle, event: e.DepthLowered) -> Circle:
    circle = change_round(circle, depth=event.depth, share_chars=event.chars)
    return replace(circle, line=Line("depth_lowered", event.by))


def seat_queued(circle: Circle, event: e.SeatQueued) -> Circle:
    queue = circle.round.queue if circle.round else ()
    return change_round(circle, queue=(*(s for s in queue if s != event.seat), event.seat))


def seat_settled(circle: Circle, event: e.SeatSettled) -> Circle:
    current = circle.round
    return circle if current is None else replace(circle, round=_settled(current, event))


def seat_settled_waiting(circle: Circle, event: e.SeatSettledWaiting) -> Circle:
    waiting = circle.suspended
    return circle if waiting is None else replace(circle, suspended=_settled(waiting, event))


def _settled(current: Round, event: e.SeatSettled | e.SeatSettledWaiting) -> Round:
    bits = current.settled | {(step, event.seat) for step in event.steps}
    return replace(current, settled=bits, queue=tuple(s for s in current.queue if s != event.seat))


def seat_unsettled(circle: Circle, event: e.SeatUnsettled) -> Circle:
    current = circle.round
    if current is None:
        return circle
    return change_round(circle, settled=current.settled - {(s, event.seat) for s in event.steps})


def shown_together(circle: Circle, event: e.ShownTogether) -> Circle:
    shown = circle.round.shown if circle.round else frozenset()
    return change_round(circle, shown=shown | {(event.step, event.seat)})


def shown_taken_back(circle: Circle, event: e.ShownTakenBack) -> Circle:
    shown = circle.round.shown if circle.round else frozenset()
    return change_round(circle, shown=shown - {(event.step, event.seat)})


def gathering_revealed(circle: Circle, event: e.GatheringRevealed) -> Circle:
    revealed = circle.round.revealed if circle.round else ()
    return change_round(circle, revealed=(*revealed, (event.step, event.audience)))


ROUND_EVENTS: dict[type[e.Event], Callable[[Circle, Any], Circle]] = {
    e.RoundIntroduced: round_introduced,
    e.StepBegan: step_began,
    e.StepLengthened: step_lengthened,
    e.RoundCompleted: round_completed,
    e.RoundSetAside: round_set_aside,
    e.RoundWaited: round_waited,
    e.RoundCameBack: round_came_back,
    e.SilenceAsked: silence_asked,
    e.SilenceForgone: lambda c, _: replace(c, silence_wanted=None),
    e.DepthLowered: depth_lowered,
    e.QueueFormed: lambda c, ev: change_round(c, queue=ev.seats, share_time=ev.share_time),
    e.SeatQueued: seat_queued,
    e.SeatSettled: seat_settled,
    e.SeatSettledWaiting: seat_settled_waiting,
    e.SeatUnsettled: seat_unsettled,
    e.ShownTogether: shown_together,
    e.ShownTakenBack: shown_taken_back,
    e.GatheringRevealed: gathering_revealed,
}
