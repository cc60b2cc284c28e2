"""Endings foretold (domain.md, I45)."""

from __future__ import annotations

# Told two meetings ahead, at the last but one, and at the last.
_TOLD_FROM = 2


def foretold(left_after: int | None) -> int | None:
    """How many more meetings a notice names: 2, 1 or 0; None while nothing has to be said."""
    return left_after if left_after is not None and left_after <= _TOLD_FROM else None
