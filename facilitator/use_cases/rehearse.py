from dataclasses import replace

from facilitator.circle import commands as c
from facilitator.circle.plan import Medium
from facilitator.circle.refusals import Refusal
from facilitator.content.agendas import REHEARSAL, agenda_of
from facilitator.content.companions import COMPANIONS, visitor_name
from facilitator.content.hard_moments import EXTRAS, PRACTICE, HardMoment
from facilitator.house import House
from facilitator.use_cases.open_circle import Holder, OpenedCircle, keep_circle
from facilitator.use_cases.run_command import run_system
from facilitator.use_cases.take_seat import Wish, take_hold, take_seat

# Twelve minutes of a circle in three; who clicks through at once is done in two.
PACE = 0.25
# Somebody who practises would like to read, and to find their own words.
PACE_OF_PRACTICE = 0.5
TIME_TO_LOOK_ROUND_MS = 120_000


def rehearse(house: House, moment: HardMoment | None = None) -> str:
    """A circle of nobody's group, with marked companions in it; gives the visitor's holding key.

    With a moment the companions bring it about in the sharing round.
    """
    agenda = agenda_of(PRACTICE if moment else REHEARSAL, Medium.MIXED)
    if moment is not None:
        agenda = replace(agenda, key=f"{agenda.key}:{moment.code}")
    extras = moment.extras if moment else ()
    holders = [Holder(None, visitor_name(), "")]
    if "facilitates" in extras:
        holders.append(Holder(None, str(EXTRAS["facilitates"]), ""))
    pace = PACE_OF_PRACTICE if moment else PACE
    opened = keep_circle(
        house,
        group_id=None,
        agenda=agenda,
        holders=tuple(holders),
        starts_in_ms=TIME_TO_LOOK_ROUND_MS,
        seats_max=len(COMPANIONS) + len(extras),
        pace=pace * house.settings.time_scale,
    )
    _seat_companions(house, opened, extras)
    return opened.hold_key


def _seat_companions(house: House, opened: OpenedCircle, extras: tuple[str, ...]) -> None:
    """All have a seat. Whoever comes late is not connected yet, and whoever facilitates too comes
    after the visitor, who leads.
    """
    for companion in COMPANIONS.values():
        _sits(house, opened, Wish(str(companion.name), level=companion.level, companion=True))
    if "late" in extras:
        _sits(house, opened, Wish(str(EXTRAS["late"]), companion=True), connected=False)
    if "facilitates" in extras:
        seated = take_hold(house, opened.hold_keys[1], companion=True)
        if seated is None or isinstance(seated, Refusal):
            raise RuntimeError("the other facilitator found no seat in a fresh rehearsal")


def _sits(house: House, opened: OpenedCircle, wish: Wish, *, connected: bool = True) -> None:
    seated = take_seat(house, opened.door_key, wish)
    if seated is None or isinstance(seated, Refusal):
        raise RuntimeError("a companion found no seat in a fresh rehearsal")
    if connected:
        run_system(house, opened.circle_id, c.RaiseLine(seated.seat_id))
