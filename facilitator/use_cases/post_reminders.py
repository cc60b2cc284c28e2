from collections.abc import Iterable

from facilitator.house import House
from facilitator.store import reminders
from facilitator.store.database import Transaction, read, write
from facilitator.store.outbox import MailKind, post
from facilitator.store.reminders import ToRemind

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS
# After that, "a day ahead" would no longer be true.
DAY_BEFORE_UNTIL_MS = 18 * HOUR_MS
HOUR_BEFORE_UNTIL_MS = 15 * MINUTE_MS


def post_reminders(house: House) -> int:
    """Whoever asked for it will read of a meeting a day before it, or an hour; nobody twice. Gives
    how many were written down now."""
    now = house.clock.now()
    with read(house.database) as session:
        tomorrow = reminders.day_before(
            session, from_at=now + DAY_BEFORE_UNTIL_MS, until_at=now + DAY_MS
        )
        soon = reminders.hour_before(
            session, from_at=now + HOUR_BEFORE_UNTIL_MS, until_at=now + HOUR_MS
        )
    if not tomorrow and not soon:
        return 0
    with write(house.database) as session:
        return _post(session, MailKind.DAY_BEFORE, tomorrow, now) + _post(
            session, MailKind.HOUR_BEFORE, soon, now
        )


def _post(session: Transaction, kind: MailKind, whom: Iterable[ToRemind], now: int) -> int:
    return sum(
        post(
            session,
            kind,
            once_key=one.once_key,
            person_id=one.person_id,
            group_id=one.group_id,
            facts={"meeting": one.meeting_id},
            now=now,
        )
        for one in whom
    )
