"""Tells every connected seat what it may see now: only what changed for it, and the same text made
once."""

import json
from collections.abc import Callable
from typing import Any

from engineio import packet as engine_packet

from facilitator.circle.after import has_gone
from facilitator.circle.state import Circle, Phase, Place
from facilitator.circle.view import Sight
from facilitator.live.presence import Line, Presence
from facilitator.live.wire import Framed
from facilitator.store.circles import Kept

STRANGER_MS = 10_000

_write = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode


class _Pen:
    """Writes what was asked for once, however many lines it goes to."""

    def __init__(self) -> None:
        self._texts: dict[int, str] = {}
        self._packets: dict[tuple[str, ...], engine_packet.Packet] = {}

    def text(self, part: Any) -> str:
        """The part as JSON. It has to stay alive as long as this pen."""
        text = self._texts.get(id(part))
        if text is None:
            text = self._texts[id(part)] = _write(part)
        return text

    def packet(self, news: list[str]) -> engine_packet.Packet:
        """The `view` that tells exactly this."""
        key = tuple(news)
        packet = self._packets.get(key)
        if packet is None:
            packet = self._packets[key] = _packet("view", "{" + ",".join(news) + "}")
        return packet


class Broadcast:
    """`tell` runs to its end without yielding, so that no older picture overtakes a newer one."""

    def __init__(
        self, server: Any, presence: Presence, ticket: Callable[[str], str | None]
    ) -> None:
        self._server = server
        self._presence = presence
        self._ticket = ticket
        self.versions: dict[str, int] = {}
        self._strangers: dict[str, int] = {}

    def tell(self, kept: Kept) -> None:
        """Every line of the circle has the picture of this version."""
        circle = kept.circle
        lines = self._presence.of_circle(circle.id)
        if not lines:
            self.versions.pop(circle.id, None)
            return
        if kept.version < self.versions.get(circle.id, 0):
            return
        self.versions[circle.id] = kept.version
        sight, pen = Sight(circle, kept.words), _Pen()
        for line in lines:
            self._tell_line(sight, line, pen)

    def _tell_line(self, sight: Sight, line: Line, pen: _Pen) -> None:
        seen = sight.of(line.seat_id)
        if seen is None:
            self.end(line, page_for(sight.circle, line.seat_id))
            return
        news = []
        for name, part in (("room", seen.room), ("you", seen.you), ("desk", seen.desk)):
            # Nobody shares a `you`, and comparing one is cheaper than writing it.
            mark = part if name == "you" or part is None else hash(pen.text(part))
            if line.told.get(name) != mark:
                line.told[name] = mark
                news.append(f'"{name}":{pen.text(part)}')
        if news:
            self.send(line, pen.packet(news))

    def send(self, line: Line, packet: engine_packet.Packet) -> None:
        """The packet is on its way to that line, behind whatever waits there."""
        engine = self._server.eio
        engine_socket = engine.sockets.get(line.engine_sid)
        if engine_socket is None or engine_socket.closed:
            return
        wire = getattr(engine_socket, "wire", None)
        if wire is not None and wire.send_now(packet.encode().frame):
            return
        engine.send_packet(line.engine_sid, packet)

    def emit(self, line: Line, event: str, body: dict[str, Any]) -> None:
        """An event that is not a view."""
        self.send(line, _packet(event, json.dumps(body)))

    def end(self, line: Line, page: str) -> None:
        """The line is told where it ends, and is closed."""
        body = {"page": page}
        # Whoever reads the sums doesn't answer, so that nobody can take their own answer out of
        # them.
        if page == "closed" and line.told and not line.saw_desk:
            ticket = self._ticket(line.circle_id)
            if ticket is not None:
                body["ticket"] = ticket
        self.emit(line, "over", body)
        self._server.start_background_task(self.close, line)

    def end_sign_in(self, sign_in_id: str) -> None:
        """Whoever came in by that sign-in is out."""
        for line in self._presence:
            if line.sign_in_id == sign_in_id:
                self.end(line, "signed_out")

    def end_strangers(self, now: int) -> None:
        """No socket stays open that has not shown a seat within some seconds (I22)."""
        strangers = self._server.eio.sockets.keys() - {line.engine_sid for line in self._presence}
        self._strangers = {sid: self._strangers.get(sid, now) for sid in strangers}
        for sid, since in self._strangers.items():
            if now - since > STRANGER_MS:
                end_engine(self._server, sid)

    def close(self, line: Line) -> None:
        """The line is no seat's any more, and its socket is closed behind whatever waits there."""
        self._server.disconnect(line.sid)
        end_engine(self._server, line.engine_sid)


def end_engine(server: Any, engine_sid: str) -> None:
    """The socket takes nothing more and is closed, whether the other side answers or not."""
    engine_socket = server.eio.sockets.get(engine_sid)
    if engine_socket is not None:
        engine_socket.close(wait=False)


def page_for(circle: Circle, seat_id: str) -> str:
    """Which page a seat sees that may see nothing of the circle any more."""
    seat = circle.seats.get(seat_id)
    if circle.ended_how == "unopened":
        return "unopened"
    if circle.phase is Phase.CLOSED or has_gone(circle, seat_id):
        return "closed"
    if seat is not None and seat.place is Place.LEFT:
        return "left"
    return "removed"


def _packet(event: str, body: str) -> engine_packet.Packet:
    made = engine_packet.Packet(engine_packet.MESSAGE, data=f'2["{event}",{body}]')
    made.encode_cache = Framed(made.encode())
    return made
