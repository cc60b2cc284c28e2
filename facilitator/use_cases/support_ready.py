from dataclasses import dataclass
from datetime import date, timedelta

from facilitator.content.texts.support import FLAWS
from facilitator.content.words import Text
from facilitator.store import support
from facilitator.store.database import Transaction

GOOD_FOR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class SupportFlaw:
    """What keeps a group's meetings from being published, and the sentence about it."""

    code: str
    sentence: Text


def support_flaws(session: Transaction, group_id: str, today: str) -> tuple[SupportFlaw, ...]:
    """What the group's list of other support still needs before a meeting is published; nothing
    when every place on it was looked at within a year. `today` is the group's local date (ISO)."""
    found = support.entries(session, group_id)
    if not found:
        return (_flaw("support/none"),)
    if any(needs_a_look(entry.checked_on, today) for entry in found):
        return (_flaw("support/unchecked"),)
    return ()


def needs_a_look(checked_on: str, today: str) -> bool:
    """Nobody made sure of it within the year before `today`."""
    return not checked_on or date.fromisoformat(checked_on) + GOOD_FOR < date.fromisoformat(today)


def _flaw(code: str) -> SupportFlaw:
    return SupportFlaw(code, FLAWS[code])
