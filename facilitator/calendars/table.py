"""Tables that a spreadsheet can open without counting with what somebody typed."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

# Where a formula begins in one spreadsheet or another: at the front of a cell, or behind what they
# take for the end of one (where lists are written with semicolons). Wide signs count in some, too.
_FORMULA = re.compile(r"(?:^|(?<=[;\t\r\n]))(?= *[-=+@\t\r\n\uff1d\uff0b\uff0d\uff20])")


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
    return _FORMULA.sub("'", "" if cell is None else str(cell))
