"""What one seat may see. The one door through which anything about a circle leaves the server.

Three parts, each a whitelist: `room` (what the room holds), `you` (what concerns this seat alone)
and `desk` (facilitators only). Nothing here depends on the clock or on why anything happened, so
two circles that differ only in a secret give the same bytes (I11, I12, I15). The shapes are
described in docs/messages.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from facilitator.circle.desk import show_desk
from facilitator.circle.state import (
    Circle,
    Phase,
    Round,
    Seat,
    SeatId,
    Stop,
    TurnPhase,
)
from facilitator.circle.timing import closing_opened, proposal_ends, show_timer
from facilitator.circle.turns import readable, share_chars
from facilitator.circle.words import share_key, shown_key
from facilitator.circle.you import hears, show_you

Json = dict[str, Any]
Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class View:
    """The three parts for one seat; `desk` is None for everybody but facilitators."""

    room: Json
    you: Json
    desk: Json | None


class Sight:
    """The views of one circle at one version; seats of one class share one `room` object."""

    def __init__(self, circle: Circle, words: Words) -> None:
        self.circle = circle
        self._words = words
        self._rooms: dict[tuple[Any, ...], Json] = {}
        self._desks: dict[bool, Json] = {}

    def of(self, seat_id: SeatId) -> View | None:
        """Everything that seat may see now, or None for a seat that may see nothing (unknown,
        removed, left).
        """
        circle, seat = self.circle, self.circle.seats.get(seat_id)
        if seat is None or (seat.place in ("removed", "left") and not seat.returning):
            return None
        alike = room_class(circle, seat)
        if alike not in self._rooms:
            self._rooms[alike] = show_room(circle, seat, self._words)
        desk = self._desk_of(seat) if seat.facilitates and seat.inside else None
        return View(self._rooms[alike], show_you(circle, seat, self._words), desk)

    def _desk_of(self, seat: Seat) -> Json:
        heard = hears(self.circle, seat)
        if heard not in self._desks:
            self._desks[heard] = show_desk(self.circle, self._words if heard else {})
        return self._desks[heard]


def view(circle: Circle, seat_id: SeatId, words: Words) -> View | None:
    """The view of one seat alone; the same as `Sight` gives."""
    return Sight(circle, words).of(seat_id)


def room_class(circle: Circle, seat: Seat) -> tuple[Any, ...]:
    """What decides the bytes of `room`: seats of one class see the very same room."""
    if not hears(circle, seat):
        return (seat.inside or seat.place == "out", False)
    shares = tuple(s.id for s in circle.shares.values() if readable(s, seat.id))
    revealed = circle.round.revealed if circle.round else ()
    shown = tuple(seat.id in inside for _, inside in revealed)
    return (True, True, shares, shown)


# --- The room -------------------------------------------------------------------------------------


def show_room(circle: Circle, seat: Seat, words: Words) -> Json:
    known = seat.inside or seat.place == "out"
    return {
        "phase": circle.phase.value,
        "stop": _stop(circle),
        "holding": _name(circle, circle.lead) if circle.held is None else None,
        "holders": _holders(circle),
        "roster": _roster(circle) if known else [],
        "agenda": _agenda(circle),
        "starts_at": circle.promised_start,
        "ends_at": circle.promised_end,
        "door_locked": circle.locked,
        "agreements": {"version": circle.agreements, "added": list(circle.added_agreements)},
        "line": _line(circle),
        "foretold": circle.foretold,
        "stay_on": "announced" if circle.stay_announced else None,
        "after": {"until": circle.after_until} if circle.parted else None,
        "proposal": _proposal(circle),
        "quiet_asked": circle.silence_wanted is not None,
        "ending": {"page": circle.ending} if circle.ending else None,
        "round": _round(circle, seat, words),
        "space": _space(circle) if known else None,
        "shares": _shares(circle, seat, words),
    }


def _stop(circle: Circle) -> Json | None:
    stop: Stop | None = circle.held or circle.stop
    if stop is None:
        return None
    by = _name(circle, circle.lead if stop is circle.held else stop.by)
    return {"kind": stop.kind.value, "by": by, "until": stop.until}


def _holders(circle: Circle) -> list[str]:
    """Everybody who facilitates; once the circle runs, whoever has been in it (I59)."""
    waiting = circle.phase is Phase.DOORS_OPEN
    return [
        s.name for s in circle.seats.values() if s.facilitates and (waiting or s.place != "door")
    ]


def _name(circle: Circle, seat: SeatId | None) -> str | None:
    found = circle.seats.get(seat) if seat else None
    return found.name if found else None


def _roster(circle: Circle) -> list[Json]:
    return [
        {
            "seat": seat.id,
            "name": seat.name,
            "here": here,
            "facilitates": seat.facilitates,
            "companion": seat.companion,
        }
        for seat, here in ((circle.seats[s], here) for s, here in circle.roster)
    ]


def _agenda(circle: Circle) -> list[Json]:
    now = circle.suspended or circle.round
    on = now.index if now is not None and now.step is not None else None

    def state(index: int) -> str:
        if index in circle.set_aside:
            return "aside"
        if index == on:
            return "now"
        if index in circle.done:
            return "done"
        return "aside" if closing_opened(circle) else "next"

    return [
        {"kind": plan.kind, "length": plan.length, "state": state(i)}
        for i, plan in enumerate(circle.agenda.rounds)
    ]


def _line(circle: Circle) -> Json | None:
    line = circle.line
    if line is None:
        return None
    return {"code": line.code, "by": _name(circle, line.by), "number": line.number}


def _proposal(circle: Circle) -> Json | None:
    asked = circle.proposal
    if asked is None:
        return None
    until = None if circle.frozen else proposal_ends(circle)
    return {"round": asked.round, "depth": asked.depth, "until": until}


def _round(circle: Circle, seat: Seat, words: Words) -> Json | None:
    current = circle.round
    if current is None:
        return None
    step = current.step
    timed = step is not None and step.nature not in ("turns", "space")
    return {
        "index": current.index,
        "kind": current.kind,
        "step": step.name if step else None,
        "timer": show_timer(circle, current.timer if timed else current.between),
        "quiet": next((s.length for s in current.steps if s.nature == "silence"), None),
        "depth": current.depth,
        "replies_max": current.replies_max.value,
        "chars": share_chars(current),
        "quiet_between": current.quiet_between,
        "activity": current.activity,
        "words": _shown(circle, current, seat, words),
        "words_step": current.revealed[-1][0] if current.revealed else None,
    }


def _shown(circle: Circle, current: Round, seat: Seat, words: Words) -> list[list[str]] | None:
    """Check-ins or goodbyes, to those who were there when they appeared."""
    if not current.revealed or not hears(circle, seat):
        return None
    step, inside = current.revealed[-1]
    if seat.id not in inside:
        return None
    return [
        [who, words[shown_key(current.index, step, who)]]
        for who in circle.seats
        if (step, who) in current.shown and shown_key(current.index, step, who) in words
    ]


def _space(circle: Circle) -> Json | None:
    turn = circle.turn
    if turn is None:
        return None
    name = _name(circle, turn.seat)
    return {"seat": turn.seat, "name": name, "phase": turn.phase.value, "turn": turn.id}


def _shares(circle: Circle, seat: Seat, words: Words) -> list[Json]:
    """This round's shares that reached the seat, while nobody has the space (A18)."""
    current, turn = circle.round, circle.turn
    if current is None or not hears(circle, seat):
        return []
    if turn is not None and turn.phase is TurnPhase.SHARING:
        return []
    return [
        {
            "id": share.id,
            "seat": share.seat,
            "name": circle.seats[share.seat].name,
            "text": None if share.covered else words[share_key(share.id)],
            "covered": share.covered,
            "heads_up": share.heads_up,
        }
        for share in circle.shares.values()
        if share.round == current.index
        and readable(share, seat.id)
        and share_key(share.id) in words
    ]
