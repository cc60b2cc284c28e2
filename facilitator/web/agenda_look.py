"""What an agenda comes to: its length, the people it has room for, what is still open about it."""

from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.circle.plan import MINUTE
from facilitator.content.agendas import AgendaTemplate
from facilitator.content.capacity import FLAWS, flaws
from facilitator.web.agenda_cards import agenda_card

WIDTH = 600


@dataclass(frozen=True)
class Strip:
    """One round in the picture of an agenda: as wide as it is long, of 600."""

    kind: str
    at: float
    width: float


@dataclass(frozen=True)
class AgendaLook:
    brief: str
    length: str
    room: str
    reserve: str
    flaws: tuple[str, ...]
    strips: tuple[Strip, ...]


def look_at(template: AgendaTemplate) -> AgendaLook:
    """The agenda in three sentences, its flaws in words, and its picture."""
    return AgendaLook(
        brief=agenda_card("", template).facts,
        length=ngettext("It takes %(num)d minute.", "It takes %(num)d minutes.", template.minutes),
        room=_(
            "Up to %(mixed)d people can each be offered the full time, or %(spoken)d when all is"
            " spoken.",
            mixed=template.capacity_mixed,
            spoken=template.capacity_spoken,
        ),
        reserve=_(
            "The last %(minutes)d minutes are for parting. Nothing may eat them.",
            minutes=template.closing_reserve_minutes,
        ),
        flaws=tuple(str(FLAWS[code]) for code in flaws(template)),
        strips=tuple(_strips(template)),
    )


def _strips(template: AgendaTemplate) -> list[Strip]:
    whole = sum(plan.length for plan in template.rounds) / MINUTE
    strips, at = [], 0.0
    for plan in template.rounds:
        width = plan.length / MINUTE / whole * WIDTH
        strips.append(Strip(plan.kind, round(at, 1), round(max(width - 3, 1), 1)))
        at += width
    return strips
