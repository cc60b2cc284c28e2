"""What the clock, the door and the lines ask of a circle; no seat asks it."""

from __future__ import annotations

from facilitator.circle import commands as c
from facilitator.circle import events as e
from facilitator.circle import seats
from facilitator.circle.after import has_gone
from facilitator.circle.due import time_ran_out
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Phase, Place
from facilitator.circle.story import Story

Answer = Refusal | None


def decide_system(story: Story, command: c.Command) -> Answer:
    """The answer to the clock, the door, a line or the keeper of the server."""
    if story.circle.phase is Phase.CLOSED:
        return Refusal("circle/closed")
    match command:
        case c.TakeSeat():
            return seats.take_seat(story, command)
        case c.DropEveryLine():
            seats.drop_every_line(story)
        case c.TimeRanOut():
            time_ran_out(story)
        case c.LoseWords():
            story.happen(e.WordsLost())
        case c.CloseNow():
            story.happen(e.CircleClosed("closed", story.now))
        case c.RaiseLine() | c.DropLine():
            return _line(story, command)
        case _:
            return Refusal("seat/unknown")
    return None


def _line(story: Story, command: c.RaiseLine | c.DropLine) -> Answer:
    seat = story.circle.seats.get(command.seat)
    if seat is None:
        return Refusal("seat/unknown")
    if isinstance(command, c.DropLine):
        seats.drop_line(story, seat)
        return None
    if seat.place is Place.REMOVED:
        return Refusal("seat/removed")
    if has_gone(story.circle, seat.id):
        return Refusal("circle/closed")
    seats.raise_line(story, seat)
    return None
