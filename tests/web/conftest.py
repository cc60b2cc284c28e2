"""A house on a real database, and people who visit it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from facilitator import create_app
from facilitator.config import Settings
from facilitator.house import House, house_of
from facilitator.store.database import open_database
from facilitator.store.schema import migrate
from facilitator.use_cases.add_person import add_person
from tests.web.visitors import PASSWORD, FixedClock, Visitor


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with every table and no rows, made once."""
    path = tmp_path_factory.mktemp("database") / "empty.db"
    database = open_database(f"sqlite:///{path}")
    migrate(database)
    database.dispose()
    return path


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def make_house(
    tmp_path: Path, clock: FixedClock, empty_database: Path
) -> Iterator[Callable[..., Flask]]:
    """Makes an app with these variables in its environment."""
    made: list[Flask] = []

    def make(**environ: str) -> Flask:
        shutil.copy(empty_database, tmp_path / "holdspace.db")
        app = create_app(
            Settings.from_environ(
                {
                    "HOLDSPACE_INSTANCE_DIR": str(tmp_path),
                    "HOLDSPACE_KEY_DIR": str(tmp_path / "keys"),
                    "HOLDSPACE_SECRET_KEY": "k" * 40,
                    "HOLDSPACE_PUBLIC_URL": "http://localhost",
                    "HOLDSPACE_TESTING": "1",
                    **environ,
                }
            ),
            clock=clock,
        )
        made.append(app)
        return app

    yield make
    for app in made:
        house_of(app).database.dispose()


@pytest.fixture
def app(make_house: Callable[..., Flask]) -> Flask:
    return make_house()


@pytest.fixture
def house(app: Flask) -> House:
    return house_of(app)


@pytest.fixture
def somebody(app: Flask) -> Visitor:
    """A visitor without an account."""
    return Visitor(app.test_client())


@pytest.fixture
def ria(app: Flask, house: House) -> Visitor:
    """Ria has an account, and hasn't signed in yet."""
    add_person(house, name="Ria", email="ria@example.org", password=PASSWORD)
    return Visitor(app.test_client(), address="198.51.100.20")


@pytest.fixture
def tom(app: Flask, house: House) -> Visitor:
    """Tom has an account of his own, and has signed in."""
    add_person(house, name="Tom", email="tom@example.org", password=PASSWORD)
    tom = Visitor(app.test_client(), address="198.51.100.30")
    tom.signs_in("tom@example.org")
    return tom


@pytest.fixture
def guest(app: Flask) -> Callable[[], Visitor]:
    """Makes somebody with a browser of their own."""
    return lambda: Visitor(app.test_client(), address="198.51.100.99")
