from facilitator.house import House
from facilitator.store import membership, replies
from facilitator.store.database import Transaction, read, write
from facilitator.store.meetings import MeetingFacts, meetings_by_id
from facilitator.use_cases.holding import alert_organizers
from facilitator.use_cases.settle_places import leave_list


def may_leave(house: House, group_id: str, person_id: str) -> bool:
    """Whether the group still has somebody who organizes it without this person."""
    with read(house.database) as session:
        return not membership.organizes_alone(session, group_id, person_id)


def leave_group(house: House, group_id: str, person_id: str) -> bool:
    """This person doesn't belong to the group any more; nobody asks why, and no other member is
    told. False for the only one who organizes it, who stays. Twice is once."""
    with write(house.database) as session:
        if membership.organizes_alone(session, group_id, person_id):
            return False
        leaves(session, house, group_id, person_id)
    return True


def leaves(session: Transaction, house: House, group_id: str, person_id: str) -> None:
    """The same inside a transaction, for whoever takes somebody out of a group."""
    now = house.clock.now()
    said = replies.with_reply_of(session, person_id, group_id)
    for meeting in _ahead(meetings_by_id(session, said), now):
        leave_list(session, house, meeting, person_id)
    replies.forget(session, person_id, group_id)
    held = [
        row.meeting_id
        for row, _ in membership.holding_by(session, person_id)
        if row.answer == "yes" and row.part != "stand_in"
    ]
    left = [one for one in _ahead(meetings_by_id(session, held), now) if one.group_id == group_id]
    if left:
        # One mail for all of them: their calendar shows which.
        alert_organizers(session, house, left[0], person_id)
    membership.forget_place(session, group_id, person_id)


def _ahead(found: list[MeetingFacts], now: int) -> list[MeetingFacts]:
    return [one for one in found if one.state == "scheduled" and one.ends_at > now]
