"""What a calendar is told about a series: its dates, and nothing that says what is met about."""

from dataclasses import dataclass

CONFIRMED = "CONFIRMED"
CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class Changed:
    """One date of a series that is another than its rule says.

    `recurrence` is the wall clock the rule gives it, and stays its name wherever it is moved to.
    """

    recurrence: str
    starts_local: str
    minutes: int
    status: str
    sequence: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A series as calendars know it; a single meeting has no `rrule`, nothing skipped or changed.

    Wall clocks are `YYYY-MM-DDTHH:MM` in `zone`; `stamp` is the instant (UTC ms) of its last
    change; `skipped` are wall clocks of the rule at which nothing takes place. `title` and `text`
    are neutral (I35): they are read on shared screens.
    """

    uid: str
    sequence: int
    starts_local: str
    zone: str
    minutes: int
    rrule: str | None
    skipped: tuple[str, ...]
    changed: tuple[Changed, ...]
    status: str
    title: str
    text: str
    url: str
    stamp: int
