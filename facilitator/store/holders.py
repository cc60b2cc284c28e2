"""Who was asked to hold meetings, written; `store.meetings` reads it for a page."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from facilitator.store.group_tables import GroupPlace
from facilitator.store.meeting_tables import Meeting, MeetingHolder
from facilitator.store.people_tables import Person

PARTS = ("lead", "co", "stand_in")


@dataclass(frozen=True, slots=True)
class MayHold:
    """Somebody who may hold the meetings of a group."""

    person_id: str
    name: str
    role_words: str


def holder(session: Session, meeting_id: str, person_id: str) -> MeetingHolder | None:
    """What this person was asked about the meeting; None for somebody who wasn't."""
    return session.get(MeetingHolder, (meeting_id, person_id))


def holders(session: Session, meeting_id: str) -> list[MeetingHolder]:
    """Everybody who was asked, in the order of asking."""
    asked = select(MeetingHolder).where(MeetingHolder.meeting_id == meeting_id)
    return list(session.scalars(asked.order_by(MeetingHolder.asked_at, MeetingHolder.person_id)))


def ask(session: Session, wish: MeetingHolder) -> MeetingHolder:
    """This person is asked so, whatever they were asked before."""
    kept = session.merge(wish)
    session.flush()
    return kept


def let_go(session: Session, meeting_id: str, person_id: str) -> None:
    """This person isn't asked to hold the meeting any more."""
    session.execute(
        delete(MeetingHolder).where(
            MeetingHolder.meeting_id == meeting_id, MeetingHolder.person_id == person_id
        )
    )


def let_others_go(session: Session, meeting_id: str, stood_in_for: str, kept: str) -> None:
    """Whoever else was asked to stand in for that person isn't needed any more."""
    session.execute(
        delete(MeetingHolder).where(
            MeetingHolder.meeting_id == meeting_id,
            MeetingHolder.stands_in_for == stood_in_for,
            MeetingHolder.person_id != kept,
        )
    )


def holdings(session: Session, person_id: str, now: int, most: int) -> list[MeetingHolder]:
    """What this person was asked about meetings still to come, earliest first."""
    asked = (
        select(MeetingHolder)
        .join(Meeting, Meeting.id == MeetingHolder.meeting_id)
        .where(
            MeetingHolder.person_id == person_id,
            Meeting.ends_at > now,
            Meeting.state == "scheduled",
        )
        .order_by(Meeting.starts_at, Meeting.id)
        .limit(most)
    )
    return list(session.scalars(asked))


def asked_of_series(
    session: Session, series_id: str, person_id: str, now: int
) -> list[MeetingHolder]:
    """What this person was asked about the meetings of a series that are still to come."""
    asked = (
        select(MeetingHolder)
        .join(Meeting, Meeting.id == MeetingHolder.meeting_id)
        .where(
            MeetingHolder.person_id == person_id,
            Meeting.series_id == series_id,
            Meeting.starts_at > now,
            Meeting.state == "scheduled",
        )
        .order_by(Meeting.starts_at)
    )
    return list(session.scalars(asked))


def standing_in(session: Session, meeting_ids: Iterable[str]) -> dict[tuple[str, str], str]:
    """By meeting and person: in whose place they were asked to hold it."""
    rows = session.execute(
        select(
            MeetingHolder.meeting_id, MeetingHolder.person_id, MeetingHolder.stands_in_for
        ).where(MeetingHolder.meeting_id.in_(list(meeting_ids)), MeetingHolder.stands_in_for != "")
    )
    return {(meeting, person): other for meeting, person, other in rows}


def who_may_hold(session: Session, group_id: str) -> list[MayHold]:
    """Everybody who may hold the meetings of the group, by name."""
    return who_may_hold_all(session, [group_id]).get(group_id, [])


def who_may_hold_all(session: Session, group_ids: Iterable[str]) -> dict[str, list[MayHold]]:
    """The same for many groups at once."""
    rows = session.execute(
        select(GroupPlace.group_id, Person.id, Person.name, GroupPlace.role_words)
        .join(Person, Person.id == GroupPlace.person_id)
        .where(
            GroupPlace.group_id.in_(list(group_ids)),
            GroupPlace.holds != "",
            GroupPlace.joined_at.is_not(None),
        )
        .order_by(Person.name, Person.id)
    )
    found: dict[str, list[MayHold]] = {}
    for group_id, *one in rows:
        found.setdefault(group_id, []).append(MayHold(*one))
    return found
