"""A house for each kind of database there is: SQLite, and PostgreSQL where it can be had."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.house import House
from tests.store.houses import DATABASES, StandingClock, a_house, a_postgresql, migrated


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'house.db'}"
        return
    with a_postgresql(tmp_path) as url:
        yield url


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def house(url: str, tmp_path: Path, clock: StandingClock) -> Iterator[House]:
    house = migrated(a_house(url, tmp_path, clock))
    yield house
    house.database.dispose()
