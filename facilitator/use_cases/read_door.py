import json
from dataclasses import dataclass

from facilitator.circle.refusals import Refusal
from facilitator.circle.seats import door_closed
from facilitator.circle.state import Circle
from facilitator.circle.timing import waits_for_a_holder
from facilitator.house import House
from facilitator.store import agreements, circle_rows, groups, seats
from facilitator.store.circle_tables import CircleRow
from facilitator.store.database import Transaction, read
from facilitator.tokens import token_hash
from facilitator.use_cases.read_ahead import Ahead, ahead_of


@dataclass(frozen=True, slots=True)
class HolderCard:
    """Who holds the room, as the door says it."""

    name: str
    role_words: str


@dataclass(frozen=True, slots=True)
class Door:
    """What may be known before a name is asked. `circle` is None once it is over; `unopened`:
    nobody came to hold it."""

    circle_id: str
    group_id: str  # empty for a circle of no group
    members_only: bool
    group_name: str
    other_support: str
    contact: str
    holders: tuple[HolderCard, ...]
    circle: Circle | None
    closed: Refusal | None
    rehearsal: bool
    unopened: bool
    unheld: bool  # it should have begun, and nobody is there to hold it
    ahead: Ahead | None  # None for a circle of no group
    topics: tuple[str, ...]
    passed_on: str  # what facilitators there are bound to pass on (domain.md 3.1, line 11)


def read_door(house: House, door_key: str) -> Door | None:
    """The door that a link leads to; None when it leads nowhere."""
    with read(house.database) as session:
        row = circle_rows.circle_behind(session, token_hash(door_key))
        return None if row is None else _door(house, session, row)


def read_door_of(house: House, circle_id: str) -> Door | None:
    """The same, for somebody whose browser knows the circle."""
    with read(house.database) as session:
        row = circle_rows.circle_row(session, circle_id)
        return None if row is None else _door(house, session, row)


def _door(house: House, session: Transaction, row: CircleRow) -> Door:
    group = groups.group(session, row.group_id) if row.group_id else None
    kept = None if row.closed_at is not None else house.circles.load(session, row.id)
    circle = kept.circle if kept else None
    return Door(
        circle_id=row.id,
        group_id=group.id if group else "",
        members_only=group is not None and group.access == "closed",
        group_name=group.name if group else "",
        other_support=group.other_support if group else "",
        contact=group.contact if group else "",
        holders=tuple(HolderCard(h.name, h.role_words) for h in seats.holders(session, row.id)),
        circle=circle,
        closed=door_closed(circle) if circle else Refusal("circle/closed"),
        rehearsal=circle_rows.is_rehearsal(row),
        unopened=circle_rows.was_never_opened(row),
        unheld=circle is not None and waits_for_a_holder(circle, house.clock.now()),
        topics=tuple(json.loads(group.topics)) if group else (),
        passed_on=_passed_on(session, group.id, circle) if group and circle else "",
        ahead=ahead_of(house, session, group, row.id) if group else None,
    )


def _passed_on(session: Transaction, group_id: str, circle: Circle) -> str:
    """The one of the circle's lines that says it: a circle keeps what it began with, whatever the
    group has written since."""
    said = {version.passed_on for version in agreements.versions(session, group_id)}
    return next((line for line in circle.added_agreements if line in said), "")
