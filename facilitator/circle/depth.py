"""Going lighter is instant; going deeper is asked between rounds, and any one person keeps the
circle where it is, unseen (domain.md 2.7, I53, I54).
"""

from __future__ import annotations

from facilitator.circle import commands as c
from facilitator.circle import commands_care as cc
from facilitator.circle import events as e
from facilitator.circle import events_care as ec
from facilitator.circle.plan import SHARE_CHARS
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Circle, Phase, Seat
from facilitator.circle.story import Story

Answer = Refusal | None
DEEPEST = max(SHARE_CHARS)


def lower_depth(story: Story, seat: Seat, command: c.LowerDepth) -> Answer:
    current = story.circle.round
    if current is None or current.index != command.round or current.kind != "micro_sharing":
        return Refusal("round/not_now")
    if not 1 <= command.depth <= current.depth:
        return Refusal("time/range")
    if command.depth < current.depth:
        story.happen(e.DepthLowered(command.depth, SHARE_CHARS[command.depth], seat.id))
    return None


def propose(story: Story, seat: Seat, command: cc.ProposeDepth) -> Answer:
    """Everybody reads the proposal for as long as an objection may come; what came of it is told
    then, whoever objected and whenever.
    """
    circle = story.circle
    if not between_rounds(circle):
        return Refusal("round/not_now")
    if circle.proposal is not None:
        return Refusal("depth/asking")
    if command.round in circle.proposed:
        return Refusal("depth/asked")
    if command.round != coming_sharing(circle):
        return Refusal("round/not_now")
    if not circle.agenda.rounds[command.round].depth < command.depth <= _most(circle):
        return Refusal("depth/plan")
    length = circle.timings.objection
    story.happen(ec.DepthProposed(command.round, command.depth, seat.id, story.now, length))
    return None


def may_go_deeper(circle: Circle) -> tuple[int, int] | None:
    """(round, depth) that could be proposed now, or None."""
    index = coming_sharing(circle) if between_rounds(circle) else None
    if index is None or circle.proposal is not None or index in circle.proposed:
        return None
    depth = circle.agenda.rounds[index].depth + 1
    return (index, depth) if depth <= _most(circle) else None


def between_rounds(circle: Circle) -> bool:
    """No round is on, none waits behind a silence, and the closing has not begun."""
    complete = circle.round is None or circle.round.step is None
    return circle.phase is Phase.LIVE and complete and circle.suspended is None


def coming_sharing(circle: Circle) -> int | None:
    """The next sharing round of the agenda."""
    gone = {*circle.done, *circle.set_aside}
    rounds = enumerate(circle.agenda.rounds)
    return next((i for i, r in rounds if r.kind == "micro_sharing" and i not in gone), None)


def _most(circle: Circle) -> int:
    return min(circle.agenda.deepest, DEEPEST)


def objection_over(story: Story) -> None:
    """Nobody would rather stay lighter: the round will be deeper. Else it stays, and nobody learns
    who it was.
    """
    asked = story.circle.proposal
    if asked is None:
        return
    if story.circle.lighter:
        story.happen(ec.DepthKept())
    else:
        story.happen(ec.DepthRaised(asked.round, asked.depth, asked.by))
