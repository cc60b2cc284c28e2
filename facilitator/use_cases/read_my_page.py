from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.house import House
from facilitator.schedule.foretelling import foretold
from facilitator.schedule.places import Place, Reply, taken
from facilitator.store import groups, links, meetings, people, replies
from facilitator.store.database import Transaction, read
from facilitator.store.links import LinkKind
from facilitator.store.meetings import HolderFacts, MeetingFacts
from facilitator.store.told import Told, told_lately
from facilitator.use_cases.open_circle import door_key_of

DAY_MS = 24 * 60 * 60 * 1000
# As far ahead as meetings are stored, and as far back as one may still be going on.
AHEAD_MS, BACK_MS = 400 * DAY_MS, DAY_MS
SHOWN = ("scheduled", "skipped", "cancelled")


@dataclass(frozen=True, slots=True)
class MyMeeting:
    """One meeting as one member sees it: their own answer and place, and nobody else's."""

    meeting: MeetingFacts
    holders: tuple[HolderFacts, ...]  # who said yes
    answer: str
    place: str
    offered_until: int | None
    next_in_line: bool
    # Somebody who says "coming" now goes on the list; else a seat is there for the asking.
    is_full: bool
    # Somebody is waiting, so a place that is given up goes on at once.
    somebody_waits: bool
    i_hold: bool
    left: int | None
    said: tuple[Told, ...]
    door_key: str


@dataclass(frozen=True, slots=True)
class MyPage:
    """A group as one member sees it between meetings."""

    group_id: str
    group_name: str
    contact: str
    other_support: str
    name: str
    email: str
    zone: str  # whose wall clock the page shows
    chose_zone: bool
    language: str
    has_password: bool
    works_here: bool
    meetings: tuple[MyMeeting, ...]
    more: bool
    notes: tuple[Told, ...]
    feed_key: str
    meet_key: str


def read_my_page(house: House, group_id: str, person_id: str, most: int) -> MyPage | None:
    """What a member finds on their own page: up to `most` meetings, and what was said of late."""
    now = house.clock.now()
    with read(house.database) as session:
        group = groups.group(session, group_id)
        person = people.person(session, person_id)
        place = groups.place(session, group_id, person_id)
        if group is None or person is None or place is None:
            return None
        ahead = [
            one
            for one in meetings.meetings_between(
                session, [group_id], now - BACK_MS, now + AHEAD_MS, SHOWN
            )
            if one.ends_at > now
        ]
        told = told_lately(session, group_id, now)
        return MyPage(
            group_id=group_id,
            group_name=group.name,
            contact=group.contact,
            other_support=group.other_support,
            name=person.name,
            email=person.email,
            zone=person.zone or group.zone,
            chose_zone=bool(person.zone),
            language=person.language,
            has_password=person.password_hash is not None,
            works_here=place.organizes or bool(place.holds),
            meetings=_mine(session, house, ahead[:most], person_id, told),
            more=len(ahead) > most,
            notes=tuple(one for one in told if one.meeting_id is None),
            feed_key=_key(session, house, LinkKind.MEMBER_FEED, group_id, person_id),
            meet_key=_key(session, house, LinkKind.GROUP, group_id),
        )


def _mine(
    session: Transaction,
    house: House,
    shown: Sequence[MeetingFacts],
    person_id: str,
    told: Sequence[Told],
) -> tuple[MyMeeting, ...]:
    ids = [one.id for one in shown]
    holders, said = meetings.holders_of(session, ids), replies.replies_to_all(session, ids)
    return tuple(
        _my_meeting(house, one, holders.get(one.id, []), said.get(one.id, []), person_id, told)
        for one in shown
    )


def _my_meeting(
    house: House,
    meeting: MeetingFacts,
    asked: Sequence[HolderFacts],
    said: Sequence[Reply],
    person_id: str,
    told: Sequence[Told],
) -> MyMeeting:
    mine = next((one for one in said if one.person == person_id), None)
    waiting = [one for one in said if one.place == Place.WAITING]
    unasked = [one.person for one in waiting if one.offered_until is None]
    takes_place = meeting.state == "scheduled"
    return MyMeeting(
        meeting=meeting,
        holders=tuple(one for one in asked if one.answer == "yes"),
        answer=mine.answer if mine else "",
        place=mine.place if mine else "",
        offered_until=mine.offered_until if mine else None,
        next_in_line=unasked[:1] == [person_id],
        is_full=taken(said) >= meeting.seats_max,
        somebody_waits=bool(waiting),
        i_hold=any(one.person_id == person_id and one.answer == "yes" for one in asked),
        left=foretold(meeting.left_after) if takes_place else None,
        said=tuple(one for one in told if one.meeting_id == meeting.id),
        door_key=door_key_of(house, meeting.circle_id) if meeting.circle_id else "",
    )


def _key(
    session: Transaction, house: House, kind: LinkKind, group_id: str, person_id: str = ""
) -> str:
    link = links.link_of(session, house.secret, kind, group_id, person_id)
    return link.key if link else ""
