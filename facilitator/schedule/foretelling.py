"""Endings foretold (domain.md, I45)."""

from __future__ import annotations

from collections.abc import Collection

# Told two meetings ahead, at the last but one, and at the last.
_TOLD_FROM = 2


def foretold(left_after: int | None) -> int | None:
    """How many more meetings a notice names: 2, 1 or 0; None while nothing has to be said."""
    return left_after if left_after is not None and left_after <= _TOLD_FROM else None


def left_after(number: int, total: int | None, not_held: Collection[int]) -> int | None:
    """How many meetings come after the one with this number when some, by their numbers, are
    skipped or cancelled; None in a series without an end."""
    if total is None:
        return None
    return total - number - sum(1 for other in set(not_held) if number < other <= total)
