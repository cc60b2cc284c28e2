from dataclasses import dataclass, replace

from facilitator.circle import events as e
from facilitator.circle.evolve import opened
from facilitator.circle.plan import Agenda, Medium, Timings, scaled
from facilitator.circle.timing import next_due
from facilitator.content.agendas import AGENDAS, agenda_of
from facilitator.house import House
from facilitator.store import agreements, groups, people
from facilitator.store.circle_rows import open_row
from facilitator.store.circle_tables import CircleHolder, CircleRow
from facilitator.store.database import Transaction, write
from facilitator.tokens import derived_token, fresh_id, fresh_lot, fresh_token, token_hash


@dataclass(frozen=True, slots=True)
class Holder:
    """Who will facilitate: a person with an account, or a visitor in a rehearsal (`person_id`
    None)."""

    person_id: str | None
    name: str
    role_words: str


@dataclass(frozen=True, slots=True)
class OpenedCircle:
    """The holding keys are told once, here; the database keeps their hashes."""

    circle_id: str
    door_key: str
    hold_keys: tuple[str, ...]

    @property
    def hold_key(self) -> str:
        return self.hold_keys[0]


def open_circle(
    house: House,
    *,
    group_id: str,
    agenda: str,
    by: str,
    starts_in_ms: int,
    seats_max: int,
    medium: Medium = Medium.MIXED,
) -> OpenedCircle:
    """The group has a circle with open doors, facilitated by whoever opened it."""
    with write(house.database) as session:
        person, place = people.person(session, by), groups.place(session, group_id, by)
        if person is None or place is None:
            raise LookupError("only a facilitator of the group opens a circle in it")
        holder = Holder(by, person.name, place.role_words)
    plan = agenda_of(AGENDAS[agenda], medium)
    return keep_circle(
        house,
        group_id=group_id,
        agenda=plan,
        holders=(holder,),
        starts_in_ms=starts_in_ms,
        seats_max=seats_max,
        pace=house.settings.time_scale,
    )


def keep_circle(
    house: House,
    *,
    group_id: str | None,
    agenda: Agenda,
    holders: tuple[Holder, ...],
    starts_in_ms: int,
    seats_max: int,
    pace: float,
) -> OpenedCircle:
    """The circle is stored with its first fact, and has a key in the vault."""
    opening = first_fact(
        agenda, seats_max=seats_max, pace=pace, starts_at=house.clock.now() + starts_in_ms
    )
    with write(house.database) as session:
        return store_circle(house, session, opening, group_id, holders)


def first_fact(
    agenda: Agenda, *, seats_max: int, pace: float, starts_at: int, ends_at: int | None = None
) -> e.CircleOpened:
    """What a circle begins with. `ends_at` is what people were told; without it the end is where
    the agenda leads."""
    agenda = scaled(agenda, pace)
    return e.CircleOpened(
        circle=fresh_id(),
        agenda=agenda,
        timings=Timings().scaled(pace),
        lot=fresh_lot(),
        seats_max=seats_max,
        promised_start=starts_at,
        promised_end=starts_at + agenda.length if ends_at is None else ends_at,
    )


def store_circle(
    house: House,
    session: Transaction,
    opening: e.CircleOpened,
    group_id: str | None,
    holders: tuple[Holder, ...],
) -> OpenedCircle:
    """With this transaction the circle is stored, with what its group has agreed on; its key lies
    in the vault before that."""
    if group_id is not None:
        opening = replace(opening, agreements=agreements.newest(session, group_id).added)
    house.vault.make_key(opening.circle)
    door_key = door_key_of(house, opening.circle)
    keys = tuple(fresh_token() for _ in holders)
    open_row(session, _circle_row(opening, group_id, door_key, house.clock.now()), opening)
    for number, (key, holder) in enumerate(zip(keys, holders, strict=True), 1):
        session.add(_holder_row(opening.circle, key, holder, f"f{number}"))
    return OpenedCircle(opening.circle, door_key, keys)


def door_key_of(house: House, circle_id: str) -> str:
    """What the circle's door opens to: derived, so that the group's own link leads there too."""
    return derived_token(house.secret, "door", circle_id)


def _circle_row(
    opening: e.CircleOpened, group_id: str | None, door_key: str, now: int
) -> CircleRow:
    return CircleRow(
        id=opening.circle,
        group_id=group_id,
        agenda_key=opening.agenda.key,
        door_hash=token_hash(door_key),
        opened_at=now,
        version=1,
        snapshot_version=0,
        snapshot=None,
        next_due=next_due(opened(opening)),
        closed_at=None,
        counts=None,
    )


def _holder_row(circle_id: str, key: str, holder: Holder, seat_id: str) -> CircleHolder:
    return CircleHolder(
        hold_hash=token_hash(key),
        circle_id=circle_id,
        person_id=holder.person_id,
        name=holder.name,
        role_words=holder.role_words,
        seat_id=seat_id,
    )
