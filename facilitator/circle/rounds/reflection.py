"""Reflection: a prompt for oneself; saying any of it is optional (domain.md R5, first half)."""

from __future__ import annotations

from facilitator.circle.plan import Nature, RoundPlan, Step, Timings
from facilitator.circle.rounds.kind import Kind


def steps(plan: RoundPlan, timings: Timings, _available: int) -> tuple[Step, ...]:
    alone = max(1, plan.length - timings.introduced)
    half = alone // 2
    words = Step("words", Nature.SPACE, alone - half)
    return (
        Step("introduced", Nature.STILL, timings.introduced),
        Step("private", Nature.STILL, half if plan.words else alone),
        *((words,) if plan.words else ()),
    )


REFLECTION = Kind("reflection", steps)
