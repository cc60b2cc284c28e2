from functools import partial

from facilitator.circle import events as e
from facilitator.circle.plan import MINUTE, Medium, Timings
from facilitator.content.agenda_codec import template_from_json
from facilitator.content.agendas import agenda_of
from facilitator.house import House
from facilitator.store import meeting_doors, meetings
from facilitator.store.database import Transaction, read, write
from facilitator.store.meetings import MeetingFacts
from facilitator.use_cases.one_by_one import one_by_one
from facilitator.use_cases.open_circle import Holder, first_fact, store_circle

DOORS_OPEN_BEFORE_MS = 10 * MINUTE


def open_due_meetings(house: House) -> int:
    """Each meeting that begins within ten minutes has its circle, promised from and to the instants
    that people were told (I43); how many were opened just now.

    A house that was away opens late, as long as people would still find each other.
    """
    now = house.clock.now()
    with read(house.database) as session:
        due = meeting_doors.meetings_to_open(
            session, now - unopened_after(house), now + DOORS_OPEN_BEFORE_MS
        )
    return one_by_one(partial(_opened, house), due)


def unopened_after(house: House) -> int:
    """How long after its beginning a meeting that nobody holds is given up, in milliseconds."""
    return Timings().scaled(house.settings.time_scale).unopened_close


def _opened(house: House, meeting_id: str) -> bool:
    with write(house.database) as session:
        # Somebody may have opened, moved or cancelled it since it was found.
        if not meeting_doors.is_waiting_for_a_circle(session, meeting_id):
            return False
        meeting = meetings.meeting(session, meeting_id)
        if meeting is None:
            return False
        opened = store_circle(
            house,
            session,
            _first_fact(house, meeting),
            meeting.group_id,
            _holders(session, meeting_id),
        )
        meeting_doors.give_circle(session, meeting_id, opened.circle_id)
    return True


def _first_fact(house: House, meeting: MeetingFacts) -> e.CircleOpened:
    return first_fact(
        agenda_of(template_from_json(meeting.agenda), Medium(meeting.medium)),
        seats_max=meeting.seats_max,
        pace=house.settings.time_scale,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
    )


def _holders(session: Transaction, meeting_id: str) -> tuple[Holder, ...]:
    """Who said yes, lead first. Whoever has no name yet has never signed in, so can't come."""
    asked = meetings.holders_of(session, [meeting_id]).get(meeting_id, [])
    return tuple(
        Holder(one.person_id, one.name, one.role_words)
        for one in asked
        if one.answer == "yes" and one.name
    )
