"""Sealed copies of journals, one for each account: bytes that nobody here can open."""

from sqlalchemy import ForeignKey, LargeBinary, String, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.store.database import Base


class SealedJournal(Base):
    """The passphrase never came here. The row goes with its account."""

    __tablename__ = "sealed_journals"

    person_id: Mapped[str] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    # Drawn anew each time: it tells copies apart and counts nothing that somebody did.
    version: Mapped[str] = mapped_column(String(32))
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


def sealed_journal(session: Session, person_id: str) -> SealedJournal | None:
    return session.get(SealedJournal, person_id)


def version_of(session: Session, person_id: str) -> str:
    """Which copy it is; empty when there is none."""
    found = session.scalar(
        select(SealedJournal.version).where(SealedJournal.person_id == person_id)
    )
    return found or ""


def put(session: Session, person_id: str, sealed: bytes, version: str) -> None:
    """This is the copy now, whatever was there before."""
    replaced = session.execute(
        update(SealedJournal)
        .where(SealedJournal.person_id == person_id)
        .values(sealed=sealed, version=version)
        .returning(SealedJournal.person_id)
    ).first()
    if replaced is None:
        session.add(SealedJournal(person_id=person_id, sealed=sealed, version=version))


def wipe(session: Session, person_id: str) -> None:
    session.execute(delete(SealedJournal).where(SealedJournal.person_id == person_id))
