"""A signed-in person carries a sealed journal between devices. Here it stays bytes."""

from dataclasses import dataclass

from facilitator.house import House
from facilitator.store import sealed_journals
from facilitator.store.database import forget_traces, read, write
from facilitator.tokens import fresh_id

SEALED_BYTES_MOST = 512 * 1024
# The header that the browser writes (static/js/journal/seal.js), then a nonce, then what is sealed.
MAGIC = b"HSJ1"
COUNT_AT = slice(4, 8)
HEADER_BYTES = 24
NONCE_BYTES = 12
TAG_BYTES = 16
COUNT_LEAST = 600_000
COUNT_MOST = 10_000_000


@dataclass(frozen=True)
class SealedCopy:
    """`version` tells this copy from every other one; it is in no order."""

    sealed: bytes
    version: str


def is_sealed(sealed: bytes) -> bool:
    """Whether the bytes have the form of a sealed journal. What is in them nobody here can say."""
    count = int.from_bytes(sealed[COUNT_AT], "big")
    return (
        sealed.startswith(MAGIC)
        and COUNT_LEAST <= count <= COUNT_MOST
        and HEADER_BYTES + NONCE_BYTES + TAG_BYTES < len(sealed) <= SEALED_BYTES_MOST
    )


def read_sealed(house: House, person_id: str) -> SealedCopy | None:
    with read(house.database) as session:
        found = sealed_journals.sealed_journal(session, person_id)
        return SealedCopy(found.sealed, found.version) if found else None


def put_sealed(house: House, person_id: str, sealed: bytes, *, after: str) -> str | None:
    """The copy is this one; gives its version.

    None, and nothing changed, when the copy isn't the version `after` any more (empty: no copy).
    """
    version = fresh_id()
    with write(house.database) as session:
        if sealed_journals.version_of(session, person_id) != after:
            return None
        sealed_journals.put(session, person_id, sealed, version)
    return version


def wipe_sealed(house: House, person_id: str) -> None:
    """There is no copy, in the database or beside it."""
    with write(house.database) as session:
        sealed_journals.wipe(session, person_id)
    forget_traces(house.database)
