"""A house on SQLite, for what calendars are told from rows."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.house import House
from tests.store.houses import StandingClock, a_house, migrated


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def house(tmp_path: Path, clock: StandingClock) -> Iterator[House]:
    plain = a_house(f"sqlite:///{tmp_path / 'house.db'}", tmp_path, clock)
    house = migrated(replace(plain, secret="s" * 40))
    yield house
    house.database.dispose()
