from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from facilitator.calendars.entries import CANCELLED
from facilitator.calendars.writing import cancellation, invitation
from facilitator.content.texts.calendars import CalendarWords
from facilitator.house import House
from facilitator.store import groups, links, meetings, people
from facilitator.store.database import Transaction, write
from facilitator.store.group_tables import Group, GroupPlace
from facilitator.store.links import LinkKind
from facilitator.store.meeting_tables import MeetingReply
from facilitator.store.meetings import MeetingFacts
from facilitator.store.outbox import MailKind
from facilitator.store.outbox_work import Leased
from facilitator.store.people_tables import Person
from facilitator.store.places import name_here
from facilitator.use_cases.mail_choices import CHOICE_OF, wants
from facilitator.use_cases.read_calendar import entry_of, meet_address

DATES_TOLD = 3
TELL_CALENDARS = {MailKind.NEW_MEETINGS, MailKind.CHANGED, MailKind.CANCELLED}
REMINDERS = {MailKind.DAY_BEFORE, MailKind.HOUR_BEFORE}


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """What a calendar program reads in the letter (iTIP)."""

    method: str
    text: str


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """Everything a letter tells, as it is now. Instants are UTC ms, addresses begin with a slash.

    `dates`: the meeting it is about; or, for a whole series, what comes next of it.
    """

    kind: MailKind
    once_key: str
    maybe_twice: bool
    name: str
    email: str
    language: str
    zone: str
    group_id: str
    group_name: str
    said: str
    part: str
    until: int | None
    left: int | None
    meeting: MeetingFacts | None
    dates: tuple[MeetingFacts, ...]
    held_by: tuple[str, ...]
    page: str  # where the reader can answer or look
    choices: str  # where they choose what they hear about
    may_stop: bool  # whether one click ends mail of this kind
    calendar: CalendarPart | None


def read_letter(
    house: House, mail: Leased, words_in: Callable[[str], CalendarWords]
) -> LetterFacts | None:
    """What this mail tells; None when it isn't so any more, or the person doesn't want to hear of
    it. Links that it carries exist afterwards. `words_in` gives a calendar's words in a
    language."""
    now = house.clock.now()
    with write(house.database) as session:
        person = people.person(session, mail.person_id)
        group = groups.group(session, mail.group_id) if mail.group_id else None
        place = groups.place(session, mail.group_id, mail.person_id) if mail.group_id else None
        kind = MailKind(mail.kind)
        if person is None or group is None or place is None or not wants(place, kind):
            return None
        meeting_id = mail.facts.get("meeting")
        meeting = meetings.meeting(session, str(meeting_id)) if meeting_id else None
        if _is_moot(session, kind, mail.facts, person.id, meeting, now):
            return None
        page = _page(session, house, kind, group.id, place, mail.facts, now)
        if page is None:
            return None
        told = _facts(session, house, mail, person, group, meeting, page)
        told = replace(told, name=name_here(place, person))
        if kind not in TELL_CALENDARS:
            return told
        part = _calendar(session, house, told, str(mail.facts.get("series")), words_in)
        return replace(told, calendar=part)


def _is_moot(
    session: Transaction,
    kind: MailKind,
    facts: Mapping[str, Any],
    person_id: str,
    meeting: MeetingFacts | None,
    now: int,
) -> bool:
    if meeting is None:
        # A meeting that was named and is gone; some letters are about a series or nothing.
        return bool(facts.get("meeting")) and kind is not MailKind.NOTE
    if kind in REMINDERS:
        return meeting.state != "scheduled" or meeting.starts_at <= now
    if kind is MailKind.PLACE_OFFERED:
        reply = session.get(MeetingReply, (meeting.id, person_id))
        over = (facts.get("until") or 0) <= now
        return over or reply is None or reply.place != "offered"
    if kind in {MailKind.PLACE_YOURS, MailKind.PLACE_PASSED_ON, MailKind.HOLDER_ASKED}:
        return meeting.state != "scheduled" or meeting.ends_at <= now
    return False


def _page(
    session: Transaction,
    house: House,
    kind: MailKind,
    group_id: str,
    place: GroupPlace,
    facts: Mapping[str, Any],
    now: int,
) -> tuple[str, int | None] | None:
    """Where the letter leads, and until when; None when that door is closed."""
    if kind is MailKind.INVITATION:
        link = links.link_of(session, house.secret, LinkKind.INVITATION, group_id, place.person_id)
        open_still = (
            link and place.joined_at is None and (link.ends_at is None or link.ends_at > now)
        )
        return (f"/invitation/{link.key}", link.ends_at) if link and open_still else None
    if kind in {MailKind.NOBODY_OPENED, MailKind.LEFT_WITH_HOLDER}:
        return f"/groups/{group_id}", None
    if kind is MailKind.HOLDER_ASKED:
        meeting_id = facts.get("meeting")
        way = f"/groups/{group_id}/meetings/{meeting_id}/holders" if meeting_id else "/holding"
        return way, facts.get("until")
    seat = links.kept_link(session, house.secret, LinkKind.SEAT, group_id, place.person_id, now=now)
    return f"/mine/{seat.key}", facts.get("until")


def _facts(
    session: Transaction,
    house: House,
    mail: Leased,
    person: Person,
    group: Group,
    meeting: MeetingFacts | None,
    page: tuple[str, int | None],
) -> LetterFacts:
    now, facts, kind = house.clock.now(), mail.facts, MailKind(mail.kind)
    choices = links.kept_link(session, house.secret, LinkKind.MAIL, group.id, person.id, now=now)
    series_id = str(facts.get("series") or "")
    dates = [meeting] if meeting else meetings.next_of_series(session, series_id, now, DATES_TOLD)
    asked = meetings.holders_of(session, [meeting.id]).get(meeting.id, []) if meeting else []
    return LetterFacts(
        kind=kind,
        once_key=mail.once_key,
        maybe_twice=mail.maybe_twice,
        name=person.name,
        email=person.email,
        language=person.language,
        zone=person.zone or group.zone,
        group_id=group.id,
        group_name=group.name,
        said=str(facts.get("said") or ""),
        part=str(facts.get("part") or ""),
        until=page[1],
        left=facts.get("left"),
        meeting=meeting,
        dates=tuple(dates),
        held_by=tuple(one.name for one in asked if one.answer == "yes"),
        page=page[0],
        choices=f"/mail/{choices.key}",
        may_stop=kind in CHOICE_OF or kind is MailKind.INVITATION,
        calendar=None,
    )


def _calendar(
    session: Transaction,
    house: House,
    told: LetterFacts,
    series_id: str,
    words_in: Callable[[str], CalendarWords],
) -> CalendarPart | None:
    url = meet_address(session, house.secret, told.group_id, house.settings.public_url)
    entry = entry_of(session, series_id, url=url, words=words_in(told.language))
    if entry is None:
        return None
    whom = house.settings.mail_from, told.email
    if told.kind is MailKind.CANCELLED and told.meeting is not None:
        recurrence = told.meeting.recurrence if entry.rrule else None
        return CalendarPart("CANCEL", cancellation(entry, *whom, recurrence))
    # A series that ends after it began only goes no further: what took place stays.
    if entry.status == CANCELLED:
        return CalendarPart("CANCEL", cancellation(entry, *whom))
    return CalendarPart("REQUEST", invitation(entry, *whom))
