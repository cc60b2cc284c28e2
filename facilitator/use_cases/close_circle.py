from facilitator.circle import commands as c
from facilitator.house import House
from facilitator.store.circles import Kept
from facilitator.use_cases.run_command import run_system


def close_circle(house: House, circle_id: str) -> bool:
    """The circle is over and its words are gone; False when it was not open."""
    return isinstance(run_system(house, circle_id, c.CloseNow()), Kept)
