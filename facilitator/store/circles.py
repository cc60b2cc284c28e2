"""Circles, loaded by snapshot and tail, appended under (circle_id, version), and reduced to counts
at their end."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from facilitator.circle.codec import (
    circle_from_json,
    circle_to_json,
    event_from_json,
    event_to_json,
)
from facilitator.circle.decide import Decision
from facilitator.circle.events import Event, WordsLost
from facilitator.circle.evolve import replay
from facilitator.circle.state import Circle, Phase
from facilitator.circle.timing import next_due
from facilitator.circle.words import alive
from facilitator.store.circle_tables import (
    CircleEvents,
    CircleHolder,
    CircleRow,
    CommandAnswer,
    SealedWord,
    SeatKey,
)
from facilitator.store.vault import KeyGone, Vault
from facilitator.tokens import fresh_token, token_hash

SNAPSHOT_EVERY = 64
# Others may write a snapshot between two looks at the same circle, but not all the time.
GAPS = 5


class Stale(Exception):
    """Somebody else appended first; load again and decide again."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A circle as it stands in the store. `words` are the ones that could be opened; `closed`
    circles have no state."""

    circle: Circle
    version: int
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class SeatRef:
    """Which seat a cookie's token opens, at this moment."""

    circle_id: str
    seat_id: str
    sign_in_id: str | None


_VERSION = select(CircleRow.version, CircleRow.closed_at).where(CircleRow.id == bindparam("id"))
_AUTHORITY = (
    select(SeatKey.circle_id, SeatKey.seat_id, SeatKey.sign_in_id, CircleRow.version)
    .join(CircleRow, CircleRow.id == SeatKey.circle_id)
    .where(SeatKey.token_hash == bindparam("token_hash"), CircleRow.closed_at.is_(None))
)
_ANSWERED = select(CommandAnswer.command_id).where(
    CommandAnswer.circle_id == bindparam("circle_id"),
    CommandAnswer.seat_id == bindparam("seat_id"),
    CommandAnswer.command_id == bindparam("command_id"),
)
_SNAPSHOT = select(CircleRow.snapshot, CircleRow.snapshot_version).where(
    CircleRow.id == bindparam("id")
)
_TAIL = (
    select(CircleEvents.version, CircleEvents.body)
    .where(CircleEvents.circle_id == bindparam("id"), CircleEvents.version > bindparam("after"))
    .order_by(CircleEvents.version)
)
_WORDS = select(SealedWord.key, SealedWord.sealed).where(SealedWord.circle_id == bindparam("id"))
_ADVANCE = (
    update(CircleRow)
    .where(
        CircleRow.id == bindparam("of"),
        CircleRow.version == bindparam("seen"),
        CircleRow.closed_at.is_(None),
    )
    .values(version=bindparam("next"), next_due=bindparam("due"))
)
_DUE = select(CircleRow.id).where(CircleRow.next_due <= bindparam("now"))


