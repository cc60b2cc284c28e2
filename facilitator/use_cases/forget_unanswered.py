from functools import partial

from facilitator.house import House
from facilitator.store import groups, membership, retention
from facilitator.store.database import read, write
from facilitator.use_cases.change_place import forget_stranger
from facilitator.use_cases.one_by_one import one_by_one


def forget_unanswered(house: House, before: int) -> int:
    """Whoever let their invitation end before that instant (UTC ms) isn't invited any more, and not
    known here if they weren't before; how many invitations that was."""
    with read(house.database) as session:
        found = retention.unanswered(session, before)
    return one_by_one(partial(_forget, house, before), found)


def _forget(house: House, before: int, invited: tuple[str, str]) -> bool:
    group_id, person_id = invited
    with write(house.database) as session:
        groups.locked(session, group_id)
        # Somebody may have invited them again since they were found.
        if invited not in retention.unanswered(session, before):
            return False
        membership.forget_place(session, group_id, person_id)
    forget_stranger(house, person_id)
    return True
