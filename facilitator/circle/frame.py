"""What facilitators may do: to the frame, never to a person's words or choices (domain.md 2.7, I5,
I48).
"""

from __future__ import annotations

from facilitator.circle import commands as c
from facilitator.circle import events as e
from facilitator.circle.parting import part
from facilitator.circle.passage import begin_round, complete_all, move_on, short_close
from facilitator.circle.plan import AGREEMENT_CHARS, EXTENSIONS_MOST
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Circle, Phase, Round, Seat, TurnPhase
from facilitator.circle.story import Story
from facilitator.circle.timing import closing_due, closing_opened, free_until, remaining
from facilitator.circle.turns import rest, settle_seat
from facilitator.circle.words import clean_text

Answer = Refusal | None
FEW = 2


def begin(story: Story, seat: Seat, command: c.Begin) -> Answer:
    """The circle is live; the promise moves only when the beginning is late, which is told."""
    circle = story.circle
    if circle.phase is not Phase.DOORS_OPEN:
        return Refusal("circle/begun")
    people = [s for s in circle.inside() if not s.facilitates]
    if len(people) < FEW and not command.with_few:
        return Refusal("circle/few_seats")
    late = story.now > circle.promised_start + circle.timings.late_begin
    promised_end = story.now + circle.agenda.length if late else circle.promised_end
    story.happen(e.CircleBegan(seat.id, promised_end))
    begin_round(story, 0, seat.id)
    return None


def introduce_round(story: Story, seat: Seat, command: c.IntroduceRound) -> Answer:
    circle = story.circle
    if not circle.running:
        return Refusal("circle/not_begun")
    if command.index != next_index(circle):
        return Refusal("round/not_now")
    if circle.round is not None and circle.round.step is not None:
        return Refusal("round/not_now")
    if circle.proposal is not None:
        return Refusal("depth/asking")
    if not _fits(circle, command.index, story.now):
        return Refusal("time/reserve")
    begin_round(story, command.index, seat.id)
    return None


def next_index(circle: Circle) -> int | None:
    """The round that comes next in the agenda; None after the last, and once the closing began."""
    if closing_opened(circle):
        return None
    gone = {*circle.done, *circle.set_aside}
    if circle.round is not None and circle.round.step is not None:
        gone.add(circle.round.index)
    if circle.suspended is not None:
        gone.add(circle.suspended.index)
    return next((i for i in range(len(circle.agenda.rounds)) if i not in gone), None)


def _fits(circle: Circle, index: int, now: int) -> bool:
    """A round with a length of its own must end before the time kept for closing; one of turns
    shortens itself.
    """
    plan, t = circle.agenda.rounds[index], circle.timings
    if plan.kind == "closing":
        return True
    whole = {"silence": t.introduced + plan.length + t.landing, "break": plan.length}
    return now + whole.get(plan.kind, t.introduced) <= closing_due(circle)


def move(story: Story, _: Seat, command: c.MoveOn) -> Answer:
    """From the named step to what follows. A silence is ended softly, through its landing."""
    current = _on(story.circle, command.round, command.step)
    if current is None or current.step is None:
        return Refusal("round/not_now")
    if current.step.name == "introduced":
        return Refusal("round/introducing")
    if current.step.protected:
        return Refusal("round/protected")
    if current.turn is not None or current.between is not None:
        return Refusal("round/not_now")
    move_on(story)
    return None


def set_aside(story: Story, seat: Seat, command: c.SetAsideRound) -> Answer:
    """The round is left for today; a turn that is on may end first."""
    circle = story.circle
    if not 0 <= command.index < len(circle.agenda.rounds):
        return Refusal("round/unknown")
    if command.index == circle.agenda.closing_index:
        return Refusal("round/protected")
    if command.index in circle.done or command.index in circle.set_aside:
        return Refusal("round/done")
    on = circle.round is not None and circle.round.index == command.index
    if on and circle.turn is not None:
        return Refusal("round/not_now")
    story.happen(e.RoundSetAside(command.index, seat.id))
    return None


def extend(story: Story, seat: Seat, command: c.ExtendStep) -> Answer:
    """More time for the step, never out of the time kept for closing; a silence twice at most (I40,
    I42).
    """
    circle = story.circle
    current = _timed(circle, command)
    if isinstance(current, Refusal):
        return current
    if circle.in_silence:
        told = _silence_told(circle, current, command.by, story.now)
        if told is not None:
            return told
    if _end_after(circle, current, command.by, story.now) > 0:
        return Refusal("time/reserve")
    story.happen(e.StepLengthened(seat.id, command.by))
    return None


def _silence_told(circle: Circle, current: Round, by: int, now: int) -> Answer:
    t = circle.timings
    if by > t.silence_extension:
        return Refusal("time/range")
    if current.lengthened >= EXTENSIONS_MOST:
        return Refusal("silence/extended")
    left = remaining(circle, current.timer, now) if current.timer else 0
    return Refusal("silence/late") if left < t.silence_notice else None


def _end_after(circle: Circle, current: Round, by: int, now: int) -> int:
    """How far (ms) the step, made so much longer, would reach into what is kept for closing."""
    left = max(0, remaining(circle, current.timer, now)) if current.timer else 0
    if current.kind == "closing":
        later = sum(s.length or 0 for s in current.steps[current.at + 1 :])
        return now + left + by + later - circle.promised_end
    landing = circle.timings.landing if circle.in_silence else 0
    return now + left + by + landing - free_until(circle, circle.suspended, now)


