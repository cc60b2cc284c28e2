"""Arrival: the room becomes knowable before anything is risked (domain.md R1)."""

from __future__ import annotations

from facilitator.circle.plan import Nature, RoundPlan, Step, Timings
from facilitator.circle.rounds.kind import Kind


def steps(plan: RoundPlan, timings: Timings, _available: int) -> tuple[Step, ...]:
    practice = Step("practice", Nature.GATHER, timings.offer_window)
    return (
        Step("settling", Nature.STILL, timings.settling),
        Step("agreements", Nature.STILL, None, moves_on=False),
        *((practice,) if plan.practice else ()),
    )


ARRIVAL = Kind("arrival", steps)
