"""(circle, command, who, now) -> the facts that follow, or a refusal. The one way in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from facilitator.circle import commands as c
from facilitator.circle import commands_care as cc
from facilitator.circle import (
    covers,
    depth,
    frame,
    lines,
    order,
    pauses,
    process_notes,
    seats,
    signals,
    turns,
)
from facilitator.circle import events as e
from facilitator.circle.after import announce, has_gone
from facilitator.circle.asked import BY_FACILITATOR, OPT_OUTS
from facilitator.circle.boundaries import decide_opt_out, depart
from facilitator.circle.minute import need_minute
from facilitator.circle.passage import settle
from facilitator.circle.plan import Nature
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Circle, Phase, Place, Seat, SeatId
from facilitator.circle.story import Story
from facilitator.circle.system import decide_system

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
        return decide_system(story, command)
    circle = story.circle
    if isinstance(command, c.BY_SYSTEM):
        return Refusal("role/facilitator")
    if circle.phase in (Phase.CLOSED, Phase.ENDING) or has_gone(circle, by):
        return _after_the_end(story, command, by)
    seat = circle.seats.get(by)
    if seat is None:
        return Refusal("seat/unknown")
    if seat.place is Place.REMOVED:
        return Refusal("seat/removed")
    if isinstance(command, OPT_OUTS):
        return decide_opt_out(story, by, command)
    if isinstance(command, BY_FACILITATOR):
        return _facilitate(story, seat, command)
    if isinstance(command, c.AcceptAgreements):
        return accept_agreements(story, seat, command)
    if isinstance(command, cc.SuggestAgreement):
        return signals.suggest_agreement(story, seat, command)
    return _speak(story, seat, command)


def _after_the_end(story: Story, command: c.Command, by: SeatId) -> Answer:
    """An opt-out is answered yes to the very end; there is nothing left to opt out of but the seat
    itself.
    """
    if not isinstance(command, OPT_OUTS):
        return Refusal("circle/closed")
    seat = story.circle.seats.get(by)
    if seat is None:
        return None
    if isinstance(command, c.Leave) or (isinstance(command, c.StepOut) and seat.inside):
        depart(story, seat)
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
        return Refusal("circle/parted" if circle.parted else "circle/not_begun")
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
    over = OF_THE_ROUNDS if story.circle.running else (*OF_THE_ROUNDS, *OF_A_RUNNING_ROOM)
    if story.circle.parted and isinstance(command, over):
        return Refusal("circle/parted")
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
    c.LockDoor: lock,
    c.RemoveSeat: lambda story, _, command: seats.remove(story, command.seat),
    c.TakePart: take_part,
    c.Begin: frame.begin,
    c.IntroduceRound: frame.introduce_round,
    c.MoveOn: frame.move,
    c.SetAsideRound: frame.set_aside,
    c.ExtendStep: frame.extend,
    c.TrimStep: frame.trim,
    c.LowerDepth: depth.lower_depth,
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
    c.NeedMinute: need_minute,
    c.AnnounceStayOn: announce,
    c.AddAgreement: frame.add_agreement,
    c.ShortClose: frame.close_shortly,
    c.EmergencyClose: frame.emergency_close,
    c.EndCircle: frame.end,
    cc.Cover: covers.cover,
    cc.ProposeDepth: depth.propose,
    cc.PrivateOffer: lines.offer,
    cc.Signpost: lines.signpost,
    cc.WriteToFacilitators: process_notes.write,
}

LEAD_ONLY = (c.Begin, c.EndCircle, c.HandOver, c.NeedMinute)

# What the room would have to be told; in a silence nothing moves on anybody's screen (I38).
NOT_IN_SILENCE = (
    c.LockDoor,
    c.SetAsideRound,
    c.AcceptLead,
    c.AnnounceStayOn,
    cc.Cover,
    cc.PrivateOffer,
)

# The frame of the rounds; after the farewell there is none any more.
OF_THE_ROUNDS = (
    c.Begin,
    c.IntroduceRound,
    c.MoveOn,
    c.SetAsideRound,
    c.ExtendStep,
    c.TrimStep,
    c.LowerDepth,
    c.OfferSilence,
    c.AddAgreement,
    c.ShortClose,
    c.AnnounceStayOn,
    cc.ProposeDepth,
)
OF_A_RUNNING_ROOM = (c.PauseRoom, c.HoldRoom, c.ResumeRoom)

WHILE_FROZEN = (
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
    c.NeedMinute,
    c.ShortClose,
    c.EmergencyClose,
    c.EndCircle,
    cc.Cover,
    cc.PrivateOffer,
    cc.Signpost,
    cc.WriteToFacilitators,
)
