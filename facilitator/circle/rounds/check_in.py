"""Check-in: a low-cost first "I'm here", chosen alone and shown together (domain.md R2)."""

from __future__ import annotations

from facilitator.circle.plan import Nature, RoundPlan, Step, Timings
from facilitator.circle.rounds.kind import Kind


def steps(plan: RoundPlan, timings: Timings, _available: int) -> tuple[Step, ...]:
    words = Step("words", Nature.TURNS, None)
    return (
        Step("introduced", Nature.STILL, timings.introduced),
        Step("choosing", Nature.GATHER, timings.choosing),
        Step("reveal", Nature.STILL, None, moves_on=False),
        *((words,) if plan.words else ()),
    )


CHECK_IN = Kind("check_in", steps)
