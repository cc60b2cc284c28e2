"""Statements that run for every command: compiled once, then handed to the driver as they are.

SQLAlchemy writes them for whichever database it is; what it does around each execution takes ten
times as long as SQLite takes for the statement.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Dialect
from sqlalchemy.sql.expression import ClauseElement

from facilitator.store.database import Transaction

Values = Mapping[str, str | int | None]
Compiled = tuple[str, tuple[str, ...] | None]


class Prepared:
    """A statement whose values and columns are text, whole numbers and None, which every driver
    takes and gives without help."""

    def __init__(self, statement: ClauseElement) -> None:
        self._statement = statement
        self._compiled: dict[str, Compiled] = {}

    def rows(self, session: Transaction, values: Values) -> list[tuple[Any, ...]]:
        """Everything the statement finds."""
        cursor = self._run(session, values)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        cursor.close()
        return found

    def change(self, session: Transaction, values: Values) -> int:
        """How many rows the statement changed."""
        cursor = self._run(session, values)
        changed: int = cursor.rowcount
        cursor.close()
        return changed

    def _run(self, session: Transaction, values: Values) -> Any:
        dialect = session.core.dialect
        sql, order = self._compiled.get(dialect.name) or self._compile(dialect)
        cursor = session.core.connection.cursor()
        cursor.execute(sql, values if order is None else [values[name] for name in order])
        return cursor

    def _compile(self, dialect: Dialect) -> Compiled:
        made = self._statement.compile(dialect=dialect)
        order = made.positiontup if made.positional else None  # type: ignore[attr-defined]
        compiled = str(made), None if order is None else tuple(order)
        self._compiled[dialect.name] = compiled
        return compiled
