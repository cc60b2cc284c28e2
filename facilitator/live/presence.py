"""Who is connected here: one line a seat, the newest wins."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

BURST = 30
PER_SECOND = 8
FLOOD = 300
# Buckets of seats that are not connected any more.
SPARE = 64


@dataclass
class Bucket:
    """How much one seat may ask: a burst, then so many a second. `empty` counts what came all the
    same."""

    left: float = BURST
    at: int = 0
    empty: int = 0

    def take(self, now: int, cost: int = 1) -> bool:
        if self.is_full(now):
            self.empty = 0
        if self.left < cost:
            self.empty += 1
            return False
        self.left -= cost
        return True

    def is_full(self, now: int) -> bool:
        """Whether nothing has been asked for some seconds."""
        self.left = min(BURST, self.left + max(0, now - self.at) / 1000 * PER_SECOND)
        self.at = now
        return self.left == BURST

    @property
    def flooded(self) -> bool:
        return self.empty > FLOOD


@dataclass(eq=False)
class Line:
    """One socket of one seat. `told` remembers each part it was shown last."""

    sid: str
    engine_sid: str
    circle_id: str
    seat_id: str
    token_hash: str
    language: str
    sign_in_id: str | None = None
    bucket: Bucket = field(default_factory=Bucket)
    comings: Bucket = field(default_factory=Bucket)
    told: dict[str, Any] = field(default_factory=dict)

    @property
    def saw_desk(self) -> bool:
        """Whether it is the line of somebody who facilitates."""
        return self.told.get("desk") is not None


class Presence:
    """The lines of this process."""

    def __init__(self) -> None:
        self._by_sid: dict[str, Line] = {}
        self._by_circle: dict[str, dict[str, Line]] = {}
        self._buckets: dict[tuple[str, str, str], Bucket] = {}

    def bucket(self, of: str, circle_id: str, seat_id: str, now: int) -> Bucket:
        """The seat's, whichever line it comes by: coming again gives nobody more."""
        if len(self._buckets) > 3 * len(self._by_sid) + SPARE:
            self._forget_full(now)
        return self._buckets.setdefault((of, circle_id, seat_id), Bucket(at=now))

    def _forget_full(self, now: int) -> None:
        full = [key for key, one in self._buckets.items() if one.is_full(now)]
        for key in full:
            if not self.has(*key[1:]):
                del self._buckets[key]

    def add(self, line: Line) -> Line | None:
        """The line is the seat's; the one it replaces, if any."""
        seats = self._by_circle.setdefault(line.circle_id, {})
        older = seats.get(line.seat_id)
        seats[line.seat_id] = line
        self._by_sid[line.sid] = line
        return older

    def drop(self, sid: str) -> tuple[Line | None, bool]:
        """The line is gone; with it whether its seat is left without one."""
        line = self._by_sid.pop(sid, None)
        if line is None:
            return None, False
        seats = self._by_circle.get(line.circle_id, {})
        if seats.get(line.seat_id) is not line:
            return line, False
        del seats[line.seat_id]
        if not seats:
            del self._by_circle[line.circle_id]
        return line, True

    def of_sid(self, sid: str) -> Line | None:
        return self._by_sid.get(sid)

    def has(self, circle_id: str, seat_id: str) -> bool:
        """Whether the seat has a line here."""
        return seat_id in self._by_circle.get(circle_id, {})

    def of_circle(self, circle_id: str) -> list[Line]:
        return list(self._by_circle.get(circle_id, {}).values())

    def circles(self) -> list[str]:
        return list(self._by_circle)

    def __iter__(self) -> Iterator[Line]:
        return iter(list(self._by_sid.values()))
