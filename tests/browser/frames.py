"""What a screen received, so that two circles in which the same was done can be compared."""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import groupby

from playwright.sync_api import Error

from tests.browser.people import InRoom

# What two circles never share: instants, what is left of a time, and the names of seats.
INSTANT = re.compile(r"\b1\d{12}\b")
LEFT = re.compile(r'"left":\s*-?\d+')
SEAT = re.compile(r"\bs[0-9a-f]{8}\b")
OF_THE_LINE = ("2", "3", "43")


def told(one: InRoom) -> list[str]:
    """Every frame with news since the last was forgotten, in order, as it came; only instants and
    the random names of seats are written alike."""
    # What came in meanwhile is taken note of while the page is asked something.
    with suppress(Error):
        one.page.evaluate("() => null")
    return [frame for frame in one.heard if not frame.startswith(OF_THE_LINE)]


def alike(frames: list[str], known: dict[str, str] | None = None) -> list[str]:
    """The same frames without what no two circles share; what is told twice in a row is told."""
    seats: dict[str, str] = {} if known is None else known

    def seat(found: re.Match[str]) -> str:
        return seats.setdefault(found[0], f"seat {len(seats) + 1}")

    plain = [LEFT.sub('"left": …', INSTANT.sub("…", SEAT.sub(seat, one))) for one in frames]
    return [frame for frame, _ in groupby(plain)]


def seats_of(one: InRoom) -> dict[str, str]:
    """The names of the seats, numbered as they came in."""
    roster = one.shown("room")["roster"]
    return {found["seat"]: f"seat {at + 1}" for at, found in enumerate(roster)}
