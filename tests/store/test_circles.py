"""Circles as they are stored: in SQLite, and in PostgreSQL where there is one."""

import json
import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from facilitator.circle import commands as c
from facilitator.circle.codec import circle_to_json, event_from_json
from facilitator.circle.decide import Decision, decide
from facilitator.circle.evolve import replay
from facilitator.house import House
from facilitator.store import people
from facilitator.store.circles import SNAPSHOT_EVERY, Circles, Stale
from facilitator.store.database import forget_traces, read, write
from facilitator.tokens import token_hash
from facilitator.use_cases.close_circle import close_circle
from facilitator.use_cases.leave_no_traces import leave_traces_left
from facilitator.use_cases.run_command import Taken
from facilitator.use_cases.sign_in import begin_sign_in
from facilitator.use_cases.sign_out import sign_out
from facilitator.use_cases.take_seat import Seated, Wish, hold_as, take_seat
from facilitator.use_cases.take_up_circles import take_up_circles
from tests.store.houses import (
    DATABASES,
    HAS_POSTGRESQL,
    NO_POSTGRESQL,
    Ring,
    StandingClock,
    a_house,
)

WORDS = "A word that nobody else wrote"


@pytest.mark.skipif(not HAS_POSTGRESQL, reason=NO_POSTGRESQL)
def test_these_stories_are_told_with_postgresql_too() -> None:
    """Nothing here is written that only SQLite understands."""
    assert "postgresql" in DATABASES


def test_a_snapshot_and_its_tail_are_the_whole_story(house: House, other: House) -> None:
    """After a few hundred facts a fresh process reads the same circle as somebody who heard them
    all."""
    ring = Ring(house, "Sam", "Lee")
    told = _story(house)
    for number in range(3 * SNAPSHOT_EVERY):
        ring.asks("Ria", c.LockDoor(locked=number % 2 == 0))
        told += _story(house)[-1:]

    circle = ring.kept(other).circle

    assert circle == ring.kept().circle == replay(None, [e for events in told for e in events])
    assert ring.rows("circle_events") < SNAPSHOT_EVERY
    with read(house.database) as session:
        at = session.scalar(text("select snapshot_version from circle"))
    assert at == ring.kept().version // SNAPSHOT_EVERY * SNAPSHOT_EVERY


def _story(house: House) -> list[list[object]]:
    """What each command led to, as far as it is still stored."""
    with read(house.database) as session:
        rows = session.execute(text("select body from circle_events order by version")).all()
    return [[event_from_json(pair) for pair in json.loads(body)] for (body,) in rows]


@pytest.mark.parametrize("more", [1, SNAPSHOT_EVERY - 1, SNAPSHOT_EVERY, 2 * SNAPSHOT_EVERY + 3])
def test_who_slept_through_a_snapshot_misses_nothing(house: House, other: House, more: int) -> None:
    """A process that remembers an old version, whose next facts are gone into a snapshot, reads
    the newest one."""
    ring = Ring(house, "Sam")
    remembered = ring.kept(other)
    for number in range(more):
        ring.asks("Ria", c.LockDoor(locked=number % 2 == 0))

    after = ring.kept(other)
    taken = ring.asks("Sam", c.ChooseMode("listening"), house=other)  # type: ignore[arg-type]

    assert after.version == remembered.version + more
    assert isinstance(taken, Taken)
    assert ring.kept(other).circle == ring.kept().circle


def test_one_of_two_writers_wins(house: House, other: House) -> None:
    """Who decided on an older version is told so, and has changed nothing."""
    ring = Ring(house)
    first, second = ring.kept(), ring.kept(other)

    with write(house.database) as session:
        house.circles.stored(
            house.circles.append(session, first, _locks(house, first.circle, ring))
        )
    with pytest.raises(Stale), write(other.database) as session:
        other.circles.append(session, second, _locks(other, second.circle, ring))

    assert ring.kept().version == first.version + 1
    assert ring.kept(other).circle.locked


