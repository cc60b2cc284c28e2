"""Who belongs to a group, as its organizers see them."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Select, and_, case, exists, func, or_, select
from sqlalchemy.orm import Session

from facilitator.store.group_tables import GroupPlace, LinkKey
from facilitator.store.links import LinkKind
from facilitator.store.meeting_tables import Meeting, MeetingHolder, Series, SeriesHolder
from facilitator.store.outbox_tables import OutboxRow
from facilitator.store.people_tables import Person


def name_here(place: GroupPlace, person: Person) -> str:
    """By what name the group knows them. By none before they came in: whether an address is known
    in this house is nobody's to learn by inviting it."""
    return person.name if place.joined_at is not None else ""


class PlaceRow(NamedTuple):
    """Somebody's place. `invited_until`: when their invitation ends; `comes_back`: a letter to
    their address could not be delivered."""

    place: GroupPlace
    person: Person
    invited_until: int | None
    comes_back: bool


def how_many(session: Session, group_id: str) -> int:
    """How many people belong to the group or are invited to it."""
    asked = select(func.count()).select_from(GroupPlace).where(GroupPlace.group_id == group_id)
    return session.scalar(asked) or 0


def some(session: Session, group_id: str, *, after: int, most: int) -> list[PlaceRow]:
    """Some of them in order: who organizes, who holds, members, and whoever is only invited."""
    asked = _places(group_id).order_by(
        GroupPlace.joined_at.is_(None),
        GroupPlace.organizes.desc(),
        (GroupPlace.holds != "").desc(),
        case((GroupPlace.joined_at.is_not(None), func.lower(Person.name)), else_=""),
        Person.email,
    )
    return [PlaceRow(*row) for row in session.execute(asked.offset(after).limit(most))]


def one(session: Session, group_id: str, person_id: str) -> PlaceRow | None:
    """One person's place; None for somebody who doesn't belong to the group."""
    asked = _places(group_id).where(GroupPlace.person_id == person_id)
    row = session.execute(asked).first()
    return PlaceRow(*row) if row else None


def by_email(
    session: Session, group_id: str, emails: Sequence[str]
) -> dict[str, tuple[Person, GroupPlace | None]]:
    """Who of these is known to the house, and their place in the group if they have one."""
    asked = (
        select(Person, GroupPlace)
        .outerjoin(
            GroupPlace,
            and_(GroupPlace.person_id == Person.id, GroupPlace.group_id == group_id),
        )
        .where(Person.email.in_(emails))
    )
    return {person.email: (person, place) for person, place in session.execute(asked)}


def holds_ahead(session: Session, group_id: str, person_id: str, now: int) -> bool:
    """Whether people were told that this person holds a meeting which isn't over yet."""
    meeting = exists().where(
        MeetingHolder.person_id == person_id,
        MeetingHolder.answer != "no",
        MeetingHolder.meeting_id == Meeting.id,
        Meeting.group_id == group_id,
        Meeting.state == "scheduled",
        Meeting.ends_at > now,
    )
    series = exists().where(
        SeriesHolder.person_id == person_id,
        SeriesHolder.series_id == Series.id,
        Series.group_id == group_id,
        Series.state == "published",
    )
    return bool(session.scalar(select(or_(meeting, series))))


def _places(group_id: str) -> Select[GroupPlace, Person, int | None, bool]:
    came_back = exists().where(
        OutboxRow.person_id == GroupPlace.person_id,
        OutboxRow.group_id == group_id,
        OutboxRow.state == "dead",
        OutboxRow.trouble.like("address/%"),
    )
    return (
        select(GroupPlace, Person, LinkKey.ends_at, came_back)
        .join(Person, Person.id == GroupPlace.person_id)
        .outerjoin(
            LinkKey,
            and_(
                LinkKey.kind == LinkKind.INVITATION,
                LinkKey.group_id == GroupPlace.group_id,
                LinkKey.person_id == GroupPlace.person_id,
            ),
        )
        .where(GroupPlace.group_id == group_id)
    )
