import json
from dataclasses import dataclass

from facilitator.circle.state import Phase
from facilitator.house import House
from facilitator.schedule.foretelling import foretold
from facilitator.store import agreements, circle_rows, groups, links, meeting_doors, meetings, told
from facilitator.store.database import Transaction, read
from facilitator.store.group_tables import Group
from facilitator.store.links import LinkKind
from facilitator.store.meetings import HolderFacts, MeetingFacts
from facilitator.store.told import Told
from facilitator.use_cases.open_circle import door_key_of

# The next meeting whole, and the dates of those after it.
DATES_AHEAD = 4


@dataclass(frozen=True, slots=True)
class OpenRoom:
    """A circle of the group whose door stands open, or that is under way."""

    door_key: str
    starts_at: int


@dataclass(frozen=True, slots=True)
class Meet:
    """What a group's own link shows: when it meets, and what somebody wants to know before."""

    group_id: str
    group_name: str
    zone: str
    is_closed_group: bool
    contact: str
    other_support: str
    fallback_words: str
    topics: tuple[str, ...]
    agreed: tuple[str, ...]
    rooms: tuple[OpenRoom, ...]
    next: MeetingFacts | None
    held_by: tuple[HolderFacts, ...]
    ending: int | None
    later: tuple[int, ...]
    told: tuple[Told, ...]
    unopened_at: int | None  # a meeting of the last half day that nobody came to hold


def read_meet(house: House, key: str) -> Meet | None:
    """The group behind its own link; None for a link that opens nothing."""
    now = house.clock.now()
    with read(house.database) as session:
        link = links.link_behind(session, LinkKind.GROUP, key, now=now)
        group = groups.group(session, link.group_id) if link else None
        return _meet(house, session, group, now) if group else None


def _meet(house: House, session: Transaction, group: Group, now: int) -> Meet:
    coming = meetings.next_meetings(session, group.id, now, most=DATES_AHEAD)
    first = coming[0] if coming else None
    return Meet(
        group_id=group.id,
        group_name=group.name,
        zone=group.zone,
        is_closed_group=group.access == "closed",
        contact=group.contact,
        other_support=group.other_support,
        fallback_words=group.fallback_words,
        topics=tuple(json.loads(group.topics)),
        agreed=agreements.newest(session, group.id).added,
        rooms=_rooms(house, session, group.id),
        next=first,
        held_by=_held_by(session, first),
        ending=foretold(first.left_after) if first else None,
        later=tuple(one.starts_at for one in coming[1:]),
        told=tuple(told.told_lately(session, group.id, now)),
        unopened_at=meeting_doors.unopened_since(session, group.id, now - told.AFTER_MEETING_MS),
    )


def _held_by(session: Transaction, meeting: MeetingFacts | None) -> tuple[HolderFacts, ...]:
    if meeting is None:
        return ()
    asked = meetings.holders_of(session, [meeting.id]).get(meeting.id, [])
    return tuple(one for one in asked if one.answer == "yes" and one.name)


def _rooms(house: House, session: Transaction, group_id: str) -> tuple[OpenRoom, ...]:
    """The circles somebody could still come to, or come back to, earliest first."""
    rows = circle_rows.open_circles(session, group_id)
    found = [house.circles.load(session, row.id, row.version) for row in rows]
    here = [kept.circle for kept in found if kept and kept.circle.phase is not Phase.ENDING]
    return tuple(
        OpenRoom(door_key_of(house, circle.id), circle.promised_start)
        for circle in sorted(here, key=lambda circle: circle.promised_start)
    )
