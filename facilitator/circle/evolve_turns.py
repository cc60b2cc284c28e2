"""How the facts of turns, shares and replies change the picture. A part of `evolve`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from facilitator.circle import events as e
from facilitator.circle.evolve_rounds import change_round
from facilitator.circle.plan import Level
from facilitator.circle.state import Circle, Line, Reply, Round, Share, Timer, Turn, TurnPhase


def _turn(circle: Circle, **changes: Any) -> Circle:
    turn = circle.turn
    assert turn is not None  # noqa: S101 - as above
    return change_round(circle, turn=replace(turn, **changes))


def _share(circle: Circle, share: Share) -> Circle:
    return replace(circle, shares={**circle.shares, share.id: share})


def turn_offered(circle: Circle, event: e.TurnOffered) -> Circle:
    timer = Timer(circle.circle_time(event.at), event.length)
    queue = circle.round.queue if circle.round else ()
    circle = change_round(
        circle,
        turn=Turn(event.turn, event.seat, TurnPhase.OFFERED, timer),
        queue=tuple(s for s in queue if s != event.seat),
    )
    return replace(circle, turns_begun=event.turn)


def turn_taken(circle: Circle, event: e.TurnTaken) -> Circle:
    timer = Timer(circle.circle_time(event.at), event.length)
    circle = _turn(circle, phase=TurnPhase.SHARING, timer=timer, how=event.how)
    seat = circle.seats[circle.turn.seat] if circle.turn else None
    if seat is not None and not seat.connected:
        dropped = Timer(circle.circle_time(event.at), circle.timings.turn_hold)
        circle = _turn(circle, dropped=dropped)
    return circle


def turn_lengthened(circle: Circle, event: e.TurnLengthened) -> Circle:
    turn = circle.turn
    if turn is None:
        return circle
    timer = replace(turn.timer, length=turn.timer.length + event.ms)
    given = turn.more_given or event.more
    return _turn(circle, timer=timer, more_given=given, more_asked=False, grace_over=False)


def turn_rested(circle: Circle, event: e.TurnRested) -> Circle:
    timer, turn = Timer(circle.circle_time(event.at), event.length), circle.turn
    if circle.round and turn and turn.how == "speak":
        circle = change_round(circle, spoken=(*circle.round.spoken, (turn.id, turn.seat)))
    return _turn(
        circle,
        phase=TurnPhase.RESTING,
        timer=timer,
        how="",
        dropped=None,
        more_asked=False,
        more_given=False,
        grace_over=False,
    )


def replies_opened(circle: Circle, event: e.RepliesOpened) -> Circle:
    timer = Timer(circle.circle_time(event.at), event.length)
    return _turn(circle, phase=TurnPhase.RESPONDING, timer=timer)


def share_given(circle: Circle, event: e.ShareGiven) -> Circle:
    current = circle.round
    index = current.index if current else -1
    share = Share(
        event.share, event.seat, index, event.audience, event.level, heads_up=event.heads_up
    )
    circle = _share(circle, share)
    return change_round(circle, shared=(current.shared if current else frozenset()) | {event.seat})


def share_taken_back(circle: Circle, event: e.ShareTakenBack) -> Circle:
    return replace(circle, shares={k: s for k, s in circle.shares.items() if k != event.share})


def reply_level_set(circle: Circle, event: e.ReplyLevelSet) -> Circle:
    share = circle.shares[event.share]
    kept = tuple(r for r in share.replies if r.level.height <= event.level.height)
    return _share(circle, replace(share, level=event.level, replies=kept))


def reply_given(circle: Circle, event: e.ReplyGiven) -> Circle:
    share = circle.shares[event.share]
    others = tuple(r for r in share.replies if r.seat != event.seat)
    reply = Reply(event.reply, event.seat, Level(event.level))
    circle = _share(circle, replace(share, replies=(*others, reply)))
    return replace(circle, replies_begun=event.reply)


def replies_delivered(circle: Circle, event: e.RepliesDelivered) -> Circle:
    share = circle.shares.get(event.share)
    return circle if share is None else _share(circle, replace(share, delivered=True))


def words_lost(circle: Circle, _: e.WordsLost) -> Circle:
    def without(current: Round | None) -> Round | None:
        return replace(current, shown=frozenset()) if current else None

    return replace(
        circle,
        shares={},
        lines=(),
        process=(),
        signals=tuple(replace(s, worded=False) for s in circle.signals),
        round=without(circle.round),
        suspended=without(circle.suspended),
        line=Line("words_gone"),
    )


TURN_EVENTS: dict[type[e.Event], Callable[[Circle, Any], Circle]] = {
    e.TurnOffered: turn_offered,
    e.TurnTaken: turn_taken,
    e.TurnLengthened: turn_lengthened,
    e.MoreTimeAsked: lambda c, _: _turn(c, more_asked=True),
    e.TurnGraceEnded: lambda c, _: _turn(c, grace_over=True),
    e.TurnRested: turn_rested,
    e.RepliesOpened: replies_opened,
    e.TurnSettled: lambda c, _: change_round(c, turn=None),
    e.ShareGiven: share_given,
    e.ShareTakenBack: share_taken_back,
    e.ReplyLevelSet: reply_level_set,
    e.ReplyGiven: reply_given,
    e.RepliesDelivered: replies_delivered,
    e.WordsLost: words_lost,
}
