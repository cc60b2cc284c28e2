"""What people may ask beside the rounds: to be careful with one another, and to be heard by those
who hold the room.

`mark` is drawn outside, from whoever asks; it tells senders apart without naming them (I15).
A field whose name would be a word of the language ends in an underscore, and travels without it.
"""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.circle.commands import Command
from facilitator.circle.state import SeatId

# --- Signals: nobody learns who sent them ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class KeepLighter(Command):
    """While anybody wishes it, the circle goes no deeper."""

    on: bool
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Flag(Command):
    """The facilitators are pointed to a share, or to one reply to it."""

    share: int
    reply: int | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class CancelFlag(Command):
    share: int
    reply: int | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class SuggestAgreement(Command):
    """A line for our agreements; the facilitators read it and not whose it is."""

    text: str
    mark: str = ""


# --- The private line -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class WritePrivately(Command):
    """From a participant to one who facilitates; back only once they wrote."""

    to: SeatId
    text: str


@dataclass(frozen=True, slots=True)
class OpenLine(Command):
    """What was written to me on that line is read."""

    with_: SeatId


@dataclass(frozen=True, slots=True)
class WipeLine(Command):
    """The line is gone for both of its ends."""

    with_: SeatId


@dataclass(frozen=True, slots=True)
class NoPrivateOffers(Command):
    """Please don't offer me a private line."""

    on: bool


# --- Facilitators ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PrivateOffer(Command):
    """I'm here if useful; no reply needed."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class Signpost(Command):
    """On an open line: another place to turn to."""

    to: SeatId
    text: str


@dataclass(frozen=True, slots=True)
class Cover(Command):
    """A share, or one reply to it, is set aside for now; or shown again."""

    share: int
    reply: int | None = None
    covered: bool = True


@dataclass(frozen=True, slots=True)
class ProposeDepth(Command):
    """The round that comes could go deeper, if nobody would rather not."""

    round: int
    depth: int


@dataclass(frozen=True, slots=True)
class WriteToFacilitators(Command):
    """To the others who hold the room: about the process, not about people."""

    text: str


BY_FACILITATOR = (PrivateOffer, Signpost, Cover, ProposeDepth, WriteToFacilitators)

OPT_OUTS = (KeepLighter, Flag, CancelFlag, WritePrivately, OpenLine, WipeLine, NoPrivateOffers)
