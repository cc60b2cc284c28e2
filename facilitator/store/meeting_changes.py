"""What changes meetings: dates stored, what is left counted again, who is told, notices."""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from facilitator.schedule.occurrences import Occurrence, occurrences
from facilitator.schedule.rule import Frequency, how_many, rule_from_json
from facilitator.store.group_tables import GroupPlace
from facilitator.store.meeting_tables import (
    Meeting,
    MeetingReply,
    Notice,
    Series,
)
from facilitator.store.people_tables import Person
from facilitator.tokens import fresh_id

# What is still to be held; what was skipped or cancelled has a place in its series, and no time.
HELD = ("draft", "scheduled", "over")

# --- Found, to be changed -------------------------------------------------------------------------


def series_here(session: Session, group_id: str, series_id: str) -> Series | None:
    """The series, when it is this group's."""
    found = session.get(Series, series_id)
    return found if found is not None and found.group_id == group_id else None


def held_series(session: Session, group_id: str, series_id: str) -> Series | None:
    """The same; nobody else changes it or one of its meetings until the transaction ends."""
    here = (Series.id == series_id, Series.group_id == group_id)
    return session.scalar(select(Series).where(*here).with_for_update())


def held_meeting(session: Session, group_id: str, meeting_id: str) -> tuple[Meeting, Series] | None:
    """A meeting of this group with its series, held as `held_series` does: all who change a
    meeting meet at its series."""
    series_id = session.scalar(select(Meeting.series_id).where(Meeting.id == meeting_id))
    series = held_series(session, group_id, series_id) if series_id else None
    meeting = session.get(Meeting, meeting_id)
    return None if series is None or meeting is None else (meeting, series)


def rows_of(session: Session, series_id: str, from_recurrence: str = "") -> list[Meeting]:
    """The stored meetings of a series from one date on, earliest first."""
    asked = select(Meeting).where(
        Meeting.series_id == series_id, Meeting.recurrence >= from_recurrence
    )
    return list(session.scalars(asked.order_by(Meeting.recurrence)))


def dates_of(series: Series, *, until: int, after: int | None = None) -> list[Occurrence]:
    """What the rule of a series gives (instants, UTC ms)."""
    return list(
        occurrences(
            rule_from_json(series.rule),
            series.starts_local,
            series.zone,
            series.minutes,
            after=after,
            until=until,
        )
    )


def count_up(series: Series, rows: Iterable[Meeting]) -> None:
    """Calendars are told the series anew, with a number above each they were told before: those of
    meetings that leave it too, or they would take the news for an old one (RFC 5546, 2.1.4)."""
    series.sequence += 1 + max((row.sequence for row in rows), default=0)


# --- Dates ----------------------------------------------------------------------------------------


def store_dates(
    session: Session, series: Series, dates: Iterable[Occurrence], *, state: str, now: int
) -> list[Meeting]:
    """Each of these dates is a meeting of the series."""
    rows = []
    for date in dates:
        row = Meeting(id=fresh_id(), group_id=series.group_id, state=state)
        take_date(row, series, date, now=now)
        rows.append(row)
    session.add_all(rows)
    session.flush()
    return rows


def take_date(row: Meeting, series: Series, date: Occurrence, *, now: int) -> None:
    """The meeting is at this date of the series, and as its series says."""
    row.series_id = series.id
    row.recurrence = row.starts_local = date.recurrence
    row.number = date.number
    row.starts_at, row.ends_at = date.starts_at, date.ends_at
    row.clock_note = date.note
    row.left_after = date.left_after
    row.agenda = row.medium = row.seats_max = None
    row.changed_at = now


def recount(session: Session, series: Series) -> None:
    """`left_after` says of each stored meeting how many are still held after it, those of the
    series that follows included; and so of what this one follows."""
    session.flush()
    rows = rows_of(session, series.id)
    left = _left_after_last(session, series, rows)
    for row in reversed(rows):
        row.left_after = left
        if left is not None:
            left += row.state in HELD
    for earlier in session.scalars(select(Series).where(Series.followed_by == series.id)):
        recount(session, earlier)


