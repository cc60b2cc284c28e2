"""The websocket under a seat: frames made once for many, sent without a detour where the socket
can take them.

simple-websocket as engineio uses it negotiates compression (300 kB a socket), sends with `send`,
which may send half a
frame to a slow phone, and reads messages of any size. This class does none of that.
"""

import json
import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any

import gevent.event
import gevent.selectors
from engineio import packet
from engineio.async_drivers import gevent as engine_gevent
from engineio.async_drivers._websocket_wsgi import SimpleWebSocketWSGI
from gevent.lock import BoundedSemaphore
from simple_websocket import ConnectionClosed, Server
from simple_websocket import ConnectionError as NoConnection
from wsproto.events import Ping, Pong
from wsproto.utilities import LocalProtocolError, ProtocolError

LARGEST = 16_384
TEXT_FRAME = 0x81
# How the answer to a joining begins; it names the socket.
JOINED = "40"
# What a browser is told as its socket's name: the true one opens the socket for whoever knows it.
NO_NAME = "-"
# Somebody who does not read is let go, before what waits for them fills the memory.
MOST_WAITING = 64
MANY_WAITING = 16
SEND_WITHIN_S = 10
# Somebody who sends without end waits until it has been read, and lets others in between.
MOST_UNREAD = 64
GOODBYE_WITHIN_S = 1


class TooSlow(OSError):
    """A message could not be handed over in time."""


class Framed(str):
    """Text with its websocket frame beside it, so that one frame serves every seat that sees the
    same."""

    frame: bytes

    def __new__(cls, text: str) -> "Framed":
        made = super().__new__(cls, text)
        made.frame = frame_of(text.encode())
        return made


def frame_of(payload: bytes) -> bytes:
    """One unmasked text frame, as a server sends it (RFC 6455, 5.2)."""
    size = len(payload)
    if size < 126:
        head = bytes((TEXT_FRAME, size))
    elif size < 1 << 16:
        head = bytes((TEXT_FRAME, 126)) + size.to_bytes(2, "big")
    else:
        head = bytes((TEXT_FRAME, 127)) + size.to_bytes(8, "big")
    return head + payload


class _Socket:
    """Every message is written whole and in order, and nobody fills the memory from outside."""

    def __init__(self, sock: Any, unread: list[Any]) -> None:
        self._sock = sock
        self._unread = unread
        self._writing = BoundedSemaphore(1)
        self._waiting = 0

    def recv(self, size: int) -> bytes:
        while len(self._unread) > MOST_UNREAD:
            gevent.sleep(0.01)
        received: bytes = self._sock.recv(size)
        if len(received) == size:
            gevent.sleep(0)
        return received

    def send(self, message: bytes) -> None:
        """The message is on its way; OSError when the line is closed or stays full."""
        self._waiting += 1
        try:
            with gevent.Timeout(SEND_WITHIN_S, TooSlow), self._writing:
                self._sock.sendall(message)
        finally:
            self._waiting -= 1

    def send_now(self, message: bytes) -> bool:
        """The message is sent without waiting; False when it has to wait its turn."""
        # Who waits here is older than this message, also in the moment when the socket is free.
        if self._waiting or self._writing.locked():
            return False
        try:
            sent = self._sock._sock.send(message)  # noqa: SLF001 -- gevent's own `send` would wait
        except (BlockingIOError, InterruptedError):
            return False
        except OSError:
            # The reader of this socket meets the same error and closes it.
            return True
        if sent < len(message):
            self._writing.acquire()
            gevent.spawn(self._send_rest, message[sent:])
        return True

    def _send_rest(self, rest: bytes) -> None:
        try:
            with gevent.Timeout(SEND_WITHIN_S, TooSlow):
                self._sock.sendall(rest)
        except OSError:
            self.cut()
        finally:
            self._writing.release()

    def cut(self) -> None:
        """Nothing goes through any more, in either direction."""
        with suppress(OSError):
            self._sock.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._sock.close()


class _Line(Server):  # type: ignore[misc]
    """A websocket without compression that ends whatever is sent to it."""

    def handshake(self) -> None:
        self.environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        with suppress(OSError):
            # An answer that follows a view would wait 40 ms for the view's receipt.
            self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.sock: Any = _Socket(self.sock, self.input_buffer)
        self.ws.events = partial(_no_pings, self.ws.events)
        super().handshake()

    def _thread(self) -> None:
        try:
            super()._thread()
        except (ProtocolError, ValueError):
            # No websocket, or no text: there is nobody here to tell about it.
            self.sock.close()
        finally:
            self.connected = False
            self.event.set()


