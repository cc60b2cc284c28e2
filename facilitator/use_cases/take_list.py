from collections.abc import Iterable
from dataclasses import replace

from facilitator.calendars.reading import Found, settled, text_of, today_in
from facilitator.calendars.reading_csv import read_csv
from facilitator.calendars.reading_ics import read_ics
from facilitator.house import House
from facilitator.store import carried, groups
from facilitator.store.database import write
from facilitator.store.meeting_tables import CarriedList
from facilitator.tokens import fresh_id
from facilitator.use_cases.carried_rows import CarriedRow, rows_to_json


def take_list(house: House, group_id: str, body: bytes) -> str:
    """A list of meetings was read and waits to be looked at; gives its id. The group's list before
    is gone. Nothing is planned yet. Raises calendars.reading.Unreadable."""
    text, now = text_of(body), house.clock.now()
    with write(house.database) as session:
        group = groups.group(session, group_id)
        zone = group.zone if group else "UTC"
        if text.lstrip()[:6].upper() == "BEGIN:":
            found = read_ics(text, zone)
        else:
            found = read_csv(text, zone, today_in(zone, now))
        rows = [CarriedRow(one) for one in _once_each(settled(one, now) for one in found)]
        carried.drop_lists(session, group_id)
        taken = CarriedList(
            id=fresh_id(),
            group_id=group_id,
            body=rows_to_json(rows),
            total=len(rows),
            done=0,
            made_at=now,
        )
        session.add(taken)
    return taken.id


def drop_list(house: House, group_id: str) -> None:
    """The group's list on its way in is gone; what it brought already stays."""
    with write(house.database) as session:
        carried.drop_lists(session, group_id)


def _once_each(found: Iterable[Found]) -> Iterable[Found]:
    seen: set[str] = set()
    for one in found:
        is_double = one.mark in seen and not one.problem
        seen.add(one.mark)
        yield replace(one, problem="row/double") if is_double else one
