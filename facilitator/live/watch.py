"""What runs beside the sockets: the ticker, which sends time running out as a command like any
other, and the sweep,
which finds what happened elsewhere (another process, a sign-out, a removal) within half a second.
"""

import logging
from collections.abc import Callable

import gevent
from flask import Flask

from facilitator.circle import commands as c
from facilitator.house import House, house_of
from facilitator.live.broadcast import Broadcast
from facilitator.live.presence import Presence
from facilitator.use_cases.accompany import accompany
from facilitator.use_cases.read_changes import read_changes, read_due
from facilitator.use_cases.run_command import run_system
from facilitator.use_cases.take_up_circles import take_up_circles

TICK_S = 0.1
SWEEP_S = 0.5
COMPANIONS_S = 0.7

log = logging.getLogger(__name__)


class Watch:
    """Starts once, however often it is asked to."""

    def __init__(self, app: Flask, presence: Presence, broadcast: Broadcast) -> None:
        self._house: House = house_of(app)
        self._presence = presence
        self._broadcast = broadcast
        self._started = False

    def start(self) -> None:
        """Circles from before this start are taken up, and time runs in all of them."""
        if self._started:
            return
        self._started = True
        take_up_circles(self._house)
        gevent.spawn(self._forever, self.tick, TICK_S)
        gevent.spawn(self._forever, self.sweep, SWEEP_S)
        gevent.spawn(self._forever, self.accompany, COMPANIONS_S)

    def tick(self) -> None:
        """Whatever is due has happened."""
        for circle_id in read_due(self._house):
            run_system(self._house, circle_id, c.TimeRanOut())

    def accompany(self) -> None:
        """The companions of rehearsals did what they do next."""
        accompany(self._house)

    def sweep(self) -> None:
        """Every line still has its seat and the newest picture; the others are closed."""
        lines = list(self._presence)
        if not lines:
            return
        changes = read_changes(
            self._house, {line.token_hash for line in lines}, self._broadcast.versions
        )
        for line in lines:
            if line.token_hash not in changes.tokens:
                gone = line.circle_id in changes.closed
                self._broadcast.end(line, "closed" if gone else "removed")
        for kept in changes.newer:
            self._broadcast.tell(kept)

    def _forever(self, work: Callable[[], None], every: float) -> None:
        while True:
            gevent.sleep(every)
            try:
                work()
            except Exception as wrong:  # noqa: BLE001 -- one bad moment must not stop every circle's time
                log.error("%s: %s", getattr(work, "__name__", "work"), type(wrong).__name__)  # noqa: TRY400 -- a traceback could hold words
