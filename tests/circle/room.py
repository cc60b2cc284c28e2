"""A room to tell stories in: people, a clock that moves when told, and every byte that reached a
screen. It keeps words as the vault does and rings the timers as the ticker does.
"""

from __future__ import annotations

import json
from typing import Any

from facilitator.circle import commands as c
from facilitator.circle import commands_care as cc
from facilitator.circle import events as e
from facilitator.circle.codec import circle_from_json, circle_to_json
from facilitator.circle.decide import decide
from facilitator.circle.evolve import replay
from facilitator.circle.plan import SECOND, Agenda, Level, Timings
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Circle, Mode, Role, Seat, Turn
from facilitator.circle.timing import next_due
from facilitator.circle.view import Sight, View
from facilitator.circle.words import alive
from tests.circle.agendas import SHORT
from tests.circle.laws import Watch

START = 1_760_000_000_000
PATIENCE = 500
Bytes = tuple[int, bytes]


def as_bytes(part: Any) -> bytes:
    """One part of a view as it would travel: equal parts give equal bytes."""
    return json.dumps(part, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


class Room:
    """One circle and the people in it. Every command is checked against the laws of the circle."""

    def __init__(
        self, agenda: Agenda = SHORT, *, seats_max: int = 8, lot: int = 0, watch: bool = True
    ) -> None:
        opening = e.CircleOpened(
            "c1", agenda, Timings(), lot, seats_max, START, START + agenda.length
        )
        self.circle: Circle = replay(None, [opening])
        self.now = START
        self.story: list[e.Event] = [opening]
        self.words: dict[str, str] = {}
        self.streams: dict[str, list[Bytes]] = {}
        self.watch = Watch(self.circle) if watch else None
        self._sent: dict[str, dict[str, bytes]] = {}
        self._said = 0
        self._waits, self._waited_until = 0, 0

    # --- Asking ----------------------------------------------------------------------------------

    def asks(self, who: str | None, command: c.Command) -> str | None:
        """The refusal's code, or None when it happened."""
        code = self._decide(self.seat(who).id if who else None, command)
        self._ring()
        return code

    def does(self, who: str | None, command: c.Command) -> None:
        code = self.asks(who, command)
        assert code is None, f"{who} may not {command}: {code}"

    def _decide(self, by: str | None, command: c.Command) -> str | None:
        before = self.circle
        decision = decide(before, command, by, self.now)
        if isinstance(decision, Refusal):
            return decision.code
        self.circle = decision.circle
        self.story.extend(decision.events)
        living = alive(self.circle)
        self.words = {k: v for k, v in (self.words | decision.words).items() if k in living}
        if self.watch:
            self.watch.decided(before, command, by, self.now, decision)
        if decision.events or decision.words:
            self._tell()
        return None

    def _ring(self) -> None:
        """The ticker: what is due by now happens now."""
        due = next_due(self.circle)
        if due is not None and due <= self.now:
            assert self._decide(None, c.TimeRanOut()) is None
        if self.watch:
            self.watch.settled(self.circle, self.now, self.words)

    def waits(self, seconds: float) -> None:
        """The clock moves on, and every timer rings at its instant."""
        until = self.now + round(seconds * SECOND)
        while (due := next_due(self.circle)) is not None and due <= until:
            self.now = max(self.now, due)
            self._ring()
        self.now = until
        self._ring()

    def sleeps(self, seconds: float) -> None:
        """The clock jumps while the server sleeps; the timers ring late, all at once."""
        self.now += round(seconds * SECOND)
        self._ring()

    def waits_for_next(self) -> None:
        """The clock stands at the next instant at which something happens by itself."""
        due = next_due(self.circle)
        if due is not None:
            self.now = max(self.now, due)
            self._ring()
        self._waits = 0 if self.now > self._waited_until else self._waits + 1
        assert self._waits < PATIENCE, "nothing happens by itself any more"
        self._waited_until = self.now

    def waits_for_offer(self) -> None:
        """The clock stands where the space is offered next."""
        for _ in range(20):
            if self.circle.turn is not None and self.turn.phase == "offered":
                return
            self.waits_for_next()
        raise AssertionError("the space is not offered any more")

    def restarts(self) -> None:
        """The server is killed and comes back with what it had stored; every line is down."""
        self.circle = circle_from_json(json.loads(json.dumps(circle_to_json(self.circle))))
        self._sent = {}
        self.does(None, c.DropEveryLine())

    # --- Seeing ----------------------------------------------------------------------------------

    def seat(self, who: str) -> Seat:
        return self.circle.seats.get(who.lower()) or Seat(who.lower(), who, Role.PARTICIPANT)

    def sees(self, who: str) -> View:
        view = Sight(self.circle, self.words).of(self.seat(who).id)
        assert view is not None, f"{who} sees nothing"
        return view

    def is_blind(self, who: str) -> bool:
        """That seat may see nothing at all."""
        return Sight(self.circle, self.words).of(self.seat(who).id) is None

    def _tell(self) -> None:
        sight = Sight(self.circle, self.words)
        for seat in self.circle.seats.values():
            view = sight.of(seat.id) if seat.connected else None
            if view is None:
                self._sent.pop(seat.id, None)
                continue
            parts = {"room": view.room, "you": view.you, "desk": view.desk}
            fresh = {k: as_bytes(v) for k, v in parts.items() if v is not None}
            sent = self._sent.get(seat.id, {})
            stream = self.streams.setdefault(seat.id, [])
            stream += [(self.now, k.encode() + v) for k, v in fresh.items() if sent.get(k) != v]
            self._sent[seat.id] = fresh

    def stream(self, who: str) -> list[Bytes]:
        return self.streams.get(who.lower(), [])

    def happened(self, kind: type[e.Event]) -> list[Any]:
        return [event for event in self.story if isinstance(event, kind)]

    @property
    def step(self) -> str | None:
        current = self.circle.round
        return current.step.name if current and current.step else None

    @property
    def index(self) -> int:
        assert self.circle.round is not None
        return self.circle.round.index

    @property
    def turn(self) -> Turn:
        assert self.circle.turn is not None, "nobody has a turn"
        return self.circle.turn

    @property
    def holder(self) -> str | None:
        """Who has the turn, by name."""
        turn = self.circle.turn
        return self.circle.seats[turn.seat].name if turn else None

    # --- Coming and going ------------------------------------------------------------------------

    def enters(self, *names: str, role: Role = Role.PARTICIPANT, mode: Mode = Mode.OPEN) -> None:
        for name in names:
            self.does(None, c.TakeSeat(name.lower(), name, role, mode))
            self.does(None, c.RaiseLine(name.lower()))

    def facilitates(self, *names: str) -> None:
        self.enters(*names, role=Role.FACILITATOR)

    def drops(self, who: str) -> None:
        self.does(None, c.DropLine(self.seat(who).id))

    def connects(self, who: str) -> None:
        self.does(None, c.RaiseLine(self.seat(who).id))

    # --- Boundaries ------------------------------------------------------------------------------

    def passes(self, who: str, *, whole_round: bool = False) -> None:
        self.does(who, c.Pass(self.index, whole_round))

    def listens(self, who: str) -> None:
        self.does(who, c.ChooseMode(Mode.LISTENING))

    def later(self, who: str) -> None:
        self.does(who, c.Later(self.index))

    def steps_out(self, who: str) -> None:
        self.does(who, c.StepOut())

    def comes_back(self, who: str) -> None:
        self.does(who, c.ComeBack())

    def leaves(self, who: str, *, with_words: bool = False) -> None:
        self.does(who, c.Leave(with_words))

    def lets_go(self, who: str) -> None:
        self.does(who, c.LetGo(self.turn.id))

    def finishes(self, who: str) -> None:
        self.does(who, c.FinishTurn(self.turn.id))

    def would_like_a_pause(self, who: str) -> None:
        self.does(who, c.PausePlease(f"mark of {who}"))

    def would_stay_lighter(self, who: str, on: bool = True) -> None:
        self.does(who, cc.KeepLighter(on, f"lighter of {who}"))

    def flags(self, who: str, share: int, reply: int | None = None) -> None:
        self.does(who, cc.Flag(share, reply, f"flag of {who}"))

    # --- Beside the room -------------------------------------------------------------------------

    def writes(self, who: str, to: str) -> str:
        """They write to that person on their private line. The words."""
        text = self.says(who)
        self.does(who, cc.WritePrivately(self.seat(to).id, text))
        return text

    def opens(self, who: str, line_with: str) -> None:
        self.does(who, cc.OpenLine(self.seat(line_with).id))

    def line(self, who: str, other: str) -> dict[str, Any] | None:
        """The private line with that person, as the first one sees it."""
        lines = self.sees(who).you["lines"]
        return next((one for one in lines if one["with"] == self.seat(other).id), None)

    # --- The space -------------------------------------------------------------------------------

    def says(self, who: str) -> str:
        """Words that nobody else and nothing else contains."""
        self._said += 1
        return f"«{who.lower()}-{self._said}»"

    def takes(self, who: str, how: str = "write") -> None:
        self.does(who, c.TakeTurn(self.turn.id, how))

    def shares(self, who: str, level: Level = Level.NONE) -> int:
        """They take the space if they have not, and give a share. Its id."""
        turn = self.turn.id
        self.takes(who)
        self.does(who, c.PublishShare(turn, self.says(who), level))
        return turn

    def replies(self, who: str, share: int, level: Level) -> None:
        self.does(who, c.Reply(share, level, self.says(who)))

    def shows(self, who: str) -> None:
        assert self.step is not None
        self.does(who, c.ShowTogether(self.index, self.step, self.says(who)))

    def reclaims(self, who: str) -> None:
        self.does(who, c.Reclaim(self.index))

    # --- Holding ---------------------------------------------------------------------------------

    def begins(self, *, with_few: bool = False) -> None:
        assert self.circle.lead is not None
        self.does(self.circle.lead, c.Begin(with_few))

    def pauses(self, who: str = "Ria") -> None:
        self.does(who, c.PauseRoom())

    def resumes(self, who: str = "Ria") -> None:
        self.does(who, c.ResumeRoom())

    def moves_on(self, who: str = "Ria") -> None:
        assert self.step is not None
        self.does(who, c.MoveOn(self.index, self.step))

    def goes_on(self) -> bool:
        """The lead does the one next thing of the desk, if there is one now."""
        lead = self.circle.lead
        view = Sight(self.circle, self.words).of(lead) if lead else None
        primary = view.desk["primary"] if view and view.desk else None
        if lead is None or primary is None:
            return False
        return self.asks(lead, PRIMARY[primary["do"]](primary)) is None

    def reaches(self, step: str, kind: str | None = None) -> None:
        """The lead carries the circle on, and people do nothing, until that step is on."""
        for _ in range(200):
            current = self.circle.round
            if self.step == step and (kind is None or (current and current.kind == kind)):
                return
            if not self.goes_on():
                self.waits_for_next()
        raise AssertionError(f"{step} was never reached")

    def runs_to_the_end(self) -> None:
        """The lead carries the circle on until it is closed."""
        for _ in range(400):
            if self.circle.ended_at is not None:
                return
            if not self.goes_on():
                self.waits_for_next()
        raise AssertionError("the circle never closed")


PRIMARY: dict[str, Any] = {
    "begin": lambda _: c.Begin(),
    "resume_room": lambda _: c.ResumeRoom(),
    "introduce_round": lambda p: c.IntroduceRound(p["index"]),
    "move_on": lambda p: c.MoveOn(p["round"], p["step"]),
    "end_circle": lambda _: c.EndCircle(),
}


def room_of(*people: str, agenda: Agenda = SHORT, lot: int = 0, watch: bool = True) -> Room:
    """Ria holds the room, these people are in it, and it has begun."""
    room = Room(agenda, lot=lot, watch=watch)
    room.facilitates("Ria")
    room.enters(*people)
    room.begins(with_few=True)
    return room
