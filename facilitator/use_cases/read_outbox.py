import re
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import default
from pathlib import Path

from facilitator.house import House
from facilitator.store import outbox_work
from facilitator.store.database import Transaction, read
from facilitator.store.outbox import MailKind

FOLDER = "outbox"
MOST_SHOWN = 100
# Whoever has these comes in as somebody else: they are for the one the letter is for.
_OF_SOMEBODY = re.compile(r"(?<=/)(mine|mail)/[A-Za-z0-9_-]{8,}")


@dataclass(frozen=True, slots=True)
class MailRow:
    """A mail as organizers see it: to whom, what about, and what became of it."""

    id: str
    kind: str
    name: str
    email: str
    made_at: int
    due_at: int
    sent_at: int | None
    state: str
    trouble: str
    tries: int
    maybe_twice: bool
    can_be_read: bool


@dataclass(frozen=True, slots=True)
class Outbox:
    """The mails of a group: those that wait for a decision, and the latest of the others."""

    resting: list[MailRow]
    latest: list[MailRow]


def outbox_folder(house: House) -> Path:
    """Where letters lie when the house has no mail server."""
    return house.settings.instance_dir / FOLDER


def letter_file(house: House, mail_id: str) -> Path:
    """The file of one letter; there may be none."""
    return outbox_folder(house) / f"{mail_id}.eml"


def read_outbox(house: House, group_id: str) -> Outbox:
    """What was written to the people of a group, newest first."""
    with read(house.database) as session:
        return Outbox(
            _rows(session, house, group_id, [outbox_work.DEAD]),
            _rows(
                session,
                house,
                group_id,
                [outbox_work.WAITING, outbox_work.LEASED, outbox_work.SENT],
            ),
        )


def read_resting(house: House) -> list[MailRow]:
    """Mails of every group that wait for a decision, for whoever runs the server."""
    with read(house.database) as session:
        return _rows(session, house, None, [outbox_work.DEAD])


def read_letter_text(house: House, group_id: str, mail_id: str) -> str | None:
    """A letter as it lies in the folder, for the organizers of its group; None when there is none.

    A link that lets its reader come in as that person isn't in it; an invitation's is, because
    without a mail server somebody has to hand it on.
    """
    with read(house.database) as session:
        row = outbox_work.mail_of_group(session, group_id, mail_id)
    if row is None or not letter_file(house, row.id).exists():
        return None
    message = message_from_bytes(letter_file(house, row.id).read_bytes(), policy=default)
    body = message.get_body(("plain",))
    return _OF_SOMEBODY.sub(r"\1/…", body.get_content() if body else "").strip()


def _rows(
    session: Transaction, house: House, group_id: str | None, states: list[str]
) -> list[MailRow]:
    found = outbox_work.mails(session, states, most=MOST_SHOWN, group_id=group_id)
    folder = outbox_folder(house)
    here = {path.stem for path in folder.glob("*.eml")} if folder.exists() else set()
    return [
        MailRow(
            row.id,
            row.kind,
            # Who is only invited has no name in the group (`store.places.name_here`).
            "" if row.kind == MailKind.INVITATION else person.name,
            person.email,
            row.made_at,
            row.due_at,
            row.sent_at,
            row.state,
            row.trouble,
            row.tries,
            row.maybe_twice,
            row.id in here,
        )
        for row, person in found
    ]
