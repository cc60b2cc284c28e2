"""Micro-sharing: a small true thing, safely received (domain.md R3)."""

from __future__ import annotations

from facilitator.circle.plan import Nature, RoundPlan, Step, Timings
from facilitator.circle.rounds.kind import Kind


def steps(plan: RoundPlan, timings: Timings, _available: int) -> tuple[Step, ...]:
    before = timings.introduced + timings.thinking + timings.last_space
    return (
        Step("introduced", Nature.STILL, timings.introduced),
        Step("thinking", Nature.STILL, timings.thinking),
        Step("turns", Nature.TURNS, max(1, plan.length - before)),
        Step("last_space", Nature.SPACE, timings.last_space),
    )


MICRO_SHARING = Kind("micro_sharing", steps)
