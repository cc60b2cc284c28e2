"""Tables that a spreadsheet can open without counting with what somebody typed."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

# What begins a formula in one spreadsheet or another.
_COUNTS = ("=", "+", "-", "@", "\t", "\r")


def table_text(heading: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A CSV in UTF-8 with its mark, which spreadsheets need; a cell that looks like a formula is
    kept from being one by an apostrophe."""
    text = StringIO(newline="")
    lines = csv.writer(text)
    lines.writerow(heading)
    lines.writerows([harmless(cell) for cell in row] for row in rows)
    return "\N{ZERO WIDTH NO-BREAK SPACE}" + text.getvalue()


def harmless(cell: object) -> str:
    """The cell as text that no spreadsheet counts with."""
    words = "" if cell is None else str(cell)
    return f"'{words}" if words.lstrip(" ").startswith(_COUNTS) else words
