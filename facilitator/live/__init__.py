"""Live: sockets, and the time that runs in circles."""

import gc
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import Any

from flask import Flask
from flask_socketio import SocketIO

from facilitator.house import house_of
from facilitator.live.broadcast import Broadcast, end_engine
from facilitator.live.doorstep import Doorstep, PatientServer, Wsgi
from facilitator.live.handlers import Handlers
from facilitator.live.packets import Malformed, StrictPacket
from facilitator.live.presence import Presence
from facilitator.live.watch import Watch
from facilitator.live.wire import LARGEST, Wire
from facilitator.use_cases.give_ticket import give_ticket

COLLECT_AFTER = (10_000, 50, 100)
PING_EVERY_S = 8
PING_GRACE_S = 6


def join(app: Flask) -> None:
    """The app answers sockets. Time runs once the first request came, or `serve` was called."""
    settings = house_of(app).settings
    socketio = SocketIO(
        app,
        async_mode="gevent",
        # One after the other, in the order they were sent.
        async_handlers=False,
        cors_allowed_origins=list(settings.allowed_origins),
        max_http_buffer_size=LARGEST,
        transports=["websocket"],  # type: ignore[call-arg]
        logger=False,
        engineio_logger=False,
        manage_session=False,
        ping_interval=PING_EVERY_S,
        ping_timeout=PING_GRACE_S,
    )
    # Its published types leave the server out.
    server: Any = socketio.server  # type: ignore[attr-defined]
    _be_strict(server)
    presence = Presence()
    broadcast = Broadcast(server, presence, partial(give_ticket, house_of(app)))
    Handlers(app, socketio, server, presence, broadcast)
    house_of(app).on_change.append(broadcast.tell)
    house_of(app).on_sign_out.append(broadcast.end_sign_in)
    watch = Watch(app, presence, broadcast)
    app.extensions["watch"] = watch
    app.wsgi_app = Doorstep(app.wsgi_app, settings.allowed_origins)  # type: ignore[method-assign]
    if not settings.testing:
        app.wsgi_app = _started_first(app.wsgi_app, watch)  # type: ignore[assignment, method-assign]


def serve(app: Flask, host: str, port: int) -> None:
    """The server answers on that address until it is stopped."""
    _start(app.extensions["watch"])
    PatientServer((host, port), app).serve_forever()


def _be_strict(server: Any) -> None:
    server.packet_class = StrictPacket
    server.eio._async = {**server.eio._async, "websocket": Wire}  # noqa: SLF001 -- engineio offers no other way in
    take = server._handle_eio_message  # noqa: SLF001

    def message(engine_sid: str, body: Any) -> None:
        # Nobody joins twice, and nobody else is heard.
        joins = isinstance(body, str) and body.startswith("0")
        if joins is not _joined(server, engine_sid):
            with suppress(Malformed):
                take(engine_sid, body)
                if _joined(server, engine_sid):
                    return
        end_engine(server, engine_sid)

    server.eio.on("message", message)


def _joined(server: Any, engine_sid: str) -> bool:
    """Whether the socket has been let in, and not out again."""
    return server.manager.sid_from_eio_sid(engine_sid, "/") is not None


def _start(watch: Watch) -> None:
    if watch.start():
        # Looking through a thousand sockets for rubbish stops every circle for a tenth of a second,
        # so it is done rarely, and never through what stays anyway.
        gc.collect()
        gc.freeze()
        gc.set_threshold(*COLLECT_AFTER)


def _started_first(inner: Wsgi, watch: Watch) -> Wsgi:
    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        _start(watch)
        return inner(environ, start_response)

    return answer
