"""Whether an agenda can keep what it promises: space for everyone, quiet after, an unhurried end.

The formula is domain.md 3.13. It assumes that an offer is answered in about fifteen seconds; the
circle itself counts again after each turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import lazy_gettext as _

from facilitator.circle.plan import MINUTE, SECOND, SHARE_CHARS, Medium, RoundPlan, Timings
from facilitator.circle.rounds.closing import CLOSING
from facilitator.content.agendas import AgendaTemplate
from facilitator.content.words import Text, fill

SEATS_MOST = 12

_OFFER = 15
_REST_LEAST = 15
_CHARS_A_SECOND = 15
_REPLIES = 45
# Introduction, thinking and the last space of a sharing round.
_FRAME = 90

_SETTLING_LEAST = 2
_RESERVE_LEAST = 3
_NOTICE_LATE = 3
_BREAK_LEAST = 5
_BREAK_FROM = 90


@dataclass(frozen=True, slots=True)
class Fix:
    """One way out. `amounts` are seats, seconds, or minutes for each round that is too short."""

    code: str
    amounts: tuple[int, ...]
    sentence: Text


@dataclass(frozen=True, slots=True)
class Problem:
    """What the organizer reads before publishing, with every fix that would be enough by itself."""

    sentence: Text
    fixes: tuple[Fix, ...]


# --- Time for everyone ----------------------------------------------------------------------------


def turn_cost_seconds(depth: int, medium: Medium, replies: bool) -> int:
    """What one seat's space takes of a sharing round, its offer and its rest included."""
    return _share_seconds(depth, medium) + _around_share(depth, medium, replies)


def _cost(plan: RoundPlan, medium: Medium, replies: bool) -> int:
    """The same, with the quiet that this round keeps between turns."""
    return turn_cost_seconds(plan.depth, medium, replies) + plan.quiet_between // SECOND


