"""An RRULE from elsewhere as one of our rules, where it means the same."""

import re
from datetime import datetime, timedelta

from facilitator.schedule.rule import Frequency, Rule
from facilitator.schedule.zones import instant_of, local_of, read_local

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_UNTIL = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z?))?", re.ASCII)
_NUMBER = re.compile(r"\d{1,4}", re.ASCII)
_KNOWN = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYSETPOS", "BYMONTHDAY", "WKST"}


def rule_of(text: str, starts: datetime, zone: str) -> Rule | None:
    """The rule; None for one that no rule of ours says (daily, yearly, by hours)."""
    parts = dict(part.partition("=")[::2] for part in text.upper().split(";") if part)
    try:
        if not set(parts) <= _KNOWN:
            return None
        return _rule(parts, starts, zone)
    except ValueError:
        return None


def _rule(parts: dict[str, str], starts: datetime, zone: str) -> Rule:
    frequency = Frequency(parts.get("FREQ", "").lower())
    if frequency is Frequency.ONCE:
        raise ValueError
    weekdays, nth = _weekdays(parts, frequency, starts)
    return Rule(
        frequency,
        interval=_number(parts.get("INTERVAL", "1")),
        weekdays=weekdays,
        nth=nth,
        count=_number(parts["COUNT"]) if "COUNT" in parts else None,
        until=_until(parts["UNTIL"], starts, zone) if "UNTIL" in parts else None,
    )


def _weekdays(
    parts: dict[str, str], frequency: Frequency, starts: datetime
) -> tuple[tuple[int, ...], int]:
    found = [_DAY.fullmatch(day.strip()) for day in parts.get("BYDAY", "").split(",") if day]
    days = [(int(one.group(1) or 0), _DAYS.index(one.group(2))) for one in found if one]
    places = {place for place, _ in days}
    if len(days) < len(found) or len(places) > 1:
        raise ValueError
    nth = places.pop() if places else 0
    if "BYSETPOS" in parts:
        # "The second of the Tuesdays" is "the second Tuesday", for one weekday alone.
        if nth or len(days) != 1:
            raise ValueError
        nth = int(parts["BYSETPOS"])
    _check(parts, frequency, nth, starts, by_day=bool(days))
    return tuple(sorted({day for _, day in days})), nth


def _check(
    parts: dict[str, str], frequency: Frequency, nth: int, starts: datetime, *, by_day: bool
) -> None:
    """Raises ValueError for what would be another rule here."""
    if frequency is Frequency.WEEKLY:
        is_ours = nth == 0 and "BYMONTHDAY" not in parts and _begins_weeks_as_we_do(parts)
    elif by_day:
        is_ours = nth in {1, 2, 3, 4, 5, -1} and "BYMONTHDAY" not in parts
    else:
        is_ours = parts.get("BYMONTHDAY", str(starts.day)) == str(starts.day)
    if not is_ours:
        raise ValueError


def _begins_weeks_as_we_do(parts: dict[str, str]) -> bool:
    """Every second Sunday and Tuesday are other dates where weeks begin on Sunday."""
    same = parts.get("WKST", "MO") == "MO" or parts.get("INTERVAL", "1") == "1"
    return same or "," not in parts.get("BYDAY", "")


def _until(text: str, starts: datetime, zone: str) -> str:
    """The last day, on the group's own clock."""
    found = _UNTIL.fullmatch(text)
    if found is None:
        raise ValueError
    year, month, day, hour, minute, utc = found.groups()
    date = f"{year}-{month}-{day}"
    if hour is None:
        return date
    local = f"{date}T{hour}:{minute}"
    last = read_local(local_of(instant_of(local, "UTC")[0], zone) if utc else local)
    # An end before the hour of the meeting leaves that day out.
    if last.time() < starts.time():
        last -= timedelta(days=1)
    return last.date().isoformat()


def _number(text: str) -> int:
    if not _NUMBER.fullmatch(text) or int(text) < 1:
        raise ValueError
    return int(text)
