"""Wall clock and instant: which of them belongs to the other in which zone.

A local time is written `2027-01-12T19:00`; an instant is UTC milliseconds.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

EARLIEST_YEAR = 1970
LATEST_YEAR = 2199

_LOCAL = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", re.ASCII)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)

# What a machine's own folder of zones holds besides places: its setting, and a warning.
_NO_PLACES = frozenset({"localtime", "Factory", "posixrules"})


@cache
def known_zones() -> frozenset[str]:
    """Every IANA name that a group may have."""
    return frozenset(available_timezones()) - _NO_PLACES


def is_zone(name: str) -> bool:
    """Whether this is the IANA name of a time zone."""
    return name in known_zones()


def read_local(local: str) -> datetime:
    """The wall clock that is written here, without a zone.

    Raises ValueError for anything else, and outside of the years a calendar holds.
    """
    if not _LOCAL.fullmatch(local):
        raise ValueError("A local time is written 2027-01-12T19:00.")
    moment = datetime.fromisoformat(local)
    if not EARLIEST_YEAR <= moment.year <= LATEST_YEAR:
        raise ValueError("That year is too far away.")
    return moment


def write_local(moment: datetime) -> str:
    """The wall clock as it is stored."""
    return moment.strftime("%Y-%m-%dT%H:%M")


def instant_of(local: str, zone: str) -> tuple[int, str]:
    """The instant at which a clock on the wall there shows this, and what the clock change does
    to it: `gap`, `fold`, or nothing.

    RFC 5545, 3.3.5: a time that doesn't exist is counted with the offset before the gap, so it
    comes as much later as the clocks jump; of a time that comes twice, the first is meant. Raises
    ValueError for a local time that can't be read, KeyError for a zone that isn't known.
    """
    return settle(read_local(local), zone)


def settle(wall: datetime, zone: str) -> tuple[int, str]:
    """As `instant_of`, for a wall clock that has been read already."""
    # PEP 495: `fold=0` is the offset before the change, in a gap and in a fold alike.
    here = wall.replace(tzinfo=ZoneInfo(zone), fold=0)
    instant = (here - _EPOCH) // _MILLISECOND
    if here.utcoffset() == here.replace(fold=1).utcoffset():
        return instant, ""
    exists = here.astimezone(UTC).astimezone(here.tzinfo).replace(tzinfo=None) == wall
    return instant, "fold" if exists else "gap"


def local_of(instant: int, zone: str) -> str:
    """What a clock on the wall shows there at this instant, to the minute."""
    return write_local((_EPOCH + instant * _MILLISECOND).astimezone(ZoneInfo(zone)))
