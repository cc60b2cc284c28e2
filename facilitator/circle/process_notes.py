"""Between those who hold the room: about the process, not about people (domain.md 4)."""

from __future__ import annotations

from facilitator.circle import commands_care as cc
from facilitator.circle import events_care as ec
from facilitator.circle.plan import PRIVATE_CHARS
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Seat
from facilitator.circle.story import Story
from facilitator.circle.words import clean_text, process_key


def write(story: Story, seat: Seat, command: cc.WriteToFacilitators) -> Refusal | None:
    """The last fifty stay, until the circle closes."""
    cleaned = clean_text(command.text, PRIVATE_CHARS)
    if isinstance(cleaned, Refusal):
        return Refusal("line/long") if cleaned.code == "text/long" else cleaned
    number = story.circle.process_begun + 1
    story.happen(ec.ProcessWritten(number, seat.id))
    story.keep(process_key(number), cleaned)
    return None
