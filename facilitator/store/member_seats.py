"""Which seat a member has in a circle of their closed group."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.schedule.places import Place
from facilitator.store.circle_tables import CircleRow
from facilitator.store.meeting_tables import Meeting, MeetingReply, MemberSeat


def hold_still(session: Session, circle_id: str) -> None:
    """Nobody else takes a seat in the circle until this transaction ends."""
    asked = select(CircleRow.id).where(CircleRow.id == circle_id)
    session.scalar(asked.with_for_update(key_share=True))


def seat_of(session: Session, circle_id: str, person_id: str) -> str | None:
    """The member's seat in the circle, also after they were asked to leave; None before they took
    one."""
    row = session.get(MemberSeat, (circle_id, person_id))
    return None if row is None else row.seat_id


def remember(session: Session, circle_id: str, person_id: str, seat_id: str) -> None:
    """The seat is this member's, and stays their only one."""
    session.add(MemberSeat(circle_id=circle_id, person_id=person_id, seat_id=seat_id))


def awaited(session: Session, circle_id: str) -> set[str]:
    """Who was promised a seat at the meeting that takes place in this circle, and hasn't sat down
    yet."""
    seated = select(MemberSeat.person_id).where(MemberSeat.circle_id == circle_id)
    asked = (
        select(MeetingReply.person_id)
        .join(Meeting, Meeting.id == MeetingReply.meeting_id)
        .where(
            Meeting.circle_id == circle_id,
            MeetingReply.place.in_([Place.SEAT, Place.OFFERED]),
            MeetingReply.person_id.not_in(seated),
        )
    )
    return set(session.scalars(asked))
