"""What arrives on a socket. Each handler is thin: one verb on a use case, and an answer that
always comes."""

from typing import Any

import gevent
from flask import Flask, request
from flask_babel import force_locale, get_locale
from flask_socketio import SocketIO
from socketio.exceptions import ConnectionRefusedError as NotLetIn

from facilitator.circle import commands as c
from facilitator.circle.refusals import Refusal
from facilitator.content.microcopy import refusal_text
from facilitator.house import House, house_of
from facilitator.live.broadcast import Broadcast
from facilitator.live.costs import COMING, cost_of
from facilitator.live.parse import Unclear, parse_clock, parse_command
from facilitator.live.presence import Bucket, Line, Presence
from facilitator.logs import log_uncaught
from facilitator.store.circles import Kept
from facilitator.store.seats import SeatRef
from facilitator.tokens import token_hash
from facilitator.use_cases.read_seat import read_circle, read_seat, seat_cookie
from facilitator.use_cases.run_command import Taken, run_command, run_system

Answer = dict[str, Any]
A_MOMENT_S = 0.6
# For a seat that did not stay, while others are still together after the farewell.
OVER = Refusal("circle/closed")


class Handlers:
    """The events of the one namespace."""

    def __init__(
        self,
        app: Flask,
        socketio: SocketIO,
        server: Any,
        presence: Presence,
        broadcast: Broadcast,
    ) -> None:
        self._app = app
        self._house: House = house_of(app)
        self._presence = presence
        self._broadcast = broadcast
        self._server = server
        socketio.on_event("connect", self.connect)
        # Straight to the server: these need no request context, and a context costs more than the
        # whole command.
        self._server.on("command", self.command)
        self._server.on("clock", self.clock)
        self._server.on("disconnect", self.disconnect)

    def connect(self, auth: Any = None) -> None:
        """The socket is its seat's line, recognised by its cookie alone; else it is refused with a
        code."""
        circle_id = auth.get("circle") if isinstance(auth, dict) else None
        if not isinstance(circle_id, str):
            raise NotLetIn("seat/none")
        token = request.cookies.get(seat_cookie(self._house, circle_id), "")
        seat = read_seat(self._house, token)
        if seat is None or seat.circle_id != circle_id:
            raise NotLetIn(self._why_not(circle_id, token))
        sid = request.sid  # type: ignore[attr-defined]
        line = Line(
            sid=sid,
            engine_sid=self._server.manager.eio_sid_from_sid(sid, "/"),
            circle_id=circle_id,
            seat_id=seat.seat_id,
            token_hash=token_hash(token),
            language=str(get_locale() or "en"),
            sign_in_id=seat.sign_in_id,
            bucket=self._bucket("asking", seat),
            comings=self._bucket("coming", seat),
        )
        older = self._presence.add(line)
        # After this handler has answered, so that the browser hears that it is connected first.
        gevent.spawn(self._welcome, line, older)

    def _bucket(self, of: str, seat: SeatRef) -> Bucket:
        return self._presence.bucket(of, seat.circle_id, seat.seat_id, self._house.clock.now())

    def _why_not(self, circle_id: str, token: str) -> str:
        """Which page somebody without a seat may read; a cookie that opens nothing was a seat's
        once."""
        if read_circle(self._house, circle_id) is None:
            return "circle/closed"
        return "seat/removed" if token else "seat/none"

    def _welcome(self, line: Line, older: Line | None) -> None:
        if older is not None:
            self._broadcast.emit(older, "elsewhere", {})
            self._broadcast.close(older)
        if not line.comings.take(self._house.clock.now(), COMING):
            # Coming and going without end would flicker on every desk; who stays is shown.
            gevent.sleep(A_MOMENT_S)
            if self._presence.of_sid(line.sid) is not line:
                return
        kept = self._put_right(line)
        if kept is None or kept == OVER:
            self._broadcast.end(line, "closed")
        elif isinstance(kept, Refusal):
            self._broadcast.end(line, "removed")
        elif not line.told:
            self._broadcast.tell(kept)

    def _put_right(self, line: Line) -> Kept | Refusal | None:
        """The circle knows whether the seat has a line here, also when that changed meanwhile."""
        while True:
            up = self._presence.has(line.circle_id, line.seat_id)
            ask = c.RaiseLine if up else c.DropLine
            kept = run_system(self._house, line.circle_id, ask(line.seat_id))
            if self._presence.has(line.circle_id, line.seat_id) is up:
                return kept

    def command(self, sid: str, payload: Any) -> Answer:
        """Every command is answered: with yes, or with a code and a sentence."""
        line = self._presence.of_sid(sid)
        if line is None:
            return self._no(None, "seat/removed")
        if not self._may_ask(line):
            return self._no(line, "wire/too_much")
        try:
            command_id, command = parse_command(payload)
        except Unclear:
            return self._no(line, "wire/unclear")
        if not self._may_ask(line, cost_of(command) - 1):
            return self._no(line, "wire/too_much")
        try:
            outcome = run_command(self._house, line.token_hash, command, command_id)
        except Exception as wrong:  # noqa: BLE001 -- whoever asked is answered, whatever happened
            log_uncaught(type(wrong), wrong, wrong.__traceback__)
            return self._no(line, "wire/trouble")
        return {"ok": True} if isinstance(outcome, Taken) else self._no(line, outcome.code)

    def clock(self, sid: str, payload: Any) -> Answer:
        """The server's instant, beside the browser's own."""
        line = self._presence.of_sid(sid)
        if line is None or not self._may_ask(line):
            return {}
        try:
            return {"sent": parse_clock(payload), "server": self._house.clock.now()}
        except Unclear:
            return {}

    def disconnect(self, sid: str, _reason: str) -> None:
        """The seat's line is down, unless a newer one has taken its place."""
        line, was_last = self._presence.drop(sid)
        if line is not None and was_last:
            self._put_right(line)

    def _may_ask(self, line: Line, cost: int = 1) -> bool:
        """Not more than a person could; whoever floods is let go."""
        if line.bucket.take(self._house.clock.now(), cost):
            return True
        if line.bucket.flooded:
            self._broadcast.close(line)
        return False

    def _no(self, line: Line | None, code: str) -> Answer:
        with self._app.app_context(), force_locale(line.language if line else "en"):
            return {"ok": False, "code": code, "text": refusal_text(code)}
