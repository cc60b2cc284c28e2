"""(circle, command, who, now) -> the facts that follow, or a refusal. The one way in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from facilitator.circle import commands as c
from facilitator.circle import events as e
from facilitator.circle import frame, order, pauses, seats, turns
from facilitator.circle.boundaries import decide_opt_out, depart
from facilitator.circle.due import time_ran_out
from facilitator.circle.passage import settle
from facilitator.circle.plan import Nature
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Circle, Phase, Place, Seat, SeatId
from facilitator.circle.story import Story

Answer = Refusal | None
Handler = Callable[[Story, Seat, Any], Answer]


@dataclass(frozen=True, slots=True)
class Decision:
    """What follows: the facts, the circle after them, and the words the vault is to keep under
    their keys.
    """

    events: tuple[e.Event, ...]
    circle: Circle
    words: dict[str, str]


def decide(circle: Circle, command: c.Command, by: SeatId | None, now: int) -> Decision | Refusal:
    """What the command leads to at `now` (UTC ms). `by` is the asking seat, None for the clock and
    the door.
    """
    story = Story(circle, now)
    refusal = _answer(story, command, by)
    if refusal is not None:
        return refusal
    settle(story)
    return Decision(tuple(story.events), story.circle, story.words)


def _answer(story: Story, command: c.Command, by: SeatId | None) -> Answer:
    if by is None:
        return _system(story, command)
    circle = story.circle
    if isinstance(command, c.BY_SYSTEM):
        return Refusal("role/facilitator")
    if circle.phase is Phase.CLOSED or circle.phase is Phase.ENDING:
        return _after_the_end(story, command, by)
    seat = circle.seats.get(by)
    if seat is None:
        return Refusal("seat/unknown")
    if seat.place is Place.REMOVED:
        return Refusal("seat/removed")
    if isinstance(command, c.OPT_OUTS):
        return decide_opt_out(story, by, command)
    if isinstance(command, c.BY_FACILITATOR):
        return _facilitate(story, seat, command)
    if isinstance(command, c.AcceptAgreements):
        return accept_agreements(story, seat, command)
    return _speak(story, seat, command)


def _after_the_end(story: Story, command: c.Command, by: SeatId) -> Answer:
    """An opt-out is answered yes to the very end; there is nothing left to opt out of but the seat
    itself.
    """
    if not isinstance(command, c.OPT_OUTS):
        return Refusal("circle/closed")
    seat = story.circle.seats.get(by)
    if seat is None:
        return None
    if isinstance(command, c.Leave) or (isinstance(command, c.StepOut) and seat.inside):
        depart(story, seat)
    return None


def _system(story: Story, command: c.Command) -> Answer:
    circle = story.circle
    if circle.phase is Phase.CLOSED:
        return Refusal("circle/closed")
    match command:
        case c.TakeSeat():
            return seats.take_seat(story, command)
        case c.DropEveryLine():
            seats.drop_every_line(story)
        case c.TimeRanOut():
            time_ran_out(story)
        case c.LoseWords():
            story.happen(e.WordsLost())
        case c.CloseNow():
            story.happen(e.CircleClosed("closed", story.now))
        case c.RaiseLine(seat=who) | c.DropLine(seat=who):
            seat = circle.seats.get(who)
            if seat is None:
                return Refusal("seat/unknown")
            if seat.place is Place.REMOVED and isinstance(command, c.RaiseLine):
                return Refusal("seat/removed")
            up = isinstance(command, c.RaiseLine)
            (seats.raise_line if up else seats.drop_line)(story, seat)
        case _:
            return Refusal("seat/unknown")
    return None


def accept_agreements(story: Story, seat: Seat, command: c.AcceptAgreements) -> Answer:
    if command.version != story.circle.agreements:
        return Refusal("seat/agreements")
    if seat.agreed != command.version:
        story.happen(e.AgreementsAccepted(seat.id, command.version))
    return None


# --- Speaking -------------------------------------------------------------------------------------


def _speak(story: Story, seat: Seat, command: c.Command) -> Answer:
    """What brings words into the room needs a running room, a seat inside it and the agreements."""
    circle = story.circle
    if not circle.running:
        return Refusal("circle/not_begun")
    if not seat.inside:
        return Refusal("seat/not_inside")
    if seat.agreed != circle.agreements:
        return Refusal("seat/agreements")
    if circle.frozen:
        return Refusal("circle/frozen")
    match command:
        case c.TakeTurn(turn=turn, how=how):
            return turns.take(story, seat, turn, how)
        case c.PublishShare():
            return turns.publish(story, seat, command)
        case c.Reclaim(round=index):
            return turns.reclaim(story, seat, index)
        case c.Reply(share=share, level=level, text=text):
            return turns.reply(story, seat, share, level, text)
        case c.ShowTogether(round=index, step=step, text=text):
            return turns.show(story, seat, index, step, text)
    return Refusal("seat/unknown")


# --- Facilitating ---------------------------------------------------------------------------------


def _facilitate(story: Story, seat: Seat, command: c.Command) -> Answer:
    if not seat.facilitates:
        return Refusal("role/facilitator")
    if not seat.present:
        return Refusal("seat/not_inside")
    leads = story.circle.lead == seat.id
    if isinstance(command, LEAD_ONLY) and not leads:
        return Refusal("role/lead")
    if story.circle.frozen and not isinstance(command, WHILE_FROZEN):
        return Refusal("circle/frozen")
    quiet = story.circle.in_silence and not story.circle.frozen
    if quiet and isinstance(command, NOT_IN_SILENCE):
        return Refusal("silence/on")
    return FRAME[type(command)](story, seat, command)


def take_part(story: Story, seat: Seat, command: c.TakePart) -> Answer:
    if seat.takes_turns is not command.takes_turns:
        story.happen(e.PartTaken(seat.id, command.takes_turns))
    step = story.circle.round.step if story.circle.round else None
    if command.takes_turns:
        order.join_the_order(story, seat.id)
    elif step is not None and step.nature in (Nature.TURNS, Nature.SPACE):
        turns.settle_seat(story, seat.id)
    return None


def lock(story: Story, seat: Seat, command: c.LockDoor) -> Answer:
    if story.circle.locked is not command.locked:
        story.happen(e.DoorSet(command.locked, seat.id))
    return None


def hand_over(story: Story, _: Seat, command: c.HandOver) -> Answer:
    other = story.circle.seats.get(command.to)
    if other is None or not other.facilitates or not other.present:
        return Refusal("lead/not_present")
    if other.id != story.circle.lead:
        story.happen(e.LeadOffered(other.id))
    return None


def accept_lead(story: Story, seat: Seat, _: c.AcceptLead) -> Answer:
    """There is one lead before and one lead after (I51)."""
    if story.circle.lead == seat.id:
        return None
    if story.circle.handing_to != seat.id:
        return Refusal("lead/not_offered")
    story.happen(e.LeadTaken(seat.id, seat.id))
    return None


FRAME: dict[type[c.Command], Handler] = {
    c.Admit: lambda story, _, command: seats.admit(story, command.seat),
    c.LockDoor: lock,
    c.RemoveSeat: lambda story, _, command: seats.remove(story, command.seat),
    c.TakePart: take_part,
    c.Begin: frame.begin,
    c.IntroduceRound: frame.introduce_round,
    c.MoveOn: frame.move,
    c.SetAsideRound: frame.set_aside,
    c.ExtendStep: frame.extend,
    c.TrimStep: frame.trim,
    c.LowerDepth: frame.lower_depth,
    c.SkipKindly: frame.skip_kindly,
    c.CloseTurn: frame.close_turn,
    c.GiveTime: frame.give_time,
    c.OfferSilence: frame.offer_silence,
    c.PauseRoom: pauses.pause,
    c.HoldRoom: pauses.hold,
    c.ResumeRoom: pauses.resume,
    c.AnswerSignal: pauses.answer_signal,
    c.HandOver: hand_over,
    c.AcceptLead: accept_lead,
    c.AddAgreement: frame.add_agreement,
    c.ShortClose: frame.close_shortly,
    c.EmergencyClose: frame.emergency_close,
    c.EndCircle: frame.end,
}

LEAD_ONLY = (c.Begin, c.EndCircle, c.HandOver)

# What the room would have to be told; in a silence nothing moves on anybody's screen (I38).
NOT_IN_SILENCE = (c.LockDoor, c.SetAsideRound, c.AcceptLead)

WHILE_FROZEN = (
    c.Admit,
    c.LockDoor,
    c.RemoveSeat,
    c.TakePart,
    c.CloseTurn,
    c.SkipKindly,
    c.LowerDepth,
    c.PauseRoom,
    c.ResumeRoom,
    c.AnswerSignal,
    c.HandOver,
    c.AcceptLead,
    c.ShortClose,
    c.EmergencyClose,
    c.EndCircle,
)
