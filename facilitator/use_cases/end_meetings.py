from functools import partial

from facilitator.circle.state import Phase
from facilitator.house import House
from facilitator.store import meeting_doors, meetings
from facilitator.store.database import Transaction, read, write
from facilitator.store.meeting_doors import OpenDoor
from facilitator.use_cases.alert_organizers import tell_organizers
from facilitator.use_cases.close_circle import close_circle
from facilitator.use_cases.one_by_one import one_by_one
from facilitator.use_cases.open_due_meetings import unopened_after


def end_meetings(house: House) -> int:
    """A meeting whose circle has closed is over. So is one that the house itself was too late to
    open, and whoever organizes it is told. How many ended just now."""
    begun_by = house.clock.now() - unopened_after(house)
    with read(house.database) as session:
        gone_by = meeting_doors.meetings_gone_by(session, begun_by)
    ended = one_by_one(partial(_given_up, house), gone_by)
    with write(house.database) as session:
        return ended + meeting_doors.end_held_meetings(session)


def close_changed_doors(house: House) -> int:
    """No door stands open for a meeting that was cancelled, skipped or moved meanwhile, unless its
    circle has begun; how many were closed. A moved meeting gets another circle in its time."""
    with read(house.database) as session:
        doors = meeting_doors.open_doors(session)
    return one_by_one(partial(_closed, house), doors)


def _closed(house: House, door: OpenDoor) -> bool:
    with read(house.database) as session:
        if not _has_changed(house, session, door):
            return False
    if door.state == "scheduled":
        with write(house.database) as session:
            meeting_doors.give_circle(session, door.meeting_id, None)
    close_circle(house, door.circle_id)
    return True


def _has_changed(house: House, session: Transaction, door: OpenDoor) -> bool:
    kept = house.circles.load(session, door.circle_id)
    if kept is None or kept.circle.phase is not Phase.DOORS_OPEN:
        return False
    called_off = door.state in ("skipped", "cancelled")
    return called_off or door.starts_at != kept.circle.promised_start


def _given_up(house: House, meeting_id: str) -> bool:
    with write(house.database) as session:
        meeting = meetings.meeting(session, meeting_id)
        if meeting is None or not meeting_doors.is_waiting_for_a_circle(session, meeting_id):
            return False
        tell_organizers(session, meeting.id, meeting.group_id, now=house.clock.now())
        meeting_doors.end_meeting(session, meeting_id)
    return True
