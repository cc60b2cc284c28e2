from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from facilitator.house import House
from facilitator.schedule.zones import instant_of, local_of
from facilitator.store import feedback, groups
from facilitator.store.closed_circles import ClosedCircle, closed_circles
from facilitator.store.database import read
from facilitator.store.meetings import meetings_between
from facilitator.store.work import zone_of_reader
from facilitator.use_cases.standing import Standing

PLANNED = ("scheduled", "skipped", "cancelled", "over")


@dataclass(frozen=True, slots=True)
class CountsPage:
    """A year of a group: what is left of its circles, what was planned on which day, and the sums
    of what people answered, which only those who organize it read."""

    zone: str
    year: int
    circles: tuple[ClosedCircle, ...]
    planned: tuple[tuple[date, str], ...]
    answers: Mapping[feedback.Answer, int] | None


def read_counts(house: House, standing: Standing, year: int | None = None) -> CountsPage:
    """That year, or the one it is, on the reader's wall clock. The year is one a calendar has."""
    with read(house.database) as session:
        group = groups.group(session, standing.group_id)
        zone = zone_of_reader(session, standing.person_id, group.zone if group else "UTC")
        shown = year or int(local_of(house.clock.now(), zone)[:4])
        from_at, until_at = (
            instant_of(f"{number}-01-01T00:00", zone)[0] for number in (shown, shown + 1)
        )
        circles = closed_circles(session, standing.group_id, from_at, until_at)
        planned = meetings_between(session, [standing.group_id], from_at, until_at, PLANNED)
        answers = feedback.counts(session, standing.group_id) if standing.organizes else None
    return CountsPage(
        zone=zone,
        year=shown,
        circles=tuple(circles),
        planned=tuple(
            (date.fromisoformat(local_of(one.starts_at, zone)[:10]), one.state) for one in planned
        ),
        answers=answers,
    )
