"""A real server process with a home of its own, and the browser on this machine."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.browser.people import until

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome")
UP_WITHIN_S = 30


def find_chromium() -> str | None:
    """The browser that CHROMIUM names, else the first one on the PATH."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


class Server:
    """One Holdspace. `scale` is the pace of what is opened from its pages; further settings are
    named as in the environment."""

    def __init__(self, home: Path, exit_url: str, scale: float, **settings: str) -> None:
        self.instance = home / "instance"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.exit_url = exit_url
        self._log = home / "server.log"
        around = {name: value for name, value in os.environ.items() if "HOLDSPACE" not in name}
        self._env = {
            **around,
            "PORT": str(self.port),
            "HOLDSPACE_INSTANCE_DIR": str(self.instance),
            "HOLDSPACE_KEY_DIR": str(home / "keys"),
            "HOLDSPACE_TIME_SCALE": str(scale),
            "HOLDSPACE_EXIT_URL": exit_url,
            **settings,
        }
        self._program = ["run.py"]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """It answers."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, *self._program], cwd=ROOT, env=self._env, stdout=log, stderr=log
            )
        until(self._healthy, "the server to be ready", UP_WITHIN_S)

    def kill(self) -> None:
        """It is gone at once, as if the power had been cut."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait(10)

    def command(self, *arguments: str, typed: str = "", scale: float | None = None) -> str:
        """What `flask --app facilitator …` printed."""
        pace = {} if scale is None else {"HOLDSPACE_TIME_SCALE": str(scale)}
        done = subprocess.run(
            [sys.executable, "-m", "flask", "--app", "facilitator", *arguments],
            cwd=ROOT,
            env={**self._env, **pace},
            input=typed,
            text=True,
            capture_output=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def printed(self, beginning: str) -> str:
        """The word in the server's log that begins so."""
        words = self._log.read_text().split()
        return next(word for word in words if word.startswith(beginning))

    def troubles(self) -> list[str]:
        """Lines that tell of an error."""
        signs = ("Traceback", " ERROR ", " 500 ")
        lines = self._log.read_text(errors="replace").splitlines()
        return [line for line in lines if any(sign in line for sign in signs)]

    def _healthy(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, self._log.read_text()
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=2) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False


class MovedServer(Server):
    """A Holdspace whose clock a test moves. What the browsers show of time stays their own."""

    def __init__(self, home: Path, exit_url: str, scale: float, **settings: str) -> None:
        super().__init__(home, exit_url, scale, **settings)
        self._hands = home / "hands"
        self._hands.write_text("0")
        self._program = ["-m", "tests.browser.moved_house", str(self._hands)]

    @property
    def now(self) -> int:
        """What its clock shows: milliseconds since 1970, UTC."""
        return time.time_ns() // 1_000_000 + int(self._hands.read_text())

    def comes_to(self, instant: int) -> None:
        """Its clock shows that instant, and goes on from there."""
        # Renamed, so that the server never reads half a number.
        moved = self._hands.with_suffix(".moved")
        moved.write_text(str(instant - time.time_ns() // 1_000_000))
        moved.rename(self._hands)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
