"""The turn: an offer that may be passed, a space that is kept, a rest that follows (domain.md 2.3).

Whatever ends an offer or a turn looks the same from outside: the seat is settled and the circle
rests (I11).
"""

from __future__ import annotations

from facilitator.circle import events as e
from facilitator.circle.between import end_turn
from facilitator.circle.commands import PublishShare
from facilitator.circle.order import may_reclaim
from facilitator.circle.plan import (
    CHECK_IN_CHARS,
    REPLY_CHARS,
    SHARE_CHARS,
    WORDS_CHARS,
    Level,
    Medium,
)
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Circle, Round, Seat, SeatId, Share, TurnPhase
from facilitator.circle.story import Story
from facilitator.circle.words import clean_text, reply_key, share_key, shown_key

HOWS = {"write", "speak", "quiet"}
SHOWN_STEPS = {"choosing", "goodbye"}


# --- The life of one turn -------------------------------------------------------------------------


def offer_next(story: Story) -> None:
    """The next seat in the queue is offered the space."""
    circle, current = story.circle, story.circle.round
    if current is None or not current.queue:
        return
    turn = circle.turns_begun + 1
    story.happen(e.TurnOffered(turn, current.queue[0], story.now, circle.timings.offer_window))


def rest(story: Story, chars: int = 0) -> None:
    """The space is nobody's and the circle rests: at least as long as reading takes."""
    t = story.circle.timings
    story.happen(e.TurnRested(story.now, max(t.rest, chars * t.rest_per_char)))


def settle_seat(story: Story, seat: SeatId, *, whole_round: bool = False) -> None:
    """Nothing more is asked of the seat: its offer or turn ends, its place in the order is given
    up.
    """
    current = story.circle.round
    _settle_waiting(story, seat, whole_round=whole_round)
    if current is None or current.step is None:
        return
    turn = current.turn
    holds = turn is not None and turn.seat == seat
    questions = open_questions(current, whole_round=whole_round)
    news = tuple(q for q in questions if (q, seat) not in current.settled)
    if news:
        story.happen(e.SeatSettled(seat, news))
    if holds and turn is not None and turn.phase in (TurnPhase.OFFERED, TurnPhase.SHARING):
        rest(story)


def _settle_waiting(story: Story, seat: SeatId, *, whole_round: bool) -> None:
    """A silence offered inside a round must not hide the opt-out from the round that waits."""
    waiting = story.circle.suspended
    if waiting is None:
        return
    questions = open_questions(waiting, whole_round=whole_round)
    if any((q, seat) not in waiting.settled for q in questions):
        story.happen(e.SeatSettledWaiting(seat, questions))


def open_questions(current: Round, *, whole_round: bool) -> tuple[str, ...]:
    """What is asked now, or what comes first while nothing was asked yet; or all that is left.

    Once something was asked, a second tap that comes a step too late must not answer what is next.
    """
    left = [s.question for s in current.steps[current.at :] if s.asks]
    if not whole_round:
        asking = current.step is not None and current.step.asks
        asked_before = any(s.asks for s in current.steps[: current.at])
        left = left[:1] if asking or not asked_before else []
    return tuple(dict.fromkeys(left))


def end_rest(story: Story) -> None:
    """The rest is over: replies are gathered if the sharer asked for some, else the turn is
    settled.
    """
    circle, turn = story.circle, story.circle.turn
    share = circle.shares.get(turn.id) if turn else None
    window = circle.timings.respond_window
    if share is not None and share.level is not Level.NONE and window > 0:
        story.happen(e.RepliesOpened(story.now, window))
    else:
        end_turn(story)


def end_replies(story: Story) -> None:
    """What was given comes to the sharer at one moment, together."""
    turn = story.circle.turn
    if turn is not None and turn.id in story.circle.shares:
        story.happen(e.RepliesDelivered(turn.id))
    end_turn(story)


# --- What a seat does with its turn ---------------------------------------------------------------


def take(story: Story, seat: Seat, turn_id: int, how: str) -> Refusal | None:
    """The seat has the space for its time."""
    circle, turn = story.circle, story.circle.turn
    if turn is None or turn.id != turn_id:
        return Refusal("turn/not_now")
    if turn.seat != seat.id:
        return Refusal("turn/not_yours")
    if turn.phase is TurnPhase.SHARING:
        return None
    if turn.phase is not TurnPhase.OFFERED:
        return Refusal("turn/not_offered")
    medium = circle.agenda.medium
    apart = {"write": Medium.SPOKEN, "speak": Medium.WRITTEN}.get(how)
    if how not in HOWS or medium is apart:
        return Refusal("turn/medium")
    length = circle.round.share_time if circle.round else circle.timings.words_time
    story.happen(e.TurnTaken(how, story.now, length))
    return None


