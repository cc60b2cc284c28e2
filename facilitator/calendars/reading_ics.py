"""iCalendar read: the few properties that make a series of meetings, whatever else there is."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from icalendar import vDuration
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from facilitator.calendars.reading import ROWS_MOST, Found, Unreadable, title_of
from facilitator.calendars.reading_rrule import rule_of
from facilitator.schedule.rule import Frequency, Rule
from facilitator.schedule.zones import instant_of, is_zone, local_of, read_local, write_local

_FOLD = re.compile(r"\r?\n[ \t]")
_LINE = re.compile(r"\r?\n")
_MOMENT = re.compile(r"(\d{8})T(\d{6})(Z?)", re.ASCII)
_TZID = re.compile(r';TZID="?([^";:]*)"?', re.IGNORECASE)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_MINUTE = timedelta(minutes=1)

# The properties of one event: name -> what stands between name and colon, and the value.
Event = dict[str, tuple[str, str]]


class _Unclear(ValueError):
    """An event can't be planned; the text is a code."""


def read_ics(text: str, zone: str) -> list[Found]:
    """The events of a calendar; a local time without a zone is meant in the calendar's own, or in
    `zone`. Raises Unreadable."""
    if not text.lstrip().upper().startswith("BEGIN:VCALENDAR"):
        raise Unreadable("list/kind")
    lines = _LINE.split(_FOLD.sub("", text))
    events = [event for event in _events(lines) if event]
    series = [event for event in events if "RECURRENCE-ID" not in event]
    if not series:
        raise Unreadable("list/empty")
    if len(series) > ROWS_MOST:
        raise Unreadable("list/too_many")
    changed = {_value(event, "UID") for event in events if "RECURRENCE-ID" in event}
    own = next((_part(line)[2] for line in lines if line.upper().startswith("X-WR-TIMEZONE")), "")
    floating = own if is_zone(own) else zone
    return [_found(n, event, floating, zone, changed) for n, event in enumerate(series, start=1)]


def _events(lines: list[str]) -> Iterator[Event]:
    event: Event | None = None
    inside = 0
    for line in lines:
        name, parameters, value = _part(line)
        if name == "BEGIN" and value.upper() == "VEVENT":
            event, inside = {}, 0
        elif event is None:
            continue
        elif name == "BEGIN":
            inside += 1
        elif name == "END" and inside:
            inside -= 1
        elif name == "END":
            yield event
            event = None
        elif not inside:
            event.setdefault(name, (parameters, value))


def _part(line: str) -> tuple[str, str, str]:
    """Name, parameters and value; a colon inside quotes ends no name."""
    quoted = False
    for at, char in enumerate(line):
        if char == '"':
            quoted = not quoted
        elif char == ":" and not quoted:
            name, semicolon, parameters = line[:at].partition(";")
            return name.strip().upper(), semicolon + parameters, line[at + 1 :].strip()
    return "", "", ""


def _found(line: int, event: Event, floating: str, zone: str, changed: set[str]) -> Found:
    uid = _value(event, "UID")
    whole = "|".join(_value(event, name) for name in ("DTSTART", "RRULE", "DTEND", "SUMMARY"))
    title = title_of(_ESCAPED.sub(_unescaped, _value(event, "SUMMARY")))
    found = Found(line, mark=f"uid:{uid}" if uid else f"event:{whole}", title=title)
    if _value(event, "STATUS").upper() == "CANCELLED":
        return replace(found, problem="start/cancelled")
    try:
        starts, there = _start(event, floating)
        minutes, rule = _minutes(event, starts), _rule(event, starts, there)
        if there == "UTC" and rule.frequency is Frequency.ONCE:
            # An instant; people read it on the group's own clock.
            starts, there = _moved(starts, zone), zone
    except _Unclear as unclear:
        return replace(found, problem=str(unclear))
    differs = "EXDATE" in event or "RDATE" in event or (uid and uid in changed)
    return replace(
        found,
        starts_local=write_local(starts),
        zone=there,
        minutes=minutes,
        rule=rule,
        notes=("dates/changed",) if differs else (),
    )


def _start(event: Event, floating: str) -> tuple[datetime, str]:
    starts, is_utc = _moment(_value(event, "DTSTART"))
    if is_utc:
        return starts, "UTC"
    named = _TZID.search(event["DTSTART"][0])
    there = _zone(named.group(1)) if named else floating
    if not there:
        raise _Unclear("zone/unknown")
    return starts, there


def _zone(named: str) -> str:
    """The IANA name behind a TZID: itself, the end of a path, or a Windows name's town."""
    parts = named.split("/")
    endings = ("/".join(parts[n:]) for n in range(len(parts)))
    known = (*endings, WINDOWS_TO_OLSON.get(named, ""))
    return next((one for one in known if is_zone(one)), "")


def _moment(value: str) -> tuple[datetime, bool]:
    found = _MOMENT.fullmatch(value)
    if found is None:
        raise _Unclear("start/all_day" if re.fullmatch(r"\d{8}", value) else "start/unclear")
    try:
        moment = datetime.strptime("".join(found.group(1, 2)), "%Y%m%d%H%M%S")  # noqa: DTZ007 -- a wall clock
        return moment, found.group(3) == "Z"
    except ValueError:
        raise _Unclear("start/unclear") from None


def _minutes(event: Event, starts: datetime) -> int:
    if "DURATION" in event:
        try:
            lasts: timedelta = vDuration.from_ical(_value(event, "DURATION"))  # type: ignore[no-untyped-call]
        except (ValueError, OverflowError):
            raise _Unclear("minutes/range") from None
        return lasts // _MINUTE
    if "DTEND" in event:
        return (_moment(_value(event, "DTEND"))[0] - starts) // _MINUTE
    return 60


def _rule(event: Event, starts: datetime, zone: str) -> Rule:
    if "RRULE" not in event:
        return Rule(Frequency.ONCE)
    rule = rule_of(_value(event, "RRULE"), starts, zone)
    if rule is None:
        raise _Unclear("rule/unknown")
    return rule


def _moved(utc: datetime, zone: str) -> datetime:
    """The wall clock of a zone at a moment of UTC."""
    try:
        return read_local(local_of(instant_of(write_local(utc), "UTC")[0], zone))
    except ValueError:
        raise _Unclear("start/unclear") from None


def _value(event: Event, name: str) -> str:
    return event[name][1] if name in event else ""


def _unescaped(found: re.Match[str]) -> str:
    char = found.group(1)
    return " " if char in "nN" else char
