"""Everything a group owns, read for taking it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.store.database import Base
from facilitator.store.group_tables import (
    AgreementVersion,
    Group,
    GroupAgenda,
    GroupPlace,
    SupportEntry,
)
from facilitator.store.meeting_tables import Meeting, MeetingHolder, Notice, Series, SeriesHolder
from facilitator.store.people_tables import Person

Row = TypeVar("Row", bound=Base)


@dataclass(frozen=True, slots=True)
class Owned:
    """The rows of one group. Answers to invitations are its members' own, and not among them."""

    group: Group
    places: Sequence[tuple[GroupPlace, Person]]
    agreements: Sequence[AgreementVersion]
    support: Sequence[SupportEntry]
    agendas: Sequence[GroupAgenda]
    series: Sequence[Series]
    series_holders: Sequence[SeriesHolder]
    meetings: Sequence[Meeting]
    holders: Sequence[MeetingHolder]
    notices: Sequence[Notice]


def owned(session: Session, group_id: str) -> Owned:
    """What the group owns; it must be there."""
    places = session.execute(
        select(GroupPlace, Person)
        .join(Person, Person.id == GroupPlace.person_id)
        .where(GroupPlace.group_id == group_id)
        .order_by(Person.name, Person.email)
    )
    series_holders = select(SeriesHolder).join(Series).where(Series.group_id == group_id)
    holders = select(MeetingHolder).join(Meeting).where(Meeting.group_id == group_id)
    return Owned(
        group=session.get_one(Group, group_id),
        places=[(place, person) for place, person in places],
        agreements=_of(session, AgreementVersion, group_id, "version"),
        support=_of(session, SupportEntry, group_id, "place"),
        agendas=_of(session, GroupAgenda, group_id, "title"),
        series=_of(session, Series, group_id, "starts_local"),
        series_holders=session.scalars(series_holders).all(),
        meetings=_of(session, Meeting, group_id, "starts_at"),
        holders=session.scalars(holders).all(),
        notices=_of(session, Notice, group_id, "made_at"),
    )


def _of(session: Session, table: type[Row], group_id: str, order: str) -> Sequence[Row]:
    columns = table.__table__.columns
    asked = select(table).where(columns["group_id"] == group_id).order_by(columns[order])
    return session.scalars(asked).all()
