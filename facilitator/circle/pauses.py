"""The room stands still and goes on again; a wish for it is answered (domain.md 2.1, 2.6, I41)."""

from __future__ import annotations

from facilitator.circle import commands as c
from facilitator.circle import events as e
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Seat, StopKind
from facilitator.circle.story import Story

Answer = Refusal | None


def pause(story: Story, seat: Seat, _: c.PauseRoom) -> Answer:
    if not story.circle.running:
        return Refusal("circle/not_begun")
    stop = story.circle.stop
    if stop is None or stop.kind is not StopKind.PAUSE:
        story.happen(e.RoomStopped(StopKind.PAUSE, story.now, seat.id, None))
    return None


def hold(story: Story, seat: Seat, _: c.HoldRoom) -> Answer:
    """A minute of shared quiet, at once and anywhere; it ends by itself."""
    circle = story.circle
    if not circle.running:
        return Refusal("circle/not_begun")
    if circle.stop is None:
        until = story.now + circle.timings.hold
        story.happen(e.RoomStopped(StopKind.HOLD, story.now, seat.id, until))
    return None


def resume(story: Story, seat: Seat, _: c.ResumeRoom) -> Answer:
    if story.circle.stop is None:
        return Refusal("circle/not_frozen")
    story.happen(e.RoomResumed(story.now, seat.id))
    return None


def answer_signal(story: Story, seat: Seat, command: c.AnswerSignal) -> Answer:
    """The signal was met: a pause now, one at the end of this turn, or simply seen (I62)."""
    circle = story.circle
    if all(s.id != command.signal for s in circle.signals):
        return Refusal("signal/unknown")
    story.happen(e.SignalSettled(command.signal, met=True))
    if circle.running and command.how == "pause" and circle.stop is None:
        story.happen(e.RoomStopped(StopKind.PAUSE, story.now, seat.id, None))
    if circle.running and command.how == "end_of_turn" and circle.stop is None:
        story.happen(e.PauseAwaited(seat.id))
    return None
