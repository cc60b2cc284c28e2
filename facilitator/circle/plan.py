"""What was promised before the circle began: the agenda, its rounds and steps, and the lengths of
things.

All lengths are milliseconds. Defaults and ranges: domain.md 0.6.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum

SECOND = 1000
MINUTE = 60 * SECOND


class Level(StrEnum):
    """What may come back to a share, least first (domain.md 2.3)."""

    NONE = "none"
    PRESENCE = "presence"
    REFLECTION = "reflection"
    IDEAS = "ideas"

    @property
    def height(self) -> int:
        return list(Level).index(self)


class Medium(StrEnum):
    """How people give what they bring: typed, said aloud, or each as they like (domain.md 0.3)."""

    WRITTEN = "written"
    SPOKEN = "spoken"
    MIXED = "mixed"


class Nature(StrEnum):
    """What a step asks of the room.

    STILL asks nothing. GATHER lets everyone answer at once, then shows it together. TURNS offers
    the space round the circle. SPACE leaves it open to whoever would like it. SILENCE is quiet
    company.
    """

    STILL = "still"
    GATHER = "gather"
    TURNS = "turns"
    SPACE = "space"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a round. `moves_on` says whether its time running out opens the next step by
    itself.

    `question` names what is asked: two steps with one question share one settled bit a seat.
    """

    name: str
    nature: Nature
    length: int | None = None
    moves_on: bool = True
    protected: bool = False

    @property
    def asks(self) -> bool:
        return self.nature in (Nature.GATHER, Nature.TURNS, Nature.SPACE)

    @property
    def question(self) -> str:
        return "turns" if self.name == "last_space" else self.name


@dataclass(frozen=True, slots=True)
class RoundPlan:
    """One round as the agenda promises it. `length` is its share of the whole.

    `quiet_between` is a silence between turns; `activity` names what a reflection offers to do.
    """

    kind: str
    length: int
    depth: int = 1
    replies_max: Level = Level.NONE
    practice: bool = False
    words: bool = False
    quiet_between: int = 0
    activity: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The rounds in order, how people speak, and the time kept for closing, which nothing may eat
    (I42).
    """

    key: str
    medium: Medium
    rounds: tuple[RoundPlan, ...]
    closing_reserve: int
    ideas_welcome: bool = False
    depth_most: int = 0

    @property
    def deepest(self) -> int:
        """How deep the circle may ever go; without a promise of its own, its deepest sharing."""
        depths = (plan.depth for plan in self.rounds if plan.kind == "micro_sharing")
        return self.depth_most or max(depths, default=1)

    def raised(self, index: int, depth: int) -> Agenda:
        """The same agenda with that round at that depth."""
        rounds = list(self.rounds)
        rounds[index] = replace(rounds[index], depth=depth)
        return replace(self, rounds=tuple(rounds))

    @property
    def length(self) -> int:
        return sum(plan.length for plan in self.rounds)

    @property
    def closing_index(self) -> int:
        return len(self.rounds) - 1


@dataclass(frozen=True, slots=True)
class Timings:
    """Every length the rules use, so that a rehearsal or a test can run the same rules faster."""

    minute: int = MINUTE
    introduced: int = 10 * SECOND
    settling: int = MINUTE
    choosing: int = 90 * SECOND
    thinking: int = 45 * SECOND
    last_space: int = 20 * SECOND
    landing: int = 15 * SECOND
    offer_window: int = MINUTE
    moment: int = MINUTE
    share_time_1: int = 90 * SECOND
    share_time_2: int = 120 * SECOND
    share_time_3: int = 150 * SECOND
    share_time_least: int = 30 * SECOND
    words_time: int = 30 * SECOND
    grace: int = 30 * SECOND
    more_time: int = MINUTE
    rest: int = 15 * SECOND
    rest_per_char: int = SECOND // 15 + 1
    respond_window: int = 45 * SECOND
    silence_least: int = 30 * SECOND
    silence_most: int = 20 * MINUTE
    silence_extension: int = MINUTE
    silence_notice: int = 15 * SECOND
    hold: int = MINUTE
    reconnect_grace: int = 120 * SECOND
    turn_hold: int = MINUTE
    held_after: int = 15 * SECOND
    held_close_after: int = 10 * MINUTE
    held_page: int = MINUTE
    emergency_page: int = 30 * SECOND
    pause_ack: int = 20 * SECOND
    pause_pair: int = MINUTE
    auto_pause_apart: int = 5 * MINUTE
    farewell_least: int = 30 * SECOND
    late_begin: int = 5 * MINUTE
    unopened_close: int = 20 * MINUTE
    linger: int = 10 * MINUTE
    stay_on: int = 10 * MINUTE
    stay_notice: int = 5 * MINUTE
    quiet_after: int = 10 * MINUTE
    notice_early: int = 10 * MINUTE
    notice_late: int = 3 * MINUTE
    objection: int = 20 * SECOND
    line_wait: int = 2 * MINUTE

    def scaled(self, factor: float) -> Timings:
        """The same rules at another pace: every length times `factor`, at least a millisecond."""
        return replace(
            self, **{f.name: max(1, round(getattr(self, f.name) * factor)) for f in fields(self)}
        )

    def share_time(self, depth: int, medium: Medium) -> int:
        """The time each seat has in a sharing round of this depth; a spoken circle has thirty
        seconds less.
        """
        written = (self.share_time_1, self.share_time_2, self.share_time_3)[depth - 1]
        return (
            max(self.share_time_least, written - self.grace) if medium is Medium.SPOKEN else written
        )


SHARE_CHARS = {1: 280, 2: 500, 3: 700}
WORDS_CHARS = 140
CHECK_IN_CHARS = 40
REPLY_CHARS = 280
AGREEMENT_CHARS = 200
PRIVATE_CHARS = 700
LINE_MESSAGES = 60
PROCESS_MESSAGES = 50
EXTENSIONS_MOST = 2


def scaled(agenda: Agenda, factor: float) -> Agenda:
    """The same agenda at another pace."""
    return replace(
        agenda,
        rounds=tuple(_scaled(plan, factor) for plan in agenda.rounds),
        closing_reserve=max(1, round(agenda.closing_reserve * factor)),
    )


def _scaled(plan: RoundPlan, factor: float) -> RoundPlan:
    length, quiet = max(1, round(plan.length * factor)), round(plan.quiet_between * factor)
    return replace(plan, length=length, quiet_between=quiet)
