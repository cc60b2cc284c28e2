from facilitator.house import House
from facilitator.store import meeting_changes, series_holders
from facilitator.store.database import Transaction, write
from facilitator.store.meeting_tables import Series
from facilitator.store.outbox import MailKind, post
from facilitator.use_cases.flaws import Flaws, flaw
from facilitator.use_cases.series_flaws import series_flaws
from facilitator.use_cases.series_wish import wish_of
from facilitator.use_cases.tell_group import tell_of_series


def publish_series(house: House, group_id: str, series_id: str, by: str = "") -> Flaws:
    """The meetings of a draft stand, and everybody is told; nothing happens while it has flaws.

    `by` is who publishes: what they hold themselves they have said yes to. Twice is once.
    """
    now = house.clock.now()
    with write(house.database) as session:
        series = meeting_changes.held_series(session, group_id, series_id)
        if series is None or series.state != "draft":
            return () if series and series.state == "published" else (flaw("series/ended"),)
        if flaws := flaws_of_draft(session, series, now):
            return flaws
        _publish(session, series, by, now)
    return ()


def flaws_of_draft(session: Transaction, series: Series, now: int) -> Flaws:
    """What keeps this draft from being published."""
    holders = tuple(series_holders.holders_of_series(session, series.id))
    return series_flaws(session, series.group_id, wish_of(series, holders), now)


def _publish(session: Transaction, series: Series, by: str, now: int) -> None:
    series.state, series.changed_at = "published", now
    ahead = []
    for row in meeting_changes.rows_of(session, series.id):
        row.state = "scheduled" if row.ends_at > now else "over"
        row.changed_at = now
        if row.state == "scheduled":
            ahead.append(row)
    holders = series_holders.holders_of_series(session, series.id)
    series_holders.ask_holders(session, ahead, holders, {by: "yes"}, now=now)
    tell_of_series(session, MailKind.NEW_MEETINGS, series, said="", now=now)
    tell_holders(session, series, {person for person, _part in holders} - {by}, now=now)


def tell_holders(session: Transaction, series: Series, asked: set[str], *, now: int) -> None:
    """Each of these is asked by mail whether they will hold the series."""
    parts = dict(series_holders.holders_of_series(session, series.id))
    for person in sorted(asked & parts.keys()):
        post(
            session,
            MailKind.HOLDER_ASKED,
            once_key=f"asked:{series.id}:{series.sequence}:{person}",
            person_id=person,
            group_id=series.group_id,
            facts={"series": series.id, "meeting": None, "part": parts[person]},
            now=now,
        )
