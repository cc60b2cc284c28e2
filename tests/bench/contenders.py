"""Those that are compared, behind the same verbs: start, sit down, ask for what all ten see."""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Protocol

from tests.bench.circles import Tokens, environ_of
from tests.bench.crowd import Crowd, Ring
from tests.bench.servers import HOUSE_DIR, Server, free_port

SEATS = 10
SETTLE_S = 60
HUSH_S = 0.5
SAID = "x" * 300
# What every browser offers.
COMPRESSION = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n"
# Each changes what all ten see; whoever facilitates asks, by turns, as two people would.
ASKED = (
    (0, {"do": "lock_door", "locked": True}),
    (1, {"do": "pause_room"}),
    (0, {"do": "lock_door", "locked": False}),
    (1, {"do": "resume_room"}),
)


class Contender(Protocol):
    name: str
    calm: bool  # also measured at a calm pace
    least_gap_s: float  # between two things asked in one circle

    def server(self, core: int) -> Server:
        """A fresh server, not yet started."""

    def sit(self, crowd: Crowd, ring: Ring) -> None:
        """Ten browsers more are on their way into the ring."""

    def settle(self, crowd: Crowd) -> None:
        """Everybody is in, and nothing is on its way to anybody."""

    def ask(self, crowd: Crowd, ring: Ring) -> None:
        """One thing is asked that all ten will see."""


class App:
    """This house, as `run.py` starts it, on an SQLite file of its own."""

    name = "app"
    calm = True
    # Two people ask by turns, and each may ask 8 times a second (facilitator/live/presence.py).
    least_gap_s = 1 / 15

    def __init__(self, circles: int) -> None:
        self._home = tempfile.TemporaryDirectory(prefix="holdspace-bench-")
        self._folder = Path(self._home.name)
        made = subprocess.run(
            [sys.executable, "-m", "tests.bench.circles", self._home.name + "/fresh", str(circles)],
            cwd=HOUSE_DIR,
            check=True,
            stdout=subprocess.PIPE,
        )
        self._tokens: dict[str, Tokens] = dict(json.loads(made.stdout))
        self.rings = list(self._tokens)
        self._numbers = count(1)

    def close(self) -> None:
        self._home.cleanup()

    def server(self, core: int) -> Server:
        used = self._folder / "used"
        shutil.rmtree(used, ignore_errors=True)
        shutil.copytree(self._folder / "fresh", used)
        port = free_port()
        return Server(["run.py"], port, environ_of(used, port), core)

    def sit(self, crowd: Crowd, ring: Ring) -> None:
        hello = "40" + json.dumps({"circle": ring.name})
        for token in self._tokens[ring.name]:
            cookie = f"Cookie: seat-{ring.name}={token}\r\n"
            crowd.sit_down(ring, hello, cookie + COMPRESSION)
        crowd.pump_until(lambda: all(seat.joined for seat in ring.seats), SETTLE_S)

    def settle(self, crowd: Crowd) -> None:
        _hush(crowd)
        for ring in crowd.rings:
            if not ring.begun:
                ring.begun = True
                crowd.send(ring.seats[0], self._command({"do": "begin", "with_few": True}))
                crowd.pump(0)
        _hush(crowd)

    def ask(self, crowd: Crowd, ring: Ring) -> None:
        who, asked = ASKED[len(ring.sent) % len(ASKED)]
        crowd.ask(ring.seats[who], self._command(asked))

    def _command(self, asked: Mapping[str, object]) -> str:
        number = next(self._numbers)
        return f"42{number}" + json.dumps(["command", {"id": f"bench-{number:08}", **asked}])


class Bare:
    """Flask-SocketIO and nothing else; `plain` when its clients do not offer compression."""

    def __init__(self, *, compressed: bool) -> None:
        self.name = "bare" if compressed else "plain"
        self.calm = compressed
        self.least_gap_s = 0.0
        self._offered = COMPRESSION if compressed else ""

    def server(self, core: int) -> Server:
        port = free_port()
        environ = environ_of(Path("/nowhere"), port)
        return Server(["-m", "tests.bench.bare", str(port)], port, environ, core)

    def sit(self, crowd: Crowd, ring: Ring) -> None:
        for _ in range(SEATS):
            crowd.sit_down(ring, "40", self._offered)
        crowd.pump_until(lambda: all(seat.joined for seat in ring.seats), SETTLE_S)
        for seat in ring.seats:
            seat.joined = False
            crowd.send(seat, "420" + json.dumps(["join", ring.name]))
        crowd.pump_until(lambda: all(seat.joined for seat in ring.seats), SETTLE_S)

    def settle(self, crowd: Crowd) -> None:
        _hush(crowd)

    def ask(self, crowd: Crowd, ring: Ring) -> None:
        turn = len(ring.sent)
        text = "42" + json.dumps(["say", ring.name, SAID])
        crowd.ask(ring.seats[turn % SEATS], text)


def _hush(crowd: Crowd) -> None:
    """For half a second nobody was shown anything."""
    heard = -1
    while heard != crowd.heard:
        heard = crowd.heard
        until = time.perf_counter() + HUSH_S
        while (left := until - time.perf_counter()) > 0:
            crowd.pump(left)
