from dataclasses import dataclass

from facilitator.house import House
from facilitator.store import links, places
from facilitator.store.database import read
from facilitator.store.links import LinkKind
from facilitator.store.places import PlaceRow

PAGE = 100


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Somebody as the group's organizers see them. Instants are UTC ms; who hasn't joined was
    invited until then, or for no longer when that is over."""

    id: str
    name: str
    email: str
    organizes: bool
    holds: str
    role_words: str
    joined_at: int | None
    invited_until: int | None
    comes_back: bool
    has_account: bool

    @property
    def joined(self) -> bool:
        return self.joined_at is not None


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Some of a group's people. `pages` is at the beginning 1."""

    cards: tuple[PersonCard, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class JoiningLink:
    """The link with which whoever has it may ask to join, until `ends_at` (UTC ms)."""

    key: str
    ends_at: int
    ended: bool


def read_people(house: House, group_id: str, page: int) -> PeoplePage:
    """A page of the group's people; the nearest one when there is no such page."""
    with read(house.database) as session:
        pages = max(1, -(-places.how_many(session, group_id) // PAGE))
        page = min(max(page, 1), pages)
        rows = places.some(session, group_id, after=(page - 1) * PAGE, most=PAGE)
        return PeoplePage(tuple(map(_card, rows)), page, pages)


def read_person(house: House, group_id: str, person_id: str) -> PersonCard | None:
    """One of the group's people; None for somebody who doesn't belong to it."""
    with read(house.database) as session:
        row = places.one(session, group_id, person_id)
        return None if row is None else _card(row)


def read_joining_link(house: House, group_id: str) -> JoiningLink | None:
    """The group's joining link, also when its time is over; None when there is none."""
    with read(house.database) as session:
        link = links.link_of(session, house.secret, LinkKind.JOINING, group_id)
        if link is None or link.ends_at is None:
            return None
        return JoiningLink(link.key, link.ends_at, link.ends_at <= house.clock.now())


def _card(row: PlaceRow) -> PersonCard:
    place, person = row.place, row.person
    return PersonCard(
        id=person.id,
        name=places.name_here(place, person),
        email=person.email,
        organizes=place.organizes,
        holds=place.holds,
        role_words=place.role_words,
        joined_at=place.joined_at,
        invited_until=row.invited_until,
        comes_back=row.comes_back,
        has_account=place.joined_at is not None and person.password_hash is not None,
    )
