"""One member's meetings in words: when, who holds it, their own place. Never how many people."""

from dataclasses import dataclass

from babel.lists import format_list
from flask_babel import get_locale

from facilitator.content.texts.places import PLACES
from facilitator.content.texts.told import TOLD
from facilitator.content.words import fill
from facilitator.store.told import Told
from facilitator.use_cases.read_my_page import MyMeeting, MyPage
from facilitator.web import when
from facilitator.web.ahead import ending_words


@dataclass(frozen=True, slots=True)
class SaidCard:
    title: str
    said: str


@dataclass(frozen=True, slots=True)
class MeetingCard:
    """`answer` is what they said; `offers` whether a place is theirs for the taking now."""

    id: str
    day: str
    hours: str
    is_off: bool
    held_by: str
    ending: str
    said: tuple[SaidCard, ...]
    state: str
    note: str
    answer: str
    may_answer: bool
    offers: bool
    i_hold: bool
    door_key: str


def meeting_cards(page: MyPage) -> list[MeetingCard]:
    """The meetings of the page, on its wall clock, in the reader's language."""
    return [_card(mine, page.zone) for mine in page.meetings]


def said_card(told: Told) -> SaidCard:
    return SaidCard(str(TOLD[told.kind]), told.said)


def names(people: list[str]) -> str:
    """`Ria and Tom`."""
    return format_list(people, locale=get_locale()) if people else ""


def hours_words(starts_at: int, ends_at: int, zone: str) -> str:
    """`7:00 PM – 8:00 PM`."""
    begins, ends = (when.time_words(when.clock_there(at, zone)) for at in (starts_at, ends_at))
    return f"{begins} – {ends}"


def _card(mine: MyMeeting, zone: str) -> MeetingCard:
    meeting = mine.meeting
    is_off = meeting.state != "scheduled"
    return MeetingCard(
        id=meeting.id,
        day=when.day_words(when.clock_there(meeting.starts_at, zone).date()),
        hours=hours_words(meeting.starts_at, meeting.ends_at, zone),
        is_off=is_off,
        held_by=names([holder_words(one.name, one.role_words) for one in mine.holders]),
        ending=ending_words(mine.left),
        said=tuple(said_card(one) for one in mine.said),
        state="" if is_off else _state(mine, zone),
        note="" if is_off else _note(mine),
        answer=mine.answer,
        may_answer=not is_off and not mine.i_hold,
        offers=not is_off and _offers(mine),
        i_hold=mine.i_hold,
        door_key="" if is_off else mine.door_key,
    )


def holder_words(name: str, role_words: str) -> str:
    """`Ria (peer facilitator)`."""
    return f"{name} ({role_words})" if role_words else name


def _offers(mine: MyMeeting) -> bool:
    return mine.place == "offered" or (mine.place == "waiting" and not mine.is_full)


def _state(mine: MyMeeting, zone: str) -> str:
    """Where this person stands, in one sentence."""
    if mine.i_hold:
        return str(PLACES["hold"])
    if mine.place == "offered" and mine.offered_until is not None:
        until = when.day_and_time_words(when.clock_there(mine.offered_until, zone))
        return str(fill(PLACES["offered"], until=until))
    if _offers(mine):
        return str(PLACES["open"])
    if mine.place == "waiting":
        return str(PLACES["next" if mine.next_in_line else "waiting"])
    code = mine.place or mine.answer
    return str(PLACES[code]) if code else ""


def _note(mine: MyMeeting) -> str:
    """What pressing a button would bring, where that is not to be seen."""
    if mine.i_hold:
        return ""
    if mine.place == "seat" and mine.somebody_waits:
        return str(PLACES["passes_on"])
    return str(PLACES["full"]) if mine.is_full and not mine.place else ""
