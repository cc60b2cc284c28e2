from dataclasses import dataclass

from facilitator.house import House
from facilitator.schedule.zones import local_of
from facilitator.store import groups, support
from facilitator.store.database import Transaction, read
from facilitator.use_cases.keep_support import SupportWords
from facilitator.use_cases.support_ready import SupportFlaw, needs_a_look, support_flaws


@dataclass(frozen=True, slots=True)
class SupportCard:
    id: str
    words: SupportWords
    needs_a_look: bool


@dataclass(frozen=True, slots=True)
class SupportList:
    """The places on a group's list. `today` is the date on the group's wall."""

    cards: tuple[SupportCard, ...]
    flaws: tuple[SupportFlaw, ...]
    today: str


def read_support(house: House, group_id: str) -> SupportList:
    """Where the people of a group can turn, and what the list still needs."""
    with read(house.database) as session:
        today = today_in(session, group_id, house.clock.now())
        cards = tuple(
            SupportCard(
                e.id,
                SupportWords(e.region, e.kind, e.name, e.how, e.checked_on),
                needs_a_look(e.checked_on, today),
            )
            for e in support.entries(session, group_id)
        )
        return SupportList(cards, support_flaws(session, group_id, today), today)


def today_in(session: Transaction, group_id: str, now: int) -> str:
    """The date on the group's wall (ISO)."""
    group = groups.group(session, group_id)
    return local_of(now, group.zone if group else "UTC")[:10]
