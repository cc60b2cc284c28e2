"""Circles, loaded by snapshot and tail, appended under (circle_id, version), and reduced to counts
at their end."""

import json
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, insert, select, update

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
from facilitator.store.circle_counts import reduce_to_counts
from facilitator.store.circle_tables import (
    CircleEvents,
    CircleRow,
    CommandAnswer,
    SealedWord,
    SeatKey,
)
from facilitator.store.database import Transaction
from facilitator.store.prepared import Prepared, Values
from facilitator.store.seats import SeatRef
from facilitator.store.vault import KeyGone, Vault

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
class Authority:
    """The seat that asks, its circle's version, and whether this very command was taken before."""

    seat: SeatRef
    version: int
    answered: bool


_VERSION = Prepared(
    select(CircleRow.version).where(CircleRow.id == bindparam("id"), CircleRow.closed_at.is_(None))
)
_AUTHORITY = Prepared(
    select(
        SeatKey.circle_id,
        SeatKey.seat_id,
        SeatKey.sign_in_id,
        CircleRow.version,
        CommandAnswer.command_id,
    )
    .join(CircleRow, CircleRow.id == SeatKey.circle_id)
    .outerjoin(
        CommandAnswer,
        (CommandAnswer.circle_id == SeatKey.circle_id)
        & (CommandAnswer.seat_id == SeatKey.seat_id)
        & (CommandAnswer.command_id == bindparam("command_id")),
    )
    .where(SeatKey.token_hash == bindparam("token_hash"), CircleRow.closed_at.is_(None))
)
_ANSWER = Prepared(insert(CommandAnswer))
_ANSWERED = Prepared(
    select(CommandAnswer.command_id).where(
        CommandAnswer.circle_id == bindparam("circle_id"),
        CommandAnswer.seat_id == bindparam("seat_id"),
        CommandAnswer.command_id == bindparam("command_id"),
    )
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
_ADVANCE = Prepared(
    update(CircleRow)
    .where(
        CircleRow.id == bindparam("of"),
        CircleRow.version == bindparam("seen"),
        CircleRow.closed_at.is_(None),
    )
    .values(version=bindparam("next"), next_due=bindparam("due"))
)
_HAPPENED = Prepared(insert(CircleEvents))


class Circles:
    """The circles of one database, with what this process remembers of them between two
    commands."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._seen: dict[str, Kept] = {}
        # Something of a circle that is over may still lie beside the database.
        self.traces_left = False

    # --- Reading --------------------------------------------------------------------------------

    def authority(
        self, session: Transaction, token_hash: str, command_id: str = ""
    ) -> Authority | None:
        """What a token opens now; None when it opens nothing."""
        named = {"token_hash": token_hash, "command_id": command_id}
        for circle_id, seat_id, sign_in_id, version, answered in _AUTHORITY.rows(session, named):
            return Authority(SeatRef(circle_id, seat_id, sign_in_id), version, answered is not None)
        return None

    def load(self, session: Transaction, circle_id: str, version: int | None = None) -> Kept | None:
        """The open circle as it stands, or None. `version` saves a look when the caller just read
        it."""
        if version is None:
            found = _VERSION.rows(session, {"id": circle_id})
            if not found:
                self.forget(circle_id)
                return None
            version = found[0][0]
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

    def _read(self, session: Transaction, circle_id: str, version: int, seen: Kept | None) -> Kept:
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
        raise Stale

    def _snapshot(self, session: Transaction, circle_id: str) -> tuple[Circle | None, int]:
        self._vault.forget(circle_id)
        snapshot, at = session.execute(_SNAPSHOT, {"id": circle_id}).one()
        return (None, 0) if snapshot is None else (circle_from_json(json.loads(snapshot)), at)

    def _open_words(self, session: Transaction, circle: Circle) -> dict[str, str]:
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

    def append(self, session: Transaction, kept: Kept, decision: Decision) -> Kept:
        """The decision is stored as the next version; Stale when another one is. Closing leaves
        counts only."""
        circle, version = decision.circle, kept.version + 1
        advance: Values = {
            "of": circle.id,
            "seen": kept.version,
            "next": version,
            "due": next_due(circle),
        }
        if _ADVANCE.change(session, advance) != 1:
            self._seen.pop(circle.id, None)
            raise Stale
        if circle.phase is Phase.CLOSED:
            reduce_to_counts(session, circle)
            return Kept(circle, version, {})
        body = json.dumps([event_to_json(e) for e in decision.events], separators=(",", ":"))
        _HAPPENED.change(session, {"circle_id": circle.id, "version": version, "body": body})
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

    def has_answered(self, session: Transaction, asker: SeatRef, command_id: str) -> bool:
        """That asker's command was taken before."""
        named = {"circle_id": asker.circle_id, "seat_id": asker.seat_id, "command_id": command_id}
        return bool(_ANSWERED.rows(session, named))

    def remember_answer(self, session: Transaction, seat: SeatRef, command_id: str) -> None:
        """The same command, sent again, will be known."""
        named = {"circle_id": seat.circle_id, "seat_id": seat.seat_id, "command_id": command_id}
        _ANSWER.change(session, named)

    def _keep_words(self, session: Transaction, kept: Kept, decision: Decision) -> dict[str, str]:
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


def _tail(session: Transaction, circle_id: str, after: int) -> tuple[list[Event], int]:
    """The facts that follow a version without a gap, and the version they lead to."""
    happened: list[Event] = []
    version = after
    for number, body in session.execute(_TAIL, {"id": circle_id, "after": after}):
        if number != version + 1:
            break
        happened += [event_from_json(pair) for pair in json.loads(body)]
        version = number
    return happened, version


def _take_snapshot(session: Transaction, circle: Circle, version: int) -> None:
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


def _delete_words(session: Transaction, circle_id: str, keys: list[str]) -> None:
    session.execute(
        delete(SealedWord).where(SealedWord.circle_id == circle_id, SealedWord.key.in_(keys))
    )
