"""Which seat a member has in a circle of their closed group."""

from sqlalchemy.orm import Session

from facilitator.store.meeting_tables import MemberSeat


def seat_of(session: Session, circle_id: str, person_id: str) -> str | None:
    """The member's seat in the circle, also after they were asked to leave; None before they took
    one."""
    row = session.get(MemberSeat, (circle_id, person_id))
    return None if row is None else row.seat_id


def remember(session: Session, circle_id: str, person_id: str, seat_id: str) -> None:
    """The seat is this member's, and stays their only one."""
    session.add(MemberSeat(circle_id=circle_id, person_id=person_id, seat_id=seat_id))
