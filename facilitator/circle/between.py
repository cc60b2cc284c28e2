"""A quiet between turns, where the agenda has one: the same after every turn, whatever ended it
(I11).
"""

from __future__ import annotations

from facilitator.circle import events as e
from facilitator.circle.order import fits_before_closing
from facilitator.circle.plan import Nature
from facilitator.circle.state import Circle, Round
from facilitator.circle.story import Story


def end_turn(story: Story) -> None:
    """The turn is settled; the space is offered again at once, or after the quiet between."""
    story.happen(e.TurnSettled())
    circle, current = story.circle, story.circle.round
    if current is not None and current.quiet_between and _more_to_come(circle, current, story.now):
        story.happen(e.QuietBegan(story.now, current.quiet_between))


def _more_to_come(circle: Circle, current: Round, now: int) -> bool:
    step = current.step
    if step is None or not fits_before_closing(circle, current, now):
        return False
    return step.nature is Nature.SPACE or (step.nature is Nature.TURNS and bool(current.queue))
