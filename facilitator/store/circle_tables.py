"""A circle as it is stored: its facts in order, who may sit in it, and its sealed words.

Everything but the first table is empty for a circle that has closed.
"""

from sqlalchemy import ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.store.database import Base, Instant


class CircleRow(Base):
    """One circle. `version` counts what was appended; a writer that read an older one decides
    again."""

    __tablename__ = "circle"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    # Empty for a rehearsal, which belongs to no group.
    group_id: Mapped[str | None] = mapped_column(
        ForeignKey("peer_group.id", ondelete="CASCADE"), index=True
    )
    agenda_key: Mapped[str] = mapped_column(String(40))
    door_hash: Mapped[str] = mapped_column(String(64), unique=True)
    opened_at: Mapped[Instant]
    version: Mapped[int]
    snapshot_version: Mapped[int]
    snapshot: Mapped[str | None] = mapped_column(Text)
    # When `TimeRanOut` would next change something; empty when nothing is due.
    next_due: Mapped[Instant | None] = mapped_column(index=True)
    closed_at: Mapped[Instant | None]
    # What is left of a closed circle: counts, never names (domain.md 2.8).
    counts: Mapped[str | None] = mapped_column(Text)


class CircleEvents(Base):
    """The facts that one command led to, as JSON."""

    __tablename__ = "circle_events"

    circle_id: Mapped[str] = mapped_column(
        ForeignKey("circle.id", ondelete="CASCADE"), primary_key=True
    )
    version: Mapped[int] = mapped_column(primary_key=True)
    body: Mapped[str] = mapped_column(Text)


class CircleHolder(Base):
    """Who may facilitate a circle, by a link of their own. Their seat is always the same one
    (I52)."""

    __tablename__ = "circle_holder"

    hold_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    circle_id: Mapped[str] = mapped_column(ForeignKey("circle.id", ondelete="CASCADE"), index=True)
    # Empty for the visitor of a rehearsal, who has no account.
    person_id: Mapped[str | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(String(80))
    role_words: Mapped[str] = mapped_column(String(80))
    seat_id: Mapped[str] = mapped_column(String(32))


class SeatKey(Base):
    """Who may sit in a seat: the hash of a cookie's token. No row, no seat."""

    __tablename__ = "seat_key"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    circle_id: Mapped[str] = mapped_column(ForeignKey("circle.id", ondelete="CASCADE"), index=True)
    seat_id: Mapped[str] = mapped_column(String(32))
    # Ends with the sign-in it came from: signing out leaves the room, too.
    sign_in_id: Mapped[str | None] = mapped_column(
        ForeignKey("sign_in.id", ondelete="CASCADE"), index=True
    )


class CommandAnswer(Base):
    """That a command was taken, so that the same one sent again happens once. Never what it
    asked."""

    __tablename__ = "command_answer"

    circle_id: Mapped[str] = mapped_column(
        ForeignKey("circle.id", ondelete="CASCADE"), primary_key=True
    )
    seat_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    command_id: Mapped[str] = mapped_column(String(64), primary_key=True)


class SealedWord(Base):
    """Words under their key, readable only with the circle's key, which is not in the database."""

    __tablename__ = "sealed_word"

    circle_id: Mapped[str] = mapped_column(
        ForeignKey("circle.id", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[str] = mapped_column(String(120), primary_key=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
