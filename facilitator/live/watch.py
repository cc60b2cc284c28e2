"""What runs beside the sockets: the ticker, which sends time running out as a command like any
other, and the sweep,
which finds what happened elsewhere (another process, a sign-out, a removal) within half a second.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import gevent
from flask import Flask
from flask_babel import force_locale

from facilitator.circle import commands as c
from facilitator.house import House, house_of
from facilitator.live.broadcast import Broadcast
from facilitator.live.doorstep import keep_errors_wordless
from facilitator.live.presence import Line, Presence
from facilitator.logs import log_uncaught
from facilitator.store.circles import Kept
from facilitator.tickets import day_of
from facilitator.use_cases.accompany import accompany
from facilitator.use_cases.keep_meetings import keep_meetings, keep_the_day
from facilitator.use_cases.leave_no_traces import leave_traces_left
from facilitator.use_cases.read_changes import read_changes, read_due
from facilitator.use_cases.read_seat import read_circle
from facilitator.use_cases.run_command import run_system
from facilitator.use_cases.shorten_log import shorten_log
from facilitator.use_cases.take_answers import forget_used_tickets
from facilitator.use_cases.take_up_circles import take_up_circles

TICK_S = 0.1
SWEEP_S = 0.5
COMPANIONS_S = 0.7
TRACES_S = 10
MEETINGS_S = 10
LOG_S = 1


class Watch:
    """Starts once, however often it is asked to."""

    def __init__(self, app: Flask, presence: Presence, broadcast: Broadcast) -> None:
        self._app = app
        self._house: House = house_of(app)
        self._presence = presence
        self._broadcast = broadcast
        self._started = False
        self._tidied_on: int | None = None

    def start(self) -> bool:
        """Circles from before this start are taken up, and time runs in all of them; False when it
        ran already."""
        if self._started:
            return False
        self._started = True
        keep_errors_wordless()
        take_up_circles(self._house)
        keep_meetings(self._house)
        gevent.spawn(self._forever, self.tick, TICK_S)
        gevent.spawn(self._forever, self.sweep, SWEEP_S)
        gevent.spawn(self._forever, self.accompany, COMPANIONS_S)
        gevent.spawn(self._forever, self.tidy, TRACES_S)
        gevent.spawn(self._forever, self.keep_meetings, MEETINGS_S)
        gevent.spawn(self._forever, self.shorten_log, LOG_S)
        for begin in self._house.on_start:
            begin()
        return True

    def tick(self) -> None:
        """Whatever is due has happened; a circle in trouble delays no other."""
        for circle_id in read_due(self._house):
            self._safely(partial(run_system, self._house, circle_id, c.TimeRanOut()))

    def accompany(self) -> None:
        """The companions of rehearsals did what they do next."""
        accompany(self._house, self._in_their_language)

    @contextmanager
    def _in_their_language(self, circle_id: str) -> Iterator[None]:
        """As whoever is in that circle reads it here."""
        lines = self._presence.of_circle(circle_id)
        with self._app.app_context(), force_locale(lines[0].language if lines else "en"):
            yield

    def tidy(self) -> None:
        """Nothing is left of circles that are over, nor of tickets from the day before
        yesterday."""
        today = day_of(self._house.clock.now())
        if today != self._tidied_on:
            self._tidied_on = today
            forget_used_tickets(self._house)
            keep_the_day(self._house)
        leave_traces_left(self._house)

    def keep_meetings(self) -> None:
        """What meetings do by themselves has happened, doors that open in their time above all."""
        keep_meetings(self._house)

    def shorten_log(self) -> None:
        """The disk is waited for beside the circles, not in one of their commits."""
        gevent.get_hub().threadpool.apply(shorten_log, (self._house,))

    def sweep(self) -> None:
        """Every line still has its seat and the newest picture; the others are closed."""
        self._broadcast.end_strangers(self._house.clock.now())
        lines = list(self._presence)
        if not lines:
            return
        here = {line.circle_id for line in lines}
        changes = read_changes(self._house, here, self._broadcast.versions)
        for circle_id in changes.closed:
            self._broadcast.versions.pop(circle_id, None)
        for line in lines:
            if line.token_hash not in changes.tokens:
                self._broadcast.end(line, self._page(line))
            elif not line.told:
                self._safely(partial(self._raise, line.circle_id, line.seat_id))
        for kept in changes.newer:
            self._broadcast.tell(kept)
            self._raise_again(kept)

    def _page(self, line: Line) -> str:
        if read_circle(self._house, line.circle_id) is None:
            return "closed"
        return "signed_out" if line.sign_in_id else "removed"

    def _raise_again(self, kept: Kept) -> None:
        """Another process that starts counts every line as down; the ones that are here are not."""
        for line in self._presence.of_circle(kept.circle.id):
            seat = kept.circle.seats.get(line.seat_id)
            if seat is not None and not seat.connected:
                self._safely(partial(self._raise, line.circle_id, line.seat_id))

    def _raise(self, circle_id: str, seat_id: str) -> None:
        kept = run_system(self._house, circle_id, c.RaiseLine(seat_id))
        if isinstance(kept, Kept):
            self._broadcast.tell(kept)

    def _forever(self, work: Callable[[], None], every: float) -> None:
        while True:
            gevent.sleep(every)
            self._safely(work)

    def _safely(self, work: Callable[[], object]) -> None:
        try:
            work()
        except Exception as wrong:  # noqa: BLE001 -- one bad moment must not stop every circle's time
            log_uncaught(type(wrong), wrong, wrong.__traceback__)
