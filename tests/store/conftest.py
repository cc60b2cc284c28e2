"""A house for each kind of database there is: SQLite, and PostgreSQL where it can be had."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.house import House
from tests.store.evenings import Evening
from tests.store.houses import DATABASES, StandingClock, a_house, a_postgresql, a_server, migrated


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    with a_server() as url:
        yield url


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'house.db'}"
        return
    with a_postgresql(request.getfixturevalue("postgresql")) as url:
        yield url


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def house(url: str, tmp_path: Path, clock: StandingClock) -> Iterator[House]:
    house = migrated(a_house(url, tmp_path, clock))
    yield house
    house.database.dispose()


@pytest.fixture
def other(url: str, tmp_path: Path, house: House, clock: StandingClock) -> Iterator[House]:
    """Another process at the same database and the same keys."""
    assert house.settings.key_dir.parent == tmp_path
    other = a_house(url, tmp_path, clock)
    yield other
    other.database.dispose()


@pytest.fixture
def evening(house: House, clock: StandingClock) -> Evening:
    return Evening(house, clock)
