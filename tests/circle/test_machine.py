"""Circles nobody planned: random people, roles, commands, clock jumps and broken lines, with the
laws of domain.md 2.9 checked after every step (laws.py, sights.py).
"""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture.providers import AVAILABLE_PROVIDERS
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from facilitator.circle import commands as c
from facilitator.circle import commands_care as cc
from facilitator.circle.decide import decide
from facilitator.circle.plan import Level
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Phase, Place, TurnPhase
from tests.circle.agendas import AGENDAS
from tests.circle.deeds import HOLDERS, PEOPLE, SILENT, Deed, deeds, opt_outs
from tests.circle.room import Room

# By its own name the usual backend copies what it drew all over an example, which makes for dull
# circles: most people do nothing, or all do the same. Under another name it does not.
AVAILABLE_PROVIDERS["unrepeated"] = AVAILABLE_PROVIDERS["hypothesis"]

# Each asks for another minute, or says another word.
FREE_TO_REPEAT = (c.NeedMoment, c.AskMoreTime, cc.WritePrivately)
BY_KEY = {agenda.key: agenda for agenda in AGENDAS}
PLACES = (
    None,
    "settling",
    "agreements",
    "choosing",
    "reveal",
    "quiet",
    "thinking",
    "turns",
    "sharing",
    "sharing",
    "responding",
    "responding",
    "last_space",
    "private",
    "words",
    "goodbye",
    "leaving",
    "staying",
    "staying",
)


class Circles(RuleBasedStateMachine):
    """One circle after another, each held for a while by chance."""

    def __init__(self) -> None:
        super().__init__()
        self.room = Room()
        self.steps = 0

    @initialize(
        agenda=st.sampled_from(sorted(BY_KEY)),
        people=st.sampled_from((1, 2, 3, 3, 4, 5)),
        holders=st.sampled_from((1, 2)),
        lot=st.sampled_from(range(2**28)),
        place=st.sampled_from(PLACES),
    )
    def circle_opens(
        self, agenda: str, people: int, holders: int, lot: int, place: str | None
    ) -> None:
        """It is on its way already; nobody did anything unusual until now."""
        room = self.room = Room(BY_KEY[agenda], lot=lot)
        room.facilitates(*HOLDERS[:holders])
        room.enters(*PEOPLE[:people], SILENT)
        for _ in range(60):
            if place == "staying" and room.circle.phase is Phase.LIVE:
                self.parting_comes_early(announced=lot % 2 == 1)
            closing = room.circle.phase is Phase.WINDING_DOWN
            if place in (None, room.step) or (closing and place == "quiet"):
                return
            if place == "staying" and room.step == "leaving":
                self.some_stay()
                return
            if place in ("sharing", "responding") and room.holder not in (None, SILENT):
                self.space_is_taken(responding=place == "responding")
                return
            if not room.goes_on():
                room.waits_for_next()

    def space_is_taken(self, *, responding: bool) -> None:
        """Somebody has the space, or gave a share and would like to hear from the others."""
        room, who, turn = self.room, self.room.holder, self.room.turn.id
        room.asks(who, c.TakeTurn(turn, "write"))
        room.asks(who, c.TakeTurn(turn, "speak"))
        most = room.circle.round.replies_max if room.circle.round else Level.NONE
        if responding and who is not None:
            room.asks(who, c.PublishShare(turn, room.says(who), most))
            room.waits_for_next()

    def parting_comes_early(self, *, announced: bool) -> None:
        """It may have been said before that the room stays open."""
        lead = self.room.circle.lead
        if announced:
            self.room.asks(lead, c.AnnounceStayOn())
        self.room.asks(lead, c.ShortClose())

    def some_stay(self) -> None:
        """The farewell is over, for the others at least."""
        room = self.room
        for who in (*PEOPLE[:2], SILENT):
            room.asks(who, c.Stay(on=True))
        room.waits(60)
        room.goes_on()

    @rule(deed=deeds)
    def something_happens(self, deed: Deed) -> None:
        what, how = deed
        what(self.room, **how)

    @precondition(lambda self: not self.room.circle.open)
    @rule(agenda=st.sampled_from(sorted(BY_KEY)), place=st.sampled_from(PLACES))
    def another_circle_begins(self, agenda: str, place: str | None) -> None:
        """The last page was left alone for a while."""
        self.room.waits(70)
        self.circle_opens(agenda, 3, 2, 0, place)

    @invariant()
    def laws_hold(self) -> None:
        self.opt_outs_are_total()
        self.silence_is_never_a_wait()

    def opt_outs_are_total(self) -> None:
        """I2, I3: whoever it is, whatever is on, the answer is yes, and twice is once."""
        circle, now = self.room.circle, self.room.now
        seats = [s for s in circle.seats.values() if s.place is not Place.REMOVED]
        if not seats:
            return
        self.steps += 1
        seat = seats[self.steps % len(seats)]
        every = opt_outs(circle, seat.id)
        for nth in (self.steps, self.steps * 7 + 3):
            command = every[nth % len(every)]
            once = decide(circle, command, seat.id, now)
            assert not isinstance(once, Refusal), f"{command} was refused: {once}"
            twice = decide(once.circle, command, seat.id, now)
            assert not isinstance(twice, Refusal)
            if not isinstance(command, FREE_TO_REPEAT):
                assert twice.circle == once.circle, f"{command} twice is not once"

    def silence_is_never_a_wait(self) -> None:
        """I1: whoever says nothing never has the space, and nobody waits for them for long."""
        turn = self.room.circle.turn
        if turn is not None and turn.seat == SILENT.lower():
            assert turn.phase is not TurnPhase.SHARING
            if turn.phase is TurnPhase.OFFERED:
                assert turn.timer.length <= self.room.circle.timings.offer_window


class TestCircles(Circles.TestCase):  # type: ignore[misc,name-defined]
    settings = settings(backend="unrepeated")
