from facilitator.house import House
from facilitator.store import groups, membership, replies
from facilitator.store.database import Transaction, read, write
from facilitator.store.meetings import MeetingFacts, meetings_by_id
from facilitator.store.retention import organized_alone
from facilitator.use_cases.erase_person import erase, erase_person, leave_nothing
from facilitator.use_cases.holding import alert_organizers
from facilitator.use_cases.settle_places import leave_list


def may_leave(house: House, group_id: str, person_id: str) -> bool:
    """Whether the group still has somebody who organizes it without this person."""
    with read(house.database) as session:
        return not membership.organizes_alone(session, group_id, person_id)


def leave_group(house: House, group_id: str, person_id: str) -> bool:
    """This person doesn't belong to the group any more; nobody asks why, and no other member is
    told. False for the only one who organizes it, who stays. Twice is once.

    Somebody without a password whose last group it was isn't known here any more at all.
    """
    with write(house.database) as session:
        groups.locked(session, group_id)
        if membership.organizes_alone(session, group_id, person_id):
            return False
        leaves(session, house, group_id, person_id)
        is_unknown = membership.has_nothing_here(session, person_id)
    if is_unknown:
        erase_person(house, person_id)
    return True


def forget_me(house: House, person_id: str) -> bool:
    """This person is erased. False, and nothing has happened, for somebody who is the only one to
    organize a group that others belong to."""
    with write(house.database) as session:
        membership.hold_still(session, person_id)
        if organized_alone(session, person_id):
            return False
        for _, group in membership.places_of(session, person_id):
            gives_up(session, house, group.id, person_id)
        ended, mails = erase(session, house, person_id)
    leave_nothing(house, ended, mails)
    return True


def leaves(session: Transaction, house: House, group_id: str, person_id: str) -> None:
    """The same inside a transaction, for whoever takes somebody out of a group."""
    gives_up(session, house, group_id, person_id)
    membership.forget_place(session, group_id, person_id)


def gives_up(session: Transaction, house: House, group_id: str, person_id: str) -> None:
    """What this person said about meetings of the group is gone, their seats go to the next, and
    who organizes it reads that they can't hold what they were to hold."""
    now = house.clock.now()
    said = replies.with_reply_of(session, person_id, group_id)
    for meeting in _ahead(meetings_by_id(session, said), now):
        leave_list(session, house, meeting, person_id)
    replies.forget(session, person_id, group_id)
    held = [
        row.meeting_id
        for row, meeting in membership.holding_by(session, person_id)
        if meeting.group_id == group_id and row.answer == "yes" and row.part != "stand_in"
    ]
    if left := _ahead(meetings_by_id(session, held), now):
        # One mail for all of them: their calendar shows which.
        alert_organizers(session, house, left[0], person_id)


def _ahead(found: list[MeetingFacts], now: int) -> list[MeetingFacts]:
    return [one for one in found if one.state == "scheduled" and one.ends_at > now]
