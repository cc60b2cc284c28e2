from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from facilitator.calendars.table import table_text
from facilitator.calendars.writing import feed
from facilitator.content.texts.calendars import calendar_words
from facilitator.house import House
from facilitator.schedule.rule import rule_from_json
from facilitator.store import feeds
from facilitator.store.database import read
from facilitator.store.owned import Owned, owned
from facilitator.store.places import name_here
from facilitator.use_cases.owned_json import owned_json, time_of
from facilitator.use_cases.read_calendar import entries_of, meet_address, uid_of

Rows = Iterator[Sequence[object]]

_PEOPLE = ("name", "email", "organizes", "holds", "card", "joined", "language", "timezone")
_MEETINGS = ("series", "number", "date", "time", "minutes", "timezone", "state")
# The names that `calendars.reading_csv` knows, so that the table can be brought in again.
_SERIES = (
    *("id", "date", "time", "minutes", "timezone", "repeats", "every", "weekdays", "which"),
    *("count", "until", "state"),
)


def export_group(house: House, group_id: str, *, address: str) -> bytes:
    """A zip with everything the group owns: JSON for programs, tables for spreadsheets, a calendar.

    No word that was said in a circle is in it, and no answer of a member. Members' addresses are:
    it is for organizers.
    """
    with read(house.database) as session:
        everything = owned(session, group_id)
        words, told = calendar_words(), feeds.told_series(session, [group_id])
        url = meet_address(session, house.secret, group_id, address)
        calendar = feed(entries_of(session, told, url, words), words.name)
    return _zip(
        {
            "group.json": owned_json(everything),
            "people.csv": table_text(_PEOPLE, _people(everything)),
            "series.csv": table_text(_SERIES, _series(everything)),
            "meetings.csv": table_text(_MEETINGS, _meetings(everything)),
            "meetings.ics": calendar,
        },
        house.clock.now(),
    )


def _people(everything: Owned) -> Rows:
    for place, person in everything.places:
        organizes = "yes" if place.organizes else ""
        belongs = (organizes, place.holds, place.role_words, time_of(place.joined_at))
        theirs = (person.language, person.zone) if place.joined_at is not None else ("", "")
        yield name_here(place, person), person.email, *belongs, *theirs


def _series(everything: Owned) -> Rows:
    for one in everything.series:
        rule = rule_from_json(one.rule)
        yield (
            uid_of(one.id),
            *one.starts_local.split("T"),
            one.minutes,
            one.zone,
            rule.frequency,
            rule.interval,
            " ".join(map(str, rule.weekdays)),
            rule.nth or "",
            rule.count,
            rule.until,
            one.state,
        )


def _meetings(everything: Owned) -> Rows:
    zones = {one.id: one.zone for one in everything.series}
    for one in everything.meetings:
        minutes = (one.ends_at - one.starts_at) // 60_000
        when = (*one.starts_local.split("T"), minutes, zones[one.series_id])
        yield uid_of(one.series_id), one.number, *when, one.state


def _zip(files: Mapping[str, str], now: int) -> bytes:
    there = BytesIO()
    made = datetime.fromtimestamp(now // 1000, UTC).timetuple()[:6]
    with ZipFile(there, "w", ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(ZipInfo(name, made), text, ZIP_DEFLATED)
    return there.getvalue()
