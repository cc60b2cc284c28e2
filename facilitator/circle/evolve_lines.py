"""How private lines, offers of them and notes about the process change the picture. A part of
`evolve`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from facilitator.circle import events as e
from facilitator.circle import events_care as ec
from facilitator.circle.evolve_seats import change_seat
from facilitator.circle.plan import LINE_MESSAGES, PROCESS_MESSAGES
from facilitator.circle.state import Circle, SeatId
from facilitator.circle.state_care import PrivateLine, PrivateMessage, ProcessNote


def line_between(circle: Circle, seat: SeatId, holder: SeatId) -> PrivateLine | None:
    """The private line of these two, or None."""
    return next((line for line in circle.lines if line.ends == (seat, holder)), None)


def _changed(circle: Circle, line: PrivateLine) -> Circle:
    others = tuple(one for one in circle.lines if one.ends != line.ends)
    return replace(circle, lines=tuple(sorted((*others, line), key=lambda one: one.ends)))


def written(circle: Circle, event: ec.PrivatelyWritten) -> Circle:
    """Whoever writes has read what was there; of a full line the oldest message goes."""
    line = line_between(circle, event.seat, event.holder) or PrivateLine(event.seat, event.holder)
    message = PrivateMessage(event.message, event.by, event.at, event.signpost)
    line = replace(line, messages=(*line.messages, message)[-LINE_MESSAGES:])
    return _changed(circle, _read(line, event.by))


def _read(line: PrivateLine, by: SeatId) -> PrivateLine:
    last = line.messages[-1].id if line.messages else 0
    if by == line.seat:
        return replace(line, read_by_seat=last)
    return replace(line, read_by_holder=last, waiting=False)


def read(circle: Circle, event: ec.PrivatelyRead) -> Circle:
    line = line_between(circle, event.seat, event.holder)
    return circle if line is None else _changed(circle, _read(line, event.by))


def waited(circle: Circle, event: ec.PrivateLineWaited) -> Circle:
    line = line_between(circle, event.seat, event.holder)
    return circle if line is None else _changed(circle, replace(line, waiting=True))


def wiped(circle: Circle, event: ec.PrivateLineWiped) -> Circle:
    gone = (event.seat, event.holder)
    return replace(circle, lines=tuple(line for line in circle.lines if line.ends != gone))


def process_written(circle: Circle, event: ec.ProcessWritten) -> Circle:
    notes = (*circle.process, ProcessNote(event.message, event.by))
    return replace(circle, process=notes[-PROCESS_MESSAGES:], process_begun=event.message)


def offers_set(circle: Circle, event: ec.OffersSet) -> Circle:
    still = event.on and circle.seats[event.seat].offer_open
    return change_seat(circle, event.seat, private_offers=event.on, offer_open=still)


LINE_EVENTS: dict[type[e.Event], Callable[[Circle, Any], Circle]] = {
    ec.PrivatelyWritten: written,
    ec.PrivatelyRead: read,
    ec.PrivateLineWaited: waited,
    ec.PrivateLineWiped: wiped,
    ec.ReceiversShown: lambda c, ev: replace(c, receivers=ev.seats),
    ec.OfferMade: lambda c, ev: change_seat(
        c, ev.seat, offered_by=ev.by, offer_open=True, offer_answered=False
    ),
    ec.OfferAnswered: lambda c, ev: change_seat(c, ev.seat, offer_open=False, offer_answered=True),
    ec.OffersSet: offers_set,
    ec.ProcessWritten: process_written,
}
