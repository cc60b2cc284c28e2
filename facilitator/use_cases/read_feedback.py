from collections.abc import Mapping

from facilitator.house import House
from facilitator.store import feedback
from facilitator.store.database import read


def read_feedback(house: House, group_id: str) -> Mapping[feedback.Answer, int]:
    """How many gave each answer after circles of the group, of those that were added up."""
    with read(house.database) as session:
        return feedback.counts(session, group_id)
