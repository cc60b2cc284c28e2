"""The migrations lead to the tables that the code describes."""

import importlib
import pkgutil
from pathlib import Path

from facilitator import store
from facilitator.store.database import open_database
from facilitator.store.schema import differences, migrate


def test_migrations_equal_the_models(tmp_path: Path) -> None:
    """A database that took every migration differs in nothing from the models."""
    for module in pkgutil.iter_modules(store.__path__):
        # A module with tables counts even if nobody has listed it anywhere.
        if not module.ispkg:
            importlib.import_module(f"{store.__name__}.{module.name}")
    database = open_database(f"sqlite:///{tmp_path / 'house.db'}")

    migrate(database)

    assert differences(database) == []
