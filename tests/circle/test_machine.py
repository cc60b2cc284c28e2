"""Circles nobody planned: random people, roles, commands, clock jumps and broken lines, with the
laws of domain.md 2.9 checked after every step (laws.py, sights.py).
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from facilitator.circle import commands as c
from facilitator.circle.decide import decide
from facilitator.circle.plan import MINUTE, SECOND, Level
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Circle, Mode, Phase, Place, Role, SeatId, TurnPhase
from tests.circle.agendas import AGENDAS
from tests.circle.room import Room

BY_KEY = {agenda.key: agenda for agenda in AGENDAS}
SILENT = "Jane"  # never asks for anything (I1, S1)
PEOPLE = ("Sam", "Lee", "Jo", "Max", "Kim")
HOLDERS = ("Ria", "Tom")
LATE = ("Pat", "Ash", "Uma")

somebody = st.sampled_from((*PEOPLE, *HOLDERS, *LATE))
anybody = st.sampled_from((*PEOPLE, *HOLDERS, *LATE, SILENT, "Nobody"))
holder = st.sampled_from(HOLDERS)
level = st.sampled_from(list(Level))
off = st.sampled_from((0, 0, 0, 0, 0, -1, 1))  # a stale or foreign id now and then
moments = st.sampled_from(
    (0, 1, SECOND, 5 * SECOND, 16 * SECOND, 61 * SECOND, 125 * SECOND, 4 * MINUTE, 11 * MINUTE)
)
lengths = st.sampled_from((1, 30 * SECOND, MINUTE, 3 * MINUTE, 10 * MINUTE, 30 * MINUTE))

FREE_TO_REPEAT = (c.NeedMoment, c.AskMoreTime)  # each asks for another minute


def opt_outs(circle: Circle, seat: SeatId) -> list[c.Command]:
    """Set O of domain.md 2.6, as that seat would ask it now."""
    index = circle.round.index if circle.round else 0
    turn = circle.turns_begun
    own = next((s.id for s in circle.shares.values() if s.seat == seat), 0)
    step = circle.round.step.name if circle.round and circle.round.step else "choosing"
    return [
        c.Pass(index),
        c.Pass(index, whole_round=True),
        c.ChooseMode(Mode.LISTENING),
        c.ChooseMode(Mode.OPEN),
        c.Later(index),
        c.NeedMoment(turn),
        c.StepOut(),
        c.ComeBack(),
        c.Leave(),
        c.Leave(with_words=True),
        c.TakeBackShare(own),
        c.TakeBackShown(index, step),
        c.SetReplyLevel(Level.NONE, own),
        c.SetReplyLevel(Level.NONE),
        c.PausePlease(f"mark of {seat}"),
        c.CancelPausePlease(f"mark of {seat}"),
        c.LetGo(turn),
        c.FinishTurn(turn),
        c.AskMoreTime(turn),
    ]


class Circles(RuleBasedStateMachine):
    """One circle after another, each held for a while by chance."""

    def __init__(self) -> None:
        super().__init__()
        self.room = Room()
        self.turns = 0

    @initialize(
        agenda=st.sampled_from(sorted(BY_KEY)),
        people=st.integers(1, 5),
        holders=st.integers(1, 2),
        lot=st.integers(0, 2**28),
        ahead=st.integers(0, 24),
        listens=st.booleans(),
    )
    def doors_open(
        self, agenda: str, people: int, holders: int, lot: int, ahead: int, listens: bool
    ) -> None:
        """The circle is somewhere on its way already, as long as nobody did anything unusual."""
        room = self.room = Room(BY_KEY[agenda], lot=lot, seats_max=8)
        room.facilitates(*HOLDERS[:holders])
        room.enters(SILENT, *PEOPLE[:people])
        if listens:
            room.listens(PEOPLE[0])
        for _ in range(ahead):
            if room.circle.phase is Phase.WINDING_DOWN:
                break
            if not room.goes_on():
                room.waits_for_next()

    # --- Time and lines --------------------------------------------------------------------------

    @rule(ms=moments)
    def time_passes(self, ms: int) -> None:
        self.room.waits(ms / SECOND)

    @rule(ms=moments)
    def server_sleeps(self, ms: int) -> None:
        self.room.sleeps(ms / SECOND)

    @rule(steps=st.integers(1, 3))
    def next_thing_happens(self, steps: int) -> None:
        for _ in range(steps):
            self.room.waits_for_next()

    @rule(steps=st.integers(1, 3))
    def lead_goes_on(self, steps: int) -> None:
        for _ in range(steps):
            self.room.goes_on()

    @rule()
    def server_restarts(self) -> None:
        if self.room.circle.ended_at is None:
            self.room.restarts()
            for seat in list(self.room.circle.seats):
                self.room.asks(None, c.RaiseLine(seat))

    @rule(who=anybody)
    def line_drops(self, who: str) -> None:
        self.room.asks(None, c.DropLine(who.lower()))

    @rule(who=anybody)
    def line_is_there(self, who: str) -> None:
        self.room.asks(None, c.RaiseLine(who.lower()))

    @rule(who=st.sampled_from((*LATE, HOLDERS[1], PEOPLE[4])), mode=st.sampled_from(list(Mode)))
    def somebody_comes(self, who: str, mode: Mode) -> None:
        role = Role.FACILITATOR if who in HOLDERS else Role.PARTICIPANT
        self.room.asks(None, c.TakeSeat(who.lower(), who, role, mode))
        self.room.asks(None, c.RaiseLine(who.lower()))

    @rule()
    def words_are_lost(self) -> None:
        self.room.asks(None, c.LoseWords())

    # --- People ----------------------------------------------------------------------------------

    @rule(who=somebody, which=st.integers(0, 18), off=off)
    def somebody_opts_out(self, who: str, which: int, off: int) -> None:
        circle = self.room.circle
        if who.lower() not in circle.seats:
            return
        command = opt_outs(circle, who.lower())[which]
        if isinstance(command, c.Pass | c.Later) and off:
            command = type(command)(command.round + off)
        refusal = self.room.asks(who, command)
        removed = circle.seats[who.lower()].place is Place.REMOVED and circle.open
        assert refusal == ("seat/removed" if removed else None)

    @rule(what=st.integers(0, 7), how=st.sampled_from(("write", "speak", "quiet")), level=level)
    def holder_of_the_turn_acts(self, what: int, how: str, level: Level) -> None:
        turn = self.room.circle.turn
        who = self.room.holder
        if turn is None or who is None or who == SILENT:
            return
        text = self.room.says(who)
        acts: list[c.Command] = [
            c.TakeTurn(turn.id, how),
            c.TakeTurn(turn.id, "write"),
            c.PublishShare(turn.id, text, level),
            c.PublishShare(turn.id, text, level),
            c.FinishTurn(turn.id),
            c.AskMoreTime(turn.id),
            c.NeedMoment(turn.id),
            c.LetGo(turn.id),
        ]
        self.room.asks(who, acts[what])

    @rule(who=somebody, what=st.integers(0, 6), off=off, level=level)
    def somebody_speaks(self, who: str, what: int, off: int, level: Level) -> None:
        circle = self.room.circle
        turn, index = circle.turns_begun + off, self.room.index if circle.round else 0
        text, step = self.room.says(who), self.room.step or "choosing"
        acts: list[c.Command] = [
            c.TakeTurn(turn, "write"),
            c.PublishShare(turn, text, level),
            c.Reclaim(index + off),
            c.Reply(turn, level, text),
            c.ShowTogether(index + off, step, text),
            c.SetReplyLevel(level, turn),
            c.AcceptAgreements(circle.agreements + off),
        ]
        self.room.asks(who, acts[what])

    @precondition(lambda self: self.room.step in ("choosing", "goodbye"))
    @rule(who=somebody)
    def somebody_shows(self, who: str) -> None:
        self.room.asks(
            who, c.ShowTogether(self.room.index, self.room.step or "", self.room.says(who))
        )

    @precondition(
        lambda self: self.room.circle.turn and self.room.circle.turn.phase is TurnPhase.RESPONDING
    )
    @rule(who=somebody, level=level)
    def somebody_replies(self, who: str, level: Level) -> None:
        turn = self.room.circle.turn
        assert turn is not None
        self.room.asks(who, c.Reply(turn.id, level, self.room.says(who)))

    @rule(who=somebody, level=level)
    def default_level(self, who: str, level: Level) -> None:
        self.room.asks(who, c.SetReplyLevel(level))

    # --- Those who hold the room -----------------------------------------------------------------

    @rule(who=st.one_of(holder, holder, somebody), whom=anybody, what=st.integers(0, 12), off=off)
    def frame(self, who: str, whom: str, what: int, off: int) -> None:
        circle = self.room.circle
        index, step = (self.room.index if circle.round else 0), self.room.step or "choosing"
        acts: list[c.Command] = [
            c.Begin(),
            c.Begin(with_few=True),
            c.IntroduceRound(index + 1 + off),
            c.MoveOn(index + off, step),
            c.SetAsideRound(index + off),
            c.LowerDepth(index + off, 1),
            c.LockDoor(locked=off == 0),
            c.Admit(whom.lower()),
            c.HandOver(whom.lower()),
            c.AcceptLead(),
            c.TakePart(takes_turns=off == 0),
            c.AddAgreement(f"We go gently, {off}"),
            c.EndCircle(),
        ]
        self.room.asks(who, acts[what])

    @rule(who=st.one_of(holder, holder, somebody), length=lengths, what=st.integers(0, 2), off=off)
    def lengths_change(self, who: str, length: int, what: int, off: int) -> None:
        index, step = (self.room.index if self.room.circle.round else 0), self.room.step or "quiet"
        acts: list[c.Command] = [
            c.ExtendStep(index + off, step, length),
            c.TrimStep(index + off, step, length),
            c.OfferSilence(length),
        ]
        self.room.asks(who, acts[what])

    @rule(who=st.one_of(holder, holder, somebody), what=st.integers(0, 2), off=off)
    def turn_is_helped(self, who: str, what: int, off: int) -> None:
        turn = self.room.circle.turns_begun + off
        acts: list[c.Command] = [c.SkipKindly(turn), c.CloseTurn(turn), c.GiveTime(turn)]
        self.room.asks(who, acts[what])

    @rule(
        who=st.one_of(holder, holder, somebody),
        what=st.integers(0, 3),
        how=st.sampled_from(("pause", "end_of_turn", "seen")),
    )
    def room_stops(self, who: str, what: int, how: str) -> None:
        signals = self.room.circle.signals
        acts: list[c.Command] = [
            c.PauseRoom(),
            c.HoldRoom(),
            c.ResumeRoom(),
            c.AnswerSignal(signals[0].id if signals else 1, how),
        ]
        self.room.asks(who, acts[what])

    @rule(who=holder, whom=somebody, really=st.integers(0, 4))
    def seat_is_removed(self, who: str, whom: str, really: int) -> None:
        if really == 0:
            self.room.asks(who, c.RemoveSeat(whom.lower()))

    @rule(who=holder, what=st.integers(0, 9))
    def circle_is_closed(self, who: str, what: int) -> None:
        if what < 2:
            self.room.asks(who, (c.ShortClose(), c.EmergencyClose())[what])

    # --- What holds whatever happened ------------------------------------------------------------

    @invariant()
    def opt_outs_are_total(self) -> None:
        """I2, I3: whoever it is, whatever is on, the answer is yes, and twice is once."""
        circle, now = self.room.circle, self.room.now
        seats = [s for s in circle.seats.values() if s.place is not Place.REMOVED]
        if not seats:
            return
        self.turns += 1
        seat = seats[self.turns % len(seats)]
        commands: list[Any] = opt_outs(circle, seat.id)
        for command in (commands[self.turns % 19], commands[(self.turns * 7 + 3) % 19]):
            once = decide(circle, command, seat.id, now)
            assert not isinstance(once, Refusal), f"{command} was refused: {once}"
            twice = decide(once.circle, command, seat.id, now)
            assert not isinstance(twice, Refusal)
            if not isinstance(command, FREE_TO_REPEAT):
                assert twice.circle == once.circle, f"{command} twice is not once"

    @invariant()
    def silence_is_never_a_wait(self) -> None:
        """I1: whoever says nothing never has the space, and nobody waits for them."""
        turn = self.room.circle.turn
        if turn is not None and turn.seat == SILENT.lower():
            assert turn.phase is not TurnPhase.SHARING
            if turn.phase is TurnPhase.OFFERED:
                assert turn.timer.length <= self.room.circle.timings.offer_window


TestCircles = Circles.TestCase
