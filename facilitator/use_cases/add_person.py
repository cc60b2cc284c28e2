from dataclasses import dataclass

from facilitator import passwords
from facilitator.house import House
from facilitator.store import people
from facilitator.store.database import Transaction, write
from facilitator.store.people_tables import Person
from facilitator.tokens import fresh_id, fresh_token, token_hash

INVITATION_LASTS_MS = 7 * 24 * 60 * 60 * 1000


class EmailTaken(Exception):
    """Somebody has an account with this e-mail already."""


@dataclass(frozen=True)
class AddedPerson:
    person_id: str
    # Opens once and asks for a password; None when a password was given already.
    link: str | None


def add_person(house: House, *, name: str, email: str, password: str | None = None) -> AddedPerson:
    """There is an account with this e-mail. Raises EmailTaken when there was one before."""
    password_hash = passwords.hash_of(password) if password is not None else None
    now = house.clock.now()
    with write(house.database) as session:
        if people.person_by_email(session, email):
            raise EmailTaken(email)
        person = Person(
            id=fresh_id(), name=name, email=email, password_hash=password_hash, created_at=now
        )
        session.add(person)
        session.flush()
        if password is not None:
            return AddedPerson(person.id, None)
        return AddedPerson(person.id, fresh_link(house, session, person.id))


def fresh_link(house: House, session: Transaction, person_id: str) -> str:
    """A link that opens once, within seven days, and asks this person for a password."""
    token, now = fresh_token(), house.clock.now()
    people.invite(
        session,
        token_hash=token_hash(token),
        person_id=person_id,
        now=now,
        ends_at=now + INVITATION_LASTS_MS,
    )
    return f"{house.settings.public_url}/begin/{token}"
