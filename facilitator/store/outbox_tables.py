"""Mail that is to be sent, or was in the last 30 days: what it tells, never how it was put."""

from sqlalchemy import ForeignKey, Index, String, Text, false
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.store.database import Base, Instant


class OutboxRow(Base):
    """One mail to one person, written in the transaction of what it tells.

    A worker leases it (`leased_until`), sends it and says so. When a worker goes in between, the
    next one finds the lease over and sends it again, marked as a possible repeat.
    """

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_next", "state", "due_at"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    # The same thing is told once, however often it is written down.
    once_key: Mapped[str] = mapped_column(String(160), unique=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    group_id: Mapped[str | None] = mapped_column(
        ForeignKey("peer_group.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = mapped_column(String(24))
    # JSON of facts: ids, instants, somebody's message. Links and sentences come when it is sent.
    facts: Mapped[str] = mapped_column(Text)
    # waiting, leased, sent, dead, let_be
    state: Mapped[str] = mapped_column(String(8))
    due_at: Mapped[Instant]
    tries: Mapped[int]
    leased_until: Mapped[Instant | None]
    leased_by: Mapped[str] = mapped_column(String(32), server_default="")
    maybe_twice: Mapped[bool] = mapped_column(server_default=false())
    made_at: Mapped[Instant]
    sent_at: Mapped[Instant | None]
    # A code for what kept it from going: never the server's own words.
    trouble: Mapped[str] = mapped_column(String(40), server_default="")
