"""What people said after a circle, without who, when or in which one.

SQLite numbers the rows of a table in the order they came, unless the table is told not to.
"""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.store.database import Base

UNNUMBERED = {"sqlite_with_rowid": False}


class WaitingAnswer(Base):
    """One answer to one question that waits for others. Its id is drawn anew whenever another one
    joins it."""

    __tablename__ = "feedback_waiting"
    __table_args__ = UNNUMBERED

    group_id: Mapped[str] = mapped_column(
        ForeignKey("peer_group.id", ondelete="CASCADE"), primary_key=True
    )
    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    question: Mapped[str] = mapped_column(String(20))
    answer: Mapped[str] = mapped_column(String(20))


class AnswerCount(Base):
    """How many in a group gave an answer, over all the time it has existed."""

    __tablename__ = "feedback_count"
    __table_args__ = UNNUMBERED

    group_id: Mapped[str] = mapped_column(
        ForeignKey("peer_group.id", ondelete="CASCADE"), primary_key=True
    )
    question: Mapped[str] = mapped_column(String(20), primary_key=True)
    answer: Mapped[str] = mapped_column(String(20), primary_key=True)
    number: Mapped[int]


class UsedTicket(Base):
    """The hash of a ticket that was used, until it would not be taken any more anyway."""

    __tablename__ = "feedback_used"
    __table_args__ = UNNUMBERED

    ticket_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    # Days since 1970, as the ticket says it.
    given_on: Mapped[int]
