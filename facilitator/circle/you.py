"""The part of a view that concerns one seat alone: what it is asked, has, and may do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.circle.after import may_stay
from facilitator.circle.let_rest import spoken
from facilitator.circle.order import holds_space, may_reclaim
from facilitator.circle.plan import Level
from facilitator.circle.private import show_private
from facilitator.circle.state import (
    Circle,
    Mode,
    Phase,
    Round,
    Seat,
    SeatId,
    Share,
    Turn,
    TurnPhase,
)
from facilitator.circle.timing import show_timer
from facilitator.circle.turns import audience
from facilitator.circle.words import reply_key, share_key

Json = dict[str, Any]
Words = Mapping[str, str]


def hears(circle: Circle, seat: Seat) -> bool:
    """Words may reach the seat: it is in the circle and holds the agreements (I10)."""
    return seat.inside and seat.agreed == circle.agreements


def show_you(circle: Circle, seat: Seat, words: Words) -> Json:
    current, turn = circle.round, circle.turn
    own = turn if turn is not None and turn.seat == seat.id else None
    sharing = own is not None and own.phase is TurnPhase.SHARING
    step = current.step if current else None
    return {
        "seat": seat.id,
        "name": seat.name,
        "facilitates": seat.facilitates,
        "leads": circle.lead == seat.id,
        "place": seat.place.value,
        "returning": seat.returning,
        "mode": seat.mode.value,
        "level": seat.level.value,
        "agreed": seat.agreed == circle.agreements,
        "asked": _asked(circle, seat),
        "settled": bool(
            current and step and step.asks and (step.question, seat.id) in current.settled
        ),
        "queued": bool(current and seat.id in current.queue),
        "can_reclaim": bool(current and seat.inside and may_reclaim(current, seat)),
        "turn": _own_turn(circle, own),
        "audience": _audience(circle, seat.id) if sharing else [],
        "shown": bool(current and step and (step.name, seat.id) in current.shown)
        or _still_shown(current, seat.id),
        "shares": [_own_share(circle, s, words) for s in _own_shares(circle, seat.id, words)],
        "reply_to": _reply_to(circle, seat),
        "takes_turns": seat.takes_turns,
        "spoken": spoken(circle, seat.id),
        "may_stay": may_stay(circle, seat),
        "staying": seat.id in circle.staying,
        **show_private(circle, seat, words),
    }


def _still_shown(current: Round | None, seat: SeatId) -> bool:
    """What was shown together is still on the screens, so it can be taken back."""
    return bool(current and current.revealed and (current.revealed[-1][0], seat) in current.shown)


def _asked(circle: Circle, seat: Seat) -> str | None:
    current = circle.round
    step = current.step if current else None
    if current is None or step is None or not seat.inside or not circle.running:
        return None
    turn = current.turn
    if turn is not None and turn.seat == seat.id and holds_space(turn):
        return turn.phase.value
    if turn is not None and current.queue[:1] == (seat.id,):
        return "up_next"
    free = (step.question, seat.id) not in current.settled and seat.mode is Mode.OPEN
    if step.nature == "gather" and free:
        return step.name
    invited = seat.mode is Mode.OPEN and seat.takes_turns
    if step.nature == "space" and invited and may_reclaim(current, seat):
        return "space"
    return None


def _own_turn(circle: Circle, turn: Turn | None) -> Json | None:
    if turn is None:
        return None
    timed = holds_space(turn)
    return {
        "id": turn.id,
        "phase": turn.phase.value,
        "how": turn.how,
        "timer": show_timer(circle, turn.timer) if timed else None,
        "more_asked": turn.more_asked,
    }


def _audience(circle: Circle, author: SeatId) -> list[str]:
    inside = audience(circle, author)
    return [seat.name for seat in circle.seats.values() if seat.id in inside]


def _own_shares(circle: Circle, seat: SeatId, words: Words) -> list[Share]:
    return [s for s in circle.shares.values() if s.seat == seat and share_key(s.id) in words]


def _own_share(circle: Circle, share: Share, words: Words) -> Json:
    heard = hears(circle, circle.seats[share.seat])
    replies = share.replies if share.delivered and heard else ()
    return {
        "id": share.id,
        "text": words[share_key(share.id)],
        "level": share.level.value,
        "covered": share.covered,
        "heads_up": share.heads_up,
        "replies": [
            {
                "id": reply.id,
                "name": circle.seats[reply.seat].name,
                "level": reply.level.value,
                "text": None if reply.covered else words[reply_key(reply.id)],
                "covered": reply.covered,
            }
            for reply in replies
            if reply_key(reply.id) in words
        ],
    }


def _reply_to(circle: Circle, seat: Seat) -> Json | None:
    turn = circle.turn
    if turn is None or turn.phase is not TurnPhase.RESPONDING or circle.phase is Phase.CLOSED:
        return None
    share = circle.shares.get(turn.id)
    if share is None or seat.id not in share.audience or not hears(circle, seat):
        return None
    if seat.mode is Mode.LISTENING or share.level is Level.NONE or share.covered:
        return None
    return {
        "share": share.id,
        "level": share.level.value,
        "name": circle.seats[share.seat].name,
        "replied": any(reply.seat == seat.id for reply in share.replies),
    }
