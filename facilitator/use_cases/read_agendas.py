from dataclasses import dataclass

from facilitator.content.agenda_codec import template_from_json
from facilitator.content.agendas import AGENDAS, AgendaTemplate
from facilitator.house import House
from facilitator.store import agendas
from facilitator.store.database import Transaction, read


@dataclass(frozen=True, slots=True)
class ChosenAgenda:
    """An agenda a group can meet with. `choice` names it in a form: a key of ours, or the id of
    one of the group's own."""

    choice: str
    template: AgendaTemplate
    own: bool


def read_agendas(house: House, group_id: str) -> list[ChosenAgenda]:
    """The group's own agendas by title, then ours."""
    with read(house.database) as session:
        return agendas_in(session, group_id)


def agendas_in(session: Transaction, group_id: str) -> list[ChosenAgenda]:
    """The same, inside a transaction."""
    own = [
        ChosenAgenda(row.id, template_from_json(row.body), own=True)
        for row in agendas.agendas_of(session, group_id)
    ]
    return own + [ChosenAgenda(key, one, own=False) for key, one in AGENDAS.items()]


def read_agenda(house: House, group_id: str, agenda_id: str) -> AgendaTemplate | None:
    """One of the group's own; None for any other."""
    with read(house.database) as session:
        row = agendas.agenda_here(session, group_id, agenda_id)
        return None if row is None else template_from_json(row.body)
