"""What calendars and lists of meetings say: read on shared screens, so they name no topic (I35)."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import lazy_gettext as _

TITLE = _("Meeting")
NAME = _("Meetings")
TEXT = _("You can come in from ten minutes before.")


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """The title of each entry, what stands under it, and the name of the calendar."""

    title: str
    text: str
    name: str


def calendar_words() -> CalendarWords:
    """The words in the language that is spoken just now."""
    return CalendarWords(str(TITLE), str(TEXT), str(NAME))
