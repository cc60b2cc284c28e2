"""A house with a mail server beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from facilitator import create_app
from facilitator.clock import Clock
from facilitator.config import Settings
from facilitator.house import House, house_of
from facilitator.mail import worker_of
from facilitator.mail.worker import Worker
from facilitator.store.schema import migrate
from tests.mail.post_office import PostOffice, a_post_office
from tests.web.visitors import FixedClock


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with a_post_office() as office:
        yield office


def a_house(folder: Path, clock: Clock, **environ: str) -> Flask:
    """An app with its own folder and these variables."""
    settings = Settings.from_environ(
        {
            "HOLDSPACE_INSTANCE_DIR": str(folder),
            "HOLDSPACE_KEY_DIR": str(folder / "keys"),
            "HOLDSPACE_SECRET_KEY": "k" * 40,
            "HOLDSPACE_PUBLIC_URL": "https://circle.example.org",
            "HOLDSPACE_TESTING": "1",
            **environ,
        }
    )
    app = create_app(settings, clock=clock)
    migrate(house_of(app).database)
    return app


@pytest.fixture
def app(tmp_path: Path, clock: FixedClock, office: PostOffice) -> Iterator[Flask]:
    """Its mail goes to the post office."""
    app = a_house(tmp_path, clock, **office.environ)
    yield app
    house_of(app).database.dispose()


@pytest.fixture
def house(app: Flask) -> House:
    return house_of(app)


@pytest.fixture
def worker(app: Flask) -> Worker:
    return worker_of(app)
