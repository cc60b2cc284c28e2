from facilitator.house import House
from facilitator.store import holders
from facilitator.store.database import write
from facilitator.use_cases.holding import Hindrance, asked_to_hold, asking, changeable


def ask_holder(
    house: House, group_id: str, meeting_id: str, person_id: str, part: str, *, by: str
) -> Hindrance | None:
    """This person is asked to hold the meeting as lead, co or stand_in. Who asks themselves has
    said yes. Asking again changes nothing."""
    with write(house.database) as session:
        meeting = changeable(session, house, group_id, meeting_id)
        if isinstance(meeting, Hindrance):
            return meeting
        may = {one.person_id for one in holders.who_may_hold(session, group_id)}
        if person_id not in may or part not in holders.PARTS:
            return Hindrance.NOT_HERE
        asked = {one.person_id: one for one in holders.holders(session, meeting_id)}
        mine = asked.get(person_id)
        if mine is not None and mine.answer != "no":
            return None
        if part == "lead" and any(one.part == "lead" for one in asked.values()):
            return Hindrance.HELD_ALREADY
        if person_id == by:
            holders.ask(session, asking(house, meeting_id, person_id, part, answer="yes"))
        else:
            row = asking(house, meeting_id, person_id, part)
            asked_to_hold(session, house, meeting, row)
    return None
