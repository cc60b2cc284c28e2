"""What a companion of a rehearsal does next, from what its own view shows."""

from dataclasses import dataclass

from facilitator.circle import commands as c
from facilitator.circle.plan import Level
from facilitator.circle.state import Circle, Seat, Share
from facilitator.circle.timing import remaining
from facilitator.circle.view import Json
from facilitator.content.companions import COMPANIONS, Companion
from facilitator.content.hard_moments import EXTRAS, moment_of

# In a practised moment the sharer takes their time, so that the others can do something meanwhile.
A_WHILE = 1 / 3
GATHERED = ("choosing", "goodbye", "practice")


@dataclass(frozen=True, slots=True)
class Glance:
    """One companion at one moment: who it is, and what its screen shows."""

    character: str
    seat: Seat
    circle: Circle
    room: Json
    you: Json
    now: int

    @property
    def companion(self) -> Companion:
        return COMPANIONS.get(self.character) or Companion(EXTRAS[self.character])

    @property
    def asked(self) -> str | None:
        return str(self.you["asked"]) if self.you["asked"] else None

    @property
    def share(self) -> Share | None:
        """My share, while it is there."""
        return next((s for s in self.circle.shares.values() if s.seat == self.seat.id), None)


def characters(circle: Circle) -> list[tuple[str, Seat]]:
    """Who plays which part, in the order in which they sat down."""
    moment = moment_of(circle.agenda.key)
    parts = [*COMPANIONS, *(moment.extras if moment else ())]
    seated = [seat for seat in circle.seats.values() if seat.companion]
    return list(zip(parts, seated, strict=False))


def usually(glance: Glance) -> c.Command | None:
    """One shares, one passes, one lets the offer go by, one steps out and comes back."""
    current, you, asked = glance.room["round"], glance.you, glance.asked
    if you["place"] == "out" and not you["returning"]:
        gone_on = current is None or current["kind"] != "micro_sharing" or current["step"] is None
        return c.ComeBack() if gone_on else None
    if current is None or glance.room["stop"] is not None:
        return None
    if asked in GATHERED:
        return _gather(glance.companion, asked, current["index"])
    if glance.character == "steps_out" and asked in ("up_next", "offered"):
        return c.StepOut()
    if glance.character == "passes" and asked == "offered":
        return c.Pass(current["index"])
    if glance.character == "shares":
        return shares(glance, str(glance.companion.share), glance.seat.level)
    return None


def kindly(glance: Glance) -> c.Command | None:
    """While a moment is practised, the others pass at once."""
    current, asked = glance.room["round"], glance.asked
    if current is None or glance.room["stop"] is not None:
        return None
    if asked in GATHERED:
        return _gather(glance.companion, asked, current["index"])
    if asked != "offered" and asked != "sharing":
        return None
    if glance.character == "shares":
        return shares(glance, str(glance.companion.share), glance.seat.level, A_WHILE)
    return c.Pass(current["index"]) if asked == "offered" else None


def _gather(companion: Companion, asked: str, index: int) -> c.Command:
    text = {"choosing": companion.check_in, "goodbye": str(companion.goodbye or "")}.get(asked, "")
    if asked == "goodbye" and text:
        text = f"own:{text}"
    return c.ShowTogether(index, asked, text) if text else c.Pass(index)


def shares(glance: Glance, text: str, level: Level, after: float = 0) -> c.Command | None:
    """Takes the space, and says it once that part of the time has gone."""
    turn, own = glance.you["turn"], glance.circle.turn
    if turn is None or own is None:
        return None
    if glance.asked == "offered":
        return c.TakeTurn(turn["id"], "write")
    left = remaining(glance.circle, own.timer, glance.now)
    if glance.asked == "sharing" and left <= own.timer.length * (1 - after):
        return c.PublishShare(turn["id"], text, level)
    return None
