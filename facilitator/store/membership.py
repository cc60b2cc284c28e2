"""Members of groups: where somebody belongs, what they left, what this house keeps about them."""

from collections.abc import Iterable

from sqlalchemy import and_, delete, exists, or_, select
from sqlalchemy.orm import Session

from facilitator.store.group_tables import Group, GroupPlace, LinkKey
from facilitator.store.links import LinkKind
from facilitator.store.meeting_tables import Meeting, MeetingHolder, MeetingReply, SeriesHolder
from facilitator.store.outbox_tables import OutboxRow
from facilitator.store.people_tables import Person
from facilitator.tokens import token_hash


def groups_joined(session: Session, person_id: str, keys: Iterable[str], now: int) -> list[Group]:
    """The groups this person belongs to, and those that one of these seat links is for, by name."""
    linked = exists().where(
        LinkKey.kind == LinkKind.SEAT,
        LinkKey.token_hash.in_([token_hash(key) for key in keys]),
        LinkKey.group_id == GroupPlace.group_id,
        LinkKey.person_id == GroupPlace.person_id,
        or_(LinkKey.ends_at.is_(None), LinkKey.ends_at > now),
    )
    asked = (
        select(Group)
        .join(GroupPlace, GroupPlace.group_id == Group.id)
        .where(
            GroupPlace.joined_at.is_not(None),
            or_(GroupPlace.person_id == person_id, linked),
        )
        .distinct()
        .order_by(Group.name, Group.id)
    )
    return list(session.scalars(asked))


def places_of(session: Session, person_id: str) -> list[tuple[GroupPlace, Group]]:
    """Where a person belongs or was invited, by the group's name."""
    asked = (
        select(GroupPlace, Group)
        .join(Group, Group.id == GroupPlace.group_id)
        .where(GroupPlace.person_id == person_id)
        .order_by(Group.name, Group.id)
    )
    return [(place, group) for place, group in session.execute(asked)]


def hold_still(session: Session, person_id: str) -> None:
    """Nobody else changes who belongs to this person's groups until this transaction ends."""
    mine = select(GroupPlace.group_id).where(GroupPlace.person_id == person_id)
    # In one order, so that two who go at once wait for each other instead of for ever.
    asked = select(Group.id).where(Group.id.in_(mine)).order_by(Group.id)
    session.scalars(asked.with_for_update(key_share=True)).all()


def organizes_alone(session: Session, group_id: str, person_id: str) -> bool:
    """Whether the group would have nobody who organizes it without this person."""
    place = session.get(GroupPlace, (group_id, person_id))
    others = exists().where(
        GroupPlace.group_id == group_id,
        GroupPlace.person_id != person_id,
        GroupPlace.organizes,
        GroupPlace.joined_at.is_not(None),
    )
    return place is not None and place.organizes and not session.scalar(select(others))


def has_nothing_here(session: Session, person_id: str) -> bool:
    """Whether nothing is left for which this house would know the person: no group, no password."""
    person = session.get(Person, person_id)
    belongs = exists().where(GroupPlace.person_id == person_id)
    return (
        person is not None and person.password_hash is None and not session.scalar(select(belongs))
    )


def replies_by(session: Session, person_id: str) -> list[tuple[MeetingReply, Meeting]]:
    """What a person said about meetings that are kept, earliest first."""
    asked = (
        select(MeetingReply, Meeting)
        .join(Meeting, Meeting.id == MeetingReply.meeting_id)
        .where(MeetingReply.person_id == person_id)
        .order_by(Meeting.starts_at, Meeting.id)
    )
    return [(reply, meeting) for reply, meeting in session.execute(asked)]


def holding_by(session: Session, person_id: str) -> list[tuple[MeetingHolder, Meeting]]:
    """What a person was asked to hold, earliest first."""
    asked = (
        select(MeetingHolder, Meeting)
        .join(Meeting, Meeting.id == MeetingHolder.meeting_id)
        .where(MeetingHolder.person_id == person_id)
        .order_by(Meeting.starts_at, Meeting.id)
    )
    return [(asked_to, meeting) for asked_to, meeting in session.execute(asked)]


def mail_to(session: Session, person_id: str) -> list[OutboxRow]:
    """The mail that was written to a person, as long as it is kept, earliest first."""
    asked = select(OutboxRow).where(OutboxRow.person_id == person_id)
    return list(session.scalars(asked.order_by(OutboxRow.made_at, OutboxRow.id)))


def forget_place(session: Session, group_id: str, person_id: str) -> None:
    """The person doesn't belong to the group: no place, no link, nothing to hold, no mail on its
    way. What they said about its meetings is for `replies` to settle first."""
    here = select(Meeting.id).where(Meeting.group_id == group_id)
    for table, condition in (
        (MeetingHolder, MeetingHolder.meeting_id.in_(here)),
        (LinkKey, LinkKey.group_id == group_id),
        (OutboxRow, and_(OutboxRow.group_id == group_id, OutboxRow.state == "waiting")),
        (GroupPlace, GroupPlace.group_id == group_id),
    ):
        session.execute(delete(table).where(table.person_id == person_id, condition))
    series = select(Meeting.series_id).where(Meeting.group_id == group_id)
    session.execute(
        delete(SeriesHolder).where(
            SeriesHolder.person_id == person_id, SeriesHolder.series_id.in_(series)
        )
    )
