"""The laws beside the rounds: signals without a sender, private lines of two, covers, and depth
that one person can keep as it is. A part of laws.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from facilitator.circle import commands as c
from facilitator.circle import commands_care as cc
from facilitator.circle import events as e
from facilitator.circle import events_care as ec
from facilitator.circle.depth import between_rounds
from facilitator.circle.evolve_lines import line_between
from facilitator.circle.plan import LINE_MESSAGES, PROCESS_MESSAGES
from facilitator.circle.state import Circle, Phase

ASKED_AS = {
    "pause": c.PausePlease,
    "lighter": cc.KeepLighter,
    "flag": cc.Flag,
    "suggestion": cc.SuggestAgreement,
}


def signal_is_somebodys_and_once(watch: Any, event: e.SignalRaised) -> None:
    """I15: each is asked for, and one of a kind and about one thing stands for each mark."""
    assert isinstance(watch.command, ASKED_AS[event.kind])
    assert event.mark == watch.command.mark
    about = (event.kind, event.mark, event.share, event.reply)
    assert about not in [(s.kind, s.mark, s.share, s.reply) for s in watch.before.signals]
    if event.kind == "flag":
        share = watch.before.shares[event.share]
        received = share.audience if event.reply is None else {share.seat}
        assert watch.by in received
        assert event.author != watch.by


def lighter_is_ones_own(watch: Any, event: ec.LighterSet) -> None:
    assert isinstance(watch.command, cc.KeepLighter)
    assert (event.mark, event.on) == (watch.command.mark, watch.command.on)


def deeper_only_if_nobody_minds(watch: Any, event: ec.DepthRaised) -> None:
    """I53, I54: between rounds, asked long enough, as deep as promised, and against nobody."""
    b = watch.before
    assert b.proposal is not None
    assert not b.lighter
    assert between_rounds(b)
    assert not b.frozen
    assert b.circle_time(watch.now) >= b.proposal.began + b.proposal.length
    assert (event.round, event.depth) == (b.proposal.round, b.proposal.depth)
    assert b.agenda.rounds[event.round].depth < event.depth <= b.agenda.deepest
    assert event.round not in b.done
    others = [r for i, r in enumerate(b.agenda.rounds) if i != event.round]
    assert others == [r for i, r in enumerate(watch.after.agenda.rounds) if i != event.round]


def kept_if_somebody_minds(watch: Any, _: ec.DepthKept) -> None:
    assert watch.before.lighter
    assert watch.after.agenda == watch.before.agenda


def covered_by_those_who_hold(watch: Any, _: e.Event) -> None:
    """No word is deleted by it, and only a facilitator asks for it."""
    assert isinstance(watch.command, cc.Cover)
    assert watch.before.seats[watch.by].facilitates


def written_between_two(watch: Any, event: ec.PrivatelyWritten) -> None:
    """I5, I27, I28: by one of the two ends; a facilitator only answers; never in an unheld room."""
    b = watch.before
    assert event.by == watch.by
    assert not b.seats[event.seat].facilitates
    assert b.seats[event.holder].facilitates
    assert b.held is None
    if event.by == event.holder:
        line = line_between(b, event.seat, event.holder)
        assert line is not None
        assert any(m.by == event.seat for m in line.messages) or len(line.messages) > 100
        assert isinstance(watch.command, cc.WritePrivately | cc.Signpost)
    else:
        assert event.by == event.seat
        assert isinstance(watch.command, cc.WritePrivately)
    key = f"private:{event.seat}:{event.holder}:{event.message}"
    watch.readers[key] = {event.seat, event.holder}


def read_by_its_end(watch: Any, event: ec.PrivatelyRead) -> None:
    assert isinstance(watch.command, cc.OpenLine)
    assert watch.by == event.by
    assert event.by in (event.seat, event.holder)


def wiped_by_an_end(watch: Any, event: ec.PrivateLineWiped) -> None:
    if isinstance(watch.command, cc.WipeLine):
        assert watch.by in (event.seat, event.holder)
    else:
        assert isinstance(watch.command, c.Leave)
        assert watch.by == event.seat


def told_that_nobody_opened_it(watch: Any, event: ec.PrivateLineWaited) -> None:
    """I62: after two minutes, or at once when nobody was there."""
    line = line_between(watch.before, event.seat, event.holder)
    assert line is not None
    waits = watch.now - line.unread_by(event.holder)[0].at
    absent = not watch.before.seats[event.holder].present
    assert absent or waits >= watch.before.timings.line_wait


def offered_once(watch: Any, event: ec.OfferMade) -> None:
    """I55: one offer a seat, none to whoever asked for none; another only after an answer."""
    seat = watch.before.seats[event.seat]
    assert watch.by == event.by
    assert not seat.facilitates
    assert seat.private_offers
    assert seat.offered_by is None or (seat.offered_by == event.by and seat.offer_answered)


def receivers_change_softly(watch: Any, _: ec.ReceiversShown) -> None:
    """I38, I59: nobody is disturbed by who can be written to."""
    assert watch.before.door_moment


def process_is_among_facilitators(watch: Any, event: ec.ProcessWritten) -> None:
    assert watch.by == event.by
    assert watch.before.seats[event.by].facilitates


CARE_LAWS: dict[type[e.Event], tuple[Callable[[Any, Any], None], ...]] = {
    e.SignalRaised: (signal_is_somebodys_and_once,),
    ec.LighterSet: (lighter_is_ones_own,),
    ec.DepthRaised: (deeper_only_if_nobody_minds,),
    ec.DepthKept: (kept_if_somebody_minds,),
    ec.ShareCovered: (covered_by_those_who_hold,),
    ec.ReplyCovered: (covered_by_those_who_hold,),
    ec.PrivatelyWritten: (written_between_two,),
    ec.PrivatelyRead: (read_by_its_end,),
    ec.PrivateLineWiped: (wiped_by_an_end,),
    ec.PrivateLineWaited: (told_that_nobody_opened_it,),
    ec.OfferMade: (offered_once,),
    ec.ReceiversShown: (receivers_change_softly,),
    ec.ProcessWritten: (process_is_among_facilitators,),
}


def asked_between_rounds_only(circle: Circle, _: int) -> None:
    """I53: no proposal is open once a round is on."""
    assert circle.proposal is None or between_rounds(circle)


def lines_have_two_ends(circle: Circle, _: int) -> None:
    """I27: each line has one participant and one who facilitates, and a bound."""
    for line in circle.lines:
        assert circle.seats[line.holder].facilitates
        assert not circle.seats[line.seat].facilitates
        assert circle.seats[line.seat].place != "removed"
        assert 0 < len(line.messages) <= LINE_MESSAGES
    assert len({line.ends for line in circle.lines}) == len(circle.lines)
    assert len(circle.process) <= PROCESS_MESSAGES


def nothing_beside_is_left(circle: Circle, _: int) -> None:
    """I31: of lines, notes and wishes nothing outlives the circle."""
    if not circle.open:
        assert not circle.lines
        assert not circle.process
        assert circle.proposal is None
    if circle.phase is Phase.CLOSED:
        assert not circle.lighter
        assert not circle.receivers


CARE_AT_REST = (asked_between_rounds_only, lines_have_two_ends, nothing_beside_is_left)