def trim(story: Story, seat: Seat, command: c.TrimStep) -> Answer:
    current = _timed(story.circle, command)
    if isinstance(current, Refusal):
        return current
    left = remaining(story.circle, current.timer, story.now) if current.timer else 0
    story.happen(e.StepLengthened(seat.id, -min(command.by, max(0, left))))
    return None


def skip_kindly(story: Story, _: Seat, command: c.SkipKindly) -> Answer:
    """The demand is gone; from outside it is a pass (I11)."""
    turn = story.circle.turn
    if turn is None or turn.id != command.turn:
        return Refusal("turn/not_now")
    if turn.phase is not TurnPhase.OFFERED:
        return Refusal("turn/not_offered")
    settle_seat(story, turn.seat)
    return None


def close_turn(story: Story, _: Seat, command: c.CloseTurn) -> Answer:
    """After the grace, or in a pause: the space ends and what was not given stays on the sharer's
    device (I6).
    """
    circle, turn = story.circle, story.circle.turn
    if turn is None or turn.id != command.turn:
        return Refusal("turn/not_now")
    if turn.phase is not TurnPhase.SHARING:
        return Refusal("turn/not_sharing")
    if not may_close(circle, story.now):
        return Refusal("turn/within_time")
    settle_seat(story, turn.seat)
    return None


def may_close(circle: Circle, now: int) -> bool:
    turn = circle.turn
    if turn is None or turn.phase is not TurnPhase.SHARING:
        return False
    return circle.frozen or remaining(circle, turn.timer, now) <= -circle.timings.grace


def give_time(story: Story, _: Seat, command: c.GiveTime) -> Answer:
    circle, turn = story.circle, story.circle.turn
    if turn is None or turn.id != command.turn:
        return Refusal("turn/not_now")
    if turn.phase is not TurnPhase.SHARING:
        return Refusal("turn/not_sharing")
    more = circle.timings.more_time
    left = max(0, remaining(circle, turn.timer, story.now))
    if story.now + left + more + circle.timings.rest > closing_due(circle):
        return Refusal("time/reserve")
    story.happen(e.TurnLengthened(more, more=False))
    return None


def offer_silence(story: Story, seat: Seat, command: c.OfferSilence) -> Answer:
    """A silence begins when nobody has the space; then the round is back where it was (A19)."""
    circle, t = story.circle, story.circle.timings
    if not circle.running:
        return Refusal("circle/not_begun")
    if not t.silence_least <= command.length <= t.silence_most:
        return Refusal("time/range")
    current = circle.round
    asked = circle.silence_wanted is not None or circle.suspended is not None
    if asked or (current is not None and current.step is not None and current.kind == "silence"):
        return Refusal("silence/on")
    whole = t.introduced + command.length + t.landing
    closing = current is not None and current.kind == "closing"
    if current is not None and closing and (current.step is None or current.step.protected):
        return Refusal("round/protected")
    if story.now + whole > free_until(circle, current, story.now):
        return Refusal("time/reserve")
    story.happen(e.SilenceAsked(command.length, seat.id))
    return None


def add_agreement(story: Story, seat: Seat, command: c.AddAgreement) -> Answer:
    """A line the room adopted; words reach a seat again once it accepts them (I10, I53)."""
    circle = story.circle
    step = circle.round.step if circle.round else None
    if step is not None and step.name != "agreements":
        return Refusal("round/not_now")
    cleaned = clean_text(command.text, AGREEMENT_CHARS)
    if isinstance(cleaned, Refusal):
        return cleaned
    story.happen(e.AgreementAdded(cleaned, seat.id))
    return None


def close_shortly(story: Story, seat: Seat, _: c.ShortClose) -> Answer:
    """Straight to the farewell, never straight to nothing; a turn that is on rests."""
    circle = story.circle
    if not circle.running:
        return Refusal("circle/not_begun")
    step = circle.round.step if circle.round else None
    if circle.phase is Phase.WINDING_DOWN and (step is None or step.protected):
        return None
    if circle.turn is not None and circle.turn.phase in (TurnPhase.OFFERED, TurnPhase.SHARING):
        rest(story)
    if story.circle.stop is not None:
        story.happen(e.RoomResumed(story.now, seat.id))
    complete_all(story)
    story.happen(e.ClosingShortened(seat.id))
    short_close(story, seat.id)
    return None


def emergency_close(story: Story, _: Seat, __: c.EmergencyClose) -> Answer:
    story.happen(e.EndingShown("emergency", story.now))
    return None


def end(story: Story, seat: Seat, _: c.EndCircle) -> Answer:
    """The lead ends the circle once the farewell has been on every screen for a while (I42); those
    who chose to stay are still together after it.
    """
    circle = story.circle
    since = circle.farewell_since
    if since is None or story.now - since < circle.timings.farewell_least:
        return Refusal("circle/too_soon")
    part(story, seat.id)
    return None


def _timed(circle: Circle, command: c.ExtendStep | c.TrimStep) -> Round | Refusal:
    """The round that is on, if its step has a length that may be changed by so much."""
    current = _on(circle, command.round, command.step)
    if current is None or current.timer is None or current.step is None:
        return Refusal("round/not_now")
    if current.step.protected:
        return Refusal("round/protected")
    return current if command.by > 0 else Refusal("time/range")


def _on(circle: Circle, index: int, step: str) -> Round | None:
    """The round, if it and its step are the ones that were named."""
    current = circle.round
    if current is None or current.index != index or current.step is None:
        return None
    return current if current.step.name == step else None
