from functools import partial

from facilitator.house import House
from facilitator.schedule.places import GIVEN_BEFORE_DOORS, Places, Reply, lapsed
from facilitator.store import meetings, replies
from facilitator.store.database import read, write
from facilitator.use_cases.one_by_one import one_by_one
from facilitator.use_cases.open_due_meetings import DOORS_OPEN_BEFORE_MS
from facilitator.use_cases.settle_places import offer_lasts, settle


def lapse_offers(house: House) -> int:
    """Places that were kept long enough have gone to the next, and whoever had the offer keeps
    their place in the line; near the doors what is free is given. How many meetings that was."""
    now = house.clock.now()
    with read(house.database) as session:
        due = replies.to_move_on(session, now, now + DOORS_OPEN_BEFORE_MS + GIVEN_BEFORE_DOORS)
    return one_by_one(partial(_lapse, house), due)


def _lapse(house: House, meeting_id: str) -> bool:
    with write(house.database) as session:
        replies.hold_still(session, meeting_id)
        meeting, now = meetings.meeting(session, meeting_id), house.clock.now()
        if meeting is None or meeting.state != "scheduled":
            return False
        lasts = offer_lasts(meeting, now)

        def change(before: tuple[Reply, ...]) -> Places:
            return lapsed(before, meeting.seats_max, now, lasts)

        settle(session, house, meeting, change)
    return True
