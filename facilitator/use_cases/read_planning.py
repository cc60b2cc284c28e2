from dataclasses import dataclass

from facilitator.house import House
from facilitator.store import groups, holders, meeting_changes, meetings, series_holders
from facilitator.store.database import Transaction, read
from facilitator.store.holders import MayHold
from facilitator.store.meetings import HolderFacts, MeetingFacts
from facilitator.store.replies import NamedReply, named_replies
from facilitator.use_cases.flaws import Flaws
from facilitator.use_cases.publish_series import flaws_of_draft
from facilitator.use_cases.read_agendas import ChosenAgenda, agendas_in
from facilitator.use_cases.series_wish import SeriesWish, wish_of

DATES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class PlanningRoom:
    """What a meeting can be planned with. `zones` are those of members who chose another one, each
    with the names of who lives by it."""

    group_id: str
    zone: str
    may_hold: tuple[MayHold, ...]
    agendas: list[ChosenAgenda]
    zones: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class SeriesPage:
    """A series as its organizers see it: the dates to come, and what keeps a draft from being
    published."""

    id: str
    state: str
    wish: SeriesWish
    held_by: tuple[str, ...]
    ahead: list[MeetingFacts]
    more: int
    flaws: Flaws


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """One meeting with who holds it, who said they come, and what was told about it."""

    meeting: MeetingFacts
    series_state: str
    holders: list[HolderFacts]
    replies: list[NamedReply]
    told: tuple[str, ...]


def read_planning(house: House, group_id: str) -> PlanningRoom:
    """What this group's organizers plan with."""
    with read(house.database) as session:
        group = groups.group(session, group_id)
        if group is None:
            raise LookupError("who organizes a group has it")
        return PlanningRoom(
            group_id=group_id,
            zone=group.zone,
            may_hold=tuple(holders.who_may_hold(session, group_id)),
            agendas=agendas_in(session, group_id),
            zones=meeting_changes.zones_of_members(session, group_id),
        )


def read_series(house: House, group_id: str, series_id: str) -> SeriesPage | None:
    """A series of the group; None for any other."""
    now = house.clock.now()
    with read(house.database) as session:
        series = meeting_changes.series_here(session, group_id, series_id)
        if series is None:
            return None
        held_by = tuple(series_holders.holders_of_series(session, series_id))
        names = {one.person_id: one.name for one in holders.who_may_hold(session, group_id)}
        ahead = [
            one for one in meetings.meetings_of_series(session, series_id) if one.ends_at > now
        ]
        return SeriesPage(
            id=series_id,
            state=series.state,
            wish=wish_of(series, held_by),
            held_by=tuple(names[person] for person, _part in held_by if person in names),
            ahead=ahead[:DATES_SHOWN],
            more=max(0, len(ahead) - DATES_SHOWN),
            flaws=flaws_of_draft(session, series, now) if series.state == "draft" else (),
        )


def read_meeting(house: House, group_id: str, meeting_id: str) -> MeetingPage | None:
    """A meeting of the group; None for any other."""
    with read(house.database) as session:
        meeting = meetings.meeting(session, meeting_id)
        if meeting is None or meeting.group_id != group_id:
            return None
        return _page(session, meeting)


def _page(session: Transaction, meeting: MeetingFacts) -> MeetingPage:
    series = meeting_changes.series_here(session, meeting.group_id, meeting.series_id)
    return MeetingPage(
        meeting=meeting,
        series_state=series.state if series else "ended",
        holders=meetings.holders_of(session, [meeting.id]).get(meeting.id, []),
        replies=named_replies(session, [meeting.id]).get(meeting.id, []),
        told=tuple(one.said for one in meeting_changes.notices_about(session, meeting.id)),
    )
