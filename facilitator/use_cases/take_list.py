from collections.abc import Iterable
from dataclasses import replace

from facilitator.calendars.reading import Found, settled, text_of, today_in
from facilitator.calendars.reading_csv import read_csv
from facilitator.calendars.reading_ics import read_ics
from facilitator.house import House
from facilitator.store import carried, groups
from facilitator.store.database import read, write
from facilitator.store.meeting_tables import CarriedList
from facilitator.tokens import fresh_id
from facilitator.use_cases.carried_rows import CarriedRow, rows_to_json


def take_list(house: House, group_id: str, body: bytes) -> str:
    """A list of meetings was read and waits to be looked at; gives its id. The group's list before
    is gone. Nothing is planned yet. Raises calendars.reading.Unreadable."""
    now = house.clock.now()
    # Before anything is locked: a long list takes its time.
    rows = _read(text_of(body), _zone(house, group_id), now)
    taken = CarriedList(
        id=fresh_id(),
        group_id=group_id,
        body=rows_to_json(rows),
        total=len(rows),
        done=0,
        made_at=now,
    )
    with write(house.database) as session:
        carried.drop_lists(session, group_id)
        session.add(taken)
    return taken.id


def drop_list(house: House, group_id: str) -> None:
    """The group's list on its way in is gone; what it brought already stays."""
    with write(house.database) as session:
        carried.drop_lists(session, group_id)


def _zone(house: House, group_id: str) -> str:
    with read(house.database) as session:
        group = groups.group(session, group_id)
        return group.zone if group else "UTC"


def _read(text: str, zone: str, now: int) -> list[CarriedRow]:
    if text.lstrip()[:6].upper() == "BEGIN:":
        found = read_ics(text, zone)
    else:
        found = read_csv(text, zone, today_in(zone, now))
    return [CarriedRow(one) for one in _once_each(settled(one, now) for one in found)]


def _once_each(found: Iterable[Found]) -> Iterable[Found]:
    seen: set[str] = set()
    for one in found:
        is_double = one.mark in seen and not one.problem
        seen.add(one.mark)
        yield replace(one, problem="row/double") if is_double else one
