from dataclasses import dataclass
from datetime import date

from facilitator.house import House
from facilitator.schedule.zones import local_of
from facilitator.store.database import read
from facilitator.store.work import work_of, zone_of_reader


@dataclass(frozen=True, slots=True)
class OwnClock:
    """The wall clock that somebody reads, and which day it is there."""

    zone: str
    today: date


def read_own_clock(house: House, person_id: str) -> OwnClock:
    """The zone this person chose, else the one of their first group."""
    with read(house.database) as session:
        work = work_of(session, person_id)
        zone = zone_of_reader(session, person_id, work[0][0].zone if work else "UTC")
    return OwnClock(zone, date.fromisoformat(local_of(house.clock.now(), zone)[:10]))
