"""What every change of who holds a meeting rests on: may it still change, and who is told."""

from enum import StrEnum

from facilitator.house import House
from facilitator.store import holders, meetings, outbox, replies
from facilitator.store.database import Transaction
from facilitator.store.meeting_changes import add_notice
from facilitator.store.meeting_doors import organizers_of
from facilitator.store.meeting_tables import MeetingHolder
from facilitator.store.meetings import MeetingFacts
from facilitator.store.outbox import MailKind


class Hindrance(StrEnum):
    """Why nothing was changed. `web.holding` has a sentence for each."""

    NOT_HERE = "not_here"  # no such meeting in this group, or nobody with that id may hold it
    ROOM_IS_OPEN = "room_is_open"  # inside the room there is a handover
    NO_LONGER = "no_longer"  # cancelled, left out, over
    HELD_ALREADY = "held_already"  # somebody leads it: that is a swap
    SAME_PERSON = "same_person"
    NOBODY_ELSE = "nobody_else"  # nobody else in the group may hold a meeting


def changeable(
    session: Transaction, house: House, group_id: str, meeting_id: str
) -> MeetingFacts | Hindrance:
    """The group's meeting, for as long as who holds it may change: until its room is open."""
    meeting = meetings.meeting(session, meeting_id)
    if (
        meeting is None
        or meeting.group_id != group_id
        or not replies.hold_still(session, meeting_id)
    ):
        return Hindrance.NOT_HERE
    if meeting.state != "scheduled" or meeting.ends_at <= house.clock.now():
        return Hindrance.NO_LONGER
    return Hindrance.ROOM_IS_OPEN if meeting.circle_id else meeting


def asking(
    house: House,
    meeting_id: str,
    person_id: str,
    part: str,
    *,
    answer: str = "asked",
    stands_in_for: str = "",
    said: str = "",
) -> MeetingHolder:
    """This person asked, as of now, to hold the meeting in that part."""
    return MeetingHolder(
        meeting_id=meeting_id,
        person_id=person_id,
        part=part,
        answer=answer,
        stands_in_for=stands_in_for,
        said=said,
        asked_at=house.clock.now(),
    )


def asked_to_hold(
    session: Transaction, house: House, meeting: MeetingFacts, row: MeetingHolder
) -> None:
    """They are asked, and told of it by mail."""
    holders.ask(session, row)
    outbox.post(
        session,
        MailKind.HOLDER_ASKED,
        once_key=f"asked:{meeting.id}:{row.person_id}:{row.part}:{row.asked_at}",
        person_id=row.person_id,
        group_id=meeting.group_id,
        facts={"meeting": meeting.id, "part": row.part},
        now=house.clock.now(),
    )


def takes_over(
    session: Transaction, house: House, meeting: MeetingFacts, comes: MeetingHolder, goes: str
) -> None:
    """Somebody holds the meeting in another's place, and who comes is told in the words that were
    written for it (domain.md 2.1, `swap_facilitator`)."""
    before = holders.holder(session, meeting.id, goes)
    if before is not None:
        comes.part = min(comes.part, before.part, key=holders.PARTS.index)
        before.answer = "no"
    comes.answer, comes.stands_in_for = "yes", ""
    holders.let_others_go(session, meeting.id, goes, comes.person_id)
    tell_who_comes(session, house, meeting, comes.said, about={comes.person_id, goes})


def tell_who_comes(
    session: Transaction, house: House, meeting: MeetingFacts, said: str, about: set[str]
) -> None:
    """Everybody who comes or may come reads who holds the meeting now, before its doors open."""
    now = house.clock.now()
    add_notice(session, meeting.group_id, meeting.id, "holders", said, now=now)
    with_it = {one.person_id for one in holders.holders(session, meeting.id) if one.answer == "yes"}
    for person in sorted({*replies.those_to_tell(session, meeting.id), *with_it, *about}):
        outbox.post(
            session,
            MailKind.HOLDERS_CHANGED,
            once_key=f"holders:{meeting.id}:{now}:{person}",
            person_id=person,
            group_id=meeting.group_id,
            facts={"meeting": meeting.id, "said": said},
            now=now,
        )


def alert_organizers(
    session: Transaction, house: House, meeting: MeetingFacts, person_id: str
) -> None:
    """The organizers read that somebody can't hold the meeting; never why."""
    now = house.clock.now()
    for organizer in organizers_of(session, meeting.group_id):
        if organizer != person_id:
            outbox.post(
                session,
                MailKind.LEFT_WITH_HOLDER,
                once_key=f"cannot_hold:{meeting.id}:{person_id}:{now}:{organizer}",
                person_id=organizer,
                group_id=meeting.group_id,
                facts={"meeting": meeting.id},
                now=now,
            )
