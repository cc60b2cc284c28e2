"""What is left of a circle that has closed: counts, and nobody in it (domain.md 2.8)."""

import json

from sqlalchemy import delete, update

from facilitator.circle.state import Circle
from facilitator.store.circle_tables import (
    CircleEvents,
    CircleHolder,
    CircleRow,
    CommandAnswer,
    SealedWord,
    SeatKey,
)
from facilitator.store.database import Transaction
from facilitator.store.meeting_tables import MemberSeat


def reduce_to_counts(session: Transaction, circle: Circle) -> None:
    """Facts, words, answers and keys are gone; only counts are left."""
    for table in (CircleEvents, SealedWord, CommandAnswer, SeatKey, CircleHolder, MemberSeat):
        session.execute(delete(table).where(table.circle_id == circle.id))
    counts = {
        "how": circle.ended_how,
        "seats": _bucket(circle.seats_given),
        "on_time": abs((circle.ended_at or 0) - circle.promised_end) <= circle.timings.minute * 2,
        "held_seconds": circle.held_ms // 1000,
        "signals_unmet": circle.signals_unmet,
        "removals": circle.removals,
    }
    session.execute(
        update(CircleRow)
        .where(CircleRow.id == circle.id)
        .values(
            closed_at=circle.ended_at,
            next_due=None,
            snapshot=None,
            snapshot_version=0,
            counts=json.dumps(counts),
        )
    )


def _bucket(seats: int) -> str:
    return next(
        (name for most, name in ((1, "0-1"), (4, "2-4"), (8, "5-8")) if seats <= most), "9-12"
    )
