"""The letters that are on their way, and the links they will carry."""

import json

from sqlalchemy import select

from facilitator.house import House
from facilitator.store import links
from facilitator.store.database import read
from facilitator.store.links import LinkKind
from facilitator.store.outbox_tables import OutboxRow
from facilitator.store.people_tables import Person
from tests import calendar_rows as rows
from tests.web.visitors import Visitor


def letters(house: House) -> list[tuple[str, str]]:
    """To whom, and of which kind; in the order they were written."""
    asked = select(Person.email, OutboxRow.kind).join(Person, Person.id == OutboxRow.person_id)
    with read(house.database) as session:
        return [(email, kind) for email, kind in session.execute(asked.order_by(OutboxRow.made_at))]


def facts_of(house: House, kind: str) -> list[dict[str, object]]:
    with read(house.database) as session:
        rows = session.scalars(select(OutboxRow.facts).where(OutboxRow.kind == kind))
        return [json.loads(facts) for facts in rows]


def person_with(house: House, email: str) -> str:
    with read(house.database) as session:
        return session.scalars(select(Person.id).where(Person.email == email)).one()


def key_for(house: House, kind: LinkKind, group: str, email: str = "") -> str:
    """The key in that person's letter, or of the whole group's link."""
    person = person_with(house, email) if email else ""
    with read(house.database) as session:
        link = links.link_of(session, house.secret, kind, group, person)
    assert link is not None
    return link.key


def group_of(ria: Visitor, house: House) -> str:
    """A group that Ria, who is signed in from now on, organizes and holds."""
    group = rows.a_group(house)
    rows.belongs(
        house,
        group,
        "ria@example.org",
        organizes=True,
        holds="facilitator",
        role_words="peer facilitator",
    )
    ria.signs_in()
    return group


def invited(house: House, ria: Visitor, group: str, email: str) -> str:
    """The path in the letter to this address, once Ria has invited it."""
    ria.sends(f"/groups/{group}/invitations", addresses=email)
    return f"/invitation/{key_for(house, LinkKind.INVITATION, group, email)}"
