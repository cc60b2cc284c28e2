"""An agenda as a facilitator reads it before choosing it."""

from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from facilitator.circle.plan import MINUTE
from facilitator.content.agendas import AGENDAS, AgendaTemplate

ROUND_NAMES = {
    "arrival": lazy_gettext("Arrival"),
    "check_in": lazy_gettext("Check-in"),
    "micro_sharing": lazy_gettext("Sharing"),
    "silence": lazy_gettext("Silence"),
    "reflection": lazy_gettext("Reflection"),
    "break": lazy_gettext("Break"),
    "closing": lazy_gettext("Closing"),
}


@dataclass(frozen=True)
class AgendaCard:
    key: str
    title: str
    for_whom: str
    facts: str
    rounds: str


def agenda_cards() -> list[AgendaCard]:
    """Every agenda there is, in the order of its list."""
    return [agenda_card(key, template) for key, template in AGENDAS.items()]


def agenda_card(choice: str, template: AgendaTemplate) -> AgendaCard:
    """One agenda; `choice` is what a form calls it."""
    return AgendaCard(
        key=choice,
        title=str(template.title),
        for_whom=str(template.for_whom),
        facts=_(
            "%(minutes)d minutes, up to %(seats)d people",
            minutes=template.minutes,
            seats=template.capacity_mixed,
        ),
        rounds=" · ".join(
            f"{ROUND_NAMES[plan.kind]} {plan.length // MINUTE}" for plan in template.rounds
        ),
    )
