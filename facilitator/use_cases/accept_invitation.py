from facilitator import passwords
from facilitator.house import House
from facilitator.store import people
from facilitator.store.database import write
from facilitator.store.people_tables import Person
from facilitator.tokens import fresh_id, token_hash
from facilitator.use_cases.read_invitation import read_invitation


def accept_invitation(
    house: House, token: str, *, name: str, email: str, password: str
) -> str | None:
    """The link is used, its person has this password, and earlier sign-ins of theirs are over.

    Gives the person's id, or None when the link opens nothing (any more). `email` counts for the
    first account only: with any other link the address is the one that was invited.
    """
    # Nobody may keep the server busy with hashing through a link that opens nothing.
    if read_invitation(house, token) is None:
        return None
    password_hash = passwords.hash_of(password)
    now = house.clock.now()
    ended: list[str] = []
    with write(house.database) as session:
        found = people.use_invitation(session, token_hash(token), now)
        if found is None:
            return None
        if found.person_id is None:
            if people.anyone(session):
                return None
            person = Person(id=fresh_id(), email=email, created_at=now)
            session.add(person)
        else:
            invited = people.person(session, found.person_id)
            if invited is None:
                return None
            person = invited
            ended = people.end_sign_ins_of(session, person.id)
        person.name = name
        person.password_hash = password_hash
    for sign_in_id in ended:
        house.tell_signed_out(sign_in_id)
    return person.id
