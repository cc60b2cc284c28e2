"""What may be written down about a request or an error: kinds and places, never anybody's words.

No address with a key in it, no query, no form, no value of a variable, no text of an exception.
"""

import logging
import sys
import time
import traceback
from types import TracebackType
from typing import TypeAlias

from flask import Flask, Response, g, request

ErrorInfo: TypeAlias = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)

access = logging.getLogger("holdspace.access")
errors = logging.getLogger("holdspace.errors")

# They print packets, addresses and parameters when they speak freely.
_TALKATIVE = (
    "alembic",
    "engineio",
    "flask-limiter",
    "flask_wtf",
    "geventwebsocket",
    "socketio",
    "sqlalchemy",
    "werkzeug",
)
_NOT_WORTH_A_LINE = {"static", "health.health"}


class PlacesOnly(logging.Formatter):
    """Writes an exception as its type and the lines it passed through, without its text."""

    def formatException(self, ei: ErrorInfo) -> str:  # noqa: N802 -- the library's name
        kind, _, trace = ei
        return f"{_name(kind)} at {places(trace)}"


def set_up_logs() -> None:
    """Log lines go to stderr, and nothing that carries words can reach them."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(PlacesOnly("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)


def join(app: Flask) -> None:
    """Each request leaves one line: its rule (never its address), its status, its milliseconds."""

    @app.before_request
    def begin() -> None:
        g.began_at = time.perf_counter()

    @app.after_request
    def write_line(response: Response) -> Response:
        if request.endpoint not in _NOT_WORTH_A_LINE:
            rule = request.url_rule.rule if request.url_rule else "(no page)"
            took = (time.perf_counter() - g.get("began_at", time.perf_counter())) * 1000
            access.info("%s %s %d %.0f ms", request.method, rule, response.status_code, took)
        return response


def log_error(error: ErrorInfo) -> None:
    """One line says what kind of error came up, on which page, and through which lines of code."""
    rule = request.url_rule.rule if request.url_rule else "(no page)"
    errors.error("%s on %s at %s", _name(error[0]), rule, places(error[2]))


def log_uncaught(
    kind: type[BaseException] | None, _wrong: BaseException | None, trace: TracebackType | None
) -> None:
    """The same for an error that happened outside of any request."""
    errors.error("%s at %s", _name(kind), places(trace))


def places(trace: TracebackType | None) -> str:
    """The lines of code an exception passed through, outermost first."""
    frames = traceback.extract_tb(trace)
    return " > ".join(f"{frame.filename}:{frame.lineno}" for frame in frames) or "(nowhere)"


def _name(kind: type[BaseException] | None) -> str:
    return f"{kind.__module__}.{kind.__qualname__}" if kind else "(nothing)"
