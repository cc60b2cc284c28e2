from facilitator.circle.plan import Medium
from facilitator.content.agendas import AGENDAS, agenda_of
from facilitator.house import House
from facilitator.store import groups, people
from facilitator.store.database import Transaction, read
from facilitator.use_cases.open_circle import Holder, OpenedCircle, keep_circle


class Unknown(LookupError):
    """Somebody or something that was named does not exist; the text says which."""


def open_circle_for(
    house: House,
    *,
    emails: tuple[str, ...],
    group_id: str | None,
    agenda: str,
    seats_max: int | None,
    medium: Medium,
    starts_in_ms: int,
) -> OpenedCircle:
    """A circle is open, held by the people with these accounts, the first of them as lead. Or
    Unknown."""
    with read(house.database) as session:
        if group_id is not None and groups.group(session, group_id) is None:
            raise Unknown("There is no group with this id.")
        holders = tuple(_holder(session, email, group_id) for email in dict.fromkeys(emails))
    template = AGENDAS[agenda]
    room_for = template.capacity_spoken if medium is Medium.SPOKEN else template.capacity_mixed
    return keep_circle(
        house,
        group_id=group_id,
        agenda=agenda_of(template, medium),
        holders=holders,
        starts_in_ms=starts_in_ms,
        seats_max=seats_max or room_for,
        pace=house.settings.time_scale,
    )


def _holder(session: Transaction, email: str, group_id: str | None) -> Holder:
    person = people.person_by_email(session, email)
    if person is None:
        raise Unknown(f"Nobody has an account with {email}. `person add` makes one.")
    place = groups.place(session, group_id, person.id) if group_id else None
    return Holder(person.id, person.name, place.role_words if place else "")
