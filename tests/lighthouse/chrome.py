"""A Chromium of its own with an open debugging port, and the cookies of somebody with a seat."""

import json
import os
import subprocess
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import websocket

from tests.browser.house import find_chromium
from tests.live.people import free_port, until

START_S = 30


@contextmanager
def a_chromium(folder: Path) -> Iterator[int]:
    """The port under which it can be told what to do."""
    chromium = os.environ.get("CHROME_PATH") or find_chromium()
    if chromium is None:
        raise SystemExit("No Chromium here: set CHROME_PATH or CHROMIUM to one, or install it.")
    port = free_port()
    flags = ["--headless=new", f"--remote-debugging-port={port}", f"--user-data-dir={folder}"]
    # A headless browser of one's own pages; the sandbox refuses to run as root.
    flags += ["--no-sandbox"] if os.getuid() == 0 else []
    with (folder / "chromium.log").open("ab") as log:
        browser = subprocess.Popen([chromium, *flags, "about:blank"], stdout=log, stderr=log)
    try:
        until(lambda: _answers(port), START_S, "Chromium answers")
        yield port
    finally:
        browser.terminate()
        browser.wait(10)


def give_cookies(port: int, url: str, cookies: Mapping[str, str]) -> None:
    """Every page of that Chromium sends them to `url`."""
    address = json.loads(_asked(port, "version"))["webSocketDebuggerUrl"]
    # Chromium wants to know no origin but its own tools'.
    line = websocket.create_connection(address, suppress_origin=True)
    set_ = [{"name": n, "value": v, "url": url, "httpOnly": True} for n, v in cookies.items()]
    line.send(json.dumps({"id": 1, "method": "Storage.setCookies", "params": {"cookies": set_}}))
    answer = json.loads(line.recv())
    line.close()
    if "error" in answer:
        raise SystemExit(f"Chromium took no cookie: {answer['error']}")


def _answers(port: int) -> bool:
    try:
        return bool(_asked(port, "version"))
    except OSError:
        return False


def _asked(port: int, what: str) -> bytes:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/{what}", timeout=5) as answer:
        body: bytes = answer.read()
        return body
