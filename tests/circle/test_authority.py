"""Nobody acts for another (I5): every personal command, from every other seat and role."""

import json

import pytest

from facilitator.circle import commands as c
from facilitator.circle.codec import to_json
from facilitator.circle.decide import decide
from facilitator.circle.plan import Level
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Circle, Mode
from facilitator.circle.words import alive
from tests.circle.agendas import NEWCOMERS, SHARING
from tests.circle.room import Room

OTHERS: tuple[str | None, ...] = (
    "Ria",
    "Tom",
    "Lee",
    "Out",
    "Gone",
    "Door",
    "Removed",
    "Nobody",
    None,
)
PERSON = "sam"


def room_in(phase: str) -> Room:
    """Sam has what the phase says; everybody else is somewhere else."""
    room = Room(NEWCOMERS if phase == "practice" else SHARING, watch=False)
    room.facilitates("Ria", "Tom")
    room.enters("Sam", "Lee", "Out", "Gone", "Removed")
    room.begins()
    room.steps_out("Out")
    room.leaves("Gone")
    room.does("Ria", c.RemoveSeat("removed"))
    if phase == "practice":
        room.reaches("practice")
        return room
    room.reaches("turns")
    if phase == "offered":
        return room
    room.takes("Sam")
    room.does(None, c.TakeSeat("door", "Door"))
    if phase == "sharing":
        return room
    room.does("Sam", c.PublishShare(1, "«sam»", Level.PRESENCE))
    if phase == "responding":
        room.waits_for_next()
    if phase == "out":
        room.waits(20)
        room.steps_out("Sam")
    if phase == "listening":
        room.listens("Sam")
    return room


PERSONAL = (
    c.TakeTurn(1, "write"),
    c.PublishShare(1, "words of another", Level.NONE),
    c.FinishTurn(1),
    c.LetGo(1),
    c.NeedMoment(1),
    c.AskMoreTime(1),
    c.TakeBackShare(1),
    c.SetReplyLevel(Level.REFLECTION, 1),
    c.SetReplyLevel(Level.REFLECTION),
    c.Reclaim(0),
    c.Pass(0),
    c.Pass(0, whole_round=True),
    c.Later(0),
    c.ComeBack(),
    c.StepOut(),
    c.ChooseMode(Mode.OPEN),
    c.ChooseMode(Mode.LISTENING),
    c.AcceptAgreements(1),
    c.ShowTogether(0, "practice", "words of another"),
    c.TakeBackShown(0, "practice"),
    c.Leave(with_words=True),
)


def of_person(circle: Circle) -> str:
    """Everything that is Sam's: the seat, its bits, its turn and its shares."""
    current = circle.round
    turn = circle.turn if circle.turn and circle.turn.seat == PERSON else None
    shares = [s for s in circle.shares.values() if s.seat == PERSON]
    return json.dumps(
        [
            to_json(circle.seats[PERSON]),
            sorted(q for q, seat in current.settled if seat == PERSON) if current else [],
            PERSON in current.queue if current else False,
            to_json(turn) if turn else None,
            [[s.id, s.level.value, [r.id for r in s.replies]] for s in shares],
        ]
    )


PHASES = ("practice", "offered", "sharing", "resting", "responding", "out", "listening")


@pytest.mark.parametrize("phase", PHASES)
def test_no_command_of_another_touches_a_person(phase):
    """Every personal command, from both facilitators, peers, those outside and nobody at all."""
    room = room_in(phase)
    before = of_person(room.circle)

    for other in OTHERS:
        for command in PERSONAL:
            decision = decide(room.circle, command, other.lower() if other else None, room.now)
            if isinstance(decision, Refusal):
                continue
            assert of_person(decision.circle) == before, (other, command)
            assert not decision.words.keys() & room.words.keys(), (other, command)
            assert room.words.keys() <= alive(decision.circle), (other, command)


def test_a_facilitator_may_only_lift_a_demand():
    """C24, C25: skipping and closing settle; they accept, publish, raise and return nothing."""
    room = room_in("offered")
    room.does("Ria", c.SkipKindly(1))
    assert room.sees("Sam").you["settled"]
    assert room.sees("Sam").you["mode"] == "open"
    room = room_in("sharing")
    room.pauses()
    room.does("Ria", c.CloseTurn(1))

    assert room.sees("Sam").you["settled"]
    assert room.circle.shares == {}
