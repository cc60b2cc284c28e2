"""How many questions a page asks of the database."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from facilitator.house import House


@contextmanager
def questions(house: House) -> Iterator[list[str]]:
    """Every statement that was executed within."""
    asked: list[str] = []

    def heard(_c: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    event.listen(house.database, "before_cursor_execute", heard)
    try:
        yield asked
    finally:
        event.remove(house.database, "before_cursor_execute", heard)
