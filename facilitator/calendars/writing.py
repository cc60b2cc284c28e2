"""Calendars written: a feed to subscribe to, and what a mail carries (iTIP, RFC 5546)."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from unicodedata import category
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress, vRecur, vText

from facilitator.calendars.entries import CANCELLED, Changed, Entry
from facilitator.calendars.zone_text import timezone_text

PRODUCT = "-//Holdspace//Holdspace//EN"
# How often a program that subscribes is asked to look again.
LOOK_AGAIN = timedelta(hours=6)
# What a VTIMEZONE foretells; a feed is read again long before, a mail's series ends before.
_YEARS_AHEAD = 15
# Control characters and line ends of other kinds, where a program might begin a new line.
_UNWRITTEN = {"Cc", "Zl", "Zp"}


def feed(entries: Sequence[Entry], name: str) -> str:
    """A calendar with these series; the same text as long as nothing about them changes."""
    told = _calendar()
    shown = vText(_plain(name))
    told.add("name", shown)
    # What programs looked for before RFC 7986 gave these two names of their own.
    told.add("x-wr-calname", shown)
    told.add("refresh-interval", LOOK_AGAIN, parameters={"VALUE": "DURATION"})
    told.add("x-published-ttl", "PT6H")
    _tell_zones(told, entries)
    for entry in entries:
        for event in _events(entry):
            told.add_component(event)
    return _text(told)


def invitation(entry: Entry, organizer: str, attendee: str) -> str:
    """What tells a calendar about a series, or about its change (METHOD:REQUEST).

    Both are e-mail addresses; the organizer's is the house's own, never a person's.
    """
    told = _calendar("REQUEST")
    _tell_zones(told, [entry])
    for event in _events(entry):
        _tell_whom(event, organizer, attendee)
        told.add_component(event)
    return _text(told)


def cancellation(entry: Entry, organizer: str, attendee: str, recurrence: str | None = None) -> str:
    """What takes a series out of a calendar, or one date of it (METHOD:CANCEL)."""
    told = _calendar("CANCEL")
    _tell_zones(told, [entry])
    event = _event(entry, recurrence or entry.starts_local, entry.minutes)
    event.add("status", CANCELLED)
    event.add("sequence", _sequence(entry, recurrence))
    if recurrence is not None and entry.rrule is not None:
        event.add("recurrence-id", _wall_clock(recurrence, entry.zone))
    _tell_whom(event, organizer, attendee)
    told.add_component(event)
    return _text(told)


def _calendar(method: str = "") -> Calendar:
    told = Calendar()
    told.add("prodid", PRODUCT)
    told.add("version", "2.0")
    told.add("calscale", "GREGORIAN")
    if method:
        told.add("method", method)
    return told


def _tell_zones(told: Calendar, entries: Iterable[Entry]) -> None:
    years: dict[str, set[int]] = {}
    for entry in entries:
        clocks = (entry.starts_local, *(one.starts_local for one in entry.changed))
        years.setdefault(entry.zone, {_instant(entry.stamp).year}).update(
            int(clock[:4]) for clock in clocks
        )
    for zone, those in sorted(years.items()):
        if not _is_utc(zone):
            told.add_component(timezone_text(zone, min(those) - 1, max(those) + _YEARS_AHEAD))


def _events(entry: Entry) -> list[Event]:
    """The series, and a part of its own for each date that is another than its rule says."""
    series = _event(entry, entry.starts_local, entry.minutes)
    series.add("status", entry.status)
    series.add("sequence", entry.sequence)
    if entry.rrule is not None:
        series.add("rrule", vRecur.from_ical(entry.rrule))
    for recurrence in entry.skipped:
        series.add("exdate", _wall_clock(recurrence, entry.zone))
    return [series, *(_changed_event(entry, one) for one in entry.changed)]


def _changed_event(entry: Entry, changed: Changed) -> Event:
    event = _event(entry, changed.starts_local, changed.minutes)
    event.add("recurrence-id", _wall_clock(changed.recurrence, entry.zone))
    event.add("status", changed.status)
    event.add("sequence", changed.sequence)
    return event


def _event(entry: Entry, starts_local: str, minutes: int) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", _instant(entry.stamp))
    event.add("dtstart", _wall_clock(starts_local, entry.zone))
    event.add("duration", timedelta(minutes=minutes))
    event.add("summary", _plain(entry.title))
    # Where calendars are shared, others see that somebody is busy and no more.
    event.add("class", "PRIVATE")
    if entry.text:
        event.add("description", _plain(entry.text))
    if entry.url:
        event.add("url", entry.url)
    return event


def _tell_whom(event: Event, organizer: str, attendee: str) -> None:
    whom = vCalAddress(f"mailto:{attendee}")
    # No answer is asked for by mail: it is given, without a reason, on the member's own page.
    whom.params["PARTSTAT"] = "NEEDS-ACTION"
    whom.params["RSVP"] = "FALSE"
    event.add("organizer", vCalAddress(f"mailto:{organizer}"))
    event.add("attendee", whom)


def _sequence(entry: Entry, recurrence: str | None) -> int:
    """Never below what a calendar was told before about the series or about this date."""
    told = [one.sequence for one in entry.changed if one.recurrence == recurrence]
    return max(entry.sequence, *told, 0)


def _wall_clock(local: str, zone: str) -> datetime:
    return datetime.fromisoformat(local).replace(tzinfo=UTC if _is_utc(zone) else ZoneInfo(zone))


def _is_utc(zone: str) -> bool:
    return zone in {"UTC", "Etc/UTC"}


def _instant(stamp: int) -> datetime:
    return datetime.fromtimestamp(stamp // 1000, UTC)


def _plain(words: str) -> str:
    return "".join(
        char if char == "\n" or category(char) not in _UNWRITTEN else " " for char in words
    )


def _text(told: Calendar) -> str:
    return str(told.to_ical().decode())
