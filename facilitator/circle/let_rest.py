"""*Please let that go*: who spoke aloud may ask that it rest here (domain.md 2.6, A18).

The room is told once, by name, at the next moment that disturbs nobody (I59). Two wishes are told
one after the other, so that both can be read.
"""

from __future__ import annotations

from facilitator.circle import commands as c
from facilitator.circle import events as e
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Circle, Seat, SeatId
from facilitator.circle.story import Story

Answer = Refusal | None


def spoken(circle: Circle, seat: SeatId) -> list[int]:
    """The seat's turns of this round that were said aloud and may still be asked to rest."""
    rounds = (circle.suspended, circle.round)
    return [turn for r in rounds if r is not None for turn, who in r.spoken if who == seat]


def ask(story: Story, seat: Seat, command: c.LetRest) -> Answer:
    if command.turn in spoken(story.circle, seat.id):
        story.happen(e.LetRestAsked(command.turn, seat.id))
    return None


def tell(story: Story) -> None:
    """The room reads the wish that waited longest, if nobody would be disturbed now."""
    circle = story.circle
    told = any(isinstance(event, e.LetRestTold) for event in story.events)
    if circle.let_rest and circle.running and circle.door_moment and not told:
        story.happen(e.LetRestTold(circle.let_rest[0]))
