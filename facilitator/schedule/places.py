"""Who has a place at a meeting, and who is next. Why it is so: docs/decisions/0017.

What came free is offered to whoever is first in line. An offer that ends without an answer goes to
the next, and nobody loses their place in the line by it: `offered_until` stays with those who
wait, as the sign that they were asked already. When all were, the seat is open to whoever says
yes first, in the line or not. A seat that comes free later is offered from the beginning again.

Instants and lengths are milliseconds. Every function first lets end what has ended by `now`, so
it doesn't matter how late it is called, and called twice it changes nothing the second time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

HOUR = 3_600_000

OFFER_LONGEST = 24 * HOUR
# Less would be no time to read a mail in.
OFFER_SHORTEST = 2 * HOUR
# Whoever is next needs to know before the doors open.
ENDS_BEFORE_DOORS = 1 * HOUR
# From here on a seat is given without asking: whoever waits said already that they are coming.
GIVEN_BEFORE_DOORS = ENDS_BEFORE_DOORS + OFFER_SHORTEST


class Answer(StrEnum):
    COMING = "coming"
    MAYBE = "maybe"
    NOT_THIS_TIME = "not_this_time"


class Place(StrEnum):
    NONE = ""
    SEAT = "seat"
    WAITING = "waiting"
    OFFERED = "offered"


class Told(StrEnum):
    YOURS = "yours"
    OFFERED = "offered"
    PASSED_ON = "passed_on"


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody said (an Answer), and the place that came of it (a Place). `line` is the order
    among those who wait, smallest first; it stays while somebody only steps out of the line."""

    person: str
    answer: str
    place: str = Place.NONE
    line: int = 0
    offered_until: int | None = None


@dataclass(frozen=True, slots=True)
class Places:
    """Everybody's place now, and what (a Told) somebody learns who didn't do it themselves."""

    replies: tuple[Reply, ...]
    told: tuple[tuple[str, str], ...]


def offer_length(doors_at: int, now: int) -> int:
    """How long an offer made now stands; 0 when the doors are too near to ask."""
    if doors_at - now < GIVEN_BEFORE_DOORS:
        return 0
    return min(OFFER_LONGEST, doors_at - ENDS_BEFORE_DOORS - now)


def taken(replies: Iterable[Reply]) -> int:
    """The seats that are promised to somebody: no organizer can go below."""
    return sum(1 for reply in replies if reply.place in (Place.SEAT, Place.OFFERED))


def answered(
    replies: Sequence[Reply], person: str, answer: str, seats: int, now: int, offer_lasts: int
) -> Places:
    """This person said so. Coming takes a free seat, or the one that is offered to them, or waits;
    anything else gives up what they held."""
    line = _Line(replies, seats, now, offer_lasts)
    line.moves_on()
    mine = line.of.get(person, Reply(person, answer))
    if answer == Answer.COMING:
        line.comes(mine)
    else:
        line.goes(mine, answer)
    line.moves_on()
    return line.places(replies, by=person)


def offer_answered(
    replies: Sequence[Reply], person: str, takes: bool, seats: int, now: int, offer_lasts: int
) -> Places:
    """The seat that was offered is theirs, or goes to the next. Where it went on already, a yes
    keeps their place in the line. Whoever was offered nothing keeps what they have."""
    line = _Line(replies, seats, now, offer_lasts)
    line.moves_on()
    before, mine = {reply.person: reply for reply in replies}, line.of.get(person)
    if mine is not None and (before[person].offered_until or mine.offered_until):
        if takes:
            line.comes(mine)
        else:
            line.goes(mine, Answer.NOT_THIS_TIME)
    line.moves_on()
    return line.places(replies, by=person)


def lapsed(replies: Sequence[Reply], seats: int, now: int, offer_lasts: int) -> Places:
    """Offers that have ended went to the next; near the doors, free seats to whoever waits."""
    line = _Line(replies, seats, now, offer_lasts)
    line.moves_on()
    return line.places(replies)


def resized(replies: Sequence[Reply], seats: int, now: int, offer_lasts: int) -> Places:
    """There are so many seats now. Fewer of them take nothing from anybody."""
    line = _Line(replies, seats, now, offer_lasts)
    line.moves_on()
    if line.free:
        line.begins_again()
    line.moves_on()
    return line.places(replies)


class _Line:
    """The places while they change."""

    def __init__(self, replies: Sequence[Reply], seats: int, now: int, offer_lasts: int) -> None:
        self.of = {reply.person: reply for reply in replies}
        self.seats, self.now, self.offer_lasts = seats, now, offer_lasts
        for reply in replies:
            until = reply.offered_until
            if reply.place == Place.OFFERED and until is not None and until <= now:
                self.of[reply.person] = replace(reply, place=Place.WAITING)

    @property
    def free(self) -> int:
        return max(0, self.seats - taken(self.of.values()))

    @property
    def waiting(self) -> list[Reply]:
        those = [reply for reply in self.of.values() if reply.place == Place.WAITING]
        return sorted(those, key=lambda reply: (reply.line, reply.person))

    def comes(self, mine: Reply) -> None:
        if mine.place == Place.SEAT:
            return
        # A seat that is still free after the line moved on was offered to everybody in it.
        if mine.place == Place.OFFERED or self.free:
            self.of[mine.person] = Reply(mine.person, Answer.COMING, Place.SEAT)
        elif mine.place == Place.NONE:
            last = max((reply.line for reply in self.of.values()), default=0)
            place = mine.line or last + 1
            self.of[mine.person] = Reply(mine.person, Answer.COMING, Place.WAITING, place)

    def goes(self, mine: Reply, answer: str) -> None:
        """Stepping out of the line and back in finds the old place there: a slip of the thumb costs
        nothing. Who had a seat or an offer had their turn."""
        keeps = mine.line if mine.place in (Place.WAITING, Place.NONE) else 0
        self.of[mine.person] = Reply(mine.person, answer, Place.NONE, keeps)
        if mine.place == Place.SEAT:
            self.begins_again()

    def begins_again(self) -> None:
        """Nobody in the line has been asked yet."""
        for reply in self.waiting:
            self.of[reply.person] = replace(reply, offered_until=None)

    def moves_on(self) -> None:
        """What is free is offered in order, or given in order when there is no time to ask."""
        if self.offer_lasts <= 0:
            self.begins_again()
        unasked = [reply for reply in self.waiting if reply.offered_until is None]
        for reply in unasked[: self.free]:
            self.of[reply.person] = (
                replace(reply, place=Place.OFFERED, offered_until=self.now + self.offer_lasts)
                if self.offer_lasts > 0
                else replace(reply, place=Place.SEAT, line=0)
            )

    def places(self, before: Sequence[Reply], by: str = "") -> Places:
        were = {reply.person: reply for reply in before}
        told = [
            (reply.person, what)
            for reply in self.of.values()
            if reply.person in were and (what := self._told(were[reply.person], reply, by))
        ]
        return Places(tuple(self.of.values()), tuple(told))

    def _told(self, was: Reply, now: Reply, by: str) -> Told | None:
        if now.place == Place.SEAT and was.place != Place.SEAT:
            return None if now.person == by else Told.YOURS
        if now.place == Place.OFFERED and was.offered_until != now.offered_until:
            return Told.OFFERED
        # While a seat is open it is still there for them, and nothing was passed on.
        passed_on = was.place == Place.OFFERED and now.place == Place.WAITING and not self.free
        return Told.PASSED_ON if passed_on else None
