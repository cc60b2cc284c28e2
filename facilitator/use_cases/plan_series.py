from facilitator.house import House
from facilitator.store import meeting_changes, series_holders
from facilitator.store.database import Transaction, write
from facilitator.store.meeting_tables import Series
from facilitator.tokens import fresh_id
from facilitator.use_cases.series_flaws import HORIZON_MS
from facilitator.use_cases.series_wish import SeriesWish, take_wish


def plan_series(house: House, group_id: str, wish: SeriesWish) -> str:
    """There is a draft of a series with its dates, which only organizers see; gives its id. The
    dates must be clear (`date_flaws`)."""
    now = house.clock.now()
    with write(house.database) as session:
        return make_series(session, group_id, wish, state="draft", now=now).id


def replan_series(house: House, group_id: str, series_id: str, wish: SeriesWish) -> bool:
    """The draft is as it is wished now; False, and nothing done, once it is published."""
    now = house.clock.now()
    with write(house.database) as session:
        series = meeting_changes.held_series(session, group_id, series_id)
        if series is None or series.state != "draft":
            return False
        for row in meeting_changes.rows_of(session, series.id):
            session.delete(row)
        session.flush()
        take_wish(series, wish, now=now)
        series_holders.put_holders(session, series.id, wish.holders)
        _store_dates(session, series, now=now)
    return True


def drop_draft(house: House, group_id: str, series_id: str) -> bool:
    """A draft that nobody was told of is gone; False when it is published."""
    with write(house.database) as session:
        series = meeting_changes.held_series(session, group_id, series_id)
        if series is None or series.state != "draft":
            return False
        session.delete(series)
    return True


def make_series(
    session: Transaction, group_id: str, wish: SeriesWish, *, state: str, now: int
) -> Series:
    """A new series; a draft has its dates at once."""
    series = Series(
        id=fresh_id(),
        group_id=group_id,
        state=state,
        sequence=0,
        stored_until=now,
        made_at=now,
    )
    take_wish(series, wish, now=now)
    session.add(series)
    session.flush()
    series_holders.put_holders(session, series.id, wish.holders)
    if state == "draft":
        _store_dates(session, series, now=now)
    return series


def _store_dates(session: Transaction, series: Series, *, now: int) -> None:
    series.stored_until = now + HORIZON_MS
    dates = meeting_changes.dates_of(series, until=series.stored_until)
    meeting_changes.store_dates(session, series, dates, state="draft", now=now)
