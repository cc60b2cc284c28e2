"""How one thing leads to the next: steps and rounds in their order, and what follows of itself.

`settle` runs after every command until nothing more follows; `time_ran_out` tells what was due.
"""

from __future__ import annotations

from facilitator.circle import events as e
from facilitator.circle.after import end_when_alone
from facilitator.circle.let_rest import tell
from facilitator.circle.lines import show_receivers
from facilitator.circle.order import all_answered, fits_before_closing, form_queue, join_the_order
from facilitator.circle.plan import SHARE_CHARS, Nature, RoundPlan, Step
from facilitator.circle.rounds import KINDS
from facilitator.circle.rounds.closing import LONG_FROM_MINUTES, farewell
from facilitator.circle.seats import let_in
from facilitator.circle.state import Phase, Round, SeatId, StopKind
from facilitator.circle.story import Story
from facilitator.circle.timing import closing_due, free_until
from facilitator.circle.turns import SHOWN_STEPS, offer_next, reveal, settle_seat

INSIDE = -1


def begin_round(story: Story, index: int, by: SeatId | None) -> None:
    """The round is introduced: what it is, how long, what may be left out (A10)."""
    circle = story.circle
    plan = circle.agenda.rounds[index]
    steps = KINDS[plan.kind].steps(plan, circle.timings, circle.promised_end - story.now)
    _introduce(story, index, plan, steps, by)


def short_close(story: Story, by: SeatId) -> None:
    """The closing with nothing but its farewell."""
    circle = story.circle
    index = circle.agenda.closing_index
    plan = circle.agenda.rounds[index]
    long = plan.length > LONG_FROM_MINUTES * circle.timings.minute
    _introduce(story, index, plan, farewell(circle.timings, long=long), by)


def _introduce(
    story: Story, index: int, plan: RoundPlan, steps: tuple[Step, ...], by: SeatId | None
) -> None:
    chars = SHARE_CHARS[plan.depth]
    story.happen(
        e.RoundIntroduced(
            index,
            plan.kind,
            steps,
            plan.depth,
            plan.replies_max,
            chars,
            story.now,
            by,
            plan.quiet_between,
            plan.activity,
        )
    )
    _begin_step(story, 0)


def _begin_step(story: Story, number: int) -> None:
    current = story.circle.round
    if current is None:
        return
    length = current.steps[number].length
    if current.steps[number].nature is Nature.SILENCE and length is not None:
        length = min(length, _quiet_room(story, story.circle.suspended))
        if length <= 0:
            _begin_step(story, number + 1)
            return
    story.happen(e.StepBegan(number, story.now, length))
    if current.steps[number].nature is Nature.TURNS:
        form_queue(story)
    elif current.steps[number].nature is Nature.SPACE:
        story.happen(e.QueueFormed((), _space_time(story)))


def _quiet_room(story: Story, waiting: Round | None) -> int:
    """How long (ms) a silence that begins now can be; pauses and long turns shorten it (I42)."""
    landing = story.circle.timings.landing
    return free_until(story.circle, waiting, story.now) - story.now - landing


def _space_time(story: Story) -> int:
    """In an open step of a sharing round the time everybody had; elsewhere half a minute."""
    current = story.circle.round
    if current is not None and current.share_time:
        return current.share_time
    return story.circle.timings.words_time


def move_on(story: Story) -> None:
    """From the step that is on to the next, or to the round's end."""
    current = story.circle.round
    if current is None or current.step is None:
        return
    if current.step.name in SHOWN_STEPS:
        reveal(story)
    if current.at + 1 < len(current.steps):
        _begin_step(story, current.at + 1)
    else:
        complete_round(story)


def complete_round(story: Story) -> None:
    """The round is over; a silence that was offered inside another gives the place back."""
    inside = story.circle.round is not None and story.circle.round.index == INSIDE
    story.happen(e.RoundCompleted(story.now))
    if inside or story.circle.suspended is not None:
        story.happen(e.RoundCameBack(story.now))
        for seat in story.circle.inside():
            join_the_order(story, seat.id)


def complete_all(story: Story) -> None:
    """No round is on, nor one waiting behind a silence."""
    while story.circle.round is not None and story.circle.round.step is not None:
        complete_round(story)


# --- What follows of itself -----------------------------------------------------------------------


def settle(story: Story) -> None:
    """Everything that follows from where the circle is now, until nothing more does."""
    tell(story)
    while story.circle.open:
        told = len(story.events)
        _hold(story)
        let_in(story)
        end_when_alone(story)
        show_receivers(story)
        if not story.circle.frozen and story.circle.running:
            _go_on(story)
        if len(story.events) == told:
            return


def _hold(story: Story) -> None:
    """Somebody who facilitates and is here holds the room (I46, I51)."""
    circle = story.circle
    present = circle.facilitators_present()
    if not present:
        return
    lead = circle.seats.get(circle.lead) if circle.lead else None
    if lead is None or (circle.held is not None and not lead.present):
        story.happen(e.LeadTaken(present[0].id, None))
    if story.circle.held is not None:
        story.happen(e.RoomTakenUp(story.now))


def _go_on(story: Story) -> None:
    circle, current = story.circle, story.circle.round
    if circle.turn is not None or circle.in_silence:
        return
    if circle.pause_wanted is not None:
        story.happen(e.RoomStopped(StopKind.PAUSE, story.now, circle.pause_wanted, None))
        return
    if circle.silence_wanted is not None:
        _begin_silence(story, circle.silence_wanted)
        return
    if current is not None and current.step is not None:
        _go_on_in(story, current)


def _begin_silence(story: Story, length: int) -> None:
    t = story.circle.timings
    if _quiet_room(story, story.circle.round) < t.introduced + t.silence_least:
        story.happen(e.SilenceForgone())
        return
    story.happen(e.RoundWaited(story.now))
    plan = RoundPlan("silence", length)
    steps = KINDS["silence"].steps(plan, story.circle.timings, 0)
    _introduce(story, INSIDE, plan, steps, None)


def _go_on_in(story: Story, current: Round) -> None:
    step = current.step
    if step is None or current.between is not None:
        return
    if step.nature is Nature.GATHER and all_answered(story.circle, current):
        move_on(story)
    elif step.nature in (Nature.TURNS, Nature.SPACE) and current.queue:
        if fits_before_closing(story.circle, current, story.now):
            offer_next(story)
        elif step.nature is Nature.TURNS:
            complete_round(story)
        else:
            story.happen(e.QueueFormed((), current.share_time))
    elif step.nature is Nature.TURNS:
        move_on(story)


def open_closing(story: Story) -> None:
    """The time kept for closing has come: the closing opens, whatever round is on (I42).

    An offer that is still open has been lengthened until now; it ends as offers end, first.
    """
    if story.circle.turn is not None:
        settle_seat(story, story.circle.turn.seat)
        return
    complete_all(story)
    if story.circle.phase is Phase.LIVE and story.now >= closing_due(story.circle):
        begin_round(story, story.circle.agenda.closing_index, None)
