"""Who is asked, in which order, and for how long: the same time for everybody (I63, I64)."""

from __future__ import annotations

from facilitator.circle import events as e
from facilitator.circle.plan import Nature
from facilitator.circle.state import Circle, Mode, Round, Seat, SeatId, Turn, TurnPhase
from facilitator.circle.story import Story
from facilitator.circle.timing import closing_due, remaining

OFFER_USUAL_PART = 4


def willing(circle: Circle, current: Round, question: str) -> list[SeatId]:
    """The seats to ask, in circle order from the drawn start; facilitators who opted in come last
    (C19).
    """
    asked = [s for s in circle.inside() if _open_to(s, current, question)]
    people = [s.id for s in asked if not s.facilitates]
    if people:
        start = (circle.lot >> (7 * max(0, current.index))) % len(people)
        people = people[start:] + people[:start]
    return people + [s.id for s in asked if s.facilitates]


def _open_to(seat: Seat, current: Round, question: str) -> bool:
    open_today = seat.mode is Mode.OPEN and seat.takes_turns
    return open_today and (question, seat.id) not in current.settled


def all_answered(circle: Circle, current: Round) -> bool:
    """Everybody who is here and open today has answered the step that gathers."""
    step = current.step
    if step is None:
        return True
    question = step.question
    return all(
        (question, seat.id) in current.settled or seat.mode is Mode.LISTENING
        for seat in circle.inside()
    )


def form_queue(story: Story) -> None:
    """The order of the step that begins, and the same time for everybody in it (I63, I64)."""
    circle, current = story.circle, story.circle.round
    if current is None or current.step is None:
        return
    queue = willing(circle, current, current.step.question)
    story.happen(e.QueueFormed(tuple(queue), fair_share_time(circle, story.now, len(queue))))


def fair_share_time(circle: Circle, now: int, seats: int) -> int:
    """What each seat gets: the usual time, or less for all when all would not fit before the
    closing.
    """
    current, t = circle.round, circle.timings
    if current is None or current.kind != "micro_sharing":
        return t.words_time
    usual = t.share_time(current.depth, circle.agenda.medium)
    room = min(_round_room(circle, current, now), closing_due(circle) - now)
    if not seats or room <= 0:
        return usual
    each = room // seats - _around_a_turn(circle, current)
    return max(t.share_time_least, min(usual, each))


def _round_room(circle: Circle, current: Round, now: int) -> int:
    if current.timer is not None:
        return remaining(circle, current.timer, now)
    return next((s.length or 0 for s in current.steps if s.nature is Nature.TURNS), 0)


def _around_a_turn(circle: Circle, current: Round) -> int:
    """The part of a turn that is not sharing: the usual offer, the rest, where allowed the
    replies, and the quiet after it.
    """
    t = circle.timings
    replies = t.respond_window if current.replies_max.height > 0 else 0
    return t.offer_window // OFFER_USUAL_PART + t.rest + replies + current.quiet_between


def fits_before_closing(circle: Circle, current: Round, now: int) -> bool:
    """One more whole turn ends before the time kept for closing (I42)."""
    if current.kind == "closing":
        later = sum(s.length or 0 for s in current.steps[current.at + 1 :])
        around = circle.timings.rest + current.quiet_between
        return now + current.share_time + around + later <= circle.promised_end
    whole = current.share_time + _around_a_turn(circle, current)
    return now + whole <= (circle.after_until or closing_due(circle))


def may_reclaim(current: Round, seat: Seat) -> bool:
    """The step gives space, and the seat neither has it, waits for it, nor has shared in this
    round.
    """
    step, turn = current.step, current.turn
    if step is None or step.nature not in (Nature.TURNS, Nature.SPACE):
        return False
    if turn is not None and turn.seat == seat.id and holds_space(turn):
        return False
    return seat.id not in current.queue and seat.id not in current.shared


def holds_space(turn: Turn) -> bool:
    return turn.phase in (TurnPhase.OFFERED, TurnPhase.SHARING)


def join_the_order(story: Story, seat_id: SeatId) -> None:
    """Somebody who comes in while the space goes round is asked last, like anybody who was never
    asked.
    """
    current, seat = story.circle.round, story.circle.seats[seat_id]
    if current is None or current.step is None or current.step.nature is not Nature.TURNS:
        return
    if _open_to(seat, current, current.step.question) and may_reclaim(current, seat):
        story.happen(e.SeatQueued(seat.id))
