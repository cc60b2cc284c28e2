from facilitator.house import House
from facilitator.store import holders
from facilitator.store.database import write
from facilitator.store.meeting_tables import MeetingHolder
from facilitator.use_cases.holding import Hindrance, asked_to_hold, asking, changeable, takes_over


def find_stand_in(
    house: House, group_id: str, meeting_id: str, person_id: str, *, whom: str = "", said: str
) -> Hindrance | None:
    """Whoever may hold the group (or only `whom`) is asked to hold the meeting in this person's
    place, who goes on holding it until somebody says yes; then who comes is told `said`.

    A stand-in who had said yes takes it over at once. Nobody who said no is asked again,
    nor whoever was asked in the same words.
    """
    with write(house.database) as session:
        meeting = changeable(session, house, group_id, meeting_id)
        if isinstance(meeting, Hindrance):
            return meeting
        rows = {one.person_id: one for one in holders.holders(session, meeting_id)}
        mine = rows.get(person_id)
        if mine is None or mine.part == "stand_in":
            return Hindrance.NOT_HERE
        ready = [one for one in rows.values() if one.part == "stand_in" and one.answer == "yes"]
        if ready and not whom:
            ready[0].said = said
            takes_over(session, house, meeting, ready[0], person_id)
            return None
        may = {one.person_id for one in holders.who_may_hold(session, group_id)}
        free = sorted(may - {person_id} - _bound(rows, person_id))
        asked = [one for one in free if not whom or one == whom]
        if not asked:
            return Hindrance.NOBODY_ELSE
        for one in asked:
            if one in rows and rows[one].stands_in_for == person_id and rows[one].said == said:
                continue
            row = asking(house, meeting_id, one, "stand_in", stands_in_for=person_id, said=said)
            asked_to_hold(session, house, meeting, row)
    return None


def _bound(rows: dict[str, MeetingHolder], person_id: str) -> set[str]:
    """Who holds the meeting with them, said no, or stands in for somebody else."""
    return {
        one.person_id
        for one in rows.values()
        if one.part != "stand_in" or one.answer == "no" or one.stands_in_for not in ("", person_id)
    }
