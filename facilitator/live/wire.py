"""The websocket under a seat: frames made once for many, sent without a detour where the socket
can take them.

simple-websocket as engineio uses it negotiates compression (300 kB a socket), sends with `send`,
which may send half a
frame to a slow phone, and reads messages of any size. This class does none of that.
"""

import json
from typing import Any

import gevent.event
import gevent.selectors
from engineio.async_drivers import gevent as engine_gevent
from engineio.async_drivers._websocket_wsgi import SimpleWebSocketWSGI
from simple_websocket import ConnectionClosed, Server

LARGEST = 16_384
TEXT_FRAME = 0x81
# What a browser is told as its socket's name: the true one opens the socket for whoever knows it.
NO_NAME = "-"


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


class _Line(Server):  # type: ignore[misc]
    """A websocket whose every write goes through one place, whole and in order."""

    def handshake(self) -> None:
        self.environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        super().handshake()


class Wire(SimpleWebSocketWSGI):  # type: ignore[misc]
    """What engineio holds as the websocket of one socket."""

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
        self._sending = False

    def __call__(self, environ: Any, _start_response: Any) -> Any:
        self.ws = _Line(environ, **self.server_args)
        result = self.app(self)
        if self.ws.mode == "gunicorn":
            raise StopIteration
        return result

    def send(self, message: str) -> None:
        """The whole message is on its way; OSError when the line is closed. May wait for a slow
        reader."""
        if not self.ws.connected:
            raise OSError
        if message[:2] in ("0{", "40"):
            message = _nameless(message)
        frame = message.frame if isinstance(message, Framed) else frame_of(message.encode())
        self._sending = True
        try:
            self.ws.sock.sendall(frame)
        finally:
            self._sending = False

    def send_now(self, frame: bytes) -> bool:
        """The frame is sent at once, ahead of nothing; False when it has to take the queue."""
        engine_socket = self.engine_socket
        if self._sending or not engine_socket.queue.empty() or not self.ws.connected:
            return False
        sock = self.ws.sock
        try:
            sent = sock._sock.send(frame)  # noqa: SLF001 -- gevent's own send would wait
        except (BlockingIOError, InterruptedError):
            return False
        except OSError:
            # The reader of this socket meets the same error and closes it.
            return True
        if sent < len(frame):
            self._sending = True
            gevent.spawn(self._send_rest, frame[sent:])
        return True

    def _send_rest(self, rest: bytes) -> None:
        try:
            self.ws.sock.sendall(rest)
        except OSError:
            self.ws.connected = False
        finally:
            self._sending = False

    def wait(self) -> str | None:
        """The next message a Holdspace page could have sent; None closes the socket."""
        try:
            message = self.ws.receive()
        except ConnectionClosed:
            return None
        return message if isinstance(message, str) and _plausible(message) else None


def _plausible(message: str) -> bool:
    """An Engine.IO packet that its decoder reads without an exception of its own."""
    if message in ("1", "3", "3probe"):
        return True
    return len(message) > 1 and message[0] == "4" and message[1] in "0123456789"


def _nameless(message: str) -> str:
    kind, body = ("0", message[1:]) if message[0] == "0" else ("40", message[2:])
    if not body.startswith("{"):
        return message
    return kind + json.dumps({**json.loads(body), "sid": NO_NAME}, separators=(",", ":"))
