"""What one seat sees of its private lines: the part of `you` that only the two ends share (I28)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.circle.state import Circle, Place, Seat, SeatId
from facilitator.circle.state_care import PrivateLine
from facilitator.circle.words import private_key

Json = dict[str, Any]
Words = Mapping[str, str]


def show_private(circle: Circle, seat: Seat, words: Words) -> Json:
    """The lines of the seat, and whom it may write to."""
    here = seat.place in (Place.CIRCLE, Place.OUT)
    own = [line for line in circle.lines if seat.id in line.ends] if here else []
    return {
        "lines": [_line(circle, seat, line, words) for line in own],
        "receivers": [] if seat.facilitates or not here else _receivers(circle),
        "offer": _offer(circle, seat),
        "private_offers": seat.private_offers,
    }


def _line(circle: Circle, seat: Seat, line: PrivateLine, words: Words) -> Json:
    """Somebody who facilitates is told neither that they wait nor whether they were read."""
    at_holder = seat.id == line.holder
    other = circle.seats[line.seat if at_holder else line.holder]
    return {
        "with": other.id,
        "name": other.name,
        "here": other.present if at_holder else other.id in circle.receivers,
        "unread": bool(line.unread_by(seat.id)),
        "waiting": line.waiting and not at_holder,
        "messages": _messages(circle, seat, line, words),
    }


def _messages(circle: Circle, seat: Seat, line: PrivateLine, words: Words) -> list[Json]:
    """Out of the circle's words a line goes on; before new agreements are accepted only one's own
    side of it is there (I10).
    """
    agreed = seat.agreed == circle.agreements
    return [
        {
            "id": message.id,
            "mine": message.by == seat.id,
            "text": words[key],
            "signpost": message.signpost,
        }
        for message in line.messages
        for key in (private_key(*line.ends, message.id),)
        if key in words and (agreed or message.by == seat.id)
    ]


def _receivers(circle: Circle) -> list[Json]:
    return [_named(circle, who) for who in circle.receivers if who in circle.seats]


def _offer(circle: Circle, seat: Seat) -> Json | None:
    return _named(circle, seat.offered_by) if seat.offer_open and seat.offered_by else None


def _named(circle: Circle, seat: SeatId) -> Json:
    return {"seat": seat, "name": circle.seats[seat].name}
