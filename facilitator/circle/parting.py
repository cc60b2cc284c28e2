"""How one part of the end leads to the next: farewell, staying on, quiet company, closed
(domain.md 2.1).
"""

from __future__ import annotations

from facilitator.circle import events as e
from facilitator.circle.after import who_stays
from facilitator.circle.passage import complete_all
from facilitator.circle.plan import SHARE_CHARS, Level, RoundPlan
from facilitator.circle.rounds.stay_on import STAY_ON
from facilitator.circle.state import Phase, SeatId
from facilitator.circle.story import Story


def part(story: Story, by: SeatId | None) -> None:
    """What comes next for those who chose to stay; where there is nothing or nobody, the end."""
    circle, t = story.circle, story.circle.timings
    if not who_stays(circle) or not circle.facilitators_present():
        story.happen(e.CircleClosed("ended", story.now))
    elif circle.stay_announced and not circle.parted:
        _begin(story, Phase.STAY_ON, t.stay_on, by)
        _open_space(story, by)
    elif t.quiet_after and circle.phase is not Phase.QUIET_AFTER:
        _begin(story, Phase.QUIET_AFTER, t.quiet_after, by)
    else:
        story.happen(e.CircleClosed("ended", story.now))


def _begin(story: Story, phase: Phase, length: int, by: SeatId | None) -> None:
    if story.circle.stop is not None:
        story.happen(e.RoomResumed(story.now, by))
    complete_all(story)
    staying = who_stays(story.circle)
    story.happen(e.AfterBegan(phase, story.now + length, staying, by))


def _open_space(story: Story, by: SeatId | None) -> None:
    """The space is there for whoever asks, at the lightest depth, and nothing comes back to it."""
    circle, t = story.circle, story.circle.timings
    steps = STAY_ON.steps(RoundPlan(STAY_ON.name, t.stay_on), t, t.stay_on)
    index = len(circle.agenda.rounds)
    chars = SHARE_CHARS[1]
    story.happen(
        e.RoundIntroduced(index, STAY_ON.name, steps, 1, Level.NONE, chars, story.now, by),
        e.StepBegan(0, story.now, steps[0].length),
        e.QueueFormed((), t.share_time(1, circle.agenda.medium)),
    )
