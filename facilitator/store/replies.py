"""What people said about meetings, and the places that came of it. No reason is kept anywhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import and_, delete, exists, func, or_, select
from sqlalchemy.orm import Session

from facilitator.schedule.places import Reply
from facilitator.store.group_tables import GroupPlace
from facilitator.store.meeting_tables import Meeting, MeetingReply, Series
from facilitator.store.people_tables import Person


@dataclass(frozen=True, slots=True)
class NamedReply:
    """What somebody said, as the organizer's list shows it until the meeting."""

    person_id: str
    name: str
    answer: str
    place: str


def hold_still(session: Session, meeting_id: str) -> bool:
    """Nobody else gives or takes places of this meeting until the transaction ends; False when
    there is no such meeting."""
    asked = select(Meeting.id).where(Meeting.id == meeting_id).with_for_update()
    return session.scalar(asked) is not None


def replies_to(session: Session, meeting_id: str) -> tuple[Reply, ...]:
    """What was said about one meeting, in the order of the list."""
    rows = session.scalars(
        select(MeetingReply)
        .where(MeetingReply.meeting_id == meeting_id)
        .order_by(MeetingReply.line, MeetingReply.person_id)
    )
    return tuple(_reply(row) for row in rows)


def replies_to_all(session: Session, meeting_ids: Iterable[str]) -> dict[str, list[Reply]]:
    """The same for many meetings at once, in one question."""
    rows = session.scalars(
        select(MeetingReply)
        .where(MeetingReply.meeting_id.in_(list(meeting_ids)))
        .order_by(MeetingReply.line, MeetingReply.person_id)
    )
    found: dict[str, list[Reply]] = {}
    for row in rows:
        found.setdefault(row.meeting_id, []).append(_reply(row))
    return found


def named_replies(session: Session, meeting_ids: Iterable[str]) -> dict[str, list[NamedReply]]:
    """The same with names, by name."""
    rows = session.execute(
        select(MeetingReply, Person.name)
        .join(Person, Person.id == MeetingReply.person_id)
        .where(MeetingReply.meeting_id.in_(list(meeting_ids)), MeetingReply.answer != "")
        .order_by(Person.name, Person.id)
    )
    found: dict[str, list[NamedReply]] = {}
    for row, name in rows:
        named = NamedReply(row.person_id, name, row.answer, row.place)
        found.setdefault(row.meeting_id, []).append(named)
    return found


def keep(
    session: Session, meeting_id: str, before: Sequence[Reply], after: Sequence[Reply], now: int
) -> None:
    """What is said about the meeting is `after`; only what differs from `before` is written."""
    were = {reply.person: reply for reply in before}
    for reply in after:
        if reply != were.get(reply.person):
            session.merge(
                MeetingReply(
                    meeting_id=meeting_id,
                    person_id=reply.person,
                    answer=reply.answer,
                    place=reply.place,
                    line=reply.line,
                    offered_until=reply.offered_until,
                    changed_at=now,
                )
            )
    gone = were.keys() - {reply.person for reply in after}
    if gone:
        session.execute(
            delete(MeetingReply).where(
                MeetingReply.meeting_id == meeting_id, MeetingReply.person_id.in_(gone)
            )
        )
    session.flush()


def to_move_on(session: Session, now: int, near: int) -> list[str]:
    """Meetings still to come of which an offer has ended, and those with a free seat beside
    somebody in the line: who wasn't asked yet, or anybody when they begin by the instant `near`."""
    here = MeetingReply.meeting_id == Meeting.id
    taken = (
        select(func.count())
        .where(here, MeetingReply.place.in_(("seat", "offered")))
        .scalar_subquery()
    )
    ended = exists().where(here, MeetingReply.place == "offered", MeetingReply.offered_until <= now)
    waits = exists().where(
        here,
        MeetingReply.place == "waiting",
        or_(MeetingReply.offered_until.is_(None), Meeting.starts_at <= near),
    )
    asked = (
        select(Meeting.id)
        .join(Series, Series.id == Meeting.series_id)
        .where(
            Meeting.state == "scheduled",
            Meeting.ends_at > now,
            or_(
                ended,
                and_(waits, taken < func.coalesce(Meeting.seats_max, Series.seats_max)),
            ),
        )
    )
    return list(session.scalars(asked))


def with_reply_of(session: Session, person_id: str, group_id: str) -> list[str]:
    """The meetings of a group about which this person said something."""
    asked = (
        select(MeetingReply.meeting_id)
        .join(Meeting, Meeting.id == MeetingReply.meeting_id)
        .where(MeetingReply.person_id == person_id, Meeting.group_id == group_id)
    )
    return list(session.scalars(asked))


def forget(session: Session, person_id: str, group_id: str) -> None:
    """Nothing that this person said about meetings of the group is kept."""
    here = select(Meeting.id).where(Meeting.group_id == group_id)
    session.execute(
        delete(MeetingReply).where(
            MeetingReply.person_id == person_id, MeetingReply.meeting_id.in_(here)
        )
    )


def those_to_tell(session: Session, meeting_id: str) -> list[str]:
    """Who come or may come, and hear about meetings by mail."""
    asked = (
        select(MeetingReply.person_id)
        .join(Meeting, Meeting.id == MeetingReply.meeting_id)
        .join(
            GroupPlace,
            (GroupPlace.group_id == Meeting.group_id)
            & (GroupPlace.person_id == MeetingReply.person_id),
        )
        .where(
            MeetingReply.meeting_id == meeting_id,
            MeetingReply.answer.in_(("coming", "maybe")),
            GroupPlace.mail_meetings,
        )
        .order_by(MeetingReply.person_id)
    )
    return list(session.scalars(asked))


def _reply(row: MeetingReply) -> Reply:
    return Reply(
        person=row.person_id,
        answer=row.answer,
        place=row.place,
        line=row.line,
        offered_until=row.offered_until,
    )
