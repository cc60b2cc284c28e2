"""Days and times in the reader's language, of instants on a given wall clock."""

from datetime import date, datetime

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from flask_babel import get_locale

from facilitator.schedule.zones import local_of


def clock_there(instant: int, zone: str) -> datetime:
    """What the clock on the wall shows there and then (UTC ms; a naive datetime)."""
    return datetime.fromisoformat(local_of(instant, zone))


def time_words(at: datetime) -> str:
    """`7:00 PM`, `19:00`."""
    return format_time(at.time(), "short", locale=get_locale())


def day_words(day: date) -> str:
    """`Tuesday, January 12`, `martes, 12 de enero`."""
    # The nearest pattern that the library knows for both would shorten the weekday.
    weekday = format_date(day, "EEEE", locale=get_locale())
    return f"{weekday}, {format_skeleton('MMMMd', _noon(day), locale=get_locale())}"


def long_day_words(day: date) -> str:
    """The same with its year."""
    return format_date(day, "full", locale=get_locale())


def short_day_words(day: date) -> str:
    """`Tue, Jan 12`."""
    return format_skeleton("MMMEd", _noon(day), locale=get_locale())


def short_long_day_words(day: date) -> str:
    """`Tue, Jan 12, 2027`."""
    return format_skeleton("yMMMEd", _noon(day), locale=get_locale())


def month_words(day: date) -> str:
    """`January 2027`."""
    return format_skeleton("yMMMM", _noon(day), locale=get_locale())


def month_name(day: date) -> str:
    """`January`."""
    return str(_locale().months["stand-alone"]["wide"][day.month])


def day_and_time_words(at: datetime) -> str:
    """`Tue, Jan 12, 7:00 PM`."""
    return f"{short_day_words(at.date())}, {time_words(at)}"


def weekday_names() -> list[tuple[str, str]]:
    """The seven weekdays, short and long, from the one with which weeks begin here."""
    locale = _locale()
    names = locale.days["stand-alone"]
    order = [(week_begins() + n) % 7 for n in range(7)]
    return [(str(names["abbreviated"][n]), str(names["wide"][n])) for n in order]


def week_begins() -> int:
    """The weekday with which weeks begin where the language is spoken; 0 is Monday."""
    return int(_locale().first_week_day)


def _locale() -> Locale:
    return get_locale() or Locale("en")


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12)  # noqa: DTZ001 -- a wall clock
