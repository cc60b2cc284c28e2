from pathlib import Path

import pytest
from sqlalchemy import inspect

from facilitator.store.database import open_database
from facilitator.store.schema import is_migrated, migrate


def test_a_new_database_gets_its_tables(tmp_path: Path) -> None:
    """Before: not ready. After: ready, and a second time changes nothing."""
    database = open_database(f"sqlite:///{tmp_path / 'house.db'}")
    assert not is_migrated(database)

    migrate(database)
    migrate(database)

    assert is_migrated(database)
    assert "person" in inspect(database).get_table_names()


def test_a_path_may_hold_any_character(tmp_path: Path) -> None:
    """Percent signs and spaces too."""
    folder = tmp_path / "100% a house"
    folder.mkdir()
    database = open_database(f"sqlite:///{folder / 'house.db'}")

    migrate(database)

    assert is_migrated(database)


def test_a_database_that_does_not_answer_is_not_ready(tmp_path: Path) -> None:
    """It is said, not raised."""
    database = open_database(f"sqlite:///{tmp_path / 'none' / 'house.db'}")

    assert not is_migrated(database)


def test_a_step_that_breaks_leaves_the_database_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All steps happen in one transaction."""
    database = open_database(f"sqlite:///{tmp_path / 'house.db'}")
    with monkeypatch.context() as patch:
        patch.setattr("alembic.op.batch_alter_table", lambda *_, **__: 1 / 0)
        patch.setattr("alembic.op.create_index", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            migrate(database)

    assert inspect(database).get_table_names() == []
