from dataclasses import replace

from facilitator.house import House
from facilitator.schedule.rule import Frequency, rule_from_json, rule_to_json
from facilitator.store import meeting_changes
from facilitator.store.database import Transaction, write
from facilitator.store.meeting_tables import Meeting, Series
from facilitator.store.outbox import MailKind
from facilitator.use_cases.flaws import Flaws, flaw, unsaid
from facilitator.use_cases.tell_group import tell_of_series


def end_series(
    house: House, group_id: str, series_id: str, said: str, last_meeting_id: str = ""
) -> Flaws:
    """The series ends with that meeting, or at once; everybody reads why in somebody's own words
    (I45). Ended at once, each meeting to come is called off."""
    now = house.clock.now()
    with write(house.database) as session:
        series = meeting_changes.held_series(session, group_id, series_id)
        if series is None or series.state == "ended":
            return () if series else (flaw("series/ended"),)
        if series.state == "draft":
            return (flaw("series/draft"),)
        if flaws := unsaid(said):
            return flaws
        rows = meeting_changes.rows_of(session, series.id)
        last = next((row for row in rows if row.id == last_meeting_id), None)
        if last_meeting_id and (last is None or last.starts_at <= now):
            return (flaw("meeting/begun"),)
        meeting_changes.count_up(series, rows)
        series.changed_at = now
        if last is None:
            _end_now(session, series, rows, said, now)
        else:
            _end_with(session, series, rows, last, said, now)
    return ()


def _end_now(
    session: Transaction, series: Series, rows: list[Meeting], said: str, now: int
) -> None:
    ahead = [row for row in rows if row.state == "scheduled" and row.starts_at > now]
    for row in ahead:
        row.state, row.changed_at = "cancelled", now
    series.state = "ended"
    meeting_changes.recount(session, series)
    first = ahead[0].id if ahead else None
    meeting_changes.add_notice(session, series.group_id, first, "cancelled", said, now=now)
    tell_of_series(session, MailKind.CANCELLED, series, said=said, now=now)


def _end_with(
    session: Transaction, series: Series, rows: list[Meeting], last: Meeting, said: str, now: int
) -> None:
    rule = rule_from_json(series.rule)
    if rule.frequency is not Frequency.ONCE:
        series.rule = rule_to_json(replace(rule, count=None, until=last.recurrence[:10]))
    for row in rows:
        if row.recurrence > last.recurrence:
            session.delete(row)
    meeting_changes.recount(session, series)
    meeting_changes.add_notice(session, series.group_id, last.id, "last", said, now=now)
    tell_of_series(session, MailKind.CHANGED, series, said=said, now=now)
