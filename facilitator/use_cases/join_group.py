from dataclasses import dataclass
from enum import StrEnum

from facilitator.house import House
from facilitator.store import groups, holders, links, people, places
from facilitator.store.database import Transaction, read, write
from facilitator.store.group_tables import GroupPlace
from facilitator.store.holders import MayHold
from facilitator.store.links import LinkKind
from facilitator.use_cases.change_place import forget_stranger, post_own_link
from facilitator.use_cases.invite_people import invite, new_person
from facilitator.use_cases.leave_group import leaves


class Shut(StrEnum):
    """Why a link lets nobody in. `web.joining` has a page for each."""

    NOTHING = "nothing"  # never was a link, was taken back, or another one took its place
    ENDED = "ended"
    USED = "used"  # whoever it was written for has come in


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody with a link may join. `email` and `name` are of whom an invitation was written
    for; empty for a joining link. `held_by`: who may hold its meetings."""

    group_id: str
    group_name: str
    contact: str
    email: str = ""
    name: str = ""
    held_by: tuple[MayHold, ...] = ()
    ends_at: int | None = None
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Joined:
    """They belong to the group; `key` opens their own page."""

    group_id: str
    person_id: str
    key: str


def read_asked(house: House, kind: LinkKind, key: str) -> Asked | Shut:
    """What an invitation or a joining link is for, or why it lets nobody in."""
    with read(house.database) as session:
        return _asked(house, session, kind, key)


def read_who_came_in(house: House, key: str) -> tuple[str, str] | None:
    """The group and the person that this invitation is for; None for what never was one."""
    with read(house.database) as session:
        link = links.ever(session, key)
        if link is None or link.kind != LinkKind.INVITATION:
            return None
        return link.group_id, link.person_id


def accept_invitation_to_group(house: House, key: str, name: str, language: str) -> Joined | Shut:
    """Whoever the invitation was written for belongs to the group, once. Their name counts if the
    house knew none; a letter with the link to their own page is on its way."""
    with write(house.database) as session:
        asked, link = _asked(house, session, LinkKind.INVITATION, key), links.ever(session, key)
        if isinstance(asked, Shut) or link is None:
            return asked if isinstance(asked, Shut) else Shut.NOTHING
        place = _locked_place(session, link.group_id, link.person_id)
        person = people.person(session, link.person_id)
        if place is None or person is None:
            return Shut.NOTHING
        if place.joined_at is not None:
            return Shut.USED
        now = house.clock.now()
        place.joined_at = now
        if not person.name:
            person.name, person.language = name, language[:8]
        own = links.kept_link(
            session, house.secret, LinkKind.SEAT, place.group_id, person.id, now=now
        )
        post_own_link(house, session, place.group_id, person.id)
        return Joined(place.group_id, person.id, own.key)


def decline_invitation(house: House, key: str) -> None:
    """Whoever the invitation was written for is invited no more, and not known here if they weren't
    before. Nobody is told, or asks why."""
    with write(house.database) as session:
        asked, link = _asked(house, session, LinkKind.INVITATION, key), links.ever(session, key)
        if isinstance(asked, Shut) or link is None:
            return
        leaves(session, house, link.group_id, link.person_id)
    forget_stranger(house, link.person_id)


def ask_to_join(house: House, key: str, email: str, language: str) -> Shut | None:
    """A letter to this address says how to go on, whoever it belongs to: an invitation, or for a
    member the way to their own page. So nobody learns who is here already, and nobody joins in
    another's name."""
    with write(house.database) as session:
        asked = _asked(house, session, LinkKind.JOINING, key)
        if isinstance(asked, Shut):
            return asked
        groups.locked(session, asked.group_id)
        person, place = places.by_email(session, asked.group_id, [email]).get(email, (None, None))
        person = person or new_person(house, session, email, language)
        if place is None:
            session.add(GroupPlace(group_id=asked.group_id, person_id=person.id))
            session.flush()
        if place is not None and place.joined_at is not None:
            post_own_link(house, session, asked.group_id, person.id)
        else:
            invite(house, session, asked.group_id, person.id)
    return None


def _asked(house: House, session: Transaction, kind: LinkKind, key: str) -> Asked | Shut:
    link = links.ever(session, key)
    group = groups.group(session, link.group_id) if link else None
    if link is None or link.kind != kind or group is None:
        return Shut.NOTHING
    person = people.person(session, link.person_id) if link.person_id else None
    if kind is LinkKind.INVITATION:
        place = groups.place(session, link.group_id, link.person_id)
        if place is None or person is None:
            return Shut.NOTHING
        if place.joined_at is not None:
            return Shut.USED
    if link.ends_at is not None and link.ends_at <= house.clock.now():
        return Shut.ENDED
    return Asked(
        group_id=group.id,
        group_name=group.name,
        contact=group.contact,
        email=person.email if person else "",
        name=person.name if person else "",
        held_by=tuple(one for one in holders.who_may_hold(session, group.id) if one.name),
        ends_at=link.ends_at,
        zone=group.zone,
    )


def _locked_place(session: Transaction, group_id: str, person_id: str) -> GroupPlace | None:
    """A place as it is when nobody else changes the group any more."""
    groups.locked(session, group_id)
    place = groups.place(session, group_id, person_id)
    if place is not None:
        session.refresh(place)
    return place
