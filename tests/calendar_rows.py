"""Groups, people and meetings as rows, for tests that begin after they were made."""

from datetime import UTC, datetime
from itertools import count
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from facilitator.content.agenda_codec import template_to_json
from facilitator.content.agendas import AGENDAS
from facilitator.house import House
from facilitator.store.database import write
from facilitator.store.group_tables import Group, GroupPlace, SupportEntry
from facilitator.store.meeting_tables import (
    Meeting,
    MeetingHolder,
    MeetingReply,
    Series,
    SeriesHolder,
)
from facilitator.store.people_tables import Person
from facilitator.tokens import fresh_id

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS
EVERY_WEEK = (
    '{"frequency": "weekly", "interval": 1, "weekdays": [], "nth": 0, "count": null, "until": null}'
)
# Asked one after another, so that an order by when is an order.
_asked = count(1)


def wall_clock(instant: int, zone: str) -> str:
    """What the clock on the wall shows there and then."""
    there = datetime.fromtimestamp(instant // 1000, UTC).astimezone(ZoneInfo(zone))
    return there.strftime("%Y-%m-%dT%H:%M")


def a_group(
    house: House, zone: str = "Europe/Berlin", access: str = "open", **fields: object
) -> str:
    """A group that nobody belongs to yet."""
    group = Group(
        **{
            "id": fresh_id(),
            "name": "Thursday walkers",
            "contact": "hello@example.org",
            "other_support": "Crisis line: 555 0100",
            "created_at": house.clock.now(),
            "zone": zone,
            "access": access,
            **fields,
        }
    )
    with write(house.database) as session:
        session.add(group)
    return group.id


def a_support(house: House, group: str, **fields: object) -> str:
    """A place to turn to that somebody looked at today."""
    entry = SupportEntry(
        **{
            "id": fresh_id(),
            "group_id": group,
            "place": 1,
            "region": "Everywhere",
            "kind": "crisis",
            "name": "Crisis line",
            "how": "555 0100",
            "checked_on": wall_clock(house.clock.now(), "UTC")[:10],
            **fields,
        }
    )
    with write(house.database) as session:
        session.add(entry)
    return entry.id


def belongs(house: House, group: str, email: str, *, name: str = "", **place: object) -> str:
    """This person (made if there was none with the address) has a place in the group."""
    now = house.clock.now()
    with write(house.database) as session:
        person = session.scalar(select(Person).where(Person.email == email))
        if person is None:
            called = name or email.partition("@")[0].capitalize()
            person = Person(id=fresh_id(), name=called, email=email, created_at=now)
            session.add(person)
            session.flush()
        fields = {"joined_at": now, **place}
        session.add(GroupPlace(group_id=group, person_id=person.id, **fields))
    return person.id


def a_series(house: House, group: str, **fields: object) -> str:
    """A published weekly series without meetings. Its first is a day from now."""
    now = house.clock.now()
    with write(house.database) as session:
        of = session.get_one(Group, group)
        values = {
            "id": fresh_id(),
            "state": "published",
            "rule": EVERY_WEEK,
            "zone": of.zone,
            "minutes": 60,
            "medium": "mixed",
            "seats_max": 8,
            "agenda": template_to_json(AGENDAS["standard_hour"]),
            "stored_until": now,
            "made_at": now,
            "changed_at": now,
            **fields,
        }
        first = wall_clock(now + DAY_MS, str(values["zone"]))
        series = Series(group_id=group, **{"starts_local": first, **values})
        session.add(series)
    return series.id


def a_meeting(house: House, series: str, starts_at: int | None = None, **fields: object) -> str:
    """A scheduled meeting; without an instant a day from now, or a week after the latest."""
    now = house.clock.now()
    with write(house.database) as session:
        of = session.get_one(Series, series)
        here = Meeting.series_id == series
        latest, so_many = session.execute(
            select(func.max(Meeting.starts_at), func.count()).where(here)
        ).one()
        if starts_at is None:
            starts_at = now + DAY_MS if latest is None else latest + 7 * DAY_MS
        local = wall_clock(starts_at, of.zone)
        values = {
            "id": fresh_id(),
            "recurrence": local,
            "number": so_many + 1,
            "starts_local": local,
            "ends_at": starts_at + of.minutes * MINUTE_MS,
            "state": "scheduled",
            "changed_at": now,
            **fields,
        }
        meeting = Meeting(group_id=of.group_id, series_id=series, starts_at=starts_at, **values)
        session.add(meeting)
    return meeting.id


def holds(house: House, meeting: str, person: str, part: str = "lead", answer: str = "yes") -> None:
    """This person was asked to hold the meeting, and answered."""
    with write(house.database) as session:
        session.add(
            MeetingHolder(
                meeting_id=meeting,
                person_id=person,
                part=part,
                answer=answer,
                asked_at=house.clock.now() + next(_asked),
            )
        )


def holds_series(house: House, series: str, person: str, part: str = "lead") -> None:
    """This person holds the series unless a meeting says otherwise."""
    with write(house.database) as session:
        session.add(SeriesHolder(series_id=series, person_id=person, part=part))


def replies(
    house: House,
    meeting: str,
    person: str,
    answer: str = "coming",
    place: str = "seat",
    line: int = 0,
) -> None:
    """What this person said about the meeting."""
    with write(house.database) as session:
        session.add(
            MeetingReply(
                meeting_id=meeting,
                person_id=person,
                answer=answer,
                place=place,
                line=line,
                changed_at=house.clock.now(),
            )
        )
