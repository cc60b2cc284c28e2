"""What happened beside the rounds: no word that somebody said, nor who sent a signal."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.circle.events import Event
from facilitator.circle.state import SeatId

# --- Lighter, deeper ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LighterSet(Event):
    """`mark` tells senders apart and names none."""

    mark: str
    on: bool


@dataclass(frozen=True, slots=True)
class DepthProposed(Event):
    round: int
    depth: int
    by: SeatId
    at: int
    length: int


@dataclass(frozen=True, slots=True)
class DepthRaised(Event):
    """Nobody objected: that round will be so deep."""

    round: int
    depth: int
    by: SeatId


@dataclass(frozen=True, slots=True)
class DepthKept(Event):
    """The round stays as it was planned."""


# --- Set aside for now ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ShareCovered(Event):
    share: int
    covered: bool


@dataclass(frozen=True, slots=True)
class ReplyCovered(Event):
    share: int
    reply: int
    covered: bool


# --- The private line -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PrivatelyWritten(Event):
    seat: SeatId
    holder: SeatId
    message: int
    by: SeatId
    at: int
    signpost: bool


@dataclass(frozen=True, slots=True)
class PrivatelyRead(Event):
    seat: SeatId
    holder: SeatId
    by: SeatId


@dataclass(frozen=True, slots=True)
class PrivateLineWaited(Event):
    """Nobody has opened what the participant wrote there."""

    seat: SeatId
    holder: SeatId


@dataclass(frozen=True, slots=True)
class PrivateLineWiped(Event):
    seat: SeatId
    holder: SeatId


@dataclass(frozen=True, slots=True)
class ReceiversShown(Event):
    """Whom people may write to, as everybody's screen says from now on."""

    seats: tuple[SeatId, ...]


@dataclass(frozen=True, slots=True)
class OfferMade(Event):
    seat: SeatId
    by: SeatId


@dataclass(frozen=True, slots=True)
class OfferAnswered(Event):
    seat: SeatId


@dataclass(frozen=True, slots=True)
class OffersSet(Event):
    """`on`: the seat may be offered a private line."""

    seat: SeatId
    on: bool


# --- Between those who hold the room --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ProcessWritten(Event):
    message: int
    by: SeatId