class Circles:
    """The circles of one database, with what this process remembers of them between two
    commands."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._seen: dict[str, Kept] = {}
        # Something of a circle that is over may still lie beside the database.
        self.traces_left = False

    # --- Reading --------------------------------------------------------------------------------

    def authority(self, session: Session, token_hash: str) -> tuple[SeatRef, int] | None:
        """The seat that a token opens now and its circle's version; None when it opens nothing."""
        row = session.execute(_AUTHORITY, {"token_hash": token_hash}).first()
        return None if row is None else (SeatRef(row[0], row[1], row[2]), row[3])

    def answered(self, session: Session, seat: SeatRef, command_id: str) -> bool:
        """The command was taken before."""
        named = {"circle_id": seat.circle_id, "seat_id": seat.seat_id, "command_id": command_id}
        return session.execute(_ANSWERED, named).first() is not None

    def load(self, session: Session, circle_id: str, version: int | None = None) -> Kept | None:
        """The open circle as it stands, or None. `version` saves a look when the caller just read
        it."""
        if version is None:
            row = session.execute(_VERSION, {"id": circle_id}).first()
            if row is None or row[1] is not None:
                self.forget(circle_id)
                return None
            version = row[0]
        seen = self._seen.get(circle_id)
        if seen is not None and seen.version == version:
            return seen
        kept = self._read(session, circle_id, version, seen)
        self._seen[circle_id] = kept
        return kept

    def forget(self, circle_id: str) -> None:
        """Nothing of the circle is left in this process."""
        self._seen.pop(circle_id, None)
        self._vault.forget(circle_id)

    def _read(self, session: Session, circle_id: str, version: int, seen: Kept | None) -> Kept:
        """From what this process remembers; or, when a snapshot has swallowed facts in between,
        from the newest snapshot."""
        circle, at = (seen.circle, seen.version) if seen else self._snapshot(session, circle_id)
        for _ in range(GAPS):
            happened, last = _tail(session, circle_id, at)
            if last >= version:
                if circle is None or happened:
                    circle = replay(circle, happened)
                if any(isinstance(event, WordsLost) for event in happened):
                    self._vault.forget(circle_id)
                return Kept(circle, last, self._open_words(session, circle))
            circle, at = self._snapshot(session, circle_id)
        raise LookupError("a circle's facts have a gap")

    def _snapshot(self, session: Session, circle_id: str) -> tuple[Circle | None, int]:
        self._vault.forget(circle_id)
        snapshot, at = session.execute(_SNAPSHOT, {"id": circle_id}).one()
        return (None, 0) if snapshot is None else (circle_from_json(json.loads(snapshot)), at)

    def _open_words(self, session: Session, circle: Circle) -> dict[str, str]:
        readable = alive(circle)
        words = {}
        for key, sealed in session.execute(_WORDS, {"id": circle.id}):
            if key in readable:
                try:
                    words[key] = self._vault.open(circle.id, key, sealed)
                except KeyGone:
                    continue
        return words

    # --- Writing --------------------------------------------------------------------------------

    def append(self, session: Session, kept: Kept, decision: Decision) -> Kept:
        """The decision is stored as the next version; Stale when another one is. Closing leaves
        counts only."""
        circle, version = decision.circle, kept.version + 1
        advanced = session.execute(
            _ADVANCE,
            {"of": circle.id, "seen": kept.version, "next": version, "due": next_due(circle)},
        )
        if advanced.rowcount != 1:  # type: ignore[attr-defined]
            self._seen.pop(circle.id, None)
            raise Stale
        if circle.phase is Phase.CLOSED:
            _reduce(session, circle)
            return Kept(circle, version, {})
        body = json.dumps([event_to_json(e) for e in decision.events], separators=(",", ":"))
        row = {"circle_id": circle.id, "version": version, "body": body}
        session.execute(insert(CircleEvents), row)
        if any(isinstance(event, WordsLost) for event in decision.events):
            # Also those that nobody could open.
            session.execute(delete(SealedWord).where(SealedWord.circle_id == circle.id))
        words = self._keep_words(session, kept, decision)
        if version % SNAPSHOT_EVERY == 0:
            _take_snapshot(session, circle, version)
        return Kept(circle, version, words)

    def stored(self, kept: Kept) -> None:
        """The transaction is committed: this process may remember what it wrote."""
        if kept.circle.phase is Phase.CLOSED:
            self._seen.pop(kept.circle.id, None)
            self._vault.destroy_key(kept.circle.id)
        else:
            self._seen[kept.circle.id] = kept

    def remember_answer(self, session: Session, seat: SeatRef, command_id: str) -> None:
        """The same command, sent again, will be known."""
        named = {"circle_id": seat.circle_id, "seat_id": seat.seat_id, "command_id": command_id}
        session.execute(insert(CommandAnswer), named)

    def _keep_words(self, session: Session, kept: Kept, decision: Decision) -> dict[str, str]:
        circle_id = decision.circle.id
        if not decision.words and not kept.words:
            return kept.words
        readable = alive(decision.circle)
        gone = [key for key in kept.words if key not in readable]
        if gone or decision.words:
            _delete_words(session, circle_id, [*gone, *decision.words])
        if decision.words:
            session.execute(
                insert(SealedWord),
                [
                    {
                        "circle_id": circle_id,
                        "key": key,
                        "sealed": self._vault.seal(circle_id, key, words),
                    }
                    for key, words in decision.words.items()
                ],
            )
        words = {**kept.words, **decision.words}
        return {key: text for key, text in words.items() if key in readable}


def _tail(session: Session, circle_id: str, after: int) -> tuple[list[Event], int]:
    """The facts that follow a version without a gap, and the version they lead to."""
    happened: list[Event] = []
    version = after
    for number, body in session.execute(_TAIL, {"id": circle_id, "after": after}):
        if number != version + 1:
            break
        happened += [event_from_json(pair) for pair in json.loads(body)]
        version = number
    return happened, version


def open_row(session: Session, row: CircleRow, opening: Event) -> None:
    """The circle exists with its first fact."""
    session.add(row)
    session.flush()
    body = json.dumps([event_to_json(opening)])
    session.execute(insert(CircleEvents), {"circle_id": row.id, "version": 1, "body": body})


def add_seat_key(session: Session, token_hash: str, seat: SeatRef) -> None:
    """The token opens the seat."""
    session.add(
        SeatKey(
            token_hash=token_hash,
            circle_id=seat.circle_id,
            seat_id=seat.seat_id,
            sign_in_id=seat.sign_in_id,
        )
    )


def drop_seat_keys(session: Session, circle_id: str, seat_id: str) -> None:
    """No token opens the seat any more."""
    session.execute(
        delete(SeatKey).where(SeatKey.circle_id == circle_id, SeatKey.seat_id == seat_id)
    )


