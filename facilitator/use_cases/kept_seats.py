from facilitator.circle.plan import MINUTE
from facilitator.circle.seats import free_seats
from facilitator.circle.state import Circle
from facilitator.store import member_seats
from facilitator.store.database import Transaction

KEPT_AFTER_BEGINNING_MS = 5 * MINUTE


def are_kept_for_others(session: Transaction, circle: Circle, person_id: str, now: int) -> bool:
    """Whether each seat that is still free was promised to somebody else, who may be on their way.
    Once the meeting is under way an empty seat is whoever's who comes."""
    if now >= circle.promised_start + KEPT_AFTER_BEGINNING_MS:
        return False
    awaited = member_seats.awaited(session, circle.id)
    return person_id not in awaited and 0 < free_seats(circle) <= len(awaited)
