from enum import StrEnum

from facilitator.house import House
from facilitator.schedule.places import Places, Reply, answered, offer_answered
from facilitator.store import groups, holders, meetings, replies
from facilitator.store.database import Transaction, write
from facilitator.store.meetings import MeetingFacts
from facilitator.use_cases.settle_places import offer_lasts, settle, take_back

ANSWERS = ("coming", "maybe", "not_this_time")


class Unanswerable(StrEnum):
    """Why an answer changes nothing. `web.my` has a sentence for each."""

    NOT_HERE = "not_here"  # no such meeting for this person
    NO_LONGER = "no_longer"  # over, or it doesn't take place
    HOLDS_IT = "holds_it"  # who holds a meeting is there without a seat of this list


def answer_meeting(
    house: House, meeting_id: str, person_id: str, answer: str, *, group_id: str = ""
) -> Unanswerable | None:
    """This person said so about the meeting: coming, maybe, not_this_time, or "" for nothing (any
    more). No reason is asked, and each answer may be changed at any time. With a group only a
    meeting of that group is meant."""
    with write(house.database) as session:
        meeting = _meeting_for(session, house, meeting_id, person_id, group_id)
        if isinstance(meeting, Unanswerable):
            return meeting
        if not answer:
            take_back(session, house, meeting, person_id)
            return None
        if answer not in ANSWERS:
            return Unanswerable.NOT_HERE
        now = house.clock.now()

        def change(before: tuple[Reply, ...]) -> Places:
            return answered(
                before, person_id, answer, meeting.seats_max, now, offer_lasts(meeting, now)
            )

        settle(session, house, meeting, change, by=person_id)
    return None


def answer_offer(
    house: House, meeting_id: str, person_id: str, *, taken: bool, group_id: str = ""
) -> Unanswerable | None:
    """The place that was kept for this person is theirs, or goes to the next, with nothing lost for
    another time. Without an offer (any more) nothing changes."""
    with write(house.database) as session:
        meeting = _meeting_for(session, house, meeting_id, person_id, group_id)
        if isinstance(meeting, Unanswerable):
            return meeting
        now = house.clock.now()

        def change(before: tuple[Reply, ...]) -> Places:
            return offer_answered(
                before, person_id, taken, meeting.seats_max, now, offer_lasts(meeting, now)
            )

        settle(session, house, meeting, change, by=person_id)
    return None


def _meeting_for(
    session: Transaction, house: House, meeting_id: str, person_id: str, group_id: str
) -> MeetingFacts | Unanswerable:
    # Before it is read how many seats there are: an organizer may be changing that just now.
    replies.hold_still(session, meeting_id)
    meeting = meetings.meeting(session, meeting_id)
    if meeting is not None and group_id not in ("", meeting.group_id):
        meeting = None
    place = groups.place(session, meeting.group_id, person_id) if meeting else None
    if meeting is None or place is None or place.joined_at is None or meeting.state == "draft":
        return Unanswerable.NOT_HERE
    if meeting.state != "scheduled" or meeting.ends_at <= house.clock.now():
        return Unanswerable.NO_LONGER
    mine = holders.holder(session, meeting_id, person_id)
    return Unanswerable.HOLDS_IT if mine is not None and mine.answer == "yes" else meeting
