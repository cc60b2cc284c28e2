"""Circles as rows: found by a door, by a group, by what is due; never what happens in them."""

import json
from collections.abc import Iterable

from sqlalchemy import bindparam, insert, select

from facilitator.circle.codec import event_to_json
from facilitator.circle.events import Event
from facilitator.store.circle_tables import CircleEvents, CircleRow
from facilitator.store.database import Transaction
from facilitator.store.prepared import Prepared

REHEARSAL = "rehearsal"
_REHEARSALS = Prepared(
    select(CircleRow.id).where(
        CircleRow.agenda_key.like(bindparam("kind")), CircleRow.closed_at.is_(None)
    )
)
_DUE = Prepared(select(CircleRow.id).where(CircleRow.next_due <= bindparam("now")))


def open_row(session: Transaction, row: CircleRow, opening: Event) -> None:
    """The circle exists with its first fact."""
    session.add(row)
    session.flush()
    body = json.dumps([event_to_json(opening)])
    session.execute(insert(CircleEvents), {"circle_id": row.id, "version": 1, "body": body})


def versions(session: Transaction, circle_ids: Iterable[str]) -> dict[str, int]:
    """The versions of those circles that are open."""
    rows = session.execute(
        select(CircleRow.id, CircleRow.version).where(
            CircleRow.id.in_(list(circle_ids)), CircleRow.closed_at.is_(None)
        )
    )
    return {row[0]: row[1] for row in rows}


def closed_among(session: Transaction, circle_ids: Iterable[str]) -> list[str]:
    """Those of the circles that are over."""
    asked = select(CircleRow.id).where(
        CircleRow.id.in_(list(circle_ids)), CircleRow.closed_at.is_not(None)
    )
    return list(session.scalars(asked))


def due_circles(session: Transaction, now: int) -> list[str]:
    """The circles in which something is due at `now` (UTC ms)."""
    return [row[0] for row in _DUE.rows(session, {"now": now})]


def circle_row(session: Transaction, circle_id: str) -> CircleRow | None:
    return session.get(CircleRow, circle_id)


def circle_behind(session: Transaction, door_hash: str) -> CircleRow | None:
    """The circle whose door the link opens; a closed one too, so that its page can say so."""
    return session.scalars(select(CircleRow).where(CircleRow.door_hash == door_hash)).first()


def open_circles(session: Transaction, group_id: str | None = None) -> list[CircleRow]:
    """Circles that are not over, oldest first."""
    asked = select(CircleRow).where(CircleRow.closed_at.is_(None))
    if group_id is not None:
        asked = asked.where(CircleRow.group_id == group_id)
    return list(session.scalars(asked.order_by(CircleRow.opened_at)))


def rehearsals(session: Transaction) -> list[str]:
    """The ids of the rehearsals that are not over, of a hard moment too."""
    return [row[0] for row in _REHEARSALS.rows(session, {"kind": f"{REHEARSAL}%"})]


def is_rehearsal(row: CircleRow) -> bool:
    return row.agenda_key.startswith(REHEARSAL)


def was_never_opened(row: CircleRow) -> bool:
    """It closed because nobody came to hold it."""
    return row.counts is not None and is_unopened(row.counts)


def is_unopened(counts: str) -> bool:
    """The same, of the counts alone."""
    return bool(json.loads(counts)["how"] == "unopened")
