"""What people and the clock ask of a circle. A command names what it means, so a late one cannot
hit the wrong thing.
"""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.circle.plan import Level
from facilitator.circle.state import Mode, Role, SeatId


@dataclass(frozen=True, slots=True)
class Command:
    """The base of all that can be asked."""


# --- Seats and the door ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TakeSeat(Command):
    """Asked by the door, after the agreements were accepted."""

    seat: SeatId
    name: str
    role: Role = Role.PARTICIPANT
    mode: Mode = Mode.OPEN
    level: Level = Level.NONE
    companion: bool = False


@dataclass(frozen=True, slots=True)
class RaiseLine(Command):
    """The seat's connection is there."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class DropLine(Command):
    """The seat's connection is gone."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class DropEveryLine(Command):
    """The server starts: whoever was connected is not."""


@dataclass(frozen=True, slots=True)
class AcceptAgreements(Command):
    version: int


@dataclass(frozen=True, slots=True)
class LockDoor(Command):
    locked: bool


@dataclass(frozen=True, slots=True)
class RemoveSeat(Command):
    seat: SeatId


# --- Boundaries: set O of domain.md 2.6, accepted in every state ----------------------------------


@dataclass(frozen=True, slots=True)
class Pass(Command):
    """Nothing more is asked of me in this step (`whole_round`: in this round)."""

    round: int
    whole_round: bool = False


@dataclass(frozen=True, slots=True)
class ChooseMode(Command):
    mode: Mode


@dataclass(frozen=True, slots=True)
class Later(Command):
    """The end of the order, please. `round` is the one that is meant."""

    round: int


@dataclass(frozen=True, slots=True)
class NeedMoment(Command):
    turn: int


@dataclass(frozen=True, slots=True)
class StepOut(Command):
    pass


@dataclass(frozen=True, slots=True)
class ComeBack(Command):
    pass


@dataclass(frozen=True, slots=True)
class Leave(Command):
    """Leave quietly; `with_words` takes back everything the seat shared."""

    with_words: bool = False


@dataclass(frozen=True, slots=True)
class TakeBackShare(Command):
    share: int


@dataclass(frozen=True, slots=True)
class TakeBackShown(Command):
    """What the seat showed together with the others (a check-in, a goodbye) is gone from every
    screen.
    """

    round: int
    step: str


@dataclass(frozen=True, slots=True)
class SetReplyLevel(Command):
    """What may come back to that share; lowering removes what is above. None: my default."""

    level: Level
    share: int | None = None


@dataclass(frozen=True, slots=True)
class PausePlease(Command):
    """`mark` tells senders apart without naming them; it is drawn outside (I15)."""

    mark: str = ""


@dataclass(frozen=True, slots=True)
class CancelPausePlease(Command):
    mark: str = ""


@dataclass(frozen=True, slots=True)
class LetGo(Command):
    """I changed my mind while I had the space."""

    turn: int


@dataclass(frozen=True, slots=True)
class FinishTurn(Command):
    """That's all from me: a spoken or a quiet turn is complete."""

    turn: int


@dataclass(frozen=True, slots=True)
class AskMoreTime(Command):
    turn: int


@dataclass(frozen=True, slots=True)
class LetRest(Command):
    """Please let what I said aloud in that turn rest here."""

    turn: int


@dataclass(frozen=True, slots=True)
class Stay(Command):
    """I would like to stay on after the farewell, or I would not after all."""

    on: bool


# --- The space ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TakeTurn(Command):
    """`how` is write, speak or quiet."""

    turn: int
    how: str


@dataclass(frozen=True, slots=True)
class PublishShare(Command):
    turn: int
    text: str
    level: Level = Level.NONE
    heads_up: bool = False


@dataclass(frozen=True, slots=True)
class Reclaim(Command):
    """I would like the space after all, or (in an open step) I would like it now."""

    round: int


@dataclass(frozen=True, slots=True)
class Reply(Command):
    share: int
    level: Level
    text: str


@dataclass(frozen=True, slots=True)
class ShowTogether(Command):
    """My check-in or goodbye, to be shown with everybody's at once."""

    round: int
    step: str
    text: str


