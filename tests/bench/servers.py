"""A server process on one core: started, measured from the outside, stopped."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

HOUSE_DIR = Path(__file__).resolve().parents[2]
TICKS_PER_S = os.sysconf("SC_CLK_TCK")
START_S = 30


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


class Server:
    """Answers on `port` of the loopback address while the block runs."""

    def __init__(self, words: list[str], port: int, environ: Mapping[str, str], core: int) -> None:
        self.port = port
        self._words, self._environ, self._core = words, environ, core

    def __enter__(self) -> "Server":
        self._process = subprocess.Popen(
            [sys.executable, *self._words],
            cwd=HOUSE_DIR,
            env=dict(self._environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        try:
            os.sched_setaffinity(self._process.pid, {self._core})
            self._wait_until_it_answers()
        # Whatever ended the wait, Ctrl-C too, must leave no server behind; it is raised again.
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_wrong: object) -> None:
        self._process.terminate()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def cpu_s(self) -> float:
        """Seconds of processor time that the server has used so far."""
        stat = Path(f"/proc/{self._process.pid}/stat").read_text()
        fields = stat.rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS_PER_S

    def rss_kb(self) -> int:
        """Memory that the server holds now."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0])

    def _wait_until_it_answers(self) -> None:
        until = time.monotonic() + START_S
        while time.monotonic() < until:
            if self._process.poll() is not None:
                break
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                time.sleep(0.05)  # between two looks; the loop waits for the answer, up to START_S
            else:
                return
        raise SystemExit("the server did not start")
