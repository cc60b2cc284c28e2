"""The opt-outs: decided first, by the same code for every round, with no guard that could say no
(domain.md 2.6, I2).

None of them asks who else is there, what round is on or what came before. Where there is nothing to
opt out of, nothing happens and the answer is still yes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from facilitator.circle import commands as c
from facilitator.circle import commands_care as cc
from facilitator.circle import events as e
from facilitator.circle import let_rest, lines, signals
from facilitator.circle.after import stay
from facilitator.circle.order import join_the_order
from facilitator.circle.plan import Level
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Circle, Mode, Place, Seat, SeatId, Turn, TurnPhase
from facilitator.circle.story import Story
from facilitator.circle.timing import closing_due, remaining
from facilitator.circle.turns import rest, settle_seat

Answer = Refusal | None


def pass_(story: Story, seat: Seat, command: c.Pass) -> Answer:
    """I1, I4: nothing more is asked of the seat in this step, or in this round.

    Sitting out a silence that was offered inside a round is no answer to that round.
    """
    meant = story.circle.suspended or story.circle.round
    if meant is not None and command.round == meant.index:
        settle_seat(story, seat.id, whole_round=command.whole_round)
    return None


def choose_mode(story: Story, seat: Seat, command: c.ChooseMode) -> Answer:
    """Listening ends every open question of this round, and open does not ask them again (I8).

    Who chose to listen before this round and opens again in it is asked like somebody new.
    """
    if seat.mode is not command.mode:
        story.happen(e.ModeChosen(seat.id, command.mode))
    if command.mode is Mode.LISTENING:
        settle_seat(story, seat.id, whole_round=True)
    elif seat.inside:
        join_the_order(story, seat.id)
    return None


def later(story: Story, seat: Seat, command: c.Later) -> Answer:
    """The seat is last in the order; an offer that was open ends as a pass would.

    The order that waits behind an offered silence is meant as well.
    """
    current, waiting = story.circle.round, story.circle.suspended
    if waiting is not None and waiting.index == command.round:
        if seat.id in waiting.queue[:-1]:
            story.happen(e.SeatQueuedWaiting(seat.id))
        return None
    if current is None or current.index != command.round:
        return None
    turn = current.turn
    if turn is not None and turn.seat == seat.id and turn.phase is TurnPhase.OFFERED:
        rest(story)
        story.happen(e.SeatQueued(seat.id))
    elif seat.id in current.queue and current.queue[-1] != seat.id:
        story.happen(e.SeatQueued(seat.id))
    return None


def need_moment(story: Story, seat: Seat, command: c.NeedMoment) -> Answer:
    """The offer stays open for longer, as often as wanted."""
    turn = _own_turn(story, seat, command.turn)
    if turn is not None and turn.phase is TurnPhase.OFFERED:
        story.happen(e.TurnLengthened(story.circle.timings.moment, more=False))
    return None


def step_out(story: Story, seat: Seat, _: c.StepOut) -> Answer:
    """No word reaches the seat and nothing is asked of it until it comes back."""
    if seat.place is Place.CIRCLE:
        settle_seat(story, seat.id, whole_round=True)
        story.happen(e.SeatSteppedOut(seat.id, story.now))
    elif seat.returning:
        story.happen(e.SeatSteppedOut(seat.id, story.now))
    return None


def come_back(story: Story, seat: Seat, _: c.ComeBack) -> Answer:
    """The seat comes in at the next moment that disturbs nobody (I20)."""
    if seat.place in (Place.OUT, Place.LEFT) and not seat.returning:
        story.happen(e.ReturnAsked(seat.id))
    return None


def leave(story: Story, seat: Seat, command: c.Leave) -> Answer:
    """The seat is gone and stays its own; its shares stay, unless it takes them along."""
    if command.with_words:
        for share in [s for s in story.circle.shares.values() if s.seat == seat.id]:
            story.happen(e.ShareTakenBack(share.id))
    current = story.circle.round
    for step, who in sorted(current.shown if current and command.with_words else ()):
        if who == seat.id:
            story.happen(e.ShownTakenBack(who, step))
    if command.with_words:
        lines.take_along(story, seat)
    depart(story, seat)
    return None


def depart(story: Story, seat: Seat) -> None:
    """The seat's place is kept; nothing is asked of it any more."""
    if seat.place in (Place.CIRCLE, Place.OUT, Place.DOOR):
        settle_seat(story, seat.id, whole_round=True)
        story.happen(e.SeatLeft(seat.id, story.now))
    elif seat.returning:
        story.happen(e.SeatLeft(seat.id, story.now))


