"""Wishes that nobody's name is on: a pause, a lighter pace, a look at something, a line for the
agreements (domain.md 2.6, 6.3, I15).

Nothing of them shows on the sender's own screen either: what the server tells is the same whoever
sent it. One signal of a kind, and about one thing, stands for each sender, so a flood changes
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.circle import commands as c
from facilitator.circle import commands_care as cc
from facilitator.circle import events as e
from facilitator.circle import events_care as ec
from facilitator.circle.plan import AGREEMENT_CHARS
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Circle, Seat, SeatId, Signal, StopKind
from facilitator.circle.story import Story
from facilitator.circle.timing import may_auto_pause
from facilitator.circle.words import clean_text, suggestion_key

Answer = Refusal | None


def pause_please(story: Story, _: Seat, command: c.PausePlease) -> Answer:
    """The facilitators have it, and nobody is named. Two people within a minute pause the room
    (I15, I57).
    """
    if any(_standing(story.circle, "pause", command.mark)):
        return None
    _raise(story, "pause", command.mark)
    if len(story.circle.recent_marks) > 1 and may_auto_pause(story.circle, story.now):
        story.happen(e.RoomStopped(StopKind.AUTO, story.now, None, None))
    return None


def cancel_pause_please(story: Story, _: Seat, command: c.CancelPausePlease) -> Answer:
    _take_back(story, _standing(story.circle, "pause", command.mark))
    return None


def keep_lighter(story: Story, _: Seat, command: cc.KeepLighter) -> Answer:
    """The wish stands until its sender takes it back, also once a facilitator has seen it (I54)."""
    if command.on is (command.mark in story.circle.lighter):
        return None
    story.happen(ec.LighterSet(command.mark, command.on))
    if command.on:
        _raise(story, "lighter", command.mark)
    else:
        _take_back(story, _standing(story.circle, "lighter", command.mark))
    return None


def flag(story: Story, seat: Seat, command: cc.Flag) -> Answer:
    """Whoever received it points the facilitators to it. From now on they keep that one item, also
    when its author takes it back, until they answer or the circle closes (domain.md 6.3).
    """
    author = _received_from(story.circle, seat.id, command.share, command.reply)
    if author is None or any(_flags(story.circle, command)):
        return None
    _raise(story, "flag", command.mark, command.share, command.reply, author)
    return None


def cancel_flag(story: Story, _: Seat, command: cc.CancelFlag) -> Answer:
    _take_back(story, _flags(story.circle, command))
    return None


def suggest_agreement(story: Story, seat: Seat, command: cc.SuggestAgreement) -> Answer:
    """The facilitators read the line and may add it; whose it is stays unknown."""
    circle = story.circle
    if not seat.inside:
        return Refusal("seat/not_inside")
    if any(_standing(circle, "suggestion", command.mark)):
        return Refusal("suggestion/open")
    cleaned = clean_text(command.text, AGREEMENT_CHARS)
    if isinstance(cleaned, Refusal):
        return cleaned
    _raise(story, "suggestion", command.mark)
    story.keep(suggestion_key(story.circle.signals_begun), cleaned)
    return None


def _received_from(circle: Circle, seat: SeatId, share: int, reply: int | None) -> SeatId | None:
    """Whose words these are, if they reached that seat."""
    found = circle.shares.get(share)
    if found is None:
        return None
    if reply is None:
        return found.seat if seat in found.audience else None
    reached = found.seat == seat and found.delivered
    return next((r.seat for r in found.replies if r.id == reply and reached), None)


def _standing(circle: Circle, kind: str, mark: str) -> Iterator[Signal]:
    return (s for s in circle.signals if s.kind == kind and s.mark == mark)


def _flags(circle: Circle, command: cc.Flag | cc.CancelFlag) -> Iterator[Signal]:
    about = (command.share, command.reply)
    flags = _standing(circle, "flag", command.mark)
    return (s for s in flags if (s.share, s.reply) == about)


def _raise(
    story: Story,
    kind: str,
    mark: str,
    share: int | None = None,
    reply: int | None = None,
    author: SeatId | None = None,
) -> None:
    number = story.circle.signals_begun + 1
    story.happen(e.SignalRaised(number, kind, mark, story.now, share, reply, author))


def _take_back(story: Story, signals: Iterator[Signal]) -> None:
    for signal in list(signals):
        story.happen(e.SignalSettled(signal.id, met=False))
