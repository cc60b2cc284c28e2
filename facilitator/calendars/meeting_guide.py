"""The public list of meetings in the Meeting Guide format of the 12-step field.

The format is code4recovery's `spec`: an array of weekly meetings, days counted from Sunday.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

# The format's own codes.
_OPEN, _CLOSED = "O", "C"


@dataclass(frozen=True, slots=True)
class Listed:
    """One weekly meeting as a group lists it; weekdays are counted from Monday, 0.

    `place` may be as wide as a city: it only says where online meetings feel at home. `url` is
    empty for a group that isn't open to everybody.
    """

    slug: str
    name: str
    weekdays: tuple[int, ...]
    starts_local: str
    minutes: int
    zone: str
    place: str
    region: str
    notes: str
    url: str
    is_open: bool
    updated: int


def meeting_guide(listed: Sequence[Listed]) -> str:
    """The whole list as JSON."""
    return json.dumps([_meeting(one) for one in listed], ensure_ascii=False)


def _meeting(one: Listed) -> dict[str, Any]:
    starts = datetime.fromisoformat(one.starts_local)
    days = sorted((day + 1) % 7 for day in one.weekdays)
    told: dict[str, Any] = {
        "name": one.name,
        "slug": one.slug,
        "day": days[0] if len(days) == 1 else days,
        "time": starts.strftime("%H:%M"),
        "end_time": (starts + timedelta(minutes=one.minutes)).strftime("%H:%M"),
        "timezone": one.zone,
        "types": [_OPEN if one.is_open else _CLOSED],
        "updated": datetime.fromtimestamp(one.updated // 1000, UTC).strftime("%Y-%m-%d %H:%M:%S"),
    }
    perhaps = {
        "formatted_address": one.place,
        "region": one.region,
        "notes": one.notes,
        "url": one.url,
        "conference_url": one.url,
    }
    told |= {name: words for name, words in perhaps.items() if words}
    if one.place:
        told["approximate"] = "yes"
    return told
