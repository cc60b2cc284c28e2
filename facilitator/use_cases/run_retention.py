import json
from dataclasses import dataclass

from facilitator.house import House
from facilitator.store import retention
from facilitator.store.database import Transaction, write
from facilitator.store.outbox import MailKind
from facilitator.use_cases.erase_person import leave_nothing
from facilitator.use_cases.forget_unanswered import forget_unanswered
from facilitator.use_cases.read_outbox import outbox_folder
from facilitator.use_cases.replay_tombstones import replay_tombstones

DAY_MS = 24 * 60 * 60 * 1000
MAILS_KEPT_MS = 30 * DAY_MS
LISTS_KEPT_MS = DAY_MS
INVITED_KEPT_MS = 30 * DAY_MS
# They show who wanted to come, so they go when that does.
ABOUT_REPLIES = (
    MailKind.PLACE_OFFERED,
    MailKind.PLACE_YOURS,
    MailKind.PLACE_PASSED_ON,
    MailKind.DAY_BEFORE,
    MailKind.HOUR_BEFORE,
)


@dataclass(frozen=True, slots=True)
class Retained:
    """How much went. What is left is younger than its time."""

    replies: int
    seats: int
    lists: int
    mails: int
    people: int
    invited: int


def run_retention(house: House) -> Retained:
    """Nothing is here that has had its time: replies to meetings that are over, mails after 30
    days, lists after one, people who were erased and came back with a backup, and those who let an
    invitation end 30 days ago."""
    now, again = house.clock.now(), replay_tombstones(house)
    invited = forget_unanswered(house, now - INVITED_KEPT_MS)
    # Looked at first: a letter that comes in the meantime belongs to a mail that isn't read here.
    here = _letters_here(house)
    with write(house.database) as session:
        replies = retention.forget_replies(session, now)
        seats = retention.forget_seats(session)
        lists = retention.forget_lists(session, now - LISTS_KEPT_MS)
        mails = retention.settled_before(session, now - MAILS_KEPT_MS)
        mails += _about_what_is_over(session, now)
        retention.forget_mails(session, mails)
        kept = retention.every_mail(session)
    leave_nothing(house, (), {*mails, *(here - kept)})
    return Retained(replies, seats, lists, len(set(mails)), again, invited)


def _letters_here(house: House) -> set[str]:
    """Letters in the folder; some outlived their group, or somebody who was taken out of it."""
    return {path.stem for path in outbox_folder(house).glob("*.eml")}


def _about_what_is_over(session: Transaction, now: int) -> list[str]:
    settled = retention.settled_of(session, ABOUT_REPLIES)
    about = {mail_id: str(json.loads(facts).get("meeting")) for mail_id, facts in settled}
    ahead = retention.still_ahead(session, set(about.values()), now)
    return [mail_id for mail_id, meeting_id in about.items() if meeting_id not in ahead]
