from dataclasses import dataclass

from facilitator.house import House
from facilitator.store import holders
from facilitator.store.database import Transaction, write
from facilitator.store.meeting_tables import MeetingHolder
from facilitator.store.meetings import MeetingFacts
from facilitator.use_cases.holding import Hindrance, asked_to_hold, asking, changeable, takes_over


@dataclass(frozen=True, slots=True)
class Swap:
    """Who goes, who comes in their place, and what those who come to the meeting are told."""

    goes: str
    comes: str
    said: str
    # They have said yes already, outside of this house.
    agreed: bool


def swap_holder(
    house: House, group_id: str, meeting_id: str, swap: Swap, *, by: str
) -> Hindrance | None:
    """Somebody else holds the meeting, and who comes is told: at once when they agreed, else when
    they say yes. Sent twice, it is told once. Raises ValueError without words to tell."""
    if not swap.said:
        raise ValueError("a change of who holds a meeting is told in words")
    with write(house.database) as session:
        meeting = changeable(session, house, group_id, meeting_id)
        if isinstance(meeting, Hindrance):
            return meeting
        may = {one.person_id for one in holders.who_may_hold(session, group_id)}
        goes = holders.holder(session, meeting_id, swap.goes)
        if swap.comes not in may or goes is None:
            return Hindrance.NOT_HERE
        if swap.goes == swap.comes:
            return Hindrance.SAME_PERSON
        if not _done_before(session, meeting, swap, goes):
            _swap(session, house, meeting, swap, by)
    return None


def _done_before(
    session: Transaction, meeting: MeetingFacts, swap: Swap, goes: MeetingHolder
) -> bool:
    """The same form came a second time."""
    comes = holders.holder(session, meeting.id, swap.comes)
    if comes is None:
        return False
    asked = comes.stands_in_for == swap.goes and comes.answer == "asked" and not swap.agreed
    swapped = goes.answer == "no" and comes.answer == "yes" and comes.part == goes.part
    return comes.said == swap.said and (asked or swapped)


def _swap(session: Transaction, house: House, meeting: MeetingFacts, swap: Swap, by: str) -> None:
    before = holders.holder(session, meeting.id, swap.comes)
    holds_it = before is not None and before.answer == "yes"
    agreed = swap.agreed or swap.comes == by or holds_it
    row = asking(
        house,
        meeting.id,
        swap.comes,
        before.part if before is not None and holds_it else "stand_in",
        answer="yes" if agreed else "asked",
        stands_in_for=swap.goes,
        said=swap.said,
    )
    if agreed:
        takes_over(session, house, meeting, holders.ask(session, row), swap.goes)
    else:
        asked_to_hold(session, house, meeting, row)
