"""Groups: who belongs to them, what they have agreed on, where else support is, and their links."""

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint, false, true
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.store.database import Base, Instant


class Group(Base):
    __tablename__ = "peer_group"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    contact: Mapped[str] = mapped_column(String(200))
    # Made from the support entries at each change of them, for the doors.
    other_support: Mapped[str] = mapped_column(Text)
    created_at: Mapped[Instant]
    # IANA; the wall clock that its meetings follow.
    zone: Mapped[str] = mapped_column(String(64), server_default="UTC")
    # open: whoever has the group's link; closed: each member by a link of their own.
    access: Mapped[str] = mapped_column(String(8), server_default="open")
    # A JSON list, shown at the door and nowhere else.
    topics: Mapped[str] = mapped_column(Text, server_default="[]")
    listed: Mapped[bool] = mapped_column(server_default=false())
    # JSON: what a listed group says of its place, in the words of the Meeting Guide format.
    listing: Mapped[str] = mapped_column(Text, server_default="{}")
    # What people read when nobody came to hold a meeting.
    fallback_words: Mapped[str] = mapped_column(Text, server_default="")


class GroupPlace(Base):
    """Somebody belongs to a group. Everyone here is a member; some organize it, some hold it."""

    __tablename__ = "group_place"

    group_id: Mapped[str] = mapped_column(
        ForeignKey("peer_group.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[str] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    organizes: Mapped[bool] = mapped_column(server_default=false())
    # facilitator, co_facilitator, or empty.
    holds: Mapped[str] = mapped_column(String(16), server_default="")
    # What the card at the door says they are; who holds the group has one.
    role_words: Mapped[str] = mapped_column(String(80), server_default="")
    # Empty: invited, and hasn't said yes (yet).
    joined_at: Mapped[Instant | None]
    # What they would like to hear about by mail. Only meetings is on before they asked.
    mail_meetings: Mapped[bool] = mapped_column(server_default=true())
    mail_day_before: Mapped[bool] = mapped_column(server_default=false())
    mail_hour_before: Mapped[bool] = mapped_column(server_default=false())
    mail_notes: Mapped[bool] = mapped_column(server_default=false())


class AgreementVersion(Base):
    """What a group has agreed on, besides what every circle rests on. The newest counts."""

    __tablename__ = "agreement_version"

    group_id: Mapped[str] = mapped_column(
        ForeignKey("peer_group.id", ondelete="CASCADE"), primary_key=True
    )
    version: Mapped[int] = mapped_column(primary_key=True)
    # A JSON list of lines of its own.
    lines: Mapped[str] = mapped_column(Text)
    # What facilitators are bound to pass on, in plain words (domain.md 3.1, line 11).
    passed_on: Mapped[str] = mapped_column(Text, server_default="")
    made_at: Mapped[Instant]


class SupportEntry(Base):
    """One place to turn to, and when somebody last made sure that it is still there."""

    __tablename__ = "support_entry"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    group_id: Mapped[str] = mapped_column(
        ForeignKey("peer_group.id", ondelete="CASCADE"), index=True
    )
    place: Mapped[int]
    region: Mapped[str] = mapped_column(String(80))
    # friend, group, professional, crisis, other.
    kind: Mapped[str] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(String(120))
    how: Mapped[str] = mapped_column(String(500))
    # ISO date; empty: not since it was written down.
    checked_on: Mapped[str] = mapped_column(String(10), server_default="")


class GroupAgenda(Base):
    """An agenda a group made for itself. Meetings keep the copy they were made with."""

    __tablename__ = "group_agenda"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    group_id: Mapped[str] = mapped_column(
        ForeignKey("peer_group.id", ondelete="CASCADE"), index=True
    )
    title: Mapped[str] = mapped_column(String(80))
    body: Mapped[str] = mapped_column(Text)
    changed_at: Mapped[Instant]


class LinkKey(Base):
    """What one link opens. The key itself is derived from the house's secret (`store.links`), so
    a mail can carry it again and no backup holds it. A revoked link has no row."""

    __tablename__ = "link_key"
    __table_args__ = (UniqueConstraint("kind", "group_id", "person_id"),)

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    # group, seat, invitation, joining, group_feed, member_feed, mail
    kind: Mapped[str] = mapped_column(String(16))
    group_id: Mapped[str] = mapped_column(
        ForeignKey("peer_group.id", ondelete="CASCADE"), index=True
    )
    # Empty for the links of a whole group.
    person_id: Mapped[str] = mapped_column(String(32), server_default="", index=True)
    # One more each time the link is replaced, which makes it another link.
    generation: Mapped[int]
    made_at: Mapped[Instant]
    ends_at: Mapped[Instant | None]
