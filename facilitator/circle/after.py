"""After the farewell: who may stay, who stays, and when that is over (domain.md 2.1, I42-I44).

Nobody stays who did not choose it. Whoever did not has gone when it begins, and sees the last page.
"""

from __future__ import annotations

from facilitator.circle import commands as c
from facilitator.circle import events as e
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Circle, Phase, Place, Seat, SeatId
from facilitator.circle.story import Story
from facilitator.circle.turns import settle_seat

Answer = Refusal | None


def announce(story: Story, seat: Seat, _: c.AnnounceStayOn) -> Answer:
    """Everybody knows five minutes before the end that they may stay, and that they need not."""
    circle, t = story.circle, story.circle.timings
    if circle.phase is Phase.DOORS_OPEN:
        return Refusal("circle/not_begun")
    if circle.stay_announced:
        return None
    if not t.stay_on:
        return Refusal("time/range")
    if story.now > circle.promised_end - t.stay_notice:
        return Refusal("stay/late")
    story.happen(e.StayOnAnnounced(seat.id))
    return None


def may_stay(circle: Circle, seat: Seat) -> bool:
    """From the farewell on, while there is something to stay for and somebody who holds it."""
    parting = circle.phase is Phase.WINDING_DOWN and circle.farewell_since is not None
    room = circle.stay_announced or circle.timings.quiet_after > 0
    chooses = seat.inside and not seat.facilitates
    return parting and room and chooses and bool(circle.facilitators_present())


def stay(story: Story, seat: Seat, command: c.Stay) -> Answer:
    """The seat's own choice, as often as it likes; once the others have gone, no is going."""
    chose = seat.id in story.circle.staying
    if command.on and not chose and may_stay(story.circle, seat):
        story.happen(e.StayChosen(seat.id, on=True))
    elif chose and not command.on:
        if story.circle.parted:
            settle_seat(story, seat.id, whole_round=True)
            story.happen(e.SeatLeft(seat.id, story.now))
        story.happen(e.StayChosen(seat.id, on=False))
    return None


def who_stays(circle: Circle) -> frozenset[SeatId]:
    """Those who chose it and are still here, or have only stepped out; nobody, if all are out."""
    here = {s.id: s.place for s in circle.seats.values() if s.id in circle.staying}
    if Place.CIRCLE not in here.values():
        return frozenset()
    return frozenset(seat for seat, place in here.items() if place in (Place.CIRCLE, Place.OUT))


def has_gone(circle: Circle, seat_id: SeatId) -> bool:
    """The circle has parted, and that seat did not stay: for it the circle is over."""
    seat = circle.seats.get(seat_id)
    if not circle.parted or seat is None or seat.place is Place.REMOVED:
        return False
    return not seat.facilitates and seat_id not in circle.staying


def end_when_alone(story: Story) -> None:
    """Nobody stays any more, or nobody is here to hold it: it ends at once, with its page."""
    circle = story.circle
    if not circle.parted:
        return
    here = (Place.CIRCLE, Place.OUT)
    kept = any(circle.seats[s].place in here or circle.seats[s].returning for s in circle.staying)
    if not kept or not any(s.facilitates for s in circle.inside()):
        story.happen(e.CircleClosed("ended", story.now))