def capacity(plan: RoundPlan, medium: Medium, replies: bool = False) -> int:
    """How many seats can each be offered the full time in this round, at most twelve."""
    if plan.kind != "micro_sharing":
        return SEATS_MOST
    turns = (plan.length // SECOND - _FRAME) // _cost(plan, medium, replies)
    return max(0, min(SEATS_MOST, turns))


def template_capacity(template: AgendaTemplate, medium: Medium) -> int:
    """How many seats the whole agenda has room for: what its tightest round has."""
    return min(capacity(plan, medium, template.replies_counted) for plan in template.rounds)


def capacity_problem(template: AgendaTemplate, seats: int, medium: Medium) -> Problem | None:
    """None when `seats` people can each be offered space, else the sentence and the ways out."""
    replies = template.replies_counted
    tight = [plan for plan in template.rounds if capacity(plan, medium, replies) < seats]
    if not tight:
        return None
    room = template_capacity(template, medium)
    minutes = tuple(_minutes_for(plan, seats, medium, replies) for plan in tight)
    equal = min(_equal_seconds(plan, seats, medium, replies) for plan in tight)
    longer = {"minutes": " + ".join(map(str, minutes))}
    fixes = [
        Fix("fewer_seats", (room,), fill(_FEWER_SEATS, seats=room)),
        Fix("longer_round", minutes, fill(_LONGER_ROUND, **longer)),
    ]
    # Below half a minute a shorter time would be no time: then that way out is not offered.
    if equal >= Timings().share_time_least // SECOND:
        fixes.append(Fix("shorter_time", (equal,), fill(_SHORTER_TIME, seconds=equal)))
    return Problem(fill(_NOT_EVERYONE, seats=seats, **longer), tuple(fixes))


_NOT_EVERYONE = _("Not everyone could be offered space: {seats} seats need {minutes} minutes.")
_FEWER_SEATS = _("Have fewer seats: up to {seats}.")
_LONGER_ROUND = _("Give the sharing more time: {minutes} minutes.")
_SHORTER_TIME = _("Give everyone a shorter, equal time: about {seconds} seconds each.")


def _minutes_for(plan: RoundPlan, seats: int, medium: Medium, replies: bool) -> int:
    """Whole minutes in which so many seats can each be offered the full time."""
    return -(-(seats * _cost(plan, medium, replies) + _FRAME) // 60)


def _equal_seconds(plan: RoundPlan, seats: int, medium: Medium, replies: bool) -> int:
    """The share time with which so many seats fit into the round as it is; may be negative."""
    each = (plan.length // SECOND - _FRAME) // seats
    return each - _around_share(plan.depth, medium, replies) - plan.quiet_between // SECOND


def _share_seconds(depth: int, medium: Medium) -> int:
    return Timings().share_time(depth, medium) // SECOND


def _around_share(depth: int, medium: Medium, replies: bool) -> int:
    reading = 0 if medium is Medium.SPOKEN else -(-SHARE_CHARS[depth] // _CHARS_A_SECOND)
    return _OFFER + max(_REST_LEAST, reading) + (_REPLIES if replies else 0)


# --- The shape of an agenda -----------------------------------------------------------------------

FLAWS: dict[str, Text] = {
    "length": _("The rounds and the promised length differ."),
    "beginning": _("The first two minutes ask nothing of anybody: begin with an arrival."),
    "closing": _("The last round is the closing."),
    "reserve": _("The closing is shorter than the time that is kept for it."),
    "settling": _("After the deepest sharing come two quiet minutes or more."),
    "notice": _("Three minutes before the end nobody is in a silence or in a sharing round."),
    "break": _("Ninety minutes want a break of five minutes or more."),
}


def flaws(template: AgendaTemplate) -> tuple[str, ...]:
    """The codes of FLAWS that this agenda has; none, when it may be published (D2, B15, I43)."""
    return tuple(_flaws_of(template))


def _flaws_of(template: AgendaTemplate) -> Iterator[str]:
    rounds = template.rounds
    first, last = rounds[0], rounds[-1]
    if sum(plan.length for plan in rounds) != template.minutes * MINUTE:
        yield "length"
    if first.kind != "arrival" or first.length < 2 * MINUTE:
        yield "beginning"
    if last.kind != "closing":
        yield "closing"
    if not _RESERVE_LEAST <= template.closing_reserve_minutes <= last.length // MINUTE:
        yield "reserve"
    if _settling_minutes(rounds) < _SETTLING_LEAST:
        yield "settling"
    if _at(rounds, _NOTICE_LATE * MINUTE).kind in ("silence", "micro_sharing"):
        yield "notice"
    breaks = [plan for plan in rounds if plan.kind == "break"]
    if template.minutes >= _BREAK_FROM and not any(
        plan.length >= _BREAK_LEAST * MINUTE for plan in breaks
    ):
        yield "break"


def _settling_minutes(rounds: tuple[RoundPlan, ...]) -> float:
    """Quiet after the last of the deepest sharing rounds: silences, and closing's own two steps."""
    sharing = [(plan.depth, at) for at, plan in enumerate(rounds) if plan.kind == "micro_sharing"]
    if not sharing:
        return _SETTLING_LEAST
    after = rounds[max(sharing)[1] + 1 :]
    return sum(
        plan.length / MINUTE if plan.kind == "silence" else _quiet_of_closing(plan)
        for plan in after
        if plan.kind in ("silence", "closing")
    )


def _quiet_of_closing(plan: RoundPlan) -> float:
    """The minutes of a closing in which everybody is with themselves."""
    steps = CLOSING.steps(plan, Timings(), plan.length)
    alone = [step.length or 0 for step in steps if step.name in ("private", "release")]
    return sum(alone) / MINUTE


def _at(rounds: tuple[RoundPlan, ...], before_end: int) -> RoundPlan:
    """The round that is on so many milliseconds before the promised end."""
    left = before_end
    for plan in reversed(rounds):
        left -= plan.length
        if left <= 0:
            return plan
    return rounds[0]
