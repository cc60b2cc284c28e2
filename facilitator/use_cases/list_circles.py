from dataclasses import dataclass

from facilitator.house import House
from facilitator.store import circle_rows
from facilitator.store.database import read


@dataclass(frozen=True, slots=True)
class ListedCircle:
    """An open circle from outside: never who is in it, or what happens there (I56)."""

    circle: str
    agenda: str
    phase: str
    opened_at: int
    group_id: str | None


def list_circles(house: House, group_id: str | None = None) -> list[ListedCircle]:
    """The circles that are not over, oldest first."""
    with read(house.database) as session:
        rows = circle_rows.open_circles(session, group_id)
        found = [(row, house.circles.load(session, row.id, row.version)) for row in rows]
    return [
        ListedCircle(row.id, row.agenda_key, kept.circle.phase.value, row.opened_at, row.group_id)
        for row, kept in found
        if kept is not None
    ]
