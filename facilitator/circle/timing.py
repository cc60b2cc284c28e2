"""When what is due: instants computed from what was stored, never counters. `now` is always an
argument.
"""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.circle.plan import Nature
from facilitator.circle.state import Circle, Phase, Round, StopKind, Timer, Turn, TurnPhase
from facilitator.circle.state_care import PrivateLine


def closing_due(circle: Circle) -> int:
    """The UTC instant at which the closing must open for its reserve to stay whole (I42)."""
    return circle.promised_end - circle.agenda.closing_reserve


def closing_opened(circle: Circle) -> bool:
    """The closing round is on, complete, or no longer needed."""
    return circle.phase not in (Phase.DOORS_OPEN, Phase.LIVE)


def remaining(circle: Circle, timer: Timer, now: int) -> int:
    """Milliseconds left on a timer of circle time; negative once it has run out."""
    return timer.ends - circle.circle_time(now)


def free_until(circle: Circle, waiting: Round | None, now: int) -> int:
    """The UTC instant by which something must be over: a closing that waits for it, or the one that
    is to come, keeps its time (I42).
    """
    if waiting is None or waiting.kind != "closing":
        return closing_due(circle)
    left = waiting.length_left or 0
    if waiting.timer is not None:
        left = max(0, remaining(circle, waiting.timer, now))
    later = sum(step.length or 0 for step in waiting.steps[waiting.at + 1 :])
    return circle.promised_end - left - later


def show_timer(circle: Circle, timer: Timer | None) -> dict[str, int | None] | None:
    """The end as an instant while time runs; what is left while it stands still."""
    if timer is None:
        return None
    if circle.stopped_since is not None:
        left = timer.ends - circle.circle_time(circle.stopped_since)
        return {"ends": None, "left": left, "length": timer.length}
    return {"ends": circle.wall_time(timer.ends), "left": None, "length": timer.length}


def unheld_since(circle: Circle) -> int | None:
    """Since when nobody has been facilitating, or None while somebody is."""
    if not (circle.running or circle.parted) or circle.facilitators_present():
        return None
    lost = [
        s.away_since for s in circle.seats.values() if s.facilitates and s.away_since is not None
    ]
    return max(lost, default=circle.promised_start)


def lead_lost_at(circle: Circle) -> int | None:
    """Since when the lead has been away although somebody else could lead, or None."""
    lead = circle.seats.get(circle.lead) if circle.lead else None
    if lead is None or lead.present or not circle.facilitators_present():
        return None
    return lead.away_since if lead.away_since is not None else circle.promised_start


def waits_for_a_holder(circle: Circle, now: int) -> bool:
    """It should have begun five minutes ago, and nobody is there to hold it (domain.md 2.1)."""
    late = now - circle.promised_start >= circle.timings.late_begin
    return late and circle.phase is Phase.DOORS_OPEN and not circle.facilitators_present()


def dues(circle: Circle) -> Iterator[tuple[int, str]]:
    """Every (UTC instant, what) that will come by itself if nothing else happens."""
    t = circle.timings
    if circle.phase is Phase.CLOSED:
        return
    if circle.phase is Phase.ENDING:
        yield (
            (circle.ending_since or 0)
            + (t.held_page if circle.ending == "held" else t.emergency_page),
            "page",
        )
        return
    yield from _seat_dues(circle)
    yield from _line_dues(circle)
    if circle.phase is Phase.DOORS_OPEN:
        yield from _unopened_dues(circle)
        yield from _lead_dues(circle)
        return
    yield from (_after_dues if circle.parted else _holding_dues)(circle)
    for signal in circle.signals:
        waits = signal.kind == "pause" and not signal.paused_for
        if waits and may_auto_pause(circle, signal.at + t.pause_ack):
            yield signal.at + t.pause_ack, "signal"
    if not circle.frozen:
        yield from () if circle.parted else _frame_dues(circle)
        yield from _round_dues(circle)


def next_due(circle: Circle) -> int | None:
    """The earliest UTC instant at which `TimeRanOut` would change something, or None."""
    return min((at for at, _ in dues(circle)), default=None)


def _seat_dues(circle: Circle) -> Iterator[tuple[int, str]]:
    for seat in circle.seats.values():
        if seat.inside and not seat.connected and seat.away_since is not None:
            yield seat.away_since + circle.timings.reconnect_grace, f"seat:{seat.id}"


