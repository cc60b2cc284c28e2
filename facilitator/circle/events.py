"""What changed in a circle, past tense, never why (I33). `at` is always a UTC instant in
milliseconds.

A pass, a lapse and a kind skip all leave the same events behind. No event holds a word that
somebody said; the one text that may stand here is a line the whole room adopted into its
agreements, which is structure (domain.md 0.5).
"""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.circle.plan import Agenda, Level, Step, Timings
from facilitator.circle.state import Mode, Phase, Role, SeatId, StopKind


@dataclass(frozen=True, slots=True)
class Event:
    """The base of all that can have happened."""


@dataclass(frozen=True, slots=True)
class CircleOpened(Event):
    circle: str
    agenda: Agenda
    timings: Timings
    lot: int
    seats_max: int
    promised_start: int
    promised_end: int
    # What its group has agreed on, besides what every circle rests on.
    agreements: tuple[str, ...] = ()


# --- Seats ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SeatTaken(Event):
    seat: SeatId
    name: str
    role: Role
    mode: Mode
    level: Level
    companion: bool
    agreed: int


@dataclass(frozen=True, slots=True)
class LineRaised(Event):
    seat: SeatId


@dataclass(frozen=True, slots=True)
class LineDropped(Event):
    seat: SeatId
    at: int


@dataclass(frozen=True, slots=True)
class ReturnAsked(Event):
    seat: SeatId


@dataclass(frozen=True, slots=True)
class SeatEntered(Event):
    seat: SeatId


@dataclass(frozen=True, slots=True)
class SeatSteppedOut(Event):
    seat: SeatId
    at: int


@dataclass(frozen=True, slots=True)
class SeatLeft(Event):
    seat: SeatId
    at: int


@dataclass(frozen=True, slots=True)
class SeatRemoved(Event):
    seat: SeatId
    at: int


@dataclass(frozen=True, slots=True)
class RosterShown(Event):
    """What everybody's ring shows from now on: (seat, here)."""

    roster: tuple[tuple[SeatId, bool], ...]


@dataclass(frozen=True, slots=True)
class ModeChosen(Event):
    seat: SeatId
    mode: Mode


@dataclass(frozen=True, slots=True)
class LevelChosen(Event):
    seat: SeatId
    level: Level


@dataclass(frozen=True, slots=True)
class PartTaken(Event):
    seat: SeatId
    takes_turns: bool


@dataclass(frozen=True, slots=True)
class AgreementAdded(Event):
    text: str
    by: SeatId


@dataclass(frozen=True, slots=True)
class AgreementsAccepted(Event):
    seat: SeatId
    version: int


# --- The frame ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CircleBegan(Event):
    by: SeatId
    promised_end: int


@dataclass(frozen=True, slots=True)
class DoorSet(Event):
    locked: bool
    by: SeatId


@dataclass(frozen=True, slots=True)
class LeadTaken(Event):
    """`by` None: the lead passed on because its line was down."""

    seat: SeatId | None
    by: SeatId | None


@dataclass(frozen=True, slots=True)
class LeadOffered(Event):
    to: SeatId | None


@dataclass(frozen=True, slots=True)
class RoomStopped(Event):
    kind: StopKind
    at: int
    by: SeatId | None
    until: int | None


@dataclass(frozen=True, slots=True)
class RoomResumed(Event):
    at: int
    by: SeatId | None


@dataclass(frozen=True, slots=True)
class RoomHeld(Event):
    at: int


@dataclass(frozen=True, slots=True)
class RoomTakenUp(Event):
    """Somebody holds the room again; an older pause goes on."""

    at: int


@dataclass(frozen=True, slots=True)
class PauseAwaited(Event):
    by: SeatId


@dataclass(frozen=True, slots=True)
class MinuteNeeded(Event):
    by: SeatId


@dataclass(frozen=True, slots=True)
class StayOnAnnounced(Event):
    by: SeatId


@dataclass(frozen=True, slots=True)
class StayChosen(Event):
    seat: SeatId
    on: bool


@dataclass(frozen=True, slots=True)
class AfterBegan(Event):
    """The circle has parted; `staying` are still here, until that UTC instant at the latest."""

    phase: Phase
    until: int
    staying: frozenset[SeatId]
    by: SeatId | None


@dataclass(frozen=True, slots=True)
class EndingForetold(Event):
    minutes: int


@dataclass(frozen=True, slots=True)
class ClosingShortened(Event):
    by: SeatId


@dataclass(frozen=True, slots=True)
class EndingShown(Event):
    page: str
    at: int


@dataclass(frozen=True, slots=True)
class CircleClosed(Event):
    how: str
    at: int


