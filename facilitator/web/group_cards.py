"""A meeting to come as its group's page shows it."""

from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.schedule.foretelling import foretold
from facilitator.use_cases.read_group_page import NextMeeting
from facilitator.web import when
from facilitator.web.ahead import ending_words


@dataclass(frozen=True, slots=True)
class NextCard:
    """`own` is what the reader was asked about it: asked, yes, no, or empty."""

    id: str
    at: str
    when: str
    title: str
    held_by: str
    asked: str
    seats: str
    ending: str
    own: str


def next_card(one: NextMeeting) -> NextCard:
    """The meeting in the reader's language."""
    starts = datetime.fromisoformat(one.starts_local)
    ends = when.time_words(datetime.fromisoformat(one.ends_local))
    return NextCard(
        id=one.id,
        at=one.starts_local,
        when=f"{when.day_words(starts.date())}, {when.time_words(starts)} – {ends}",
        title=one.title,
        held_by=", ".join(one.held_by),
        asked=", ".join(one.asked),
        seats=_seats(one),
        ending=ending_words(foretold(one.left_after)),
        own=one.own_answer,
    )


def _seats(one: NextMeeting) -> str:
    taken = str(
        _("%(taken)d of %(most)d seats are taken.", taken=one.seats.taken, most=one.seats_max)
    )
    if not one.seats.waiting:
        return taken
    waiting = ngettext(
        "One person would like to come, too.",
        "%(num)d people would like to come, too.",
        one.seats.waiting,
    )
    return f"{taken} {waiting}"
