from dataclasses import dataclass

from facilitator.content.agenda_codec import template_from_json
from facilitator.house import House
from facilitator.schedule.zones import local_of
from facilitator.store import group_page, groups, links, meetings, notices
from facilitator.store.database import Transaction, read
from facilitator.store.group_page import Begun, OpenNow, SeatsTaken, SeriesLine
from facilitator.store.links import LinkKind
from facilitator.store.meetings import HolderFacts, MeetingFacts
from facilitator.store.notices import NoticeFacts
from facilitator.store.work import zone_of_reader
from facilitator.use_cases.standing import Standing

NEXT = 3
LATEST_NOTICES = 3


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """A meeting to come. Who looks sees who holds it, who was asked, and their own answer."""

    id: str
    starts_local: str
    ends_local: str
    title: str
    seats_max: int
    seats: SeatsTaken
    held_by: tuple[str, ...]
    asked: tuple[str, ...]
    own_answer: str
    left_after: int | None


@dataclass(frozen=True, slots=True)
class GroupPage:
    """A group as those who organize or hold it see it. Local times are on the reader's clock."""

    name: str
    access: str
    zone: str
    open_now: tuple[OpenNow, ...]
    meetings: tuple[NextMeeting, ...]
    series: tuple[SeriesLine, ...]  # for those who organize the group
    notices: tuple[NoticeFacts, ...]
    link: str
    begun: Begun


def read_group_page(house: House, standing: Standing) -> GroupPage:
    """What stands on the page of a group for this person."""
    group_id, now = standing.group_id, house.clock.now()
    with read(house.database) as session:
        group = groups.group(session, group_id)
        if group is None:
            raise LookupError("who has a place has a group")
        zone = zone_of_reader(session, standing.person_id, group.zone)
        coming = meetings.next_meetings(session, group_id, now, NEXT)
        series = group_page.series_ahead(session, group_id, now) if standing.organizes else ()
        link = links.link_of(session, house.secret, LinkKind.GROUP, group_id)
        return GroupPage(
            name=group.name,
            access=group.access,
            zone=zone,
            open_now=tuple(group_page.open_now(session, group_id)),
            meetings=_next(session, coming, zone, standing.person_id),
            series=tuple(series),
            notices=tuple(notices.notices_of(session, group_id, LATEST_NOTICES)),
            link=link.key if link else "",
            begun=group_page.begun(session, group_id, standing.person_id),
        )


def _next(
    session: Transaction, coming: list[MeetingFacts], zone: str, reader: str
) -> tuple[NextMeeting, ...]:
    ids = [one.id for one in coming]
    holders, seats = meetings.holders_of(session, ids), group_page.seats_taken(session, ids)
    return tuple(
        _meeting(one, holders.get(one.id, []), seats.get(one.id, SeatsTaken()), zone, reader)
        for one in coming
    )


def _meeting(
    one: MeetingFacts, asked: list[HolderFacts], seats: SeatsTaken, zone: str, reader: str
) -> NextMeeting:
    return NextMeeting(
        id=one.id,
        starts_local=local_of(one.starts_at, zone),
        ends_local=local_of(one.ends_at, zone),
        title=str(template_from_json(one.agenda).title),
        seats_max=one.seats_max,
        seats=seats,
        held_by=tuple(h.name for h in asked if h.answer == "yes"),
        asked=tuple(h.name for h in asked if h.answer == "asked" and h.person_id != reader),
        own_answer=next((h.answer for h in asked if h.person_id == reader), ""),
        left_after=one.left_after,
    )