# --- Rounds ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RoundIntroduced(Event):
    """`index` -1 is a silence offered inside another round, which waits and comes back."""

    index: int
    kind: str
    steps: tuple[Step, ...]
    depth: int
    replies_max: Level
    share_chars: int
    at: int
    by: SeatId | None
    quiet_between: int = 0
    activity: str = ""


@dataclass(frozen=True, slots=True)
class StepBegan(Event):
    step: int
    at: int
    length: int | None


@dataclass(frozen=True, slots=True)
class StepLengthened(Event):
    by: SeatId
    ms: int


@dataclass(frozen=True, slots=True)
class RoundCompleted(Event):
    at: int


@dataclass(frozen=True, slots=True)
class RoundSetAside(Event):
    index: int
    by: SeatId


@dataclass(frozen=True, slots=True)
class RoundWaited(Event):
    """The round makes room for a silence and keeps its time."""

    at: int


@dataclass(frozen=True, slots=True)
class RoundCameBack(Event):
    at: int


@dataclass(frozen=True, slots=True)
class DepthLowered(Event):
    depth: int
    chars: int
    by: SeatId


@dataclass(frozen=True, slots=True)
class SilenceAsked(Event):
    length: int
    by: SeatId


@dataclass(frozen=True, slots=True)
class SilenceForgone(Event):
    """When its moment came there was no time left for it before the closing."""


@dataclass(frozen=True, slots=True)
class QueueFormed(Event):
    seats: tuple[SeatId, ...]
    share_time: int


@dataclass(frozen=True, slots=True)
class SeatQueued(Event):
    seat: SeatId


@dataclass(frozen=True, slots=True)
class SeatQueuedWaiting(Event):
    """The same in the round that waits behind an offered silence."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class SeatSettled(Event):
    """Nothing more is asked of that seat in these steps."""

    seat: SeatId
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeatSettledWaiting(Event):
    """The same for the round that waits behind an offered silence."""

    seat: SeatId
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeatUnsettled(Event):
    seat: SeatId
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownTogether(Event):
    seat: SeatId
    step: str


@dataclass(frozen=True, slots=True)
class ShownTakenBack(Event):
    seat: SeatId
    step: str


@dataclass(frozen=True, slots=True)
class GatheringRevealed(Event):
    step: str
    audience: frozenset[SeatId]


# --- Turns ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TurnOffered(Event):
    turn: int
    seat: SeatId
    at: int
    length: int


@dataclass(frozen=True, slots=True)
class TurnTaken(Event):
    how: str
    at: int
    length: int


@dataclass(frozen=True, slots=True)
class TurnLengthened(Event):
    """`more` is true for the one minute a sharer gets by asking."""

    ms: int
    more: bool


@dataclass(frozen=True, slots=True)
class MoreTimeAsked(Event):
    pass


@dataclass(frozen=True, slots=True)
class TurnGraceEnded(Event):
    pass


@dataclass(frozen=True, slots=True)
class TurnRested(Event):
    """The space is nobody's; the circle rests before anything else."""

    at: int
    length: int


@dataclass(frozen=True, slots=True)
class RepliesOpened(Event):
    at: int
    length: int


@dataclass(frozen=True, slots=True)
class TurnSettled(Event):
    pass


@dataclass(frozen=True, slots=True)
class QuietBegan(Event):
    """A quiet after a turn, before the space is offered again."""

    at: int
    length: int


@dataclass(frozen=True, slots=True)
class QuietEnded(Event):
    pass


@dataclass(frozen=True, slots=True)
class LetRestAsked(Event):
    """The author of that spoken turn asks that it rest; the room is told later, once."""

    turn: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class LetRestTold(Event):
    seat: SeatId


@dataclass(frozen=True, slots=True)
class ShareGiven(Event):
    share: int
    seat: SeatId
    audience: frozenset[SeatId]
    level: Level
    heads_up: bool = False


@dataclass(frozen=True, slots=True)
class ShareTakenBack(Event):
    share: int


@dataclass(frozen=True, slots=True)
class ReplyLevelSet(Event):
    share: int
    level: Level


@dataclass(frozen=True, slots=True)
class ReplyGiven(Event):
    share: int
    reply: int
    seat: SeatId
    level: Level


@dataclass(frozen=True, slots=True)
class RepliesDelivered(Event):
    share: int


@dataclass(frozen=True, slots=True)
class WordsLost(Event):
    """What had been said cannot be read by anybody any more."""


# --- Signals --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SignalRaised(Event):
    signal: int
    kind: str
    mark: str
    at: int
    share: int | None = None
    reply: int | None = None
    author: SeatId | None = None


@dataclass(frozen=True, slots=True)
class SignalSettled(Event):
    """`met`: a facilitator answered it; otherwise its sender took it back."""

    signal: int
    met: bool
