from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from facilitator.store.database import Database, open_database, read, write
from facilitator.store.group_tables import GroupPlace
from facilitator.store.people_tables import Person
from facilitator.store.schema import migrate


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = open_database(f"sqlite:///{tmp_path / 'house.db'}")
    migrate(database)
    yield database
    database.dispose()


def a_person(number: int = 1) -> Person:
    return Person(
        id=f"p{number}",
        name="Ria",
        email=f"ria{number}@example.org",
        password_hash=None,
        created_at=1,
    )


def people_in(database: Database) -> int | None:
    with read(database) as session:
        return session.scalar(select(func.count()).select_from(Person))


def test_what_was_written_is_there(database: Database) -> None:
    """A block that ends is committed."""
    with write(database) as session:
        session.add(a_person())

    assert people_in(database) == 1


def test_a_block_that_raises_leaves_nothing(database: Database) -> None:
    """Neither rows that were flushed nor rows that weren't."""

    def break_half_way() -> None:
        with write(database) as session:
            session.add(a_person(1))
            session.flush()
            session.add(a_person(2))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_half_way()

    assert people_in(database) == 0


def test_reading_keeps_nothing(database: Database) -> None:
    """Even when somebody adds a row while reading."""
    with read(database) as session:
        session.add(a_person())
        session.flush()

    assert people_in(database) == 0


def test_a_reader_sees_one_moment(database: Database) -> None:
    """What is committed while it reads doesn't change what it sees."""
    with read(database) as reader:
        before = reader.scalar(select(func.count()).select_from(Person))
        with write(database) as writer:
            writer.add(a_person())
        after = reader.scalar(select(func.count()).select_from(Person))

    assert (before, after) == (0, 0)


def test_writers_take_turns(database: Database) -> None:
    """Each reads what the one before has written: no update is lost, nobody is turned away."""
    with write(database) as session:
        session.execute(text("create table tally (n integer)"))
        session.execute(text("insert into tally values (0)"))

    def count_up() -> None:
        for _ in range(25):
            with write(database) as session:
                n = session.scalar(text("select n from tally"))
                session.execute(text("update tally set n = :n"), {"n": (n or 0) + 1})

    threads = [Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with read(database) as session:
        assert session.scalar(text("select n from tally")) == 100


def test_rows_that_belong_to_nobody_are_not_kept(database: Database) -> None:
    """Foreign keys hold on SQLite, too."""
    with pytest.raises(IntegrityError), write(database) as session:
        session.add(GroupPlace(group_id="none", person_id="none", role_words="x"))


def test_an_error_tells_no_value(database: Database) -> None:
    """The text of a database's error holds no parameter (I31)."""
    with write(database) as session:
        session.add(a_person())

    with pytest.raises(IntegrityError) as caught, write(database) as session:
        session.add(a_person())

    assert "ria1@example.org" not in str(caught.value)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 1),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("busy_timeout", 5000),
    ],
)
def test_sqlite_is_set_up(database: Database, pragma: str, value: object) -> None:
    """On every connection."""
    with read(database) as session:
        assert session.scalar(text(f"PRAGMA {pragma}")) == value