def _left_after_last(session: Session, series: Series, rows: Sequence[Meeting]) -> int | None:
    follows = session.get(Series, series.followed_by) if series.followed_by else None
    if follows is not None:
        rule, ahead = rule_from_json(follows.rule), rows_of(session, follows.id)
        if not ahead:
            return how_many(rule, follows.starts_local)
        first = ahead[0]
        if rule.frequency is Frequency.ONCE:
            return int(first.state in HELD)
        return None if first.left_after is None else first.left_after + (first.state in HELD)
    dates = {one.recurrence: one for one in dates_of(series, until=series.stored_until)}
    last = dates.get(rows[-1].recurrence) if rows else None
    return last.left_after if last else None


# --- Who is told ----------------------------------------------------------------------------------


def who_is_told(session: Session, group_id: str) -> set[str]:
    """The members who would like to hear about meetings by mail."""
    return set(
        session.scalars(
            select(GroupPlace.person_id).where(
                GroupPlace.group_id == group_id,
                GroupPlace.joined_at.is_not(None),
                GroupPlace.mail_meetings,
            )
        )
    )


def add_notice(
    session: Session, group_id: str, meeting_id: str | None, kind: str, said: str, *, now: int
) -> None:
    """The group's pages carry what somebody said about a change."""
    session.add(
        Notice(
            id=fresh_id(),
            group_id=group_id,
            meeting_id=meeting_id,
            kind=kind,
            said=said,
            made_at=now,
        )
    )


def most_coming(session: Session, meeting_ids: Sequence[str]) -> int:
    """How many places are taken or offered in the fullest of these meetings; that stays so until
    the transaction ends."""
    held = select(Meeting.id).where(Meeting.id.in_(meeting_ids)).order_by(Meeting.id)
    session.scalars(held.with_for_update()).all()
    taken = (
        select(func.count().label("places"))
        .where(
            MeetingReply.meeting_id.in_(meeting_ids), MeetingReply.place.in_(("seat", "offered"))
        )
        .group_by(MeetingReply.meeting_id)
        .subquery()
    )
    return session.scalar(select(func.max(taken.c.places))) or 0


# --- Looked after once a day ----------------------------------------------------------------------


def series_stored_until(session: Session, instant: int) -> list[str]:
    """Published series whose dates are stored up to an earlier instant."""
    asked = select(Series.id).where(Series.state == "published", Series.stored_until < instant)
    return list(session.scalars(asked))


def near_the_end(session: Session, from_at: int, until_at: int) -> list[Meeting]:
    """Meetings in [from_at, until_at) after which their series has two, one or none left."""
    asked = select(Meeting).where(
        Meeting.state == "scheduled",
        Meeting.starts_at >= from_at,
        Meeting.starts_at < until_at,
        Meeting.left_after <= 2,
    )
    return list(session.scalars(asked.order_by(Meeting.starts_at)))


# --- What an organizer plans with -----------------------------------------------------------------


def zones_of_members(session: Session, group_id: str) -> dict[str, list[str]]:
    """The zones that members chose for themselves, each with their names in order."""
    rows = session.execute(
        select(Person.zone, Person.name)
        .join(GroupPlace, GroupPlace.person_id == Person.id)
        .where(
            GroupPlace.group_id == group_id, GroupPlace.joined_at.is_not(None), Person.zone != ""
        )
        .order_by(Person.zone, Person.name)
    )
    found: dict[str, list[str]] = {}
    for zone, name in rows:
        found.setdefault(zone, []).append(name)
    return found


def notices_about(session: Session, meeting_id: str) -> list[Notice]:
    """What people were told about one meeting, newest first."""
    asked = select(Notice).where(Notice.meeting_id == meeting_id, Notice.said != "")
    return list(session.scalars(asked.order_by(Notice.made_at.desc(), Notice.id)))
