from facilitator.content.agenda_codec import template_to_json
from facilitator.content.agendas import AgendaTemplate
from facilitator.house import House
from facilitator.store import agendas
from facilitator.store.database import write
from facilitator.store.group_tables import GroupAgenda
from facilitator.tokens import fresh_id

AGENDAS_MOST = 50


def keep_agenda(
    house: House, group_id: str, template: AgendaTemplate, agenda_id: str = ""
) -> str | None:
    """The group has this agenda, in the place of the one with that id if there was one; gives its
    id, None when the group has fifty already. Meetings keep the copy they were made with."""
    with write(house.database) as session:
        row = agendas.agenda_here(session, group_id, agenda_id)
        if row is None:
            if len(agendas.agendas_of(session, group_id)) >= AGENDAS_MOST:
                return None
            row = GroupAgenda(id=fresh_id(), group_id=group_id)
            session.add(row)
        row.title = str(template.title)
        row.body = template_to_json(template)
        row.changed_at = house.clock.now()
        return row.id


def drop_agenda(house: House, group_id: str, agenda_id: str) -> None:
    """The group doesn't have this agenda (any more)."""
    with write(house.database) as session:
        row = agendas.agenda_here(session, group_id, agenda_id)
        if row is not None:
            session.delete(row)
