from facilitator.house import House
from facilitator.store import holders
from facilitator.store.database import write
from facilitator.use_cases.holding import Hindrance, asked_to_hold, asking, changeable


def share_lead(
    house: House, group_id: str, meeting_id: str, person_id: str, *, whom: str = ""
) -> Hindrance | None:
    """Whoever may hold the group (or only `whom`) is asked to hold the meeting beside this person,
    who leads it. Nobody who was asked before is asked again; a yes makes them one of two."""
    with write(house.database) as session:
        meeting = changeable(session, house, group_id, meeting_id)
        if isinstance(meeting, Hindrance):
            return meeting
        rows = {one.person_id: one for one in holders.holders(session, meeting_id)}
        mine = rows.get(person_id)
        if mine is None or mine.part == "stand_in" or mine.answer != "yes":
            return Hindrance.NOT_HERE
        may = [one.person_id for one in holders.who_may_hold(session, group_id)]
        wanted = [one for one in may if one != person_id and whom in ("", one)]
        asked_before = [one for one in wanted if one in rows and rows[one].answer != "no"]
        free = [one for one in wanted if one not in rows]
        if not free and not asked_before:
            return Hindrance.NOBODY_ELSE
        for one in free:
            asked_to_hold(session, house, meeting, asking(house, meeting_id, one, "co"))
    return None
