from facilitator.house import House
from facilitator.store import holders
from facilitator.store.database import write
from facilitator.store.meeting_tables import MeetingHolder
from facilitator.use_cases.holding import Hindrance, asked_to_hold, changeable


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
        row = MeetingHolder(
            meeting_id=meeting_id,
            person_id=person_id,
            part=part,
            answer="yes" if person_id == by else "asked",
            stands_in_for="",
            said="",
            asked_at=house.clock.now(),
        )
        if person_id == by:
            holders.ask(session, row)
        else:
            asked_to_hold(session, house, meeting, row)
    return None