def _line_dues(circle: Circle) -> Iterator[tuple[int, str]]:
    for line in circle.lines:
        due = line_due(circle, line)
        if due is not None:
            yield due, "line"


def line_due(circle: Circle, line: PrivateLine) -> int | None:
    """When whoever wrote is told that nobody has opened it; None once opened, or told (I62)."""
    unread = line.unread_by(line.holder)
    return unread[0].at + circle.timings.line_wait if unread and not line.waiting else None


def proposal_ends(circle: Circle) -> int | None:
    """The UTC instant at which a running room knows what comes of the proposal; None without
    one.
    """
    asked = circle.proposal
    return None if asked is None else circle.wall_time(asked.began + asked.length)


def _unopened_dues(circle: Circle) -> Iterator[tuple[int, str]]:
    """Nobody came to open the room, or whoever came has been gone for as long."""
    if not circle.facilitators_present():
        lost = [s.away_since or 0 for s in circle.seats.values() if s.facilitates]
        since = max(circle.promised_start, *lost, 0)
        yield since + circle.timings.unopened_close, "unopened"


def _holding_dues(circle: Circle) -> Iterator[tuple[int, str]]:
    t = circle.timings
    if circle.held is not None:
        yield circle.held.since + t.held_close_after, "held_close"
        return
    unheld = unheld_since(circle)
    if unheld is not None:
        yield unheld + t.held_after, "held"
    yield from _lead_dues(circle)
    yield from _hold_dues(circle)


def _after_dues(circle: Circle) -> Iterator[tuple[int, str]]:
    """After the farewell an unheld room is not kept standing still: it ends (domain.md 2.1)."""
    unheld = unheld_since(circle)
    if unheld is not None:
        yield unheld + circle.timings.held_after, "after_unheld"
    yield from _lead_dues(circle)
    yield from _hold_dues(circle)
    if circle.after_until is not None and circle.door_moment:
        yield circle.after_until, "after"


def _hold_dues(circle: Circle) -> Iterator[tuple[int, str]]:
    if circle.stop is not None and circle.stop.kind is StopKind.HOLD and circle.stop.until:
        yield circle.stop.until, "hold"


def _lead_dues(circle: Circle) -> Iterator[tuple[int, str]]:
    lost = lead_lost_at(circle)
    if lost is not None:
        yield lost + circle.timings.held_after, "lead"


def _frame_dues(circle: Circle) -> Iterator[tuple[int, str]]:
    t = circle.timings
    calm = circle.door_moment
    if calm and circle.foretold is None:
        yield circle.promised_end - t.notice_early, "notice_early"
    if calm and circle.foretold != 3:
        yield circle.promised_end - t.notice_late, "notice_late"
    if not closing_opened(circle) and calm:
        # An offer that is still open then ends first, and has its rest.
        yield closing_due(circle) - (t.rest if circle.turn else 0), "closing"
    objections_end = proposal_ends(circle)
    if objections_end is not None:
        yield objections_end, "objection"
    closing_over = circle.round is not None and circle.round.step is None
    if circle.phase is Phase.WINDING_DOWN and closing_over:
        yield circle.promised_end + t.linger, "linger"


def _round_dues(circle: Circle) -> Iterator[tuple[int, str]]:
    current = circle.round
    if current is None:
        return
    step, turn = current.step, current.turn
    if turn is not None:
        if turn.phase is TurnPhase.SHARING:
            yield from _sharing_dues(circle, turn)
        else:
            yield circle.wall_time(turn.timer.ends), "turn"
    elif current.between is not None:
        yield circle.wall_time(current.between.ends), "between"
    elif step is not None and current.timer is not None and step.moves_on:
        if step.nature is Nature.TURNS:
            return
        if step.nature is Nature.SPACE and current.queue:
            return
        yield circle.wall_time(current.timer.ends), "step"


def _sharing_dues(circle: Circle, turn: Turn) -> Iterator[tuple[int, str]]:
    if not turn.grace_over:
        yield circle.wall_time(turn.timer.ends + circle.timings.grace), "grace"
    if turn.dropped is not None:
        yield circle.wall_time(turn.dropped.ends), "dropped"


def may_auto_pause(circle: Circle, now: int) -> bool:
    """At most one automatic pause a turn, or in five minutes outside turns (I57)."""
    if circle.frozen or not circle.running:
        return False
    if circle.turn is not None:
        return circle.auto_paused_turn != circle.turn.id
    last = circle.auto_paused_at
    return last is None or now - last >= circle.timings.auto_pause_apart
