"""The worker is killed in the middle of its mail, again and again: none is lost, and what may have
left twice says so."""

import asyncio
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from sqlalchemy import func, select

from facilitator.clock import SystemClock
from facilitator.house import House, house_of
from facilitator.mail.envelope import MAYBE_TWICE, message_id
from facilitator.store.database import read, write
from facilitator.store.outbox import MailKind, post
from facilitator.store.outbox_tables import OutboxRow
from tests.calendar_rows import a_group, belongs
from tests.live.people import HOUSE_DIR, free_port, until
from tests.mail.conftest import a_house

KILLS = 50
MAILS = 400
PEOPLE = 20
LEASE_S = 1.0
# Two at work, so that each kill also leaves somebody who finds what the other had in hand.
WORKERS = 2
ALL_WITHIN_S = 120


@dataclass
class SlowOffice:
    """Takes its time before and after it has a letter, so that a kill can fall into either."""

    rng: random.Random
    # Message-IDs, and whether the letter said that it may be a repeat.
    letters: list[tuple[str, bool]] = field(default_factory=list)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 -- aiosmtpd's name
        letter = message_from_bytes(envelope.content)
        await asyncio.sleep(self.rng.uniform(0, 0.03))
        self.letters.append((letter["Message-ID"], letter[MAYBE_TWICE] == "yes"))
        await asyncio.sleep(self.rng.uniform(0, 0.03))
        return "250 taken"


@pytest.fixture
def office() -> Iterator[tuple[SlowOffice, int]]:
    slow, port = SlowOffice(random.Random(4)), free_port()
    controller = Controller(slow, hostname="127.0.0.1", port=port)
    controller.start()
    yield slow, port
    controller.stop()


class Workers:
    """`flask mail work`, in processes that are there to be killed."""

    def __init__(self, environ: dict[str, str], log: Path) -> None:
        self._environ, self._log = environ, log
        self._here: list[subprocess.Popen[bytes]] = []

    def one_more(self) -> None:
        words = ["--app", "facilitator", "mail", "work", "--lease-seconds", str(LEASE_S)]
        with self._log.open("ab") as log:
            started = subprocess.Popen(
                [sys.executable, "-m", "flask", *words, "--look-every", "0.05"],
                cwd=HOUSE_DIR,
                env=self._environ,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self._here.append(started)

    def kill_the_oldest(self) -> None:
        killed = self._here.pop(0)
        killed.send_signal(signal.SIGKILL)
        assert killed.wait() == -signal.SIGKILL

    def go_home(self) -> None:
        for one in self._here:
            one.terminate()
        for one in self._here:
            assert one.wait(30) == 0


@pytest.mark.slow
def test_no_mail_is_lost_and_no_repeat_goes_unsaid(
    tmp_path: Path, office: tuple[SlowOffice, int]
) -> None:
    """400 mails, 50 kills with SIGKILL: each mail arrives, at most once without the mark of a
    possible repeat."""
    slow, port = office
    server = {
        "SMTP_URL": f"smtp://127.0.0.1:{port}",
        "HOLDSPACE_MAIL_FROM": "post@holdspace.example",
    }
    house = house_of(a_house(tmp_path, SystemClock(), **server))
    names = _written_down(house)
    environ = {
        **server,
        "PATH": os.environ["PATH"],
        "HOLDSPACE_INSTANCE_DIR": str(tmp_path),
        "HOLDSPACE_KEY_DIR": str(tmp_path / "keys"),
        "HOLDSPACE_SECRET_KEY": "k" * 40,
    }
    workers, rng = Workers(environ, tmp_path / "log"), random.Random(50)
    try:
        for _ in range(WORKERS):
            workers.one_more()
        for kill in range(KILLS):
            enough = kill * (MAILS // KILLS) + rng.randint(1, 4)
            until(lambda so_far=enough: len(slow.letters) >= so_far, ALL_WITHIN_S, "letters arrive")
            workers.kill_the_oldest()
            workers.one_more()
        until(lambda: _sent(house) == MAILS, ALL_WITHIN_S, "every mail is settled")
    finally:
        workers.go_home()
    arrived = Counter(name for name, _ in slow.letters)
    unmarked = Counter(name for name, maybe_twice in slow.letters if not maybe_twice)
    repeats = len(slow.letters) - len(arrived)
    marked = sum(maybe_twice for _, maybe_twice in slow.letters)
    print(f"{KILLS} kills, {len(slow.letters)} letters, {repeats} repeats, {marked} marked")

    assert set(arrived) == names
    assert max(unmarked.values()) == 1
    assert (tmp_path / "log").read_text() == ""
    house.database.dispose()


def _written_down(house: House) -> set[str]:
    """Every mail waits; gives the names that their letters will have."""
    group = a_group(house)
    people = [
        belongs(house, group, f"person{number}@example.org", mail_notes=True)
        for number in range(PEOPLE)
    ]
    keys = [f"note:{number}" for number in range(MAILS)]
    with write(house.database) as session:
        for number, key in enumerate(keys):
            post(
                session,
                MailKind.NOTE,
                once_key=key,
                person_id=people[number % PEOPLE],
                group_id=group,
                facts={"said": f"Note {number}"},
                now=house.clock.now(),
            )
    return {message_id(house, key) for key in keys}


def _sent(house: House) -> int:
    with read(house.database) as session:
        return session.scalar(select(func.count()).where(OutboxRow.state == "sent")) or 0
