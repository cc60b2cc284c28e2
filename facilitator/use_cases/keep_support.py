from dataclasses import dataclass

from facilitator.house import House
from facilitator.store import groups, support
from facilitator.store.database import Transaction, write
from facilitator.store.group_tables import SupportEntry
from facilitator.tokens import fresh_id

NAME_CHARS = 120
HOW_CHARS = 500
ENTRIES_MOST = 60


@dataclass(frozen=True, slots=True)
class SupportWords:
    """A place to turn to. `checked_on` is an ISO date, empty when nobody made sure of it yet."""

    region: str
    kind: str
    name: str
    how: str
    checked_on: str


def add_support(house: House, group_id: str, words: SupportWords) -> bool:
    """The place is on the group's list; the same place is there once. False when the list is
    full."""
    with write(house.database) as session:
        groups.locked(session, group_id)
        found = support.entries(session, group_id)
        if any((e.region, e.name, e.how) == (words.region, words.name, words.how) for e in found):
            return True
        if len(found) >= ENTRIES_MOST:
            return False
        put_down(session, group_id, words)
        support.keep_in_step(session, group_id)
    return True


def change_support(house: House, group_id: str, entry_id: str, words: SupportWords) -> bool:
    """The place reads so from now on; False when it isn't on the group's list (any more)."""
    with write(house.database) as session:
        groups.locked(session, group_id)
        entry = support.entry(session, group_id, entry_id)
        if entry is None:
            return False
        _write_down(entry, words)
        support.keep_in_step(session, group_id)
    return True


def check_support(house: House, group_id: str, entry_ids: list[str], today: str) -> None:
    """Somebody made sure today that these places are still there."""
    with write(house.database) as session:
        for entry in support.entries(session, group_id):
            if entry.id in entry_ids:
                entry.checked_on = today


def remove_support(house: House, group_id: str, entry_id: str) -> None:
    """The place is not on the group's list."""
    with write(house.database) as session:
        groups.locked(session, group_id)
        entry = support.entry(session, group_id, entry_id)
        if entry is not None:
            session.delete(entry)
            support.keep_in_step(session, group_id)


def put_down(session: Transaction, group_id: str, words: SupportWords) -> None:
    """The place stands at the end of the group's list."""
    entry = SupportEntry(
        id=fresh_id(), group_id=group_id, place=support.next_place(session, group_id)
    )
    _write_down(entry, words)
    session.add(entry)
    session.flush()


def _write_down(entry: SupportEntry, words: SupportWords) -> None:
    entry.region, entry.kind = words.region, words.kind
    entry.name, entry.how, entry.checked_on = words.name, words.how, words.checked_on
