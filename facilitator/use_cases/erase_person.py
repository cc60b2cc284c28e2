from collections.abc import Iterable
from contextlib import suppress

from facilitator.house import House
from facilitator.store import membership, people, retention, tombstones
from facilitator.store.database import Transaction, forget_traces, write
from facilitator.use_cases.read_outbox import letter_file


def erase_person(house: House, person_id: str) -> tuple[str, ...]:
    """Nothing here names this person any more, and nothing will after a backup was restored.

    Gives the names of groups that would be left without an organizer; then nothing has happened.
    A group that nobody else belongs to goes with them.
    """
    with write(house.database) as session:
        membership.hold_still(session, person_id)
        needed = retention.organized_alone(session, person_id)
        if needed:
            return tuple(name for _, name in needed)
        ended, mails = erase(session, house, person_id)
    leave_nothing(house, ended, mails)
    return ()


def erase(session: Transaction, house: House, person_id: str) -> tuple[list[str], list[str]]:
    """The same inside a transaction, for whoever nobody is left without; `leave_nothing` comes
    after it."""
    # Before the rows go: whatever happens from here on, the wish stands.
    tombstones.bury(house.settings.instance_dir, person_id)
    return forget(session, person_id)


def forget(session: Transaction, person_id: str) -> tuple[list[str], list[str]]:
    """The rows are gone; gives which sign-ins ended, and which letters may lie in a folder."""
    mails = retention.mails_of(session, person_id)
    ended = people.end_sign_ins_of(session, person_id)
    retention.forget_groups(session, retention.alone_in(session, person_id))
    retention.forget_person(session, person_id)
    return ended, mails


def leave_nothing(house: House, ended: Iterable[str], mails: Iterable[str]) -> None:
    """Open pages of theirs are cut, and what lay beside the database is gone too."""
    for sign_in_id in ended:
        house.tell_signed_out(sign_in_id)
    for mail_id in mails:
        with suppress(OSError):
            letter_file(house, mail_id).unlink(missing_ok=True)
    house.circles.traces_left = not forget_traces(house.database)