def take_back_share(story: Story, seat: Seat, command: c.TakeBackShare) -> Answer:
    """The share and its replies are gone from every screen and from the vault (I23)."""
    share = story.circle.shares.get(command.share)
    if share is None:
        return None
    if share.seat != seat.id:
        return Refusal("share/not_yours")
    story.happen(e.ShareTakenBack(share.id))
    return None


def take_back_shown(story: Story, seat: Seat, command: c.TakeBackShown) -> Answer:
    current = story.circle.round
    on = current is not None and current.index == command.round
    if current is not None and on and (command.step, seat.id) in current.shown:
        story.happen(e.ShownTakenBack(seat.id, command.step))
    return None


def set_reply_level(story: Story, seat: Seat, command: c.SetReplyLevel) -> Answer:
    """Lowering always works; only the author raises, and never above the agenda (I24, I25)."""
    circle = story.circle
    if command.share is None:
        if seat.level is not command.level:
            story.happen(e.LevelChosen(seat.id, command.level))
        return None
    share = circle.shares.get(command.share)
    if share is None or share.level is command.level:
        return None
    if share.seat != seat.id:
        return Refusal("share/not_yours")
    if command.level.height > share.level.height:
        most = _replies_most(circle, share.round)
        ideas = command.level is Level.IDEAS and not circle.agenda.ideas_welcome
        if command.level.height > most.height or ideas:
            return Refusal("level/plan")
    story.happen(e.ReplyLevelSet(share.id, command.level))
    return None


def _replies_most(circle: Circle, index: int) -> Level:
    """What the agenda lets come back in that round; nothing to what is said after the farewell."""
    rounds = circle.agenda.rounds
    return rounds[index].replies_max if index < len(rounds) else Level.NONE


def end_own_turn(story: Story, seat: Seat, command: c.LetGo | c.FinishTurn) -> Answer:
    """Letting go and being done leave the same trace: the seat is settled and the circle rests."""
    turn = _own_turn(story, seat, command.turn)
    if turn is not None and turn.phase in (TurnPhase.OFFERED, TurnPhase.SHARING):
        settle_seat(story, seat.id)
    return None


def ask_more_time(story: Story, seat: Seat, command: c.AskMoreTime) -> Answer:
    """A minute more, once, if there is slack; else the facilitators are asked and nobody else
    knows.
    """
    circle, turn = story.circle, _own_turn(story, seat, command.turn)
    if turn is None or turn.phase is not TurnPhase.SHARING:
        return None
    more = circle.timings.more_time
    left = max(0, remaining(circle, turn.timer, story.now))
    slack = story.now + left + more + circle.timings.rest <= closing_due(circle)
    if not turn.more_given and slack:
        story.happen(e.TurnLengthened(more, more=True))
    elif not turn.more_asked:
        story.happen(e.MoreTimeAsked())
    return None


def _own_turn(story: Story, seat: Seat, turn_id: int) -> Turn | None:
    turn = story.circle.turn
    return turn if turn is not None and turn.id == turn_id and turn.seat == seat.id else None


OPT_OUTS: dict[type[c.Command], Callable[[Story, Seat, Any], Answer]] = {
    c.Pass: pass_,
    c.ChooseMode: choose_mode,
    c.Later: later,
    c.NeedMoment: need_moment,
    c.StepOut: step_out,
    c.ComeBack: come_back,
    c.Leave: leave,
    c.TakeBackShare: take_back_share,
    c.TakeBackShown: take_back_shown,
    c.SetReplyLevel: set_reply_level,
    c.PausePlease: signals.pause_please,
    c.CancelPausePlease: signals.cancel_pause_please,
    c.LetGo: end_own_turn,
    c.FinishTurn: end_own_turn,
    c.AskMoreTime: ask_more_time,
    c.LetRest: let_rest.ask,
    c.Stay: stay,
    cc.KeepLighter: signals.keep_lighter,
    cc.Flag: signals.flag,
    cc.CancelFlag: signals.cancel_flag,
    cc.WritePrivately: lines.write,
    cc.OpenLine: lines.open_line,
    cc.WipeLine: lines.wipe_line,
    cc.NoPrivateOffers: lines.no_private_offers,
}


def decide_opt_out(story: Story, by: SeatId, command: c.Command) -> Answer:
    """The answer to an opt-out; a refusal is possible only for another person's share, a level
    that was not planned, or to a facilitator for a line that nobody opened to them.
    """
    return OPT_OUTS[type(command)](story, story.circle.seats[by], command)
