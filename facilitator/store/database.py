"""The engine, and the two ways to use it: `read` and `write`. Both give a transaction."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Annotated, Any, ClassVar

from sqlalchemy import BigInteger, Connection, Engine, MetaData, String, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.orm import DeclarativeBase, Session, mapped_column

WRITES = "holdspace_writes"
BUSY_TIMEOUT_MS = 5_000
TRACES_TIMEOUT_MS = 100
# Pages in SQLite's log that a commit itself moves into the database, while the disk makes it wait.
# `shorten_log` comes first.
LONGEST_LOG = 10_000

# So that other floors can name it without knowing SQLAlchemy.
Database = Engine

# Milliseconds since 1970, UTC.
Instant = Annotated[int, mapped_column(BigInteger)]


class Base(DeclarativeBase):
    """Every table. Constraints have names, so that any database can migrate them later."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {str: String(200)}


class Transaction(Session):
    """A SQLAlchemy session that knows its connection, which `Prepared` statements need alone."""

    def __init__(self, core: Connection) -> None:
        super().__init__(core, expire_on_commit=False)
        self.core = core


def open_database(url: str) -> Engine:
    """An engine for `url`. Values never show up in what it logs or raises."""
    # A word in a parameter must not reach a log through the text of an exception (I31).
    engine = create_engine(url, hide_parameters=True)
    if make_url(url).get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


@contextmanager
def write(engine: Engine) -> Iterator[Transaction]:
    """One write transaction: committed when the block ends, undone when it raises.

    Never emit, sleep or wait inside it.
    """
    with (
        _writer(engine).connect() as connection,
        connection.begin(),
        Transaction(connection) as session,
    ):
        yield session
        session.flush()


@contextmanager
def read(engine: Engine) -> Iterator[Transaction]:
    """One consistent look at the database; nothing done here is kept."""
    with engine.connect() as connection:
        look = connection.begin()
        with Transaction(connection) as session:
            yield session
        look.rollback()


@cache
def _writer(engine: Engine) -> Engine:
    return engine.execution_options(**{WRITES: True})


def forget_traces(engine: Engine) -> bool:
    """What was deleted is not left in a file beside the database either (I31).

    False when somebody was reading just then, so that it has to be done again later.
    """
    if engine.dialect.name != "sqlite":
        return True
    connection = engine.raw_connection()
    try:
        # Straight to the driver, because inside a transaction nothing is truncated; and briefly.
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {TRACES_TIMEOUT_MS}")
        try:
            busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
            cursor.close()
    finally:
        connection.close()
    return not busy


def shorten_log(engine: Engine) -> None:
    """What was committed has moved from SQLite's log into the database.

    Waits for the disk, so it belongs into a thread; it uses nothing of the engine but its address.
    """
    path = engine.url.database
    if engine.dialect.name == "sqlite" and path and Path(path).exists():
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver must not begin transactions by itself: `_begin_sqlite` says which kind.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
        "secure_delete = ON",
        f"busy_timeout = {BUSY_TIMEOUT_MS}",
        f"wal_autocheckpoint = {LONGEST_LOG}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A writer that begins as a reader may find the door shut half-way; so it asks at the start.
    writes = connection.get_execution_options().get(WRITES, False)
    connection.connection.cursor().execute("BEGIN IMMEDIATE" if writes else "BEGIN").close()
