from facilitator.house import House
from facilitator.store import groups, membership, people
from facilitator.store.database import Transaction, read, write
from facilitator.use_cases.add_person import fresh_link


def needs_account(house: House, group_id: str, person_id: str) -> bool:
    """Whether this member organizes or holds the group, and has no password yet to do it with."""
    with read(house.database) as session:
        return _needs(house, session, group_id, person_id)


def account_path(house: House, group_id: str, person_id: str) -> str | None:
    """Where they choose a password, once; None for whoever needs none, or has one. Ask it only
    for a browser that has opened this member's own link."""
    with write(house.database) as session:
        if not _needs(house, session, group_id, person_id):
            return None
        return fresh_link(house, session, person_id).removeprefix(house.settings.public_url)


def _needs(house: House, session: Transaction, group_id: str, person_id: str) -> bool:
    place = groups.place(session, group_id, person_id)
    person = people.person(session, person_id)
    works = place is not None and (place.organizes or bool(place.holds))
    if not works or person is None or person.password_hash is not None:
        return False
    return _came_by_mail(house) or not _belongs_elsewhere(session, group_id, person_id)


def _came_by_mail(house: House) -> bool:
    """Whether only its owner can have read a letter. Without a mail server this group's organizers
    hand it on, and what they could open with it goes no further than their group: for somebody of
    another one, whoever runs the server prints the link (`person link`)."""
    return house.settings.mail_server is not None


def _belongs_elsewhere(session: Transaction, group_id: str, person_id: str) -> bool:
    return any(
        group.id != group_id and place.joined_at is not None
        for place, group in membership.places_of(session, person_id)
    )
