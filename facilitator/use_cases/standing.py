from dataclasses import dataclass

from facilitator.house import House
from facilitator.store import groups
from facilitator.store.database import Transaction, read


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody is in a group, read from the store each time it is asked."""

    group_id: str
    person_id: str
    organizes: bool
    holds: str  # facilitator, co_facilitator, or empty
    role_words: str

    @property
    def may_hold(self) -> bool:
        return bool(self.holds)

    @property
    def works_here(self) -> bool:
        """Organizes the group or holds its circles; every page of the group begins with this."""
        return self.organizes or self.may_hold


def standing_in(session: Transaction, group_id: str, person_id: str) -> Standing | None:
    """What this person is in the group; None for somebody who doesn't belong to it, or was only
    invited: a part is theirs once they have come in."""
    place = groups.place(session, group_id, person_id)
    if place is None or place.joined_at is None:
        return None
    return Standing(
        group_id=group_id,
        person_id=person_id,
        organizes=place.organizes,
        holds=place.holds,
        role_words=place.role_words,
    )


def read_standing(house: House, group_id: str, person_id: str) -> Standing | None:
    """The same, by itself."""
    with read(house.database) as session:
        return standing_in(session, group_id, person_id)
