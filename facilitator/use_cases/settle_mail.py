from dataclasses import dataclass
from enum import StrEnum

from facilitator.house import House
from facilitator.store import outbox_work
from facilitator.store.database import write
from facilitator.store.outbox_work import Leased


class Fate(StrEnum):
    SENT = "sent"
    LATER = "later"  # tried again by itself
    NEVER = "never"  # whoever organizes decides
    MOOT = "moot"  # what it tells isn't so any more


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mail. `trouble` is a code; `maybe_there`: the line went away when the mail
    server might have had all of it."""

    fate: Fate
    trouble: str = ""
    maybe_there: bool = False


def settle_mail(house: House, mail: Leased, worker: str, outcome: Outcome) -> None:
    """What became of the mail is written down, unless another worker has it by now."""
    now = house.clock.now()
    with write(house.database) as session:
        match outcome.fate:
            case Fate.SENT:
                outbox_work.sent(session, mail.id, worker, now=now)
            case Fate.LATER:
                outbox_work.put_off(
                    session,
                    mail,
                    worker,
                    trouble=outcome.trouble,
                    maybe_twice=outcome.maybe_there,
                    now=now,
                )
            case Fate.NEVER:
                outbox_work.give_up(session, mail, worker, trouble=outcome.trouble)
            case Fate.MOOT:
                outbox_work.let_rest(session, mail.id, worker)
