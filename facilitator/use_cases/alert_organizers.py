from functools import partial

from facilitator.circle.timing import waits_for_a_holder
from facilitator.house import House
from facilitator.store import meeting_doors, outbox
from facilitator.store.database import Transaction, read, write
from facilitator.store.meeting_doors import OpenDoor
from facilitator.store.outbox import MailKind
from facilitator.use_cases.one_by_one import one_by_one


def alert_organizers(house: House) -> int:
    """Five minutes after a meeting should have begun and with nobody there to hold it, each
    organizer has a mail about it, once (domain.md 2.1); how many were written just now."""
    with read(house.database) as session:
        doors = meeting_doors.open_doors(session)
    return one_by_one(partial(_alerted, house), doors)


def tell_organizers(session: Transaction, meeting_id: str, group_id: str, *, now: int) -> int:
    """Every organizer of the group hears that nobody opened the meeting; how many hadn't yet."""
    return sum(
        outbox.post(
            session,
            MailKind.NOBODY_OPENED,
            once_key=f"nobody_opened:{meeting_id}:{person_id}",
            person_id=person_id,
            group_id=group_id,
            facts={"meeting": meeting_id},
            now=now,
        )
        for person_id in meeting_doors.organizers_of(session, group_id)
    )


def _alerted(house: House, door: OpenDoor) -> int:
    with read(house.database) as session:
        if not _is_alone(house, session, door):
            return 0
    with write(house.database) as session:
        return tell_organizers(session, door.meeting_id, door.group_id, now=house.clock.now())


def _is_alone(house: House, session: Transaction, door: OpenDoor) -> bool:
    kept = house.circles.load(session, door.circle_id)
    if door.state != "scheduled" or kept is None:
        return False
    return waits_for_a_holder(kept.circle, house.clock.now())
