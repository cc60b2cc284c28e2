"""What stands before the sockets: only the handshake of a Holdspace page comes through, in time."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from http.client import HTTPException
from typing import Any
from urllib.parse import parse_qs

import gevent
from gevent.pywsgi import WSGIHandler, WSGIServer

from facilitator.logs import log_uncaught

Environ = dict[str, Any]
Wsgi = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

SOCKETS = "/socket.io"
IDLE_S = 75
HEADERS_WITHIN_S = 10


class Doorstep:
    """Nothing but a fresh websocket from one of our own pages reaches Engine.IO.

    Engine.IO would answer for any socket whose `sid` is known, over HTTP too, and repeats in its
    log what it refuses.
    """

    def __init__(self, inner: Wsgi, origins: tuple[str, ...]) -> None:
        self._inner = inner
        self._origins = origins

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ.get("PATH_INFO", "").startswith(SOCKETS):
            if environ.get("HTTP_ORIGIN") not in (None, *self._origins):
                return _refuse(start_response, "403 Forbidden")
            if not _is_handshake(environ):
                return _refuse(start_response, "400 Bad Request")
        return self._inner(environ, start_response)


def _is_handshake(environ: Environ) -> bool:
    asked = parse_qs(environ.get("QUERY_STRING", ""))
    return (
        environ.get("REQUEST_METHOD") == "GET"
        and environ.get("HTTP_UPGRADE", "").lower() == "websocket"
        and "upgrade" in environ.get("HTTP_CONNECTION", "").lower()
        and environ.get("HTTP_SEC_WEBSOCKET_VERSION") == "13"
        and bool(environ.get("HTTP_SEC_WEBSOCKET_KEY"))
        and asked.get("EIO") == ["4"]
        and asked.get("transport") == ["websocket"]
        and asked.keys() <= {"EIO", "transport", "t"}
    )


def _refuse(start_response: Callable[..., Any], status: str) -> Iterable[bytes]:
    start_response(status, [("Content-Length", "0"), ("Connection", "close")])
    return []


class _Patient(WSGIHandler):
    """Nobody keeps a connection by speaking slowly; what they said wrong is not written down."""

    def read_requestline(self) -> str:
        with gevent.Timeout(IDLE_S, OSError):
            line: str = super().read_requestline()
            return line

    def read_request(self, raw_requestline: str) -> Any:
        with gevent.Timeout(HEADERS_WITHIN_S, OSError):
            return super().read_request(raw_requestline)

    def handle(self) -> None:
        # Somebody went away in the middle of an answer.
        with suppress(OSError):
            super().handle()

    def handle_one_response(self) -> None:
        super().handle_one_response()
        if self.environ and "HTTP_UPGRADE" in self.environ:
            # What comes after a websocket is no request, whatever it looks like.
            self.close_connection = True

    def log_error(self, msg: str, *args: Any) -> None:
        """Its text would repeat an address, and addresses of doors are keys."""

    def _handle_client_error(self, ex: Exception) -> tuple[str, bytes]:
        if not isinstance(ex, ValueError | OSError | HTTPException):
            log_uncaught(type(ex), ex, ex.__traceback__)
        answer: tuple[str, bytes] = super()._handle_client_error(ValueError())  # type: ignore[misc]
        return answer


class PatientServer(WSGIServer):
    """gevent's server, whose log holds kinds and places of errors, never a request."""

    def __init__(self, address: tuple[str, int], app: Wsgi) -> None:
        super().__init__(address, app, handler_class=_Patient, log=None)


def keep_errors_wordless() -> None:
    """An error that nobody caught, wherever in the loop, is written down without its text."""
    hub: Any = gevent.get_hub()
    hub.print_exception = lambda _context, kind, wrong, trace: log_uncaught(kind, wrong, trace)
