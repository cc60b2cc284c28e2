"""Who holds a series, and so each of its meetings unless one of them says otherwise."""

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from facilitator.store.meeting_tables import Meeting, MeetingHolder, SeriesHolder


def holders_of_series(session: Session, series_id: str) -> list[tuple[str, str]]:
    """Who holds a series: person and part, the lead first."""
    rows = session.scalars(select(SeriesHolder).where(SeriesHolder.series_id == series_id))
    return sorted(((row.person_id, row.part) for row in rows), key=lambda one: one[1] != "lead")


def put_holders(session: Session, series_id: str, holders: Iterable[tuple[str, str]]) -> None:
    """These hold the series, and nobody else."""
    session.execute(delete(SeriesHolder).where(SeriesHolder.series_id == series_id))
    session.add_all(
        SeriesHolder(series_id=series_id, person_id=person, part=part) for person, part in holders
    )
    session.flush()


def answers_of_holders(session: Session, series_id: str) -> dict[str, str]:
    """What each holder last said about a meeting of the series."""
    rows = session.execute(
        select(MeetingHolder.person_id, MeetingHolder.answer)
        .join(Meeting, Meeting.id == MeetingHolder.meeting_id)
        .where(Meeting.series_id == series_id)
        .order_by(Meeting.recurrence)
    )
    return {row.person_id: row.answer for row in rows}


def ask_holders(
    session: Session,
    meetings: Sequence[Meeting],
    holders: Sequence[tuple[str, str]],
    answers: dict[str, str],
    *,
    now: int,
) -> None:
    """These people, and nobody else, are asked to lead or share these meetings. Whoever had said
    yes is not asked again."""
    ids = [one.id for one in meetings]
    session.execute(
        delete(MeetingHolder).where(
            MeetingHolder.meeting_id.in_(ids), MeetingHolder.part != "stand_in"
        )
    )
    standing_in = set(
        session.execute(
            select(MeetingHolder.meeting_id, MeetingHolder.person_id).where(
                MeetingHolder.meeting_id.in_(ids)
            )
        )
    )
    session.add_all(
        MeetingHolder(
            meeting_id=id_,
            person_id=person,
            part=part,
            answer="yes" if answers.get(person) == "yes" else "asked",
            asked_at=now,
        )
        for id_ in ids
        for person, part in holders
        if (id_, person) not in standing_in
    )
    session.flush()


def holders_by_person(session: Session, meeting_ids: Sequence[str]) -> set[str]:
    """Everybody who was asked to hold one of these meetings, whatever they said."""
    asked = select(MeetingHolder.person_id).where(MeetingHolder.meeting_id.in_(meeting_ids))
    return set(session.scalars(asked))
