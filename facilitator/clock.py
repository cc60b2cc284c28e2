"""The only reader of the system's time."""

import time
from typing import Protocol


class Clock(Protocol):
    """Knows what time it is, and nothing else."""

    def now(self) -> int:
        """The instant, in milliseconds since 1970, UTC."""
        ...


class SystemClock:
    """The time of this machine."""

    def now(self) -> int:
        """The instant, in milliseconds since 1970, UTC."""
        return time.time_ns() // 1_000_000
