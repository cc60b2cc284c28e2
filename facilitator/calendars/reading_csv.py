"""A table of meetings read: ours, and the one the 12-step field keeps (day, time, end time)."""

import csv
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from io import StringIO

from facilitator.calendars.reading import ROWS_MOST, Found, Unreadable, title_of
from facilitator.schedule.rule import Frequency, Rule

# What a column may be called, in small letters.
_NAMES = {
    "id": ("id", "slug", "uid"),
    "title": ("title", "name", "meeting"),
    "date": ("date", "start date", "first date"),
    "day": ("day", "weekday"),
    "time": ("time", "start time", "starts"),
    "end": ("end time", "end_time", "ends"),
    "minutes": ("minutes", "length"),
    "zone": ("zone", "timezone", "time zone"),
    "repeats": ("repeats", "repeat", "frequency"),
    "every": ("every", "interval"),
    "weekdays": ("weekdays",),
    "which": ("which",),
    "count": ("count", "times"),
    "until": ("until", "last date"),
}
_COLUMN = {name: column for column, names in _NAMES.items() for name in names}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap]\.?m\.?)?", re.ASCII | re.IGNORECASE)
_WHOLE = re.compile(r"-?\d{1,4}", re.ASCII)

Row = Mapping[str, str]


class _Unclear(ValueError):
    """A row can't be planned; the text is a code."""


def read_csv(text: str, zone: str, today: str) -> list[Found]:
    """The rows of a table with a heading; `today` is from when on a weekday is meant, `zone` whose
    clock where a row names none. Raises Unreadable."""
    try:
        table = _table(text)
    except csv.Error as unclear:
        raise Unreadable("list/kind") from unclear
    return [_found(line, row, zone, today) for line, row in table]


def _table(text: str) -> list[tuple[int, Row]]:
    lines = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    heading = [_COLUMN.get(_plain(cell).lower(), "") for cell in next(lines, [])]
    if "time" not in heading or not {"date", "day"} & set(heading):
        raise Unreadable("list/columns")
    table: list[tuple[int, Row]] = []
    for line, cells in enumerate(lines, start=2):
        row = {name: _plain(cell) for name, cell in zip(heading, cells, strict=False) if name}
        if any(row.values()):
            table.append((line, row))
        if len(table) > ROWS_MOST:
            raise Unreadable("list/too_many")
    if not table:
        raise Unreadable("list/empty")
    return table


def _delimiter(text: str) -> str:
    heading = text.partition("\n")[0]
    return max(",;\t", key=heading.count)


def _plain(cell: str) -> str:
    """A cell's words; the mark that kept a spreadsheet from counting with them is none."""
    return cell.strip().removeprefix("'").strip()


def _found(line: int, row: Row, zone: str, today: str) -> Found:
    named = row.get("id", "")
    whole = "|".join(f"{name}={row.get(name, '')}" for name in _NAMES if name != "title")
    found = Found(
        line,
        mark=f"uid:{named}" if named else f"row:{whole}",
        title=title_of(row.get("title", "")),
        zone=row.get("zone") or zone,
    )
    try:
        day, by_weekday = _day(row, today)
        starts = datetime.fromisoformat(f"{day}T{_time(row.get('time', ''))}")
        minutes, rule = _minutes(row, starts), _rule(row, by_weekday)
    except _Unclear as unclear:
        return replace(found, problem=str(unclear))
    starts_local = starts.strftime("%Y-%m-%dT%H:%M")
    return replace(found, starts_local=starts_local, minutes=minutes, rule=rule)


def _day(row: Row, today: str) -> tuple[str, bool]:
    """The first date, and whether a weekday stood for it."""
    if row.get("date"):
        try:
            return date.fromisoformat(row["date"][:10]).isoformat(), False
        except ValueError:
            raise _Unclear("start/unclear") from None
    named = row.get("day", "").lower()
    if named in _WEEKDAYS:
        wanted = _WEEKDAYS.index(named)
    elif named in set("0123456"):
        # As Meeting Guide counts: 0 is Sunday.
        wanted = (int(named) - 1) % 7
    else:
        raise _Unclear("start/unclear")
    first = date.fromisoformat(today)
    return (first + timedelta(days=(wanted - first.weekday()) % 7)).isoformat(), True


def _time(words: str) -> str:
    found = _TIME.fullmatch(words)
    if found is None:
        raise _Unclear("start/unclear")
    hour, minute, half = int(found.group(1)), int(found.group(2)), (found.group(3) or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23 or minute > 59:
        raise _Unclear("start/unclear")
    return f"{hour:02}:{minute:02}"


def _minutes(row: Row, starts: datetime) -> int:
    if row.get("minutes"):
        return _whole(row["minutes"], "minutes/range")
    if not row.get("end"):
        return 60
    ends = datetime.fromisoformat(f"{starts.date()}T{_time(row['end'])}")
    # A meeting over midnight ends on the day after.
    return int((ends - starts).total_seconds() // 60) % (24 * 60)


def _rule(row: Row, by_weekday: bool) -> Rule:
    words = row.get("repeats", "").lower()
    try:
        frequency = Frequency(words or ("weekly" if by_weekday else "once"))
    except ValueError:
        raise _Unclear("rule/unknown") from None
    unknown = "rule/unknown"
    return Rule(
        frequency,
        interval=_whole(row.get("every") or "1", unknown),
        weekdays=tuple(_whole(day, unknown) for day in row.get("weekdays", "").split()),
        nth=_whole(row.get("which") or "0", unknown),
        count=_whole(row["count"], unknown) if row.get("count") else None,
        until=row.get("until") or None,
    )


def _whole(words: str, code: str) -> int:
    if not _WHOLE.fullmatch(words):
        raise _Unclear(code)
    return int(words)