def _locks(house: House, circle: object, ring: Ring) -> Decision:
    decided = decide(circle, c.LockDoor(True), ring.seats["Ria"], house.clock.now())  # type: ignore[arg-type]
    assert isinstance(decided, Decision)
    return decided


def test_everybody_who_writes_at_once_is_heard(house: House, other: House) -> None:
    """Two processes with two threads each: every command is taken, each exactly once."""
    ring = Ring(house)
    before = ring.kept().version
    trouble: list[BaseException] = []

    def write_lines(name: str, process: House) -> None:
        try:
            for number in range(20):
                taken = ring.asks("Ria", c.AddAgreement(f"{name} {number}"), house=process)
                assert isinstance(taken, Taken)
        except BaseException as wrong:
            trouble.append(wrong)
            raise

    pairs = (("one", house), ("two", house), ("three", other), ("four", other))
    _together(*(lambda p=pair: write_lines(*p) for pair in pairs))

    assert not trouble
    lines = ring.kept().circle.added_agreements
    assert sorted(lines) == sorted(f"{name} {n}" for name, _ in pairs for n in range(20))
    assert ring.kept().version == before + 80
    assert ring.kept(other).circle == ring.kept().circle


def test_the_same_command_sent_twice_at_once_happens_once(house: House, other: House) -> None:
    """Both are answered yes."""
    ring = Ring(house)
    for number in range(20):
        answers: list[object] = []
        ready = threading.Barrier(2)

        def send(process: House, line: str = f"line {number}") -> None:
            ready.wait()  # noqa: B023 -- joined before the next round
            command = c.AddAgreement(line)
            answers.append(ring.asks("Ria", command, id_=f"same-{line}", house=process))  # noqa: B023

        _together(lambda: send(house), lambda: send(other))
        assert [type(answer) for answer in answers] == [Taken, Taken]

    assert ring.kept().circle.added_agreements == tuple(f"line {n}" for n in range(20))
    assert ring.rows("command_answer") == 20


def test_people_who_come_in_at_once_all_have_a_seat(house: House, other: House) -> None:
    """Whoever was not first at the door is let in as well."""
    ring = Ring(house)
    names = [f"Sam {number}" for number in range(6)]

    def come(name: str, process: House) -> None:
        assert isinstance(take_seat(process, ring.door, Wish(name)), Seated)

    processes = (house, other)
    _together(*(lambda n=i: come(names[n], processes[n % 2]) for i in range(6)))

    assert {s.name for s in ring.kept().circle.seats.values()} == {"Ria", *names}


def _together(*works: object) -> None:
    threads = [threading.Thread(target=work) for work in works]  # type: ignore[arg-type]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)


def test_words_are_stored_under_their_key_alone(
    house: House, other: House, clock: StandingClock
) -> None:
    """The database holds no word in the clear; whoever has the key reads it again; taken back, it
    is gone."""
    ring = Ring(house, "Sam", "Lee")
    name = ring.goes_to_turns(clock)
    share = ring.shares(name, WORDS)

    with read(house.database) as session:
        sealed = session.execute(text("select sealed from sealed_word")).all()
    assert len(sealed) == 1
    assert WORDS.encode() not in bytes(sealed[0][0])
    assert ring.kept(other).words == {f"share:{share}": WORDS}
    everything = json.dumps(circle_to_json(ring.kept().circle))
    assert WORDS not in everything

    ring.asks(name, c.TakeBackShare(share), house=other)

    assert ring.rows("sealed_word") == 0
    assert ring.kept().words == ring.kept(other).words == {}


