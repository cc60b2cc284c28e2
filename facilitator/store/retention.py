"""What goes after its time, and what goes with a person."""

from collections.abc import Collection

from sqlalchemy import and_, delete, exists, or_, select, update
from sqlalchemy.orm import Session, aliased

from facilitator.store.circle_tables import CircleRow
from facilitator.store.group_tables import Group, GroupPlace, LinkKey
from facilitator.store.links import LinkKind
from facilitator.store.meeting_tables import (
    CarriedList,
    Meeting,
    MeetingHolder,
    MeetingReply,
    MemberSeat,
)
from facilitator.store.outbox_tables import OutboxRow
from facilitator.store.people_tables import Person


def forget_replies(session: Session, now: int) -> int:
    """Nothing is kept of who wanted to come to meetings that are over (domain.md 2.8)."""
    over = select(Meeting.id).where(or_(Meeting.ends_at <= now, Meeting.state == "over"))
    gone = session.execute(
        delete(MeetingReply)
        .where(MeetingReply.meeting_id.in_(over))
        .returning(MeetingReply.meeting_id)
    )
    return len(gone.all())


def forget_seats(session: Session) -> int:
    """Nor which seat was whose, in circles that have closed."""
    closed = select(CircleRow.id).where(CircleRow.closed_at.is_not(None))
    gone = session.execute(
        delete(MemberSeat).where(MemberSeat.circle_id.in_(closed)).returning(MemberSeat.circle_id)
    )
    return len(gone.all())


def forget_lists(session: Session, before: int) -> int:
    """A list that was brought in and never finished is gone after a while."""
    gone = session.execute(
        delete(CarriedList).where(CarriedList.made_at < before).returning(CarriedList.id)
    )
    return len(gone.all())


def unanswered(session: Session, before: int) -> list[tuple[str, str]]:
    """Group and person of each invitation that ended before that instant, and nobody came in by."""
    theirs = and_(
        LinkKey.kind == LinkKind.INVITATION,
        LinkKey.group_id == GroupPlace.group_id,
        LinkKey.person_id == GroupPlace.person_id,
    )
    elsewhere = aliased(GroupPlace)
    belongs = exists().where(
        elsewhere.person_id == GroupPlace.person_id, elsewhere.joined_at.is_not(None)
    )
    # Whoever wants no mail has no link any more. A member of another group keeps that wish; nobody
    # else is known for it.
    closed = and_(LinkKey.ends_at.is_(None), Person.created_at < before, ~belongs)
    asked = (
        select(GroupPlace.group_id, GroupPlace.person_id)
        .join(Person, Person.id == GroupPlace.person_id)
        .outerjoin(LinkKey, theirs)
        .where(GroupPlace.joined_at.is_(None), or_(LinkKey.ends_at < before, closed))
    )
    return [(group_id, person_id) for group_id, person_id in session.execute(asked)]


def settled_before(session: Session, before: int) -> list[str]:
    """Mails that were written before that instant and wait for nothing any more."""
    return list(
        session.scalars(
            select(OutboxRow.id).where(
                OutboxRow.made_at < before, OutboxRow.state.in_(("sent", "dead", "let_be"))
            )
        )
    )


def settled_of(session: Session, kinds: Collection[str]) -> list[tuple[str, str]]:
    """Settled mails of these kinds: their ids, and the facts they were written with (JSON)."""
    asked = select(OutboxRow.id, OutboxRow.facts).where(
        OutboxRow.kind.in_(kinds), OutboxRow.state.in_(("sent", "dead", "let_be"))
    )
    return [(mail_id, facts) for mail_id, facts in session.execute(asked)]


def still_ahead(session: Session, meeting_ids: Collection[str], now: int) -> set[str]:
    """Which of these meetings have not ended."""
    asked = select(Meeting.id).where(Meeting.id.in_(meeting_ids), Meeting.ends_at > now)
    return set(session.scalars(asked))


def forget_mails(session: Session, mail_ids: Collection[str]) -> None:
    session.execute(delete(OutboxRow).where(OutboxRow.id.in_(mail_ids)))


def every_mail(session: Session) -> set[str]:
    """The ids of all that is in the outbox."""
    return set(session.scalars(select(OutboxRow.id)))


def mails_of(session: Session, person_id: str) -> list[str]:
    return list(session.scalars(select(OutboxRow.id).where(OutboxRow.person_id == person_id)))


def alone_in(session: Session, person_id: str) -> list[str]:
    """Groups that nobody else belongs to."""
    other = aliased(GroupPlace)
    mine = select(GroupPlace.group_id).where(
        GroupPlace.person_id == person_id,
        ~exists().where(
            other.group_id == GroupPlace.group_id,
            other.person_id != person_id,
            other.joined_at.is_not(None),
        ),
    )
    return list(session.scalars(mine))


def organized_alone(session: Session, person_id: str) -> list[tuple[str, str]]:
    """Groups (id, name) with others in them, of which this person is the only organizer."""
    other, organizer = aliased(GroupPlace), aliased(GroupPlace)
    asked = (
        select(Group.id, Group.name)
        .join(GroupPlace, GroupPlace.group_id == Group.id)
        .where(
            GroupPlace.person_id == person_id,
            GroupPlace.organizes,
            exists().where(
                other.group_id == Group.id,
                other.person_id != person_id,
                other.joined_at.is_not(None),
            ),
            ~exists().where(
                organizer.group_id == Group.id,
                organizer.person_id != person_id,
                organizer.organizes,
                organizer.joined_at.is_not(None),
            ),
        )
        .order_by(Group.name)
    )
    return [(group_id, name) for group_id, name in session.execute(asked)]


def forget_groups(session: Session, group_ids: Collection[str]) -> None:
    session.execute(delete(Group).where(Group.id.in_(group_ids)))


def forget_person(session: Session, person_id: str) -> bool:
    """Nothing in the database names this person; False when nothing did."""
    # Links have no reference to a person, because most of them belong to nobody.
    session.execute(delete(LinkKey).where(LinkKey.person_id == person_id))
    # Whoever was asked to stand in for them is asked still, for whoever holds it now.
    session.execute(
        update(MeetingHolder)
        .where(MeetingHolder.stands_in_for == person_id)
        .values(stands_in_for="")
    )
    gone = session.execute(delete(Person).where(Person.id == person_id).returning(Person.id))
    return gone.first() is not None


def among(session: Session, person_ids: Collection[str]) -> list[str]:
    """Which of these people are (again) in the database."""
    return list(session.scalars(select(Person.id).where(Person.id.in_(person_ids))))
