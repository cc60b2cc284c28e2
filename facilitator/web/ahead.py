"""What is ahead of a group, as its doors and its last pages show it."""

from dataclasses import dataclass

from facilitator.content.texts.planning import ENDING
from facilitator.content.texts.told import TOLD
from facilitator.store.told import Told
from facilitator.use_cases.read_ahead import Ahead
from facilitator.web import when


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant for `local_times.js`, with words for whoever has no script."""

    ms: int
    words: str


@dataclass(frozen=True, slots=True)
class ToldCard:
    """What people were told; `at` is when the meeting would be, or is now."""

    title: str
    said: str
    at: Moment | None
    is_off: bool


@dataclass(frozen=True, slots=True)
class AheadCard:
    next: Moment | None
    told: tuple[ToldCard, ...]
    ending: str
    meet_key: str
    fallback_words: str
    is_cancelled: bool


def ahead_card(ahead: Ahead, *, is_own: bool = True) -> AheadCard:
    """In the reader's language, with the group's wall clock for whoever has no script. What was
    told to a group is left out where it isn't the reader's own."""
    return AheadCard(
        next=moment(ahead.next_at, ahead.zone) if ahead.next_at is not None else None,
        told=tuple(told_card(one, ahead.zone) for one in ahead.told if is_own),
        ending=ending_words(ahead.ending),
        meet_key=ahead.meet_key,
        fallback_words=ahead.fallback_words,
        is_cancelled=ahead.is_cancelled,
    )


def told_card(told: Told, zone: str) -> ToldCard:
    return ToldCard(
        title=str(TOLD[told.kind]),
        said=told.said,
        at=moment(told.starts_at, zone) if told.starts_at is not None else None,
        is_off=told.state in ("cancelled", "skipped"),
    )


def ending_words(left: int | None) -> str:
    """What is said of a series' end; nothing while it is far."""
    return "" if left is None else str(ENDING[left])


def moment(ms: int, zone: str) -> Moment:
    """`Tuesday, January 12, 7:00 PM (Europe/Berlin)`."""
    there = when.clock_there(ms, zone)
    words = f"{when.day_words(there.date())}, {when.time_words(there)} ({place_words(zone)})"
    return Moment(ms, words)


def from_to(starts_at: int, ends_at: int, zone: str) -> tuple[Moment, Moment]:
    """`7:00 PM` and `8:00 PM (Europe/Berlin)`, beside something that names the day."""
    begins, ends = (when.time_words(when.clock_there(ms, zone)) for ms in (starts_at, ends_at))
    return Moment(starts_at, begins), Moment(ends_at, f"{ends} ({place_words(zone)})")


def place_words(zone: str) -> str:
    """`America/Sao Paulo`."""
    return zone.replace("_", " ")
