"""What happens when time ran out: a cue, never a turn taken away (domain.md I37)."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.circle import events as e
from facilitator.circle.depth import objection_over
from facilitator.circle.lines import lines_waited
from facilitator.circle.parting import part
from facilitator.circle.passage import move_on, open_closing, settle
from facilitator.circle.seats import grace_is_over
from facilitator.circle.state import StopKind, TurnPhase
from facilitator.circle.story import Story
from facilitator.circle.timing import dues
from facilitator.circle.turns import end_replies, end_rest, settle_seat

MOST_AT_ONCE = 500


def time_ran_out(story: Story) -> None:
    """Everything that was due by now has happened, earliest first."""
    for _ in range(MOST_AT_ONCE):
        due = min((d for d in dues(story.circle) if d[0] <= story.now), default=None)
        if due is None:
            return
        what, _sep, which = due[1].partition(":")
        if what == "seat":
            grace_is_over(story, which)
        else:
            WHEN_DUE[what](story)
        settle(story)
    raise RuntimeError("a circle's time does not come to rest")


def turn(story: Story) -> None:
    now = story.circle.turn
    if now is None:
        return
    if now.phase is TurnPhase.OFFERED:
        settle_seat(story, now.seat)
    elif now.phase is TurnPhase.RESTING:
        end_rest(story)
    elif now.phase is TurnPhase.RESPONDING:
        end_replies(story)


def dropped(story: Story) -> None:
    """The turn was kept for a sharer whose line broke; it ends as letting go would."""
    if story.circle.turn is not None:
        settle_seat(story, story.circle.turn.seat)


def lead(story: Story) -> None:
    present = story.circle.facilitators_present()
    story.happen(e.LeadTaken(present[0].id, None))


WHEN_DUE: dict[str, Callable[[Story], None]] = {
    "turn": turn,
    "grace": lambda story: story.happen(e.TurnGraceEnded()),
    "dropped": dropped,
    "step": move_on,
    "closing": open_closing,
    "line": lines_waited,
    "objection": objection_over,
    "lead": lead,
    "held": lambda story: story.happen(e.RoomHeld(story.now)),
    "held_close": lambda story: story.happen(e.EndingShown("held", story.now)),
    "hold": lambda story: story.happen(e.RoomResumed(story.now, None)),
    "signal": lambda story: story.happen(e.RoomStopped(StopKind.AUTO, story.now, None, None)),
    "notice_early": lambda story: story.happen(e.EndingForetold(10)),
    "notice_late": lambda story: story.happen(e.EndingForetold(3)),
    "page": lambda story: story.happen(
        e.CircleClosed(story.circle.ending or "emergency", story.now)
    ),
    "unopened": lambda story: story.happen(e.CircleClosed("unopened", story.now)),
    "linger": lambda story: part(story, None),
    "after": lambda story: part(story, None),
    "after_unheld": lambda story: story.happen(e.CircleClosed("ended", story.now)),
    "between": lambda story: story.happen(e.QuietEnded()),
}
