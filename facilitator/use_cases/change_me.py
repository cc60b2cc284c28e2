from facilitator.house import House
from facilitator.store import people
from facilitator.store.database import write


def change_me(house: House, person_id: str, *, name: str, zone: str, language: str) -> None:
    """This person is called so; mails and pages are in this language and on this wall clock. An
    empty zone: on the group's."""
    with write(house.database) as session:
        person = people.person(session, person_id)
        if person is not None:
            person.name, person.zone, person.language = name, zone, language


def change_clock(house: House, person_id: str, zone: str) -> None:
    """This person's pages and mails are on that wall clock."""
    with write(house.database) as session:
        person = people.person(session, person_id)
        if person is not None:
            person.zone = zone
