"""Who was erased, in a file beside the database: only ids, which say nothing by themselves.

A backup of the database brings rows back; this list is how they go again. It isn't part of what is
restored: whoever restores a database keeps the list that is there.
"""

import os
from pathlib import Path

NAME = "erased"


def bury(folder: Path, person_id: str) -> None:
    """The id is in the list, and stays there through a power cut."""
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder / NAME, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        # One write: lines of two processes never mix. What a power cut left half is a line alone.
        os.write(descriptor, f"\n{person_id}\n".encode())
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def buried(folder: Path) -> list[str]:
    """Everyone in the list, in the order they went."""
    path = folder / NAME
    if not path.exists():
        return []
    return list(dict.fromkeys(line for line in path.read_text().split() if line))
