"""Who is connected here: one line a seat, the newest wins."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from facilitator.clock import Clock

BURST = 30
PER_SECOND = 8
FLOOD = 300


@dataclass
class Bucket:
    """How much one socket may ask: a burst, then so many a second. `empty` counts what came all
    the same."""

    left: float = BURST
    at: int = 0
    empty: int = 0

    def take(self, now: int) -> bool:
        self.left = min(BURST, self.left + max(0, now - self.at) / 1000 * PER_SECOND)
        if self.left == BURST:
            self.empty = 0
        self.at = now
        if self.left < 1:
            self.empty += 1
            return False
        self.left -= 1
        return True

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


def fresh_bucket(clock: Clock) -> Bucket:
    return Bucket(at=clock.now())
