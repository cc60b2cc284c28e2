"""This date and all that follow become a series of their own, and the one before ends there."""

from dataclasses import replace
from datetime import date

from facilitator.content.agenda_codec import template_to_json
from facilitator.house import House
from facilitator.schedule.changes import split
from facilitator.schedule.occurrences import Occurrence
from facilitator.schedule.rule import rule_from_json, rule_to_json
from facilitator.schedule.zones import instant_of
from facilitator.store import meeting_changes, notices, series_holders
from facilitator.store.database import Transaction, write
from facilitator.store.meeting_tables import Meeting, Series
from facilitator.store.outbox import MailKind
from facilitator.use_cases.flaws import Flaws, flaw, unsaid
from facilitator.use_cases.plan_series import make_series
from facilitator.use_cases.publish_series import tell_holders
from facilitator.use_cases.series_flaws import HORIZON_MS, date_flaws, series_flaws
from facilitator.use_cases.series_wish import SeriesWish, take_wish, wish_of
from facilitator.use_cases.settle_places import settle_resized
from facilitator.use_cases.tell_group import tell_of_series

# A date that moves by less than half a week is still the same meeting, with everybody's answers.
_SAME_MEETING_DAYS = 3


def change_following(
    house: House, group_id: str, meeting_id: str, wish: SeriesWish, said: str, by: str = ""
) -> Flaws:
    """From this meeting on everything is as wished; what was answered about a date goes with it
    when its new date is near. The words in `said` are needed and told."""
    now = house.clock.now()
    with write(house.database) as session:
        found = meeting_changes.held_meeting(session, group_id, meeting_id)
        if found is None:
            return (flaw("meeting/set_aside"),)
        meeting, series = found
        if series.state != "published":
            return (flaw("series/ended" if series.state == "ended" else "series/draft"),)
        if meeting.state not in ("scheduled", "cancelled", "skipped") or meeting.starts_at <= now:
            return (flaw("meeting/begun"),)
        if _is_so(session, series, wish) and notices.was_told(session, meeting_id, said):
            return ()
        old = meeting_changes.rows_of(session, series.id, meeting.recurrence)
        if flaws := (*_flaws(session, group_id, wish, old, now), *unsaid(said)):
            return flaws
        _change(session, series, old, wish, said, by, now)
        for row in meeting_changes.rows_of(session, old[0].series_id):
            settle_resized(session, house, row.id)
    return ()


def _flaws(
    session: Transaction, group_id: str, wish: SeriesWish, old: list[Meeting], now: int
) -> Flaws:
    coming = meeting_changes.most_coming(session, [one.id for one in old])
    if any(one.circle_id for one in old):
        return (flaw("meeting/open"),)
    return (
        *series_flaws(session, group_id, wish, now),
        *_begun(wish, now),
        *((flaw("seats/coming", coming=coming),) if coming > wish.seats_max else ()),
    )


def _is_so(session: Transaction, series: Series, wish: SeriesWish) -> bool:
    holders = series_holders.holders_of_series(session, series.id)
    sent = replace(wish, agenda=template_to_json(wish.template))
    return wish_of(series, tuple(holders)) == sent


def _begun(wish: SeriesWish, now: int) -> Flaws:
    """What follows lies ahead: nobody can come to a date that has been."""
    if date_flaws(wish, now) or instant_of(wish.starts_local, wish.zone)[0] > now:
        return ()
    return (flaw("start/past"),)


def _change(
    session: Transaction,
    before: Series,
    old: list[Meeting],
    wish: SeriesWish,
    said: str,
    by: str,
    now: int,
) -> None:
    answers = {**series_holders.answers_of_holders(session, before.id), by: "yes"}
    holders = dict(series_holders.holders_of_series(session, before.id))
    follows = _ended_before(session, before, old, wish, now)
    rows = _rows_at_new_dates(session, follows, old, now)
    ahead = [row for row in rows if row.state == "scheduled"]
    if dict(wish.holders) != holders:
        series_holders.ask_holders(session, ahead, wish.holders, answers, now=now)
    else:
        fresh = [row for row in ahead if row not in old]
        series_holders.ask_holders(session, fresh, wish.holders, answers, now=now)
    meeting_changes.recount(session, follows)
    first = rows[0].id if rows else None
    meeting_changes.add_notice(session, follows.group_id, first, "changed", said, now=now)
    if follows is not before:
        # Calendars know the old dates by another name: they are told that these end.
        tell_of_series(session, MailKind.CHANGED, before, said="", now=now)
    tell_of_series(session, MailKind.CHANGED, follows, said=said, now=now, besides=holders.keys())
    tell_holders(session, follows, dict(wish.holders).keys() - holders.keys() - {by}, now=now)


def _ended_before(
    session: Transaction, before: Series, old: list[Meeting], wish: SeriesWish, now: int
) -> Series:
    """The series that follows. It is the same one when nothing of it comes before."""
    rule, _following = split(
        rule_from_json(before.rule), before.starts_local, before.zone, old[0].recurrence
    )
    meeting_changes.count_up(before, old)
    before.changed_at = now
    if rule.count == 0:
        take_wish(before, wish, now=now)
        series_holders.put_holders(session, before.id, wish.holders)
        follows = before
    else:
        before.rule = rule_to_json(rule)
        follows = make_series(session, before.group_id, wish, state="published", now=now)
        follows.followed_by, before.followed_by = before.followed_by, follows.id
    follows.stored_until = now + HORIZON_MS
    return follows


def _rows_at_new_dates(
    session: Transaction, series: Series, old: list[Meeting], now: int
) -> list[Meeting]:
    """The meetings of the new dates, in order: those that were near stay themselves, the others
    are new, and a date without a place among the new ones is gone."""
    dates = meeting_changes.dates_of(series, until=series.stored_until)
    kept = _nearest(old, dates)
    for row in old:
        # Two dates must not meet while they change places.
        row.recurrence = f"~{row.number}"
    session.flush()
    for row in old:
        if row.id not in kept.values():
            session.delete(row)
    rows = {row.id: row for row in old}
    for at, id_ in kept.items():
        meeting_changes.take_date(rows[id_], series, dates[at], now=now)
    session.flush()
    fresh = [date for at, date in enumerate(dates) if at not in kept]
    meeting_changes.store_dates(session, series, fresh, state="scheduled", now=now)
    return meeting_changes.rows_of(session, series.id)


def _nearest(old: list[Meeting], dates: list[Occurrence]) -> dict[int, str]:
    """Which meeting each new date belongs to: the first that is near enough, in order."""
    kept: dict[int, str] = {}
    waiting = list(old)
    for at, one in enumerate(dates):
        day = date.fromisoformat(one.recurrence[:10])
        while waiting and (day - _day(waiting[0])).days > _SAME_MEETING_DAYS:
            waiting.pop(0)
        if waiting and (_day(waiting[0]) - day).days <= _SAME_MEETING_DAYS:
            kept[at] = waiting.pop(0).id
    return kept


def _day(row: Meeting) -> date:
    return date.fromisoformat(row.recurrence[:10])
