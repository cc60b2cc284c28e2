from collections.abc import Collection

from facilitator.store import meeting_changes, series_holders
from facilitator.store.database import Transaction
from facilitator.store.meeting_tables import Meeting, Series
from facilitator.store.outbox import MailKind, post_to_all


def tell_of_series(
    session: Transaction,
    kind: MailKind,
    series: Series,
    *,
    said: str,
    now: int,
    besides: Collection[str] = (),
) -> None:
    """Members who like to hear of meetings, and who holds them, are told about a series, once for
    what it is now."""
    holders = {person for person, _part in series_holders.holders_of_series(session, series.id)}
    facts = {"series": series.id, "meeting": None, "said": said}
    if kind is MailKind.NEW_MEETINGS:
        facts = {"series": series.id}
    post_to_all(
        session,
        kind,
        once=f"{kind}:{series.id}:{series.sequence}",
        person_ids=meeting_changes.who_is_told(session, series.group_id) | holders | set(besides),
        group_id=series.group_id,
        facts=facts,
        now=now,
    )


def tell_of_meeting(
    session: Transaction, kind: MailKind, series: Series, meeting: Meeting, *, said: str, now: int
) -> None:
    """The same about one meeting."""
    told = meeting_changes.who_is_told(session, series.group_id)
    post_to_all(
        session,
        kind,
        once=f"{kind}:{meeting.id}:{series.sequence + meeting.sequence}",
        person_ids=told | series_holders.holders_by_person(session, [meeting.id]),
        group_id=series.group_id,
        facts={"series": series.id, "meeting": meeting.id, "said": said},
        now=now,
    )
