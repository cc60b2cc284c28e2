"""What happens to a running circle when its store is in trouble."""

import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.tokens import token_hash
from tests.live.people import HOUSE_DIR, Opened, Server, offered_first, until

LOCKED_S = 2.0

APPEND = """
import sys
from facilitator import create_app
from facilitator.circle import commands as c
from facilitator.house import house_of
from facilitator.use_cases.run_command import run_command
house = house_of(create_app())
circle, token, name, times = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
for number in range(times):
    command = c.AddAgreement(f"{name} {number}")
    print(run_command(house, token, command, f"{name}-{number:08}").__class__.__name__)
"""


@pytest.fixture
def circle(server: Server) -> Iterator[Opened]:
    circle = server.open_circle("Ria", "Tom")
    yield circle
    circle.close()


def database_file(server: Server) -> Path:
    return server.instance / "holdspace.db"


def test_a_lost_key_is_told_and_the_circle_goes_on(tmp_path: Path) -> None:
    """Words whose key went while the server was down are gone, everybody reads that, and new words
    have a new key (I34)."""
    server = Server(tmp_path, scale=1 / 6).start()
    circle = server.open_circle("Ria")
    ria, sam, lee = circle.hosted(), circle.visited("Sam"), circle.visited("Lee")
    ria.begins().goes_to_turns()
    first = offered_first(sam, lee)
    other = lee if first is sam else sam
    first.shares("Nobody will know.")
    other.sees(lambda v: v["room"]["shares"])
    settled = first.sees(lambda v: v["you"]["settled"])

    server.kill()
    (server.keys / f"{circle.id}.key").unlink()
    server.start()
    for person in (ria, sam, lee):
        person.opens()

    assert settled
    for person in (ria, sam, lee):
        person.sees(lambda v: v["room"]["line"]["code"] == "words_gone")
        assert not person.reads("Nobody will know.")
        assert person.you["shares"] == []
    other.shares("But this they may.")
    first.sees(lambda v: v["room"]["shares"][0]["text"] == "But this they may.")
    assert first.you["settled"]
    server.kill()
    server.start()
    assert first.opens().room["shares"][0]["text"] == "But this they may."
    server.stop()


def test_a_half_written_key_is_none(server: Server, circle: Opened) -> None:
    """Somebody was stopped while making it: it is made again, and the room is told."""
    ria = circle.hosted()
    server.kill()
    (server.keys / f"{circle.id}.key").write_bytes(b"half")

    server.start()
    ria.opens()

    ria.sees(lambda v: v["room"]["line"]["code"] == "words_gone")
    assert (server.keys / f"{circle.id}.key").stat().st_size == 32
    assert ria.asks("lock_door", locked=True) == {"ok": True}


def test_a_closed_circles_key_does_not_stay(server: Server, circle: Opened) -> None:
    """Killed between the circle's end and its key's: at the next start the key goes."""
    key = server.keys / f"{circle.id}.key"
    kept = key.read_bytes()
    circle.hosted()
    server.flask("circle", "close", circle.id)
    assert not key.exists()
    server.kill()
    key.write_bytes(kept)

    server.start()

    until(lambda: not key.exists())


def test_a_locked_database_is_waited_for(server: Server, circle: Opened) -> None:
    """Another process writes for two seconds: the command waits, and succeeds once."""
    ria, sam = circle.hosted(), circle.visited("Sam")
    other = sqlite3.connect(database_file(server), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    began = time.monotonic()
    number = ria.tab.sends("command", {"id": "waited-for-1", "do": "lock_door", "locked": True})
    time.sleep(LOCKED_S)  # how long the other process holds the lock: the story itself
    assert number not in ria.tab.answers
    other.execute("ROLLBACK")
    other.close()

    assert ria.tab.answer(number) == {"ok": True}
    took = time.monotonic() - began
    assert LOCKED_S <= took < LOCKED_S + 3
    sam.sees(lambda v: v["room"]["door_locked"])
    print(f"answered after {took:.1f} s of a lock that lasted {LOCKED_S:.0f} s")


def test_a_database_that_stays_locked_is_told(server: Server, circle: Opened) -> None:
    """Somebody holds it for longer than anybody can wait: the answer is a sentence, nothing
    changed, and afterwards everything goes on."""
    ria = circle.hosted()
    other = sqlite3.connect(database_file(server), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    number = ria.tab.sends("command", {"id": "too-long-1", "do": "lock_door", "locked": True})
    answer = ria.tab.answer(number, 20)
    other.execute("ROLLBACK")
    other.close()

    assert answer["ok"] is False
    assert answer["code"] == "wire/trouble"
    assert answer["text"]
    again = {"id": "too-long-1", "do": "lock_door", "locked": True}
    assert ria.tab.answer(ria.tab.sends("command", again), 20) == {"ok": True}
    ria.sees(lambda v: v["room"]["door_locked"])
    assert "Traceback" not in server.logged()


def test_three_processes_write_one_circle(server: Server, circle: Opened) -> None:
    """Two others and the server itself append at the same time: every line is there once, in one
    order for all."""
    ria, tom = circle.hosted(0), circle.hosted(1)
    tokens = [token_hash_of(circle, person.cookies) for person in (ria, tom)]
    each = 40

    writers = [
        subprocess.Popen(
            [sys.executable, "-c", APPEND, circle.id, token, name, str(each)],
            cwd=HOUSE_DIR,
            env=server.environ,
            stdout=subprocess.PIPE,
            text=True,
        )
        for token, name in zip(tokens, ("one", "two"), strict=True)
    ]
    own = 0
    while any(writer.poll() is None for writer in writers) and own < each:
        if ria.asks("add_agreement", text=f"three {own}")["ok"]:
            own += 1
        time.sleep(0.13)
    said = [writer.communicate(timeout=60)[0].split() for writer in writers]

    assert said == [["Taken"] * each] * 2
    everything = [f"{name} {n}" for name in ("one", "two") for n in range(each)]
    everything += [f"three {n}" for n in range(own)]
    lines = ria.sees(
        lambda v: (
            len(v["room"]["agreements"]["added"]) == len(everything)
            and v["room"]["agreements"]["added"]
        )
    )
    assert sorted(lines) == sorted(everything)
    tom.sees(lambda v: v["room"]["agreements"]["added"] == lines)
    print(f"{len(lines)} lines of three processes, each there once; {own} by the server")


def token_hash_of(circle: Opened, cookies: dict[str, str]) -> str:
    return token_hash(cookies[f"seat-{circle.id}"])