def token_of(session: Session, circle_id: str, seat_id: str) -> str | None:
    """The hash of a token that opens the seat."""
    return session.scalars(
        select(SeatKey.token_hash).where(SeatKey.circle_id == circle_id, SeatKey.seat_id == seat_id)
    ).first()


def tokens_that_open(session: Session, token_hashes: Iterable[str]) -> set[str]:
    """Those of the tokens that still open a seat of an open circle."""
    asked = list(token_hashes)
    found = session.scalars(
        select(SeatKey.token_hash)
        .join(CircleRow, CircleRow.id == SeatKey.circle_id)
        .where(SeatKey.token_hash.in_(asked), CircleRow.closed_at.is_(None))
    )
    return set(found)


def versions(session: Session, circle_ids: Iterable[str]) -> dict[str, int]:
    """The versions of those circles that are open."""
    rows = session.execute(
        select(CircleRow.id, CircleRow.version).where(
            CircleRow.id.in_(list(circle_ids)), CircleRow.closed_at.is_(None)
        )
    )
    return {row[0]: row[1] for row in rows}


def closed_among(session: Session, circle_ids: Iterable[str]) -> list[str]:
    """Those of the circles that are over."""
    asked = select(CircleRow.id).where(
        CircleRow.id.in_(list(circle_ids)), CircleRow.closed_at.is_not(None)
    )
    return list(session.scalars(asked))


def due_circles(session: Session, now: int) -> list[str]:
    """The circles in which something is due at `now` (UTC ms)."""
    return list(session.scalars(_DUE, {"now": now}))


def circle_row(session: Session, circle_id: str) -> CircleRow | None:
    return session.get(CircleRow, circle_id)


def circle_behind(session: Session, door_hash: str) -> CircleRow | None:
    """The circle whose door the link opens; a closed one too, so that its page can say so."""
    return session.scalars(select(CircleRow).where(CircleRow.door_hash == door_hash)).first()


def holder_behind(session: Session, hold_hash: str) -> CircleHolder | None:
    return session.get(CircleHolder, hold_hash)


def holders(session: Session, circle_id: str) -> list[CircleHolder]:
    """Who may facilitate the circle, in the order of their seats."""
    asked = select(CircleHolder).where(CircleHolder.circle_id == circle_id)
    return list(session.scalars(asked.order_by(CircleHolder.seat_id)))


def add_holder(
    session: Session, circle_id: str, person_id: str, name: str, role_words: str, seat_id: str
) -> None:
    """Somebody more may facilitate the circle; their way in is their account, so their link opens
    for nobody."""
    session.add(
        CircleHolder(
            hold_hash=token_hash(fresh_token()),
            circle_id=circle_id,
            person_id=person_id,
            name=name,
            role_words=role_words,
            seat_id=seat_id,
        )
    )


def open_circles(session: Session, group_id: str | None = None) -> list[CircleRow]:
    """Circles that are not over, oldest first."""
    asked = select(CircleRow).where(CircleRow.closed_at.is_(None))
    if group_id is not None:
        asked = asked.where(CircleRow.group_id == group_id)
    return list(session.scalars(asked.order_by(CircleRow.opened_at)))


def _take_snapshot(session: Session, circle: Circle, version: int) -> None:
    snapshot = json.dumps(circle_to_json(circle), separators=(",", ":"))
    session.execute(
        update(CircleRow)
        .where(CircleRow.id == circle.id)
        .values(snapshot=snapshot, snapshot_version=version)
    )
    # What a snapshot holds needs no older facts beside it.
    session.execute(
        delete(CircleEvents).where(
            CircleEvents.circle_id == circle.id, CircleEvents.version <= version
        )
    )


def _delete_words(session: Session, circle_id: str, keys: list[str]) -> None:
    session.execute(
        delete(SealedWord).where(SealedWord.circle_id == circle_id, SealedWord.key.in_(keys))
    )


def _reduce(session: Session, circle: Circle) -> None:
    """Only counts are left (domain.md 2.8)."""
    for table in (CircleEvents, SealedWord, CommandAnswer, SeatKey, CircleHolder):
        session.execute(delete(table).where(table.circle_id == circle.id))
    counts = {
        "how": circle.ended_how,
        "seats": _bucket(circle.seats_given),
        "on_time": abs((circle.ended_at or 0) - circle.promised_end) <= circle.timings.minute * 2,
        "held_seconds": circle.held_ms // 1000,
        "signals_unmet": circle.signals_unmet,
        "removals": circle.removals,
    }
    session.execute(
        update(CircleRow)
        .where(CircleRow.id == circle.id)
        .values(
            closed_at=circle.ended_at,
            next_due=None,
            snapshot=None,
            snapshot_version=0,
            counts=json.dumps(counts),
        )
    )


def _bucket(seats: int) -> str:
    return next(
        (name for most, name in ((1, "0-1"), (4, "2-4"), (8, "5-8")) if seats <= most), "9-12"
    )
