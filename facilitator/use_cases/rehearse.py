from facilitator.circle import commands as c
from facilitator.circle.plan import Medium
from facilitator.circle.refusals import Refusal
from facilitator.content.agendas import REHEARSAL, agenda_of
from facilitator.content.companions import COMPANIONS, visitor_name
from facilitator.house import House
from facilitator.use_cases.open_circle import Holder, keep_circle
from facilitator.use_cases.run_command import run_system
from facilitator.use_cases.take_seat import Wish, take_seat

# Twelve minutes of a circle in three; who clicks through at once is done in two.
PACE = 0.25
TIME_TO_LOOK_ROUND_MS = 120_000


def rehearse(house: House) -> str:
    """A circle of nobody's group, with four marked companions in it; gives the visitor's holding
    key."""
    opened = keep_circle(
        house,
        group_id=None,
        agenda=agenda_of(REHEARSAL, Medium.MIXED),
        holders=(Holder(None, visitor_name(), ""),),
        starts_in_ms=TIME_TO_LOOK_ROUND_MS,
        seats_max=len(COMPANIONS),
        pace=PACE * house.settings.time_scale,
    )
    for companion in COMPANIONS.values():
        wish = Wish(str(companion.name), level=companion.level, companion=True)
        seated = take_seat(house, opened.door_key, wish)
        if seated is None or isinstance(seated, Refusal):
            raise RuntimeError("a companion found no seat in a fresh rehearsal")
        run_system(house, opened.circle_id, c.RaiseLine(seated.seat_id))
    return opened.hold_key
