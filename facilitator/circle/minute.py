"""*I need a minute*: the room is quiet, and another who is here may hold it (domain.md 4)."""

from __future__ import annotations

from facilitator.circle import commands as c
from facilitator.circle import events as e
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Circle, Seat, SeatId, StopKind
from facilitator.circle.story import Story

Answer = Refusal | None


def need_minute(story: Story, seat: Seat, _: c.NeedMinute) -> Answer:
    """The lead is offered and stays where it is until somebody takes it (I51)."""
    circle = story.circle
    other = _another(circle, seat.id)
    if other is None and not (circle.running or circle.parted):
        return Refusal("circle/not_begun")
    if other is not None and other != circle.handing_to:
        story.happen(e.LeadOffered(other))
    if circle.running and circle.stop is None:
        until = story.now + circle.timings.hold
        story.happen(e.RoomStopped(StopKind.HOLD, story.now, seat.id, until))
        story.happen(e.MinuteNeeded(seat.id))
    return None


def _another(circle: Circle, lead: SeatId) -> SeatId | None:
    """Whoever it is offered to already, else the next one who is here."""
    here = [s.id for s in circle.facilitators_present() if s.id != lead]
    return circle.handing_to if circle.handing_to in here else next(iter(here), None)
