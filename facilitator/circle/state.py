"""What is true of one circle at one moment: structure only, never a word that somebody said.

Times are UTC milliseconds unless a name says *circle time*. Circle time is the time during which
the room was running: it stands still while the room is paused or held, so a pause costs nobody
anything (domain.md I41).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from facilitator.circle.plan import Agenda, Level, Step, Timings
from facilitator.circle.state_care import PrivateLine, ProcessNote, Proposal

SeatId = str


class Phase(StrEnum):
    """Where the whole circle is (domain.md 2.1)."""

    DOORS_OPEN = "doors_open"
    LIVE = "live"
    WINDING_DOWN = "winding_down"
    STAY_ON = "stay_on"
    QUIET_AFTER = "quiet_after"
    ENDING = "ending"
    CLOSED = "closed"


class Role(StrEnum):
    """What a seat may do for the frame. Nobody's role lets them act for another person (I5)."""

    PARTICIPANT = "participant"
    FACILITATOR = "facilitator"


class Place(StrEnum):
    """Where a seat is (domain.md 2.2). `reconnecting` is CIRCLE with its line down."""

    DOOR = "door"
    CIRCLE = "circle"
    OUT = "out"
    LEFT = "left"
    REMOVED = "removed"


class Mode(StrEnum):
    """What a person chose for themselves today; private to them (I12)."""

    OPEN = "open"
    LISTENING = "listening"


class TurnPhase(StrEnum):
    """Where one turn is (domain.md 2.3). WAITING is a place in the queue, SETTLED a bit on the
    round.
    """

    OFFERED = "offered"
    SHARING = "sharing"
    RESTING = "resting"
    RESPONDING = "responding"


class StopKind(StrEnum):
    """Why the room stands still. HELD means that nobody is holding it."""

    PAUSE = "pause"
    HOLD = "hold"
    AUTO = "auto"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Timer:
    """An instant of circle time and a length; what remains is computed, never counted down."""

    began: int
    length: int

    @property
    def ends(self) -> int:
        return self.began + self.length


@dataclass(frozen=True, slots=True)
class Seat:
    """One person's place. `away_since` is the instant from which it has not been present, None
    while it is.
    """

    id: SeatId
    name: str
    role: Role
    place: Place = Place.DOOR
    connected: bool = False
    away_since: int | None = None
    returning: bool = False
    mode: Mode = Mode.OPEN
    level: Level = Level.NONE
    agreed: int = 1
    takes_turns: bool = True
    companion: bool = False
    private_offers: bool = True
    offered_by: SeatId | None = None
    offer_open: bool = False
    offer_answered: bool = False

    @property
    def facilitates(self) -> bool:
        return self.role is Role.FACILITATOR

    @property
    def inside(self) -> bool:
        """In the circle, whether its line is up or it is within its grace."""
        return self.place is Place.CIRCLE

    @property
    def present(self) -> bool:
        return self.inside and self.connected


@dataclass(frozen=True, slots=True)
class Turn:
    """The space as one seat has it now. `more_given` remembers the one automatic minute (domain.md
    0.6).
    """

    id: int
    seat: SeatId
    phase: TurnPhase
    timer: Timer
    how: str = ""
    more_given: bool = False
    more_asked: bool = False
    dropped: Timer | None = None
    grace_over: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """That a reply exists, by whom and of which level; its words are in the vault."""

    id: int
    seat: SeatId
    level: Level
    covered: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """That a share exists, whom it reaches, what may come back (I19, I24). Its id is its turn's."""

    id: int
    seat: SeatId
    round: int
    audience: frozenset[SeatId]
    level: Level
    replies: tuple[Reply, ...] = ()
    delivered: bool = False
    heads_up: bool = False
    covered: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    """One round as it runs. `settled` holds (step, seat): one bit a seat and a question, never a
    cause (I33). `spoken`: turns said aloud, whose author may ask that they rest.
    """

    index: int
    kind: str
    steps: tuple[Step, ...]
    at: int
    timer: Timer | None
    depth: int
    replies_max: Level
    settled: frozenset[tuple[str, SeatId]] = frozenset()
    queue: tuple[SeatId, ...] = ()
    turn: Turn | None = None
    shared: frozenset[SeatId] = frozenset()
    shown: frozenset[tuple[str, SeatId]] = frozenset()
    revealed: tuple[tuple[str, frozenset[SeatId]], ...] = ()
    share_time: int = 0
    share_chars: int = 0
    lengthened: int = 0
    length_left: int | None = None
    quiet_between: int = 0
    between: Timer | None = None
    activity: str = ""
    spoken: tuple[tuple[int, SeatId], ...] = ()

    @property
    def step(self) -> Step | None:
        """The step that is on, or None once the round is complete."""
        return self.steps[self.at] if self.at < len(self.steps) else None


