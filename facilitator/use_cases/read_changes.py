from dataclasses import dataclass

from facilitator.house import House
from facilitator.store import circle_rows, seats
from facilitator.store.circles import Kept
from facilitator.store.database import read


@dataclass(frozen=True, slots=True)
class Changes:
    """What the store knows that the open sockets may not know yet."""

    tokens: set[str]
    closed: set[str]
    newer: list[Kept]


def read_changes(house: House, here: set[str], told: dict[str, int]) -> Changes:
    """Which tokens still open a seat in the circles that are here, which of the told ones are
    over, and which stand at a newer version."""
    with read(house.database) as session:
        now = circle_rows.versions(session, told)
        newer = [
            house.circles.load(session, circle_id, version)
            for circle_id, version in now.items()
            if version > told[circle_id]
        ]
        tokens = seats.tokens_of(session, here)
    return Changes(tokens, set(told) - set(now), [kept for kept in newer if kept is not None])


def read_due(house: House) -> list[str]:
    """The circles in which something is due now."""
    with read(house.database) as session:
        return circle_rows.due_circles(session, house.clock.now())
