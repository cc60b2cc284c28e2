from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live.people import Opened, Server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose minutes last two seconds."""
    server = Server(tmp_path_factory.mktemp("house"), scale=1 / 30).start()
    yield server
    server.stop()


@pytest.fixture
def slow_server(tmp_path: Path) -> Iterator[Server]:
    """A server of its own, at the pace of real circles."""
    server = Server(tmp_path).start()
    yield server
    server.stop()


@pytest.fixture
def circle(server: Server) -> Iterator[Opened]:
    """A short circle that Ria may hold, with open doors."""
    circle = server.open_circle("Ria")
    yield circle
    circle.close()
