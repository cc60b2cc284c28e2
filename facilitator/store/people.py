"""People, their sign-ins and their one-time links, read and written."""

from typing import NamedTuple

from sqlalchemy import delete, exists, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from facilitator.store.people_tables import Invitation, Person, SignIn


class SignedInRow(NamedTuple):
    person: Person
    sign_in: SignIn


def anyone(session: Session) -> bool:
    """Whether there is an account at all."""
    return bool(session.scalar(select(exists().where(Person.id.is_not(None)))))


def person(session: Session, person_id: str) -> Person | None:
    return session.get(Person, person_id)


def person_by_email(session: Session, email: str) -> Person | None:
    return session.scalar(select(Person).where(Person.email == email))


def add_person(session: Session, person: Person) -> Person:
    """The house knows this person; or gives whoever somebody else added with the address just
    then."""
    try:
        with session.begin_nested():
            session.add(person)
    except IntegrityError:
        found = person_by_email(session, person.email)
        if found is None:
            raise
        return found
    return person


def everyone(session: Session) -> list[Person]:
    return list(session.scalars(select(Person).order_by(Person.email)))


def add_sign_in(session: Session, *, sign_in_id: str, person_id: str, now: int) -> None:
    session.add(SignIn(id=sign_in_id, person_id=person_id, created_at=now, last_seen_at=now))


def signed_in(session: Session, sign_in_id: str, *, seen_since: int) -> SignedInRow | None:
    """The person and the row behind a sign-in, unless it ended or slept too long."""
    row = session.execute(
        select(Person, SignIn)
        .join(SignIn, SignIn.person_id == Person.id)
        .where(SignIn.id == sign_in_id, SignIn.last_seen_at >= seen_since)
    ).first()
    return SignedInRow(row[0], row[1]) if row else None


def saw_sign_in(session: Session, sign_in_id: str, now: int) -> None:
    row = session.get(SignIn, sign_in_id)
    if row is not None:
        row.last_seen_at = now


def end_sign_in(session: Session, sign_in_id: str) -> None:
    session.execute(delete(SignIn).where(SignIn.id == sign_in_id))


def sign_ins_of(session: Session, person_id: str) -> list[SignIn]:
    """Where a person is signed in, earliest first."""
    asked = select(SignIn).where(SignIn.person_id == person_id)
    return list(session.scalars(asked.order_by(SignIn.created_at)))


def end_sign_ins_of(session: Session, person_id: str) -> list[str]:
    """Every sign-in of a person is over; gives their ids."""
    ended = list(session.scalars(select(SignIn.id).where(SignIn.person_id == person_id)))
    session.execute(delete(SignIn).where(SignIn.person_id == person_id))
    return ended


def forget_old_sign_ins(session: Session, *, seen_before: int) -> None:
    session.execute(delete(SignIn).where(SignIn.last_seen_at < seen_before))


def invite(
    session: Session, *, token_hash: str, person_id: str | None, now: int, ends_at: int | None
) -> None:
    """One link is open for this person (or for the first account); earlier ones open nothing."""
    session.execute(delete(Invitation).where(Invitation.person_id.is_not_distinct_from(person_id)))
    session.add(
        Invitation(token_hash=token_hash, person_id=person_id, created_at=now, ends_at=ends_at)
    )


def invitation(session: Session, token_hash: str, now: int) -> Invitation | None:
    found = session.get(Invitation, token_hash)
    if found is None or (found.ends_at is not None and found.ends_at <= now):
        return None
    return found


def use_invitation(session: Session, token_hash: str, now: int) -> Invitation | None:
    """The invitation, which opens nothing from now on; None when it didn't open anything."""
    found = invitation(session, token_hash, now)
    if found is not None:
        session.delete(found)
        session.flush()
    return found
