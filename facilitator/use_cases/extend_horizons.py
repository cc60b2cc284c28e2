from functools import partial

from facilitator.house import House
from facilitator.schedule.foretelling import foretold
from facilitator.store import meeting_changes, series_holders
from facilitator.store.database import Transaction, read, write
from facilitator.store.meeting_tables import Series
from facilitator.store.outbox import MailKind, post_to_all
from facilitator.use_cases.one_by_one import one_by_one
from facilitator.use_cases.series_flaws import DAY_MS, HORIZON_MS

# An ending is told by mail in the week before each of the last three meetings.
_TOLD_AHEAD_MS = 7 * DAY_MS


def extend_horizons(house: House) -> int:
    """Dates are stored for 400 days again, and endings that come near are told; gives how many
    dates are new. Once a day is often enough, and oftener does no harm."""
    now = house.clock.now()
    with read(house.database) as session:
        short = meeting_changes.series_stored_until(session, now + HORIZON_MS - DAY_MS)
    stored = one_by_one(partial(_extend, house, now), short)
    with write(house.database) as session:
        _tell_endings(session, now)
    return stored


def _extend(house: House, now: int, series_id: str) -> int:
    with write(house.database) as session:
        series = session.get(Series, series_id, with_for_update=True)
        if series is None or series.state != "published":
            return 0
        until = now + HORIZON_MS
        dates = meeting_changes.dates_of(series, after=series.stored_until, until=until)
        series.stored_until = until
        rows = meeting_changes.store_dates(session, series, dates, state="scheduled", now=now)
        series_holders.ask_holders(
            session,
            rows,
            series_holders.holders_of_series(session, series.id),
            series_holders.answers_of_holders(session, series.id),
            now=now,
        )
        if rows:
            meeting_changes.recount(session, series)
    return len(rows)


def _tell_endings(session: Transaction, now: int) -> None:
    for meeting in meeting_changes.near_the_end(session, now, now + _TOLD_AHEAD_MS):
        left = foretold(meeting.left_after)
        if left is not None:
            post_to_all(
                session,
                MailKind.ENDING,
                once=f"ending:{meeting.id}:{left}",
                person_ids=meeting_changes.who_is_told(session, meeting.group_id),
                group_id=meeting.group_id,
                facts={"series": meeting.series_id, "meeting": meeting.id, "left": left},
                now=now,
            )
