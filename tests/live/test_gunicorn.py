"""The same house behind gunicorn: sockets are answered, and time runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live.people import Server, Stranger, until


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """One gevent worker of gunicorn, whose minutes last two seconds."""
    server = Server(tmp_path, scale=1 / 30)
    bind = f"127.0.0.1:{server.port}"
    app = "facilitator:create_app()"
    server.words = ["-m", "gunicorn", "-k", "gevent", "-w", "1", "-b", bind, app]
    assert server.house is not None
    yield server.start()
    server.stop()


def test_a_circle_behind_gunicorn(server: Server) -> None:
    """People sit down, commands are answered, the arrival's first step ends by itself, closing from
    the terminal is heard, and a socket that talks nonsense is closed."""
    circle = server.open_circle("Ria")
    ria, sam = circle.hosted(), circle.walked_in("Sam")
    ria.begins()

    sam.sees(lambda v: v["room"]["round"]["step"] == "settling")
    sam.sees(lambda v: v["room"]["round"]["step"] == "agreements")
    ria.does("lock_door", locked=True)
    sam.sees(lambda v: v["room"]["door_locked"])
    stranger = Stranger(circle)
    stranger.ws.send("42[]")
    assert stranger.is_closed()
    circle.server.flask("circle", "close", circle.id)
    for person in (ria, sam):
        until(lambda of=person: not of.tab.open, 2, "the socket is closed")

    assert ria.tab.heard[-1] == ("over", {"page": "closed"})
    assert "Traceback" not in server.logged()
    assert "Sam" not in server.logged()
