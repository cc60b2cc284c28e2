"""What a kind of round is: a name and the steps it takes. All the rest follows from what its steps
ask.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from facilitator.circle.plan import RoundPlan, Step, Timings

Steps = Callable[[RoundPlan, Timings, int], tuple[Step, ...]]


@dataclass(frozen=True, slots=True)
class Kind:
    """`steps(plan, timings, available)` lays out a round; `available` is the time until the
    promised end, in ms.
    """

    name: str
    steps: Steps
