"""The outbox from the other side: a worker leases a mail, sends it and says what became of it."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, or_, select, update
from sqlalchemy.orm import Session

from facilitator.store.outbox_tables import OutboxRow
from facilitator.store.people_tables import Person

WAITING, LEASED, SENT, DEAD, LET_BE = "waiting", "leased", "sent", "dead", "let_be"

TRIES = 8
FIRST_PAUSE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Leased:
    """One mail that a worker has for itself until its lease is over."""

    id: str
    once_key: str
    person_id: str
    group_id: str | None
    kind: str
    facts: Mapping[str, Any]
    tries: int
    maybe_twice: bool


def anything_due(session: Session, now: int) -> bool:
    """Whether there is a mail to lease."""
    return bool(session.scalar(select(exists().where(_is_due(now)))))


def lease(session: Session, worker: str, *, now: int, lease_ms: int) -> Leased | None:
    """The mail that has been due longest belongs to `worker` for that long; None when none is due.

    One whose lease is over was perhaps sent by whoever had it, so it is marked.
    """
    due = (
        select(OutboxRow.id, OutboxRow.state)
        .where(_is_due(now))
        .order_by(OutboxRow.due_at, OutboxRow.id)
        .limit(1)
        # PostgreSQL passes over what another worker is taking; on SQLite a writer is alone.
        .with_for_update(skip_locked=True)
    )
    found = session.execute(due).first()
    if found is None:
        return None
    again = {"maybe_twice": True} if found.state == LEASED else {}
    row = session.execute(
        update(OutboxRow)
        .where(OutboxRow.id == found.id)
        .values(state=LEASED, leased_until=now + lease_ms, leased_by=worker, **again)
        .returning(OutboxRow)
    ).scalar_one()
    return Leased(
        row.id,
        row.once_key,
        row.person_id,
        row.group_id,
        row.kind,
        json.loads(row.facts),
        row.tries,
        row.maybe_twice,
    )


def sent(session: Session, mail_id: str, worker: str, *, now: int) -> None:
    """The mail is on its way, for good."""
    _settle(session, mail_id, worker, state=SENT, sent_at=now, trouble="")


def put_off(
    session: Session, mail: Leased, worker: str, *, trouble: str, maybe_twice: bool, now: int
) -> None:
    """It will be tried again after a minute, then two, then four; after the eighth try it rests
    among those that nobody could deliver."""
    tries = mail.tries + 1
    _settle(
        session,
        mail.id,
        worker,
        state=DEAD if tries >= TRIES else WAITING,
        tries=tries,
        due_at=now + FIRST_PAUSE_MS * 2 ** (tries - 1),
        trouble=trouble,
        maybe_twice=mail.maybe_twice or maybe_twice,
    )


def give_up(session: Session, mail: Leased, worker: str, *, trouble: str) -> None:
    """It is not tried again by itself: whoever organizes decides."""
    _settle(session, mail.id, worker, state=DEAD, tries=mail.tries + 1, trouble=trouble)


def let_rest(session: Session, mail_id: str, worker: str) -> None:
    """What it would have told isn't so any more, and nobody is told."""
    _settle(session, mail_id, worker, state=LET_BE, trouble="")


def send_again(session: Session, group_id: str, mail_id: str, *, now: int) -> bool:
    """A mail that rested is due now, with all its tries; False when it didn't rest."""
    return _decide(session, group_id, mail_id, state=WAITING, due_at=now, tries=0, trouble="")


def let_be(session: Session, group_id: str, mail_id: str) -> bool:
    """A mail that rested is out of the organizers' sight; False when it didn't rest."""
    return _decide(session, group_id, mail_id, state=LET_BE)


def _is_due(now: int) -> ColumnElement[bool]:
    return or_(
        and_(OutboxRow.state == WAITING, OutboxRow.due_at <= now),
        and_(OutboxRow.state == LEASED, OutboxRow.leased_until <= now),
    )


def _settle(session: Session, mail_id: str, worker: str, **values: Any) -> None:
    # Nothing, when the lease ran out and another worker has the mail by now.
    session.execute(
        update(OutboxRow)
        .where(OutboxRow.id == mail_id, OutboxRow.leased_by == worker, OutboxRow.state == LEASED)
        .values(leased_until=None, **values)
    )


def _decide(session: Session, group_id: str, mail_id: str, **values: Any) -> bool:
    decided = session.execute(
        update(OutboxRow)
        .where(OutboxRow.id == mail_id, OutboxRow.group_id == group_id, OutboxRow.state == DEAD)
        .values(**values)
        .returning(OutboxRow.id)
    )
    return decided.first() is not None


def mails(
    session: Session, states: Collection[str], *, most: int, group_id: str | None = None
) -> list[tuple[OutboxRow, Person]]:
    """Mails in these states (of one group), newest first, with whom they are for."""
    asked = (
        select(OutboxRow, Person)
        .join(Person, Person.id == OutboxRow.person_id)
        .where(OutboxRow.state.in_(states))
        .order_by(OutboxRow.made_at.desc(), OutboxRow.id)
        .limit(most)
    )
    if group_id is not None:
        asked = asked.where(OutboxRow.group_id == group_id)
    return [(row, person) for row, person in session.execute(asked)]


def mail_of_group(session: Session, group_id: str, mail_id: str) -> OutboxRow | None:
    row = session.get(OutboxRow, mail_id)
    return row if row is not None and row.group_id == group_id else None
