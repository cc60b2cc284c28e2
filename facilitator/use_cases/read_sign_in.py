from dataclasses import dataclass

from facilitator.house import House
from facilitator.store import people
from facilitator.store.database import read, write
from facilitator.tokens import token_hash

SIGN_IN_SLEEPS_MS = 14 * 24 * 60 * 60 * 1000
# Seen at this grain only: a row that is written on every request would stop the circles.
SEEN_EVERY_MS = 5 * 60 * 1000


@dataclass(frozen=True)
class SignedInPerson:
    person_id: str
    name: str
    email: str
    sign_in_id: str


def read_sign_in(house: House, token: str) -> SignedInPerson | None:
    """Who holds this cookie's key, read from the store; None when the sign-in has ended."""
    return read_sign_in_by_id(house, token_hash(token))


def read_sign_in_by_id(house: House, sign_in_id: str) -> SignedInPerson | None:
    """The same for code that kept the id of the sign-in, as an open socket does."""
    now = house.clock.now()
    with read(house.database) as session:
        found = people.signed_in(session, sign_in_id, seen_since=now - SIGN_IN_SLEEPS_MS)
    if found is None:
        return None
    if now - found.sign_in.last_seen_at > SEEN_EVERY_MS:
        with write(house.database) as session:
            people.saw_sign_in(session, sign_in_id, now)
    return SignedInPerson(found.person.id, found.person.name, found.person.email, sign_in_id)
