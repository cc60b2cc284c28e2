"""How signals, covers and a proposal change the picture. A part of `evolve`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from facilitator.circle import events as e
from facilitator.circle import events_care as ec
from facilitator.circle.state import Circle, Line, Signal
from facilitator.circle.state_care import Proposal


def signal_raised(circle: Circle, event: e.SignalRaised) -> Circle:
    signal = Signal(
        event.signal,
        event.kind,
        event.at,
        event.mark,
        share=event.share,
        reply=event.reply,
        author=event.author,
    )
    circle = replace(circle, signals=(*circle.signals, signal), signals_begun=event.signal)
    if event.kind != "pause":
        return circle
    since = event.at - circle.timings.pause_pair
    recent = tuple((m, at) for m, at in circle.recent_marks if at > since and m != event.mark)
    return replace(circle, recent_marks=(*recent, (event.mark, event.at)))


def signal_settled(circle: Circle, event: e.SignalSettled) -> Circle:
    """A wish for a pause that was taken back is as if it had never been raised."""
    back = {
        s.mark
        for s in circle.signals
        if s.id == event.signal and s.kind == "pause" and not event.met
    }
    return replace(
        circle,
        signals=tuple(s for s in circle.signals if s.id != event.signal),
        recent_marks=tuple((m, at) for m, at in circle.recent_marks if m not in back),
    )


def lighter_set(circle: Circle, event: ec.LighterSet) -> Circle:
    marks = circle.lighter | {event.mark} if event.on else circle.lighter - {event.mark}
    return replace(circle, lighter=marks)


def depth_proposed(circle: Circle, event: ec.DepthProposed) -> Circle:
    began = circle.circle_time(event.at)
    asked = Proposal(event.round, event.depth, event.by, began, event.length)
    return replace(circle, proposal=asked)


def depth_raised(circle: Circle, event: ec.DepthRaised) -> Circle:
    return replace(
        circle,
        agenda=circle.agenda.raised(event.round, event.depth),
        proposal=None,
        proposed=(*circle.proposed, event.round),
        line=Line("depth_raised", event.by, event.depth),
    )


def depth_kept(circle: Circle, _: ec.DepthKept) -> Circle:
    asked = () if circle.proposal is None else (circle.proposal.round,)
    proposed = (*circle.proposed, *asked)
    return replace(circle, proposal=None, proposed=proposed, line=Line("depth_kept"))


def share_covered(circle: Circle, event: ec.ShareCovered) -> Circle:
    share = replace(circle.shares[event.share], covered=event.covered)
    return replace(circle, shares={**circle.shares, share.id: share})


def reply_covered(circle: Circle, event: ec.ReplyCovered) -> Circle:
    share = circle.shares[event.share]
    replies = tuple(
        replace(r, covered=event.covered) if r.id == event.reply else r for r in share.replies
    )
    return replace(circle, shares={**circle.shares, share.id: replace(share, replies=replies)})


SIGNAL_EVENTS: dict[type[e.Event], Callable[[Circle, Any], Circle]] = {
    e.SignalRaised: signal_raised,
    e.SignalSettled: signal_settled,
    ec.LighterSet: lighter_set,
    ec.DepthProposed: depth_proposed,
    ec.DepthRaised: depth_raised,
    ec.DepthKept: depth_kept,
    ec.ShareCovered: share_covered,
    ec.ReplyCovered: reply_covered,
}
