from dataclasses import dataclass

from facilitator.house import House
from facilitator.schedule.zones import local_of
from facilitator.store import groups, meetings, notices
from facilitator.store.database import read
from facilitator.store.notices import NoticeFacts
from facilitator.store.work import zone_of_reader
from facilitator.use_cases.standing import Standing

# A year of weekly meetings, each with something to say about it.
MOST = 100
MEETINGS_TO_CHOOSE = 12


@dataclass(frozen=True, slots=True)
class NoticesPage:
    """What the people of a group were told, newest first, and the meetings (id, wall clock) that a
    note could be about."""

    zone: str
    notices: tuple[NoticeFacts, ...]
    meetings: tuple[tuple[str, str], ...]


def read_notices(house: House, standing: Standing) -> NoticesPage:
    """The notices of a group on the reader's wall clock."""
    with read(house.database) as session:
        group = groups.group(session, standing.group_id)
        zone = zone_of_reader(session, standing.person_id, group.zone if group else "UTC")
        coming = meetings.next_meetings(
            session, standing.group_id, house.clock.now(), MEETINGS_TO_CHOOSE
        )
        told = notices.notices_of(session, standing.group_id, MOST)
    return NoticesPage(
        zone, tuple(told), tuple((one.id, local_of(one.starts_at, zone)) for one in coming)
    )