def test_a_closed_circle_is_counts(house: House, other: House, clock: StandingClock) -> None:
    """No fact, no name, no word, no token, no answer and no key: only what domain.md 2.8 lists."""
    ring = Ring(house, "Sam", "Lee")
    ring.shares(ring.goes_to_turns(clock), WORDS)
    key = house.settings.key_dir / f"{ring.id}.key"
    assert key.exists()

    assert close_circle(other, ring.id)

    for table in ("circle_events", "sealed_word", "command_answer", "seat_key", "circle_holder"):
        assert ring.rows(table) == 0, table
    with read(house.database) as session:
        row = session.execute(text("select * from circle")).mappings().one()
        assert house.circles.load(session, ring.id) is None
    assert row["snapshot"] is None
    assert row["next_due"] is None
    assert json.loads(row["counts"]).keys() == {
        "how",
        "seats",
        "on_time",
        "held_seconds",
        "signals_unmet",
        "removals",
    }
    assert not key.exists()
    assert not close_circle(house, ring.id)
    answer = ring.asks("Sam", c.StepOut())
    assert getattr(answer, "code", None) == "seat/removed"


def test_lost_words_make_room_for_new_ones(
    house: House, url: str, tmp_path: Path, clock: StandingClock
) -> None:
    """The key is gone at a start: the sealed rows go, the room is told, and the same places can be
    filled again."""
    ring = Ring(house, "Sam", "Lee")
    name = ring.goes_to_turns(clock)
    ring.shares(name, WORDS)
    (house.settings.key_dir / f"{ring.id}.key").unlink()
    later = a_house(url, tmp_path, clock)

    take_up_circles(later)

    kept = ring.kept(later)
    assert kept.words == {}
    assert kept.circle.shares == {}
    assert kept.circle.line is not None
    assert kept.circle.line.code == "words_gone"
    assert ring.rows("sealed_word") == 0
    assert later.vault.has_key(ring.id)
    # The process from before the loss learns of it, too, and seals with the new key.
    assert ring.kept().words == {}
    assert house.vault.open(ring.id, "x", later.vault.seal(ring.id, "x", WORDS)) == WORDS
    later.database.dispose()


def test_signing_out_takes_the_seats_key(house: House) -> None:
    """Who came by account has a seat for as long as the sign-in lasts."""
    ring = Ring(house)
    with read(house.database) as session:
        person = people.person_by_email(session, "ria@example.org")
    assert person is not None
    sign_in_id = token_hash(begin_sign_in(house, person.id))
    before = ring.rows("seat_key")
    assert isinstance(hold_as(house, ring.id, person.id, "Ria", "", sign_in_id), Seated)
    assert ring.rows("seat_key") == before + 1

    sign_out(house, sign_in_id)

    assert ring.rows("seat_key") == before


def test_a_fresh_process_remembers_nothing_of_a_closed_circle(house: House, other: House) -> None:
    """Also when another process closed it."""
    ring = Ring(house)
    ring.kept(other)
    close_circle(house, ring.id)

    with read(other.database) as session:
        assert other.circles.load(session, ring.id) is None

    assert other.circles._seen == {}
    assert other.vault._keys == {}
    assert isinstance(other.circles, Circles)


# --- SQLite's own file beside the database --------------------------------------------------------


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "house.db"


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_nothing_deleted_lies_beside_the_database(house: House, file: Path) -> None:
    """What was deleted is out of the database, and out of the log it writes ahead (I31)."""
    wal = file.with_name(file.name + "-wal")
    with write(house.database) as session:
        session.execute(text("create table note (words text)"))
        session.execute(text("insert into note values (:w)"), {"w": WORDS * 2000})
    with write(house.database) as session:
        session.execute(text("delete from note"))
    assert WORDS.encode() in wal.read_bytes()

    assert forget_traces(house.database)

    assert wal.read_bytes() == b""
    assert WORDS.encode() not in file.read_bytes()
    with house.database.connect() as connection:
        assert connection.exec_driver_sql("pragma busy_timeout").scalar() == 5000


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_reader_delays_forgetting_and_nobody_else(house: House, other: House, file: Path) -> None:
    """Somebody reads while a circle closes: nobody waits for them, and the traces go afterwards."""
    ring = Ring(house)
    wal = file.with_name(file.name + "-wal")

    with read(other.database) as session:
        session.execute(text("select * from circle")).all()
        assert close_circle(house, ring.id)
        assert house.circles.traces_left
        assert not forget_traces(house.database)
    leave_traces_left(house)

    assert not house.circles.traces_left
    assert wal.read_bytes() == b""
