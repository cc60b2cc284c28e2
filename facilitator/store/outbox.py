"""The outbox: mail is written down in the transaction of what it tells, and leaves afterwards."""

import json
from collections.abc import Collection, Mapping
from enum import StrEnum

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from facilitator.store.outbox_tables import OutboxRow
from facilitator.tokens import fresh_id

Facts = Mapping[str, str | int | bool | None]


class MailKind(StrEnum):
    """What a mail tells. `mail/letters.py` has the words and the calendar part for each."""

    INVITATION = "invitation"  # to a group; link: invitation
    WELCOME = "welcome"  # joined; link: seat
    NEW_MEETINGS = "new_meetings"  # series=id; iTIP REQUEST of the series
    CHANGED = "changed"  # series=id, meeting=id or None (following); said; iTIP REQUEST
    CANCELLED = "cancelled"  # series=id, meeting=id or None; said; iTIP CANCEL
    HOLDER_ASKED = "holder_asked"  # meeting=id or series=id, part
    HOLDERS_CHANGED = "holders_changed"  # meeting=id; said: to those who come, before the doors
    PLACE_OFFERED = "place_offered"  # meeting=id, until=instant
    PLACE_YOURS = "place_yours"  # meeting=id: a place came free and is theirs
    PLACE_PASSED_ON = "place_passed_on"  # meeting=id: an offer went on to the next, kindly
    DAY_BEFORE = "day_before"  # meeting=id
    HOUR_BEFORE = "hour_before"  # meeting=id
    NOTE = "note"  # said; meeting=id or None
    ENDING = "ending"  # series=id, left=2|1|0
    NOBODY_OPENED = "nobody_opened"  # meeting=id: to the organizers
    LEFT_WITH_HOLDER = "left_with_holder"  # meeting=id: a holder can't; to the organizers


def post(
    session: Session,
    kind: MailKind,
    *,
    once_key: str,
    person_id: str,
    group_id: str | None,
    facts: Facts,
    now: int,
    due_at: int | None = None,
) -> bool:
    """This mail will be sent once (at `due_at`, UTC ms, or soon); False when it was written down
    before. Call it inside the write transaction of what the mail tells."""
    if session.scalar(select(exists().where(OutboxRow.once_key == once_key))):
        return False
    session.add(
        OutboxRow(
            id=fresh_id(),
            once_key=once_key,
            person_id=person_id,
            group_id=group_id,
            kind=kind,
            facts=json.dumps(dict(facts)),
            state="waiting",
            due_at=due_at if due_at is not None else now,
            tries=0,
            made_at=now,
        )
    )
    session.flush()
    return True


def post_to_all(
    session: Session,
    kind: MailKind,
    *,
    once: str,
    person_ids: Collection[str],
    group_id: str,
    facts: Facts,
    now: int,
) -> int:
    """As `post`, the same to each of many people under `{once}:{person}`, in two questions; gives
    how many mails are new."""
    keys = OutboxRow.once_key
    told = set(session.scalars(select(keys).where(keys.startswith(f"{once}:", autoescape=True))))
    rows = [
        OutboxRow(
            id=fresh_id(),
            once_key=f"{once}:{person_id}",
            person_id=person_id,
            group_id=group_id,
            kind=kind,
            facts=json.dumps(dict(facts)),
            state="waiting",
            due_at=now,
            tries=0,
            made_at=now,
        )
        for person_id in sorted(set(person_ids))
        if f"{once}:{person_id}" not in told
    ]
    session.add_all(rows)
    session.flush()
    return len(rows)
