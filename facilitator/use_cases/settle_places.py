"""Places after something changed: kept, and told by mail to those who learn of it that way."""

from collections.abc import Callable

from facilitator.house import House
from facilitator.schedule.places import Places, Reply, answered, offer_length, resized
from facilitator.store import meetings, outbox, replies
from facilitator.store.database import Transaction
from facilitator.store.meeting_changes import who_is_told
from facilitator.store.meetings import MeetingFacts
from facilitator.store.outbox import MailKind
from facilitator.use_cases.open_due_meetings import DOORS_OPEN_BEFORE_MS

MAILS = {
    "yours": MailKind.PLACE_YOURS,
    "offered": MailKind.PLACE_OFFERED,
    "passed_on": MailKind.PLACE_PASSED_ON,
}

Change = Callable[[tuple[Reply, ...]], Places]


def offer_lasts(meeting: MeetingFacts, now: int) -> int:
    """Milliseconds for which an offer made now stands; 0 when the doors are too near to ask."""
    return offer_length(meeting.starts_at - DOORS_OPEN_BEFORE_MS, now)


def settle(
    session: Transaction, house: House, meeting: MeetingFacts, change: Change, *, by: str = ""
) -> None:
    """The places of the meeting are what `change` makes of them. Mails go to those who are told,
    except to `by`, who sees it on the page."""
    replies.hold_still(session, meeting.id)
    before = replies.replies_to(session, meeting.id)
    places, now = change(before), house.clock.now()
    replies.keep(session, meeting.id, before, places.replies, now)
    until = {reply.person: reply.offered_until for reply in places.replies}
    readers = who_is_told(session, meeting.group_id) if places.told else set()
    for person, what in places.told:
        if person != by and person in readers:
            outbox.post(
                session,
                MAILS[what],
                once_key=f"place:{what}:{meeting.id}:{person}:{now}",
                person_id=person,
                group_id=meeting.group_id,
                facts=_facts(what, meeting, until.get(person)),
                now=now,
            )


def take_back(session: Transaction, house: House, meeting: MeetingFacts, person_id: str) -> None:
    """This person has said nothing about the meeting, and what they held goes to the next. Whoever
    was in the line finds their place in it again, should they come back."""
    _give_up(session, house, meeting, person_id, keeps_line=True)


def leave_list(session: Transaction, house: House, meeting: MeetingFacts, person_id: str) -> None:
    """The same, and nothing about this person is kept."""
    _give_up(session, house, meeting, person_id, keeps_line=False)


def _give_up(
    session: Transaction, house: House, meeting: MeetingFacts, person_id: str, *, keeps_line: bool
) -> None:
    now = house.clock.now()

    def change(before: tuple[Reply, ...]) -> Places:
        lasts = offer_lasts(meeting, now)
        after = answered(before, person_id, "", meeting.seats_max, now, lasts)
        kept = tuple(
            reply
            for reply in after.replies
            if reply.person != person_id or (keeps_line and reply.line)
        )
        return Places(kept, after.told)

    settle(session, house, meeting, change, by=person_id)


def settle_resized(session: Transaction, house: House, meeting_id: str) -> None:
    """The number of seats changed, and who waits has what came free. Call it in the transaction of
    that change, after it was flushed."""
    meeting, now = meetings.meeting(session, meeting_id), house.clock.now()
    if meeting is None or meeting.state != "scheduled":
        return

    def change(before: tuple[Reply, ...]) -> Places:
        return resized(before, meeting.seats_max, now, offer_lasts(meeting, now))

    settle(session, house, meeting, change)


def _facts(what: str, meeting: MeetingFacts, until: int | None) -> dict[str, str | int | None]:
    if what == "offered":
        return {"meeting": meeting.id, "until": until}
    return {"meeting": meeting.id}
