"""What is installed is locked by content, and says nothing about where it came from."""

import json
import re

import pytest

from tests.checks.copy_sources import ROOT

NPM_LOCKS = ["package-lock.json", "tests/lighthouse/package-lock.json"]
LOCKS = sorted([path.name for path in ROOT.glob("requirements*.txt")] + NPM_LOCKS)
# Where authors may be thanked; nothing is installed from there.
FUNDING = re.compile(r'"funding": (\{[^{}]*\}|\[[^\[\]]*\])')


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host_and_no_machine(name: str) -> None:
    """A lock holds names, versions and hashes: no address, no index option, no path."""
    lock = FUNDING.sub("", (ROOT / name).read_text())

    assert not re.search(
        r"https?://|file:|--\w*(index|find-links|trusted)|[ \"'](/|~/|[A-Z]:\\)", lock
    )
    assert '"resolved"' not in lock


@pytest.mark.parametrize("name", [name for name in LOCKS if name.endswith(".txt")])
def test_every_python_package_is_locked_by_hash(name: str) -> None:
    """Each requirement has one exact version and at least one hash."""
    entries = re.split(r"\n(?=\w)", (ROOT / name).read_text())

    assert all(re.match(r"[\w.-]+(\[[\w,-]+\])?==", entry) for entry in entries)
    assert all("--hash=sha256:" in entry for entry in entries)


@pytest.mark.parametrize("name", NPM_LOCKS)
def test_every_npm_package_is_locked_by_hash(name: str) -> None:
    """Each package that npm brings has its integrity written down."""
    packages = json.loads((ROOT / name).read_text())["packages"]

    assert all("integrity" in package for path, package in packages.items() if path)


def test_the_tests_run_on_what_people_run() -> None:
    """The lock of the tests holds the very versions of the lock of the house."""
    pinned = {
        name: set(re.findall(r"^[\w.-]+(?:\[\w+\])?==\S+", (ROOT / name).read_text(), re.M))
        for name in ("requirements.txt", "requirements-dev.txt")
    }
    plain = {re.sub(r"\[\w+\]", "", pin) for pin in pinned["requirements-dev.txt"]}

    assert pinned["requirements.txt"] <= plain
