from facilitator.house import House
from facilitator.store import groups, people
from facilitator.store.database import Transaction, read, write
from facilitator.use_cases.add_person import fresh_link


def needs_account(house: House, group_id: str, person_id: str) -> bool:
    """Whether this member organizes or holds the group, and has no password yet to do it with."""
    with read(house.database) as session:
        return _needs(session, group_id, person_id)


def account_path(house: House, group_id: str, person_id: str) -> str | None:
    """Where they choose a password, once; None for whoever needs none, or has one. Ask it only
    for a browser that has opened this member's own link."""
    with write(house.database) as session:
        if not _needs(session, group_id, person_id):
            return None
        return fresh_link(house, session, person_id).removeprefix(house.settings.public_url)


def _needs(session: Transaction, group_id: str, person_id: str) -> bool:
    place = groups.place(session, group_id, person_id)
    person = people.person(session, person_id)
    works = place is not None and (place.organizes or bool(place.holds))
    return works and person is not None and person.password_hash is None
