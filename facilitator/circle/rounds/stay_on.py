"""Staying on: an open space after the farewell, for whoever chose to be there (domain.md 2.1)."""

from __future__ import annotations

from facilitator.circle.plan import Nature, RoundPlan, Step, Timings
from facilitator.circle.rounds.kind import Kind


def steps(_plan: RoundPlan, _timings: Timings, available: int) -> tuple[Step, ...]:
    return (Step("space", Nature.SPACE, available, moves_on=False),)


STAY_ON = Kind("stay_on", steps)