def publish(story: Story, seat: Seat, command: PublishShare) -> Refusal | None:
    """The share exists, its audience is fixed, and the circle rests with it (I6, I19)."""
    circle, current, level = story.circle, story.circle.round, command.level
    turn = current.turn if current else None
    if current is None or turn is None or turn.id != command.turn:
        return Refusal("turn/not_now")
    if turn.seat != seat.id:
        return Refusal("turn/not_yours")
    if turn.phase is not TurnPhase.SHARING:
        return Refusal("turn/not_sharing")
    if circle.agenda.medium is Medium.SPOKEN:
        return Refusal("turn/medium")
    if level.height > current.replies_max.height:
        return Refusal("level/plan")
    if level is Level.IDEAS and not circle.agenda.ideas_welcome:
        return Refusal("level/plan")
    cleaned = clean_text(command.text, share_chars(current))
    if isinstance(cleaned, Refusal):
        return cleaned
    question = current.step.question if current.step else "turns"
    story.happen(
        e.ShareGiven(turn.id, seat.id, audience(circle, seat.id), level, command.heads_up),
        e.SeatSettled(seat.id, (question,)),
    )
    story.keep(share_key(turn.id), cleaned)
    rest(story, len(cleaned))
    return None


def share_chars(current: Round) -> int:
    """The most characters a share has in that round."""
    sharing = current.kind in ("micro_sharing", "stay_on")
    return SHARE_CHARS[current.depth] if sharing else WORDS_CHARS


def audience(circle: Circle, author: SeatId) -> frozenset[SeatId]:
    """Who would receive a share at this instant: everybody in the circle who holds the agreements
    (I10, I21).
    """
    return frozenset(
        s.id for s in circle.inside() if s.id != author and s.agreed == circle.agreements
    )


def reclaim(story: Story, seat: Seat, round_index: int) -> Refusal | None:
    """The seat is at the end of the order again; in an open step it asks for the space."""
    current = story.circle.round
    if current is None or current.index != round_index or not may_reclaim(current, seat):
        if current is not None and seat.id in current.shared:
            return Refusal("turn/has_shared")
        queued = current is not None and seat.id in current.queue
        return None if queued else Refusal("round/not_now")
    question = current.step.question if current.step else ""
    if (question, seat.id) in current.settled:
        story.happen(e.SeatUnsettled(seat.id, (question,)))
    story.happen(e.SeatQueued(seat.id))
    return None


# --- Replies and what is shown together -----------------------------------------------------------


def reply(story: Story, seat: Seat, share_id: int, level: Level, text: str) -> Refusal | None:
    """The reply is kept until the window ends; nothing above the sharer's level exists (I24)."""
    circle, turn = story.circle, story.circle.turn
    share = circle.shares.get(share_id)
    if share is None:
        return Refusal("share/gone")
    if share.covered:
        return Refusal("share/covered")
    if turn is None or turn.id != share_id or turn.phase is not TurnPhase.RESPONDING:
        return Refusal("reply/not_now")
    if seat.id not in share.audience:
        return Refusal("reply/not_received")
    if level is Level.NONE or level.height > share.level.height:
        return Refusal("reply/level")
    cleaned = clean_text(text, REPLY_CHARS)
    if isinstance(cleaned, Refusal):
        return cleaned
    number = circle.replies_begun + 1
    story.happen(e.ReplyGiven(share_id, number, seat.id, level))
    story.keep(reply_key(number), cleaned)
    return None


def show(story: Story, seat: Seat, round_index: int, step_name: str, text: str) -> Refusal | None:
    """What the seat chose is kept until everybody's is shown; it may be changed until then."""
    current = story.circle.round
    step = current.step if current else None
    on = current is not None and current.index == round_index
    if current is None or step is None or not on or step.name != step_name:
        return Refusal("round/not_now")
    if step.name not in SHOWN_STEPS:
        return Refusal("round/not_now")
    longest = CHECK_IN_CHARS if step.name == "choosing" else WORDS_CHARS
    cleaned = clean_text(text, longest)
    if isinstance(cleaned, Refusal):
        return cleaned
    if (step.name, seat.id) not in current.shown:
        story.happen(e.ShownTogether(seat.id, step.name))
    if (step.name, seat.id) not in current.settled:
        story.happen(e.SeatSettled(seat.id, (step.name,)))
    story.keep(shown_key(current.index, step.name, seat.id), cleaned)
    return None


def reveal(story: Story) -> None:
    """What was chosen appears together, to those who are in the circle at this moment."""
    circle, current = story.circle, story.circle.round
    if current is None or current.step is None:
        return
    inside = frozenset(s.id for s in circle.inside() if s.agreed == circle.agreements)
    story.happen(e.GatheringRevealed(current.step.name, inside))


def readable(share: Share, seat: SeatId) -> bool:
    """The share reached that seat, or is its own."""
    return seat == share.seat or seat in share.audience
