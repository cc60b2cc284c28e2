"""Break: a length and a time to come back, nothing else; no return is counted (domain.md R6)."""

from __future__ import annotations

from facilitator.circle.plan import Nature, RoundPlan, Step, Timings
from facilitator.circle.rounds.kind import Kind


def steps(plan: RoundPlan, _timings: Timings, _available: int) -> tuple[Step, ...]:
    return (Step("resting", Nature.STILL, plan.length),)


BREAK = Kind("break", steps)
