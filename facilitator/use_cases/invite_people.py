from collections.abc import Sequence
from enum import StrEnum

from facilitator.house import House
from facilitator.store import groups, links, outbox, people, places
from facilitator.store.database import Transaction, read, write
from facilitator.store.group_tables import GroupPlace
from facilitator.store.links import Link, LinkKind
from facilitator.store.outbox import MailKind
from facilitator.store.people_tables import Person
from facilitator.tokens import fresh_id

DAY_MS = 24 * 60 * 60 * 1000
HOUR_MS = 60 * 60 * 1000
INVITATION_LASTS_MS = 14 * DAY_MS
AT_ONCE_MOST = 200


class Invited(StrEnum):
    """What became of an address."""

    INVITED = "invited"
    AGAIN = "again"  # invited before, and hasn't come in yet: the letter goes out again
    HERE = "here"  # belongs to the group already


def invite_people(
    house: House, group_id: str, emails: Sequence[str], language: str
) -> dict[str, Invited]:
    """Each of these addresses has an open invitation to the group and a letter on its way, unless
    its person belongs there already. Whoever is new to the house reads it in `language`."""
    with write(house.database) as session:
        groups.locked(session, group_id)
        known = places.by_email(session, group_id, emails)
        became: dict[str, Invited] = {}
        for email in dict.fromkeys(emails):
            person, place = known.get(email, (None, None))
            became[email] = _becomes(place)
            if became[email] is Invited.HERE:
                continue
            person = person or new_person(house, session, email, language)
            if place is None:
                session.add(GroupPlace(group_id=group_id, person_id=person.id))
                session.flush()
            invite(house, session, group_id, person.id)
    return became


def look_at_list(house: House, group_id: str, emails: Sequence[str]) -> dict[str, Invited]:
    """What `invite_people` would make of these addresses. Nobody is written to."""
    with read(house.database) as session:
        known = places.by_email(session, group_id, emails)
        return {email: _becomes(known.get(email, (None, None))[1]) for email in emails}


def _becomes(place: GroupPlace | None) -> Invited:
    if place is None:
        return Invited.INVITED
    return Invited.AGAIN if place.joined_at is None else Invited.HERE


def new_person(house: House, session: Transaction, email: str, language: str) -> Person:
    """Somebody whom the house knows by nothing but their address."""
    now = house.clock.now()
    person = Person(id=fresh_id(), name="", email=email, language=language[:8], created_at=now)
    return people.add_person(session, person)


def invite(house: House, session: Transaction, group_id: str, person_id: str) -> None:
    """Their invitation is open, and the letter with it is written: one an hour, however often
    somebody asks for it."""
    now = house.clock.now()
    found = links.link_of(session, house.secret, LinkKind.INVITATION, group_id, person_id)
    # Half of its time has to be left, or whoever reads the letter late finds it ended.
    if found is None or (found.ends_at or 0) < now + INVITATION_LASTS_MS // 2:
        found = _open(house, session, group_id, person_id)
    outbox.post(
        session,
        MailKind.INVITATION,
        once_key=f"invitation:{group_id}:{person_id}:{now // HOUR_MS}",
        person_id=person_id,
        group_id=group_id,
        facts={"until": found.ends_at},
        now=now,
    )


def _open(house: House, session: Transaction, group_id: str, person_id: str) -> Link:
    now = house.clock.now()
    return links.open_link(
        session,
        house.secret,
        LinkKind.INVITATION,
        group_id,
        person_id,
        now=now,
        ends_at=now + INVITATION_LASTS_MS,
    )
