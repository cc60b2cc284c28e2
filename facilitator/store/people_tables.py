"""People, their sign-ins, and the one-time links with which they choose a password."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.store.database import Base, Instant


class Person(Base):
    """Somebody an organizer may write to. A member needs no password: their own link is enough."""

    __tablename__ = "person"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    # Empty until an invited person has said what they would like to be called.
    name: Mapped[str] = mapped_column(String(80))
    email: Mapped[str] = mapped_column(String(254), unique=True)
    # IANA; empty: as the group's.
    zone: Mapped[str] = mapped_column(String(64), server_default="")
    language: Mapped[str] = mapped_column(String(8), server_default="en")
    # Empty until the person has chosen a password through a link.
    password_hash: Mapped[str | None]
    created_at: Mapped[Instant]


class SignIn(Base):
    """One browser signed in. Deleting the row ends every use of its cookie."""

    __tablename__ = "sign_in"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[Instant]
    last_seen_at: Mapped[Instant]


class Invitation(Base):
    """A link that opens once. Without a person it makes the first account; with one, a password.

    Only a hash of the link is kept, and the row is deleted when the link is used.
    """

    __tablename__ = "invitation"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[str | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True
    )
    created_at: Mapped[Instant]
    ends_at: Mapped[Instant | None]
