from facilitator.house import House
from facilitator.store import holders, meetings
from facilitator.store.database import Transaction, write
from facilitator.store.meeting_tables import MeetingHolder
from facilitator.store.meetings import MeetingFacts
from facilitator.use_cases.holding import Hindrance, alert_organizers, changeable, takes_over
from facilitator.use_cases.settle_places import leave_list

ANSWERS = ("yes", "no")


def answer_holding(
    house: House, group_id: str, meeting_id: str, person_id: str, answer: str
) -> Hindrance | None:
    """This person holds the meeting, or doesn't this time; no reason is asked. Whoever said no
    leaves it with the organizers, who are told."""
    with write(house.database) as session:
        meeting = changeable(session, house, group_id, meeting_id)
        if isinstance(meeting, Hindrance):
            return meeting
        return _answer(session, house, meeting, person_id, answer)


def answer_series(house: House, group_id: str, meeting_id: str, person_id: str, answer: str) -> int:
    """The same answer to every meeting of this one's series that they were asked about and haven't
    answered; gives how many. The organizers are told once."""
    now = house.clock.now()
    with write(house.database) as session:
        this = meetings.meeting(session, meeting_id)
        open_now = [
            one.meeting_id
            for one in holders.asked_of_series(
                session, this.series_id if this else "", person_id, now
            )
            if one.answer == "asked"
        ]
        for one in open_now:
            meeting = changeable(session, house, group_id, one)
            if not isinstance(meeting, Hindrance):
                _answer(session, house, meeting, person_id, answer, tells=one == open_now[0])
    return len(open_now)


def _answer(
    session: Transaction,
    house: House,
    meeting: MeetingFacts,
    person_id: str,
    answer: str,
    *,
    tells: bool = True,
) -> Hindrance | None:
    mine = holders.holder(session, meeting.id, person_id)
    if mine is None or answer not in ANSWERS:
        return Hindrance.NOT_HERE
    if mine.answer == answer:
        return None
    mine.answer = answer
    if answer == "no":
        if tells and _is_left(session, mine):
            alert_organizers(session, house, meeting, person_id)
        return None
    # Who holds it takes no seat from those who come.
    leave_list(session, house, meeting, person_id)
    if mine.stands_in_for:
        takes_over(session, house, meeting, mine, mine.stands_in_for)
    return None


def _is_left(session: Transaction, no: MeetingHolder) -> bool:
    """Whether a no leaves something open: of several who were asked to stand in, the last one's."""
    if not no.stands_in_for:
        return True
    return not any(
        one.stands_in_for == no.stands_in_for and one.answer == "asked"
        for one in holders.holders(session, no.meeting_id)
    )
