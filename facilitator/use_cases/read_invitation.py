from dataclasses import dataclass

from facilitator.house import House
from facilitator.store import people
from facilitator.store.database import read
from facilitator.tokens import token_hash


@dataclass(frozen=True)
class Invited:
    """Whom a link is for. The first account has no name and no e-mail yet."""

    name: str | None = None
    email: str | None = None

    @property
    def is_first(self) -> bool:
        return self.email is None


def read_invitation(house: House, token: str) -> Invited | None:
    """What a link would open now; None for every link that opens nothing, whatever the cause."""
    with read(house.database) as session:
        found = people.invitation(session, token_hash(token), house.clock.now())
        if found is None:
            return None
        if found.person_id is None:
            return None if people.anyone(session) else Invited()
        person = people.person(session, found.person_id)
        return Invited(person.name, person.email) if person else None
