"""The keys behind links of groups and members: made, found, revoked."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from facilitator.store.group_tables import LinkKey
from facilitator.tokens import derived_token, token_hash


class LinkKind(StrEnum):
    """What a link opens. Each kind has an address of its own, so none opens another's door."""

    GROUP = "group"  # the group's door, for everybody
    SEAT = "seat"  # a member's own page, and their seat
    INVITATION = "invitation"  # one person, once, until a date
    JOINING = "joining"  # whoever has it may join, until a date
    GROUP_FEED = "group_feed"
    MEMBER_FEED = "member_feed"
    MAIL = "mail"  # what a member hears about by mail


@dataclass(frozen=True, slots=True)
class Link:
    """Whose link it is. `key` is what its address carries."""

    kind: LinkKind
    group_id: str
    person_id: str
    key: str
    ends_at: int | None


def link_of(
    session: Session, secret: str, kind: LinkKind, group_id: str, person_id: str = ""
) -> Link | None:
    """The link that is open now, the same one each time; None when there is none."""
    row = _row(session, kind, group_id, person_id)
    return None if row is None else _link(secret, row)


def group_links(session: Session, secret: str, group_ids: Iterable[str]) -> dict[str, Link]:
    """The doors of these groups, by group."""
    rows = session.scalars(
        select(LinkKey).where(LinkKey.kind == LinkKind.GROUP, LinkKey.group_id.in_(list(group_ids)))
    )
    return {row.group_id: _link(secret, row) for row in rows}


def open_link(
    session: Session,
    secret: str,
    kind: LinkKind,
    group_id: str,
    person_id: str = "",
    *,
    now: int,
    ends_at: int | None = None,
) -> Link:
    """There is a new link; the one before it, if any, opens nothing from now on."""
    before = _row(session, kind, group_id, person_id)
    generation = 1
    if before is not None:
        generation = before.generation + 1
        session.delete(before)
        session.flush()
    key = derived_token(secret, kind, group_id, person_id, generation, now)
    row = LinkKey(
        token_hash=token_hash(key),
        kind=kind,
        group_id=group_id,
        person_id=person_id,
        generation=generation,
        made_at=now,
        ends_at=ends_at,
    )
    session.add(row)
    session.flush()
    return Link(kind, group_id, person_id, key, ends_at)


def kept_link(
    session: Session, secret: str, kind: LinkKind, group_id: str, person_id: str = "", *, now: int
) -> Link:
    """The link that is open now, made if there was none."""
    found = link_of(session, secret, kind, group_id, person_id)
    return found or open_link(session, secret, kind, group_id, person_id, now=now)


def close_link(session: Session, kind: LinkKind, group_id: str, person_id: str = "") -> None:
    """The link opens nothing any more."""
    session.execute(
        delete(LinkKey).where(
            LinkKey.kind == kind, LinkKey.group_id == group_id, LinkKey.person_id == person_id
        )
    )


def link_behind(session: Session, kind: LinkKind, key: str, *, now: int) -> Link | None:
    """Whose link this key is; None for a key that opens nothing of this kind (any more)."""
    row = session.get(LinkKey, token_hash(key))
    if row is None or row.kind != kind or (row.ends_at is not None and row.ends_at <= now):
        return None
    return Link(kind, row.group_id, row.person_id, key, row.ends_at)


def ever(session: Session, key: str) -> Link | None:
    """Whose link this key is, of any kind and also when its time is over, so that a page can say
    which it is; None for one that was revoked."""
    row = session.get(LinkKey, token_hash(key))
    return (
        None
        if row is None
        else Link(LinkKind(row.kind), row.group_id, row.person_id, key, row.ends_at)
    )


def _row(session: Session, kind: LinkKind, group_id: str, person_id: str) -> LinkKey | None:
    return session.scalar(
        select(LinkKey).where(
            LinkKey.kind == kind, LinkKey.group_id == group_id, LinkKey.person_id == person_id
        )
    )


def _link(secret: str, row: LinkKey) -> Link:
    kind = LinkKind(row.kind)
    key = derived_token(secret, kind, row.group_id, row.person_id, row.generation, row.made_at)
    return Link(kind, row.group_id, row.person_id, key, row.ends_at)
