from facilitator.house import House
from facilitator.store import people
from facilitator.store.database import write
from facilitator.use_cases.add_person import fresh_link


def invite_again(house: House, email: str) -> str | None:
    """A fresh link with which this person chooses a (new) password; None for an unknown e-mail."""
    with write(house.database) as session:
        person = people.person_by_email(session, email)
        return None if person is None else fresh_link(house, session, person.id)
