"""Who may sit in a circle: the keys of its seats, and who holds it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, select

from facilitator.store.circle_tables import CircleHolder, CircleRow, SeatKey
from facilitator.store.database import Transaction
from facilitator.tokens import fresh_token, token_hash


@dataclass(frozen=True, slots=True)
class SeatRef:
    """Which seat a cookie's token opens, at this moment."""

    circle_id: str
    seat_id: str
    sign_in_id: str | None


def add_seat_key(session: Transaction, token_hash: str, seat: SeatRef) -> None:
    """The token opens the seat."""
    session.add(
        SeatKey(
            token_hash=token_hash,
            circle_id=seat.circle_id,
            seat_id=seat.seat_id,
            sign_in_id=seat.sign_in_id,
        )
    )


def drop_seat_keys(session: Transaction, circle_id: str, seat_id: str) -> None:
    """No token opens the seat any more."""
    session.execute(
        delete(SeatKey).where(SeatKey.circle_id == circle_id, SeatKey.seat_id == seat_id)
    )


def token_of(session: Transaction, circle_id: str, seat_id: str) -> str | None:
    """The hash of a token that opens the seat."""
    return session.scalars(
        select(SeatKey.token_hash).where(SeatKey.circle_id == circle_id, SeatKey.seat_id == seat_id)
    ).first()


def tokens_of(session: Transaction, circle_ids: Iterable[str]) -> set[str]:
    """The hashes of all tokens that open a seat of those circles, where they are open."""
    found = session.scalars(
        select(SeatKey.token_hash)
        .join(CircleRow, CircleRow.id == SeatKey.circle_id)
        .where(SeatKey.circle_id.in_(list(circle_ids)), CircleRow.closed_at.is_(None))
    )
    return set(found)


def holder_behind(session: Transaction, hold_hash: str) -> CircleHolder | None:
    return session.get(CircleHolder, hold_hash)


def holders(session: Transaction, circle_id: str) -> list[CircleHolder]:
    """Who may facilitate the circle, in the order of their seats."""
    asked = select(CircleHolder).where(CircleHolder.circle_id == circle_id)
    return list(session.scalars(asked.order_by(CircleHolder.seat_id)))


def add_holder(
    session: Transaction, circle_id: str, person_id: str, name: str, role_words: str, seat_id: str
) -> None:
    """Somebody more may facilitate the circle; their way in is their account, so their link opens
    for nobody."""
    session.add(
        CircleHolder(
            hold_hash=token_hash(fresh_token()),
            circle_id=circle_id,
            person_id=person_id,
            name=name,
            role_words=role_words,
            seat_id=seat_id,
        )
    )
