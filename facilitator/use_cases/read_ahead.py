from dataclasses import dataclass

from facilitator.house import House
from facilitator.schedule.foretelling import foretold
from facilitator.store import links, meetings, told
from facilitator.store.database import Transaction
from facilitator.store.group_tables import Group
from facilitator.store.links import LinkKind
from facilitator.store.told import Told


@dataclass(frozen=True, slots=True)
class Ahead:
    """What stands on a group's doors and on every last page: when it meets again, what has changed,
    and whether its series is coming to its end (I44, I45)."""

    zone: str
    next_at: int | None
    told: tuple[Told, ...]
    ending: int | None  # how many more come after the circle's own meeting: 2, 1 or 0
    meet_key: str  # empty: the group has no link
    fallback_words: str
    is_cancelled: bool  # the meeting this circle was opened for


def ahead_of(house: House, session: Transaction, group: Group, circle_id: str) -> Ahead:
    """What is ahead for somebody at the door of this circle of the group."""
    now = house.clock.now()
    mine = meetings.meeting_of_circle(session, circle_id)
    coming = meetings.next_meetings(session, group.id, now, most=2)
    later = [one for one in coming if one.circle_id != circle_id]
    link = links.link_of(session, house.secret, LinkKind.GROUP, group.id)
    return Ahead(
        zone=group.zone,
        next_at=later[0].starts_at if later else None,
        told=tuple(told.told_lately(session, group.id, now)),
        ending=foretold(mine.left_after) if mine else None,
        meet_key=link.key if link else "",
        fallback_words=group.fallback_words,
        is_cancelled=mine is not None and mine.state in ("cancelled", "skipped"),
    )
