from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live.people import Server


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server at the pace of real circles, with nothing but its own folder."""
    server = Server(tmp_path).start()
    yield server
    server.stop()
