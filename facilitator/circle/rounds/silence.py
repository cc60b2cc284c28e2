"""Silent presence: company without demand (domain.md R4)."""

from __future__ import annotations

from facilitator.circle.plan import Nature, RoundPlan, Step, Timings
from facilitator.circle.rounds.kind import Kind


def steps(plan: RoundPlan, timings: Timings, _available: int) -> tuple[Step, ...]:
    return (
        Step("introduced", Nature.STILL, timings.introduced),
        Step("quiet", Nature.SILENCE, plan.length),
        Step("landing", Nature.STILL, timings.landing),
    )


SILENCE = Kind("silence", steps)
