"""Closing: gather, set down, part well. Its farewell is kept whatever happens before it (domain.md
R5, I42).
"""

from __future__ import annotations

from facilitator.circle.plan import Nature, RoundPlan, Step, Timings
from facilitator.circle.rounds.kind import Kind

LONG_FROM_MINUTES = 10


def steps(plan: RoundPlan, timings: Timings, available: int) -> tuple[Step, ...]:
    """Late trimming takes from the words, then from the private time, then from the release; never
    from the farewell.
    """
    minute = timings.minute
    long = plan.length > LONG_FROM_MINUTES * minute
    private, release = (4 * minute if long else minute), minute
    parting = farewell(timings, long=long)
    kept = timings.introduced + sum(step.length or 0 for step in parting)
    words = max(0, plan.length - kept - private - release) if plan.words else 0
    late = max(0, kept + words + private + release - max(0, available))
    words, late = _trimmed(words, late)
    private, late = _trimmed(private, late)
    release, late = _trimmed(release, late)
    trimmable = (
        Step("private", Nature.STILL, private),
        Step("words", Nature.SPACE, words),
        Step("release", Nature.STILL, release),
    )
    return (
        Step("introduced", Nature.STILL, timings.introduced),
        *(step for step in trimmable if step.length),
        *parting,
    )


def farewell(timings: Timings, *, long: bool) -> tuple[Step, ...]:
    """The protected part: goodbye words together, the farewell itself, and leaving."""
    whole = (3 if long else 2) * timings.minute
    goodbye = whole // 3
    return (
        Step("goodbye", Nature.GATHER, goodbye, protected=True),
        Step("farewell", Nature.STILL, whole - goodbye, protected=True),
        Step("leaving", Nature.STILL, timings.minute, protected=True),
    )


def _trimmed(length: int, late: int) -> tuple[int, int]:
    taken = min(length, late)
    return length - taken, late - taken


CLOSING = Kind("closing", steps)
