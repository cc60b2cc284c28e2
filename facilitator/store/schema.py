"""The tables as they should be, and the way there."""

from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import SQLAlchemyError

from facilitator.store.database import WRITES, Base, Database

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(database: Database) -> None:
    """The database has the newest tables; all steps happen in one transaction or not at all."""
    with database.connect().execution_options(**{WRITES: True}) as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def is_migrated(database: Database) -> bool:
    """Whether the database answers and has the newest tables."""
    try:
        with database.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision() == _head()
    except SQLAlchemyError:
        return False


def differences(database: Database) -> list[Any]:
    """What Alembic would still change, so that the tables equal the models; best empty."""
    _load_tables()
    with database.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Base.metadata))


def write_revision(database: Database, message: str, number: str) -> None:
    """A new file in migrations/versions holds the way from this database to the models."""
    _load_tables()
    with database.connect().execution_options(**{WRITES: True}) as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.revision(config, message, autogenerate=True, rev_id=number)


def _load_tables() -> None:
    # The metadata is complete once every module with tables has been imported.
    for module in iter_modules([str(Path(__file__).parent)], "facilitator.store."):
        if not module.ispkg:
            import_module(module.name)


def _config() -> Config:
    config = Config()
    # Alembic reads percent signs in paths as the beginning of a variable.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


@cache
def _head() -> str | None:
    return ScriptDirectory.from_config(_config()).get_current_head()
