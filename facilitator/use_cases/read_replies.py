"""Who said what about meetings, for their organizers until the meeting (domain.md 2.8)."""

from collections.abc import Iterable

from facilitator.store import replies
from facilitator.store.database import Transaction
from facilitator.store.replies import NamedReply


def read_replies(session: Transaction, meeting_ids: Iterable[str]) -> dict[str, list[NamedReply]]:
    """By meeting, and by name: the answer and the place, never a reason, never anything earlier."""
    return replies.named_replies(session, meeting_ids)