def _no_pings(events: Callable[[], Iterable[Any]]) -> Iterator[Any]:
    """No page can send them, and each would be answered outside of all accounts."""
    for event in events():
        if isinstance(event, Ping | Pong):
            raise LocalProtocolError
        yield event


class Wire(SimpleWebSocketWSGI):  # type: ignore[misc]
    """What engineio holds as the websocket of one socket."""

    ws: Any = None

    def __init__(self, handler: Any, server: Any) -> None:
        super().__init__(
            handler,
            server,
            thread_class=engine_gevent.Thread,
            event_class=gevent.event.Event,
            selector_class=gevent.selectors.DefaultSelector,
            max_message_size=LARGEST,
        )
        # engineio hands over a bound method of its socket; the way back is how a view finds the
        # wire.
        self.engine_socket = handler.__self__
        self.engine_socket.wire = self
        self._take_the_queue = self.engine_socket.send
        self.engine_socket.send = self._send_packet

    def __call__(self, environ: Any, start_response: Any) -> Any:
        try:
            self.ws = _Line(environ, **self.server_args)
        except (ProtocolError, NoConnection, OSError):
            start_response("400 Bad Request", [("Content-Length", "0"), ("Connection", "close")])
            return []
        result = self.app(self)
        if self.ws.mode == "gunicorn":
            raise StopIteration
        return result

    def send(self, message: str) -> None:
        """The whole message is on its way; OSError when the line is closed. May wait for a slow
        reader."""
        if not self.ws.connected:
            raise OSError
        if message[:2] in ("0{", JOINED):
            message = _nameless(message)
        frame = message.frame if isinstance(message, Framed) else frame_of(message.encode())
        try:
            self.ws.sock.send(frame)
        except OSError:
            self.cut()
            raise

    def _send_packet(self, sent: Any) -> None:
        """An answer needs no queue and no writer either, where the socket can take it. A ping does:
        a writer that has nothing to do for long closes the socket."""
        if not self.engine_socket.check_ping_timeout():
            return
        if sent.packet_type == packet.MESSAGE:
            text = sent.encode()
            if text[:2] != JOINED and self.send_now(frame_of(text.encode())):
                return
        self._take_the_queue(sent)

    def send_now(self, frame: bytes) -> bool:
        """The frame is sent at once, ahead of nothing; False when it has to take the queue."""
        if self.ws is None:
            return False
        waiting = self.engine_socket.queue.qsize()
        if waiting > MOST_WAITING:
            self.cut()
            return True
        return not waiting and self.ws.connected and self.ws.sock.send_now(frame)

    def close(self) -> None:
        """The other side is told, and cut off soon after, whether it listens or not."""
        if not self.ws.connected:
            return
        with suppress(OSError, ConnectionClosed, ProtocolError):
            self.ws.close()
        self._stop()
        gevent.spawn_later(GOODBYE_WITHIN_S, self.ws.sock.cut)

    def cut(self) -> None:
        """The line is gone at once."""
        self._stop()
        self.ws.sock.cut()

    def _stop(self) -> None:
        self.ws.connected = False
        self.ws.event.set()

    def wait(self) -> str | None:
        """The next message a Holdspace page could have sent; None closes the socket."""
        try:
            message = self.ws.receive()
        except ConnectionClosed:
            return None
        if self.engine_socket.queue.qsize() > MANY_WAITING:
            # What was asked before is answered first.
            gevent.sleep(0)
        if self.engine_socket.closed or self.engine_socket.queue.qsize() > MOST_WAITING:
            return None
        if message == "3" and not self.engine_socket.last_ping:
            # Nobody asked.
            return None
        return message if isinstance(message, str) and _plausible(message) else None


def _plausible(message: str) -> bool:
    """An Engine.IO packet that its decoder reads without an exception of its own."""
    if message in ("1", "3"):
        return True
    return len(message) > 1 and message[0] == "4" and message[1] in "0123456789"


def _nameless(message: str) -> str:
    kind, body = ("0", message[1:]) if message[0] == "0" else ("40", message[2:])
    if not body.startswith("{"):
        return message
    return kind + json.dumps({**json.loads(body), "sid": NO_NAME}, separators=(",", ":"))
