from enum import StrEnum

from facilitator.house import House
from facilitator.store import groups, links, membership, outbox, places
from facilitator.store.database import Transaction, read, write
from facilitator.store.links import LinkKind
from facilitator.store.outbox import MailKind
from facilitator.use_cases.erase_person import erase_person
from facilitator.use_cases.invite_people import HOUR_MS, invite
from facilitator.use_cases.leave_group import leaves


class Hindrance(StrEnum):
    """Why nothing was changed. `web.people` has a sentence for each."""

    NOT_HERE = "not_here"  # doesn't belong to the group (any more)
    NOT_YET = "not_yet"  # invited, and hasn't come in
    LAST = "last"  # nobody else organizes the group
    HOLDS = "holds"  # people were told that they hold a meeting ahead


def change_place(
    house: House, group_id: str, person_id: str, *, organizes: bool, holds: str, role_words: str
) -> Hindrance | None:
    """This is what the person does in the group from now on; or nothing changed, and why."""
    with write(house.database) as session:
        groups.locked(session, group_id)
        place = groups.place(session, group_id, person_id)
        if place is None:
            return Hindrance.NOT_HERE
        if place.joined_at is None:
            return Hindrance.NOT_YET
        if not organizes and membership.organizes_alone(session, group_id, person_id):
            return Hindrance.LAST
        if not holds and _holds_ahead(house, session, group_id, person_id):
            return Hindrance.HOLDS
        place.organizes, place.holds = organizes, holds
        place.role_words = role_words if holds else ""
    return None


def remove_from_group(house: House, group_id: str, person_id: str) -> Hindrance | None:
    """The person doesn't belong to the group, and none of their links opens anything there; or
    nothing changed, and why. Somebody who was only invited is invited no more."""
    with write(house.database) as session:
        groups.locked(session, group_id)
        if groups.place(session, group_id, person_id) is None:
            return None
        if membership.organizes_alone(session, group_id, person_id):
            return Hindrance.LAST
        if _holds_ahead(house, session, group_id, person_id):
            return Hindrance.HOLDS
        leaves(session, house, group_id, person_id)
    forget_stranger(house, person_id)
    return None


def forget_stranger(house: House, person_id: str) -> None:
    """Somebody without a group and without a password isn't known here any more."""
    with read(house.database) as session:
        is_stranger = membership.has_nothing_here(session, person_id)
    if is_stranger:
        erase_person(house, person_id)


def write_again(house: House, group_id: str, person_id: str) -> None:
    """The letter with the person's own link goes out again: the invitation, or the way to their
    own page. One an hour, however often somebody asks for it."""
    with write(house.database) as session:
        place = groups.place(session, group_id, person_id)
        if place is None:
            return
        if place.joined_at is None:
            invite(house, session, group_id, person_id)
        else:
            post_own_link(house, session, group_id, person_id)


def renew_own_link(house: House, group_id: str, person_id: str) -> None:
    """The person's own link is another one, in a letter to them; the one before opens nothing."""
    with write(house.database) as session:
        place = groups.place(session, group_id, person_id)
        if place is not None and place.joined_at is not None:
            now = house.clock.now()
            links.open_link(session, house.secret, LinkKind.SEAT, group_id, person_id, now=now)
            post_own_link(house, session, group_id, person_id, once=f"{now}")


def post_own_link(
    house: House, session: Transaction, group_id: str, person_id: str, once: str = ""
) -> None:
    """A letter to a member with the link to their own page is on its way."""
    now = house.clock.now()
    outbox.post(
        session,
        MailKind.WELCOME,
        once_key=f"welcome:{group_id}:{person_id}:{once or now // HOUR_MS}",
        person_id=person_id,
        group_id=group_id,
        facts={},
        now=now,
    )


def _holds_ahead(house: House, session: Transaction, group_id: str, person_id: str) -> bool:
    return places.holds_ahead(session, group_id, person_id, house.clock.now())
