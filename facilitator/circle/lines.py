"""A private line between one participant and one who facilitates, and nobody else (I27, I28).

The participant opens it, by writing first or by answering an offer. What is written is never
forwarded: when nobody opens it, its writer is told and may choose another facilitator (I62).
"""

from __future__ import annotations

from facilitator.circle import commands_care as cc
from facilitator.circle import events_care as ec
from facilitator.circle.evolve_lines import line_between
from facilitator.circle.plan import LINE_MESSAGES, PRIVATE_CHARS
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Circle, Place, Seat, SeatId
from facilitator.circle.state_care import PrivateLine
from facilitator.circle.story import Story
from facilitator.circle.timing import line_due
from facilitator.circle.words import clean_text, private_key, shown_part

Answer = Refusal | None


# --- Writing --------------------------------------------------------------------------------------


def write(story: Story, seat: Seat, command: cc.WritePrivately) -> Answer:
    """For a participant the answer is yes, whatever comes of it (I2)."""
    if seat.facilitates:
        return _answer(story, seat, command.to, command.text, signpost=False)
    other = story.circle.seats.get(command.to)
    text = shown_part(command.text, PRIVATE_CHARS)
    here = seat.place in (Place.CIRCLE, Place.OUT)
    if other is None or not other.facilitates or not text or not here:
        return None
    if story.circle.held is not None:
        return None
    _write(story, (seat.id, other.id), seat.id, text, signpost=False)
    if not other.present:
        story.happen(ec.PrivateLineWaited(seat.id, other.id))
    if seat.offer_open and seat.offered_by == other.id:
        story.happen(ec.OfferAnswered(seat.id))
    return None


def signpost(story: Story, seat: Seat, command: cc.Signpost) -> Answer:
    """Another place to turn to, on a line that is open; never in public (domain.md 2.7)."""
    return _answer(story, seat, command.to, command.text, signpost=True)


def _answer(story: Story, seat: Seat, to: SeatId, text: str, *, signpost: bool) -> Answer:
    if not seat.present:
        return Refusal("seat/not_inside")
    line = line_between(story.circle, to, seat.id)
    if line is None:
        return Refusal("line/not_open")
    if len(line.messages) >= LINE_MESSAGES:
        return Refusal("line/full")
    cleaned = clean_text(text, PRIVATE_CHARS)
    if isinstance(cleaned, Refusal):
        return Refusal("line/long") if cleaned.code == "text/long" else cleaned
    _write(story, line.ends, seat.id, cleaned, signpost=signpost)
    return None


def _write(
    story: Story, ends: tuple[SeatId, SeatId], by: SeatId, text: str, *, signpost: bool
) -> None:
    line = line_between(story.circle, *ends)
    number = line.messages[-1].id + 1 if line and line.messages else 1
    story.happen(ec.PrivatelyWritten(*ends, number, by, story.now, signpost))
    story.keep(private_key(*ends, number), text)


# --- Reading, waiting, wiping ---------------------------------------------------------------------


def open_line(story: Story, seat: Seat, command: cc.OpenLine) -> Answer:
    line = own_line(story.circle, seat, command.with_)
    if line is not None and line.unread_by(seat.id):
        story.happen(ec.PrivatelyRead(*line.ends, seat.id))
    return None


def wipe_line(story: Story, seat: Seat, command: cc.WipeLine) -> Answer:
    line = own_line(story.circle, seat, command.with_)
    if line is not None:
        story.happen(ec.PrivateLineWiped(*line.ends))
    return None


def take_along(story: Story, seat: Seat) -> None:
    """Whoever takes their words along takes those of their lines. Lines end with their participant:
    somebody who facilitates goes without a trace on anybody's screen.
    """
    for line in [one for one in story.circle.lines if one.seat == seat.id]:
        story.happen(ec.PrivateLineWiped(*line.ends))


def own_line(circle: Circle, seat: Seat, other: SeatId) -> PrivateLine | None:
    ends = (other, seat.id) if seat.facilitates else (seat.id, other)
    return line_between(circle, *ends)


def lines_waited(story: Story) -> None:
    """Two minutes, and nobody has opened it: whoever wrote is told (I62)."""
    for line in story.circle.lines:
        due = line_due(story.circle, line)
        if due is not None and due <= story.now:
            story.happen(ec.PrivateLineWaited(*line.ends))


def show_receivers(story: Story) -> None:
    """Whom people may write to changes on screens at moments that disturb nobody (I38, I59)."""
    circle = story.circle
    receivers = tuple(s.id for s in circle.facilitators_present())
    if circle.door_moment and receivers != circle.receivers:
        story.happen(ec.ReceiversShown(receivers))


# --- Offers ---------------------------------------------------------------------------------------


def offer(story: Story, seat: Seat, command: cc.PrivateOffer) -> Answer:
    """One soft offer in a circle, and none to whoever asked for none; the answer is the same
    (I55).
    """
    other = story.circle.seats.get(command.seat)
    if other is None:
        return Refusal("seat/unknown")
    if other.facilitates:
        return Refusal("seat/facilitator")
    answered = other.offered_by == seat.id and other.offer_answered
    again = answered and line_between(story.circle, other.id, seat.id) is None
    if not (may_offer(other) or (again and other.private_offers and other.inside)):
        return Refusal("offer/not_now")
    story.happen(ec.OfferMade(other.id, seat.id))
    return None


def may_offer(seat: Seat) -> bool:
    """As every desk says: who answered whom is known to the two alone (I28)."""
    free = seat.private_offers and seat.offered_by is None
    return free and seat.inside and not seat.facilitates


def no_private_offers(story: Story, seat: Seat, command: cc.NoPrivateOffers) -> Answer:
    """An offer that is open is gone, and none comes; `on` means: none, please."""
    if seat.private_offers is command.on:
        story.happen(ec.OffersSet(seat.id, not command.on))
    return None