@dataclass(frozen=True, slots=True)
class Stop:
    """The room stands still. `until` is set for a hold that ends by itself."""

    kind: StopKind
    since: int
    by: SeatId | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Signal:
    """Somebody would like something. `mark` tells two senders apart and names neither (I15).

    A flag names what it is about: the share, or one reply to it, and whose words these are; a
    suggestion has words of its own. `worded` is false once nobody can read these.
    """

    id: int
    kind: str
    at: int
    mark: str
    paused_for: bool = False
    share: int | None = None
    reply: int | None = None
    author: SeatId | None = None
    worded: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """The one plain sentence the room reads about the last use of power (I48): a code and who did
    it.
    """

    code: str
    by: SeatId | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Circle:
    """One live circle. Immutable: `evolve` makes the next one."""

    id: str
    agenda: Agenda
    timings: Timings
    lot: int
    seats_max: int
    promised_start: int
    promised_end: int
    phase: Phase = Phase.DOORS_OPEN
    seats: dict[SeatId, Seat] = field(default_factory=dict)
    roster: tuple[tuple[SeatId, bool], ...] = ()
    lead: SeatId | None = None
    handing_to: SeatId | None = None
    locked: bool = False
    agreements: int = 1
    added_agreements: tuple[str, ...] = ()
    stop: Stop | None = None
    held: Stop | None = None
    stopped_ms: int = 0
    stopped_since: int | None = None
    round: Round | None = None
    suspended: Round | None = None
    done: tuple[int, ...] = ()
    set_aside: tuple[int, ...] = ()
    silence_wanted: int | None = None
    pause_wanted: SeatId | None = None
    turns_begun: int = 0
    replies_begun: int = 0
    shares: dict[int, Share] = field(default_factory=dict)
    signals: tuple[Signal, ...] = ()
    recent_marks: tuple[tuple[str, int], ...] = ()
    signals_begun: int = 0
    lighter: frozenset[str] = frozenset()
    proposal: Proposal | None = None
    proposed: tuple[int, ...] = ()
    lines: tuple[PrivateLine, ...] = ()
    receivers: tuple[SeatId, ...] = ()
    process: tuple[ProcessNote, ...] = ()
    process_begun: int = 0
    auto_paused_turn: int | None = None
    auto_paused_at: int | None = None
    foretold: int | None = None
    line: Line | None = None
    ending: str | None = None
    ending_since: int | None = None
    farewell_since: int | None = None
    let_rest: tuple[SeatId, ...] = ()
    stay_announced: bool = False
    staying: frozenset[SeatId] = frozenset()
    after_until: int | None = None
    ended_how: str | None = None
    ended_at: int | None = None
    held_ms: int = 0
    signals_unmet: int = 0
    removals: int = 0
    seats_given: int = 0

    def circle_time(self, now: int) -> int:
        """Circle time at `now`: wall time less every stop so far."""
        return (self.stopped_since if self.stopped_since is not None else now) - self.stopped_ms

    def wall_time(self, instant: int) -> int:
        """The UTC instant at which a running room reaches this circle time."""
        return instant + self.stopped_ms

    @property
    def frozen(self) -> bool:
        """Paused or held: no offer, share or reply is delivered, every opt-out still works."""
        return self.stopped_since is not None

    @property
    def running(self) -> bool:
        """Rounds go on, and somebody may have the space."""
        return self.phase in (Phase.LIVE, Phase.WINDING_DOWN, Phase.STAY_ON)

    @property
    def parted(self) -> bool:
        """The farewell is over; only those who chose to stay are here (domain.md 2.1)."""
        return self.phase in (Phase.STAY_ON, Phase.QUIET_AFTER)

    @property
    def open(self) -> bool:
        return self.phase not in (Phase.ENDING, Phase.CLOSED)

    def inside(self) -> list[Seat]:
        """The seats in the circle, in the order in which they were taken."""
        return [seat for seat in self.seats.values() if seat.inside]

    def facilitators_present(self) -> list[Seat]:
        return [seat for seat in self.seats.values() if seat.facilitates and seat.present]

    @property
    def turn(self) -> Turn | None:
        return self.round.turn if self.round else None

    @property
    def in_silence(self) -> bool:
        """A silence is QUIET: nothing may move on anybody's screen (I38)."""
        step = self.round.step if self.round else None
        return step is not None and step.nature == "silence"

    @property
    def door_moment(self) -> bool:
        """Nobody would be disturbed if somebody came in, came back or was seen to have gone (I20,
        I59).
        """
        turn = self.turn
        if turn is not None and turn.phase is not TurnPhase.OFFERED:
            return False
        return not self.in_silence
