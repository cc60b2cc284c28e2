from dataclasses import dataclass

from facilitator.house import House
from facilitator.store import groups, holders, meetings, membership, people
from facilitator.store.database import read
from facilitator.store.holders import MayHold
from facilitator.store.meeting_tables import MeetingHolder
from facilitator.store.meetings import HolderFacts, MeetingFacts


@dataclass(frozen=True, slots=True)
class Assignment:
    """One meeting that somebody was asked to hold, as they see it."""

    meeting: MeetingFacts
    group_name: str
    part: str
    answer: str
    stands_in_for: str  # a name, or empty
    others: tuple[HolderFacts, ...]
    # Who was asked to hold it in their place, and hasn't said yes.
    asked_instead: tuple[str, ...]
    could_stand_in: tuple[MayHold, ...]


@dataclass(frozen=True, slots=True)
class HoldersPage:
    """Who holds one meeting, for those who organize or hold the group."""

    meeting: MeetingFacts
    group_name: str
    holders: tuple[HolderFacts, ...]
    # By person: the name of whoever they would stand in for.
    stands_in_for: dict[str, str]
    may_hold: tuple[MayHold, ...]

    @property
    def is_ones_alone(self) -> bool:
        """One person holds it, or is asked to, and nobody else here holds meetings."""
        asked = {one.person_id for one in self.holders if one.answer != "no"}
        return (
            len(asked) == len(self.holders) == 1
            and {one.person_id for one in self.may_hold} <= asked
        )


@dataclass(frozen=True, slots=True)
class Holding:
    """All that somebody was asked to hold, and the wall clock they read it on."""

    zone: str
    assignments: tuple[Assignment, ...]


def read_holding(house: House, person_id: str, most: int) -> Holding:
    """The next meetings that this person was asked to hold, earliest first."""
    with read(house.database) as session:
        mine = holders.holdings(session, person_id, house.clock.now(), most)
        ids = [one.meeting_id for one in mine]
        facts = {one.id: one for one in meetings.meetings_by_id(session, ids)}
        asked = meetings.holders_of(session, ids)
        instead = holders.standing_in(session, ids)
        here = {one.group_id for one in facts.values()}
        names = {group.id: group.name for _, group in membership.places_of(session, person_id)}
        able = holders.who_may_hold_all(session, here)
        person = people.person(session, person_id)
        first = facts[ids[0]].zone if ids else "UTC"
        return Holding(
            zone=(person.zone if person else "") or first,
            assignments=tuple(
                _assignment(
                    facts[row.meeting_id],
                    row,
                    names,
                    asked[row.meeting_id],
                    instead,
                    able,
                )
                for row in mine
                if facts[row.meeting_id].group_id in names
            ),
        )


def read_holders(house: House, group_id: str, meeting_id: str) -> HoldersPage | None:
    """Who holds this meeting; None when the group has no such meeting."""
    with read(house.database) as session:
        meeting, group = meetings.meeting(session, meeting_id), groups.group(session, group_id)
        if meeting is None or group is None or meeting.group_id != group_id:
            return None
        asked = meetings.holders_of(session, [meeting_id]).get(meeting_id, [])
        called = {one.person_id: one.name for one in asked}
        instead = holders.standing_in(session, [meeting_id])
        return HoldersPage(
            meeting=meeting,
            group_name=group.name,
            holders=tuple(asked),
            stands_in_for={person: called.get(other, "") for (_, person), other in instead.items()},
            may_hold=tuple(holders.who_may_hold(session, group_id)),
        )


def _assignment(
    meeting: MeetingFacts,
    row: MeetingHolder,
    names: dict[str, str],
    asked: list[HolderFacts],
    instead: dict[tuple[str, str], str],
    able: dict[str, list[MayHold]],
) -> Assignment:
    called = {one.person_id: one.name for one in asked}
    me = row.person_id
    asked_instead = [one for one in asked if instead.get((meeting.id, one.person_id)) == me]
    bound = {one.person_id for one in asked if one.part != "stand_in" or one.answer == "no"}
    return Assignment(
        meeting=meeting,
        group_name=names[meeting.group_id],
        part=row.part,
        answer=row.answer,
        stands_in_for=called.get(row.stands_in_for, ""),
        others=tuple(one for one in asked if one.person_id != me and one.answer == "yes"),
        asked_instead=tuple(one.name for one in asked_instead if one.answer == "asked"),
        could_stand_in=tuple(
            one for one in able.get(meeting.group_id, []) if one.person_id not in {me, *bound}
        ),
    )