@dataclass(frozen=True, slots=True)
class TakePart(Command):
    """A facilitator joins the order (then last) or leaves it."""

    takes_turns: bool


# --- The frame: facilitators ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Begin(Command):
    with_few: bool = False


@dataclass(frozen=True, slots=True)
class IntroduceRound(Command):
    index: int


@dataclass(frozen=True, slots=True)
class MoveOn(Command):
    """From that step of that round to what comes after it."""

    round: int
    step: str


@dataclass(frozen=True, slots=True)
class SetAsideRound(Command):
    index: int


@dataclass(frozen=True, slots=True)
class ExtendStep(Command):
    round: int
    step: str
    by: int


@dataclass(frozen=True, slots=True)
class TrimStep(Command):
    round: int
    step: str
    by: int


@dataclass(frozen=True, slots=True)
class LowerDepth(Command):
    round: int
    depth: int


@dataclass(frozen=True, slots=True)
class SkipKindly(Command):
    turn: int


@dataclass(frozen=True, slots=True)
class CloseTurn(Command):
    turn: int


@dataclass(frozen=True, slots=True)
class GiveTime(Command):
    turn: int


@dataclass(frozen=True, slots=True)
class OfferSilence(Command):
    length: int


@dataclass(frozen=True, slots=True)
class PauseRoom(Command):
    pass


@dataclass(frozen=True, slots=True)
class HoldRoom(Command):
    pass


@dataclass(frozen=True, slots=True)
class ResumeRoom(Command):
    pass


@dataclass(frozen=True, slots=True)
class AnswerSignal(Command):
    """`how` is pause, end_of_turn or seen."""

    signal: int
    how: str


@dataclass(frozen=True, slots=True)
class HandOver(Command):
    to: SeatId


@dataclass(frozen=True, slots=True)
class AcceptLead(Command):
    pass


@dataclass(frozen=True, slots=True)
class NeedMinute(Command):
    """I need a minute: somebody else may hold the room, and it is quiet until then."""


@dataclass(frozen=True, slots=True)
class AnnounceStayOn(Command):
    """After the farewell the room stays open a little, for whoever would like to."""


@dataclass(frozen=True, slots=True)
class AddAgreement(Command):
    text: str


@dataclass(frozen=True, slots=True)
class ShortClose(Command):
    pass


@dataclass(frozen=True, slots=True)
class EmergencyClose(Command):
    pass


@dataclass(frozen=True, slots=True)
class EndCircle(Command):
    pass


# --- The clock ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TimeRanOut(Command):
    """Something may be due; the core looks for itself."""


@dataclass(frozen=True, slots=True)
class CloseNow(Command):
    """The keeper of the server ends the circle from outside (`flask circle close`)."""


@dataclass(frozen=True, slots=True)
class LoseWords(Command):
    """The circle's key is gone, and with it every word; the room is told (I34)."""


BY_SYSTEM = (TakeSeat, RaiseLine, DropLine, DropEveryLine, TimeRanOut, CloseNow, LoseWords)

BY_FACILITATOR = (
    LockDoor,
    RemoveSeat,
    TakePart,
    Begin,
    IntroduceRound,
    MoveOn,
    SetAsideRound,
    ExtendStep,
    TrimStep,
    LowerDepth,
    SkipKindly,
    CloseTurn,
    GiveTime,
    OfferSilence,
    PauseRoom,
    HoldRoom,
    ResumeRoom,
    AnswerSignal,
    HandOver,
    AcceptLead,
    NeedMinute,
    AnnounceStayOn,
    AddAgreement,
    ShortClose,
    EmergencyClose,
    EndCircle,
)

OPT_OUTS = (
    Pass,
    ChooseMode,
    Later,
    NeedMoment,
    StepOut,
    ComeBack,
    Leave,
    TakeBackShare,
    TakeBackShown,
    SetReplyLevel,
    PausePlease,
    CancelPausePlease,
    LetGo,
    FinishTurn,
    AskMoreTime,
    LetRest,
    Stay,
)
