"""People with an account, their sign-ins, their one-time links, and the groups they hold."""

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.store.database import Base, Instant


class Person(Base):
    __tablename__ = "person"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    email: Mapped[str] = mapped_column(String(254), unique=True)
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


class Group(Base):
    __tablename__ = "peer_group"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    contact: Mapped[str] = mapped_column(String(200))
    other_support: Mapped[str] = mapped_column(Text)
    created_at: Mapped[Instant]


class GroupFacilitator(Base):
    """Who may open circles of a group, and what their card says they are."""

    __tablename__ = "group_facilitator"

    group_id: Mapped[str] = mapped_column(
        ForeignKey("peer_group.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[str] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    role_words: Mapped[str] = mapped_column(String(80))
