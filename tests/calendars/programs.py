"""The calendar programs of Debian, with a configuration and folders of their own."""

import os
import shutil
import subprocess
from pathlib import Path

REQUIRED = os.environ.get("HOLDSPACE_REQUIRE_CALENDARS") == "1"

_KHAL = """
[calendars]
[[one]]
path = {folder}/calendar
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M
longdatetimeformat = %Y-%m-%dT%H:%M
local_timezone = {zone}
default_timezone = {zone}
[sqlite]
path = {folder}/khal.db
[default]
default_calendar = one
"""
_VDIRSYNCER = """
[general]
status_path = "{folder}/status/"
[pair meetings]
a = "told"
b = "kept"
collections = null
conflict_resolution = "a wins"
[storage told]
type = "http"
url = "{address}"
[storage kept]
type = "filesystem"
path = "{folder}/calendar/"
fileext = ".ics"
"""


def missing(program: str) -> str:
    """Why a test with this program is left out; empty when it is here, or has to be."""
    return "" if REQUIRED or shutil.which(program) else f"no {program} here (Debian: {program})"


class Khal:
    """A calendar on somebody's machine, in their zone."""

    def __init__(self, folder: Path, zone: str) -> None:
        self.folder, self.zone = folder, zone
        (folder / "calendar").mkdir(parents=True, exist_ok=True)
        (folder / "khal.conf").write_text(_KHAL.format(folder=folder, zone=zone))

    def takes(self, feed: str) -> None:
        """The feed is imported from a file."""
        path = self.folder / "feed.ics"
        path.write_text(feed, newline="")
        self._run("import", "--batch", str(path))

    def lists(self, first: str, last: str) -> list[str]:
        """The local times at which something takes place between two dates."""
        shown = self._run("list", "-df", "", "--format", "{start} {cancelled}", first, last)
        lines = [line.split() for line in shown.splitlines()]
        return [words[0] for words in lines if len(words) == 1]

    def _run(self, *words: str) -> str:
        return _run(["khal", "-c", str(self.folder / "khal.conf"), *words])


class Vdirsyncer:
    """What carries a feed into a folder of files."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        (folder / "calendar").mkdir(parents=True)
        config = _VDIRSYNCER.format(folder=folder, address=address)
        (folder / "vdirsyncer.conf").write_text(config)
        self._run("discover")

    def syncs(self) -> list[str]:
        """The files there are afterwards, as text."""
        self._run("sync")
        return [path.read_text() for path in sorted((self.folder / "calendar").iterdir())]

    def _run(self, word: str) -> str:
        return _run(["vdirsyncer", "-c", str(self.folder / "vdirsyncer.conf"), word])


def _run(words: list[str]) -> str:
    # Their own Python must not meet the packages of ours.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        words, env=kept | {"LC_ALL": "C.UTF-8"}, text=True, capture_output=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
