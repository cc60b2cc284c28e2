"""One date is left out, moved, called off or changed. Everyone is told, in somebody's own words."""

from dataclasses import dataclass

from facilitator.content.agenda_codec import template_from_json, template_to_json
from facilitator.content.agendas import AgendaTemplate
from facilitator.house import House
from facilitator.schedule.zones import instant_of
from facilitator.store import meeting_changes, notices
from facilitator.store.database import Transaction, write
from facilitator.store.meeting_tables import Meeting, Series
from facilitator.store.outbox import MailKind
from facilitator.use_cases.flaws import Flaws, flaw, unsaid
from facilitator.use_cases.series_flaws import plan_flaws, seat_flaws
from facilitator.use_cases.settle_places import settle_resized
from facilitator.use_cases.tell_group import tell_of_meeting

MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class MeetingWish:
    """What one meeting may have for itself; what is None stays."""

    agenda: str | None = None  # JSON: content.agenda_codec
    medium: str | None = None
    seats_max: int | None = None


def skip_meeting(house: House, group_id: str, meeting_id: str, said: str) -> Flaws:
    """The date is left out of its series: calendars forget it, and no time is missing."""
    return _set_aside(house, group_id, meeting_id, said, "skipped")


def cancel_meeting(house: House, group_id: str, meeting_id: str, said: str) -> Flaws:
    """The meeting won't be held: its date stays in calendars, marked so (domain.md 2.1)."""
    return _set_aside(house, group_id, meeting_id, said, "cancelled")


def move_meeting(
    house: House, group_id: str, meeting_id: str, starts_local: str, said: str
) -> Flaws:
    """The meeting is at another wall clock of its zone; who has a place keeps it."""
    now = house.clock.now()
    with write(house.database) as session:
        found = _changeable(session, group_id, meeting_id, now)
        if isinstance(found, tuple):
            return found
        meeting, series = found.meeting, found.series
        if meeting.starts_local == starts_local:
            # The same form sent twice is done; other words would be lost without a sentence.
            done = notices.was_told(session, meeting.id, said)
            return () if done else (*unsaid(said), flaw("start/same"))
        if flaws := (*unsaid(said), *_unclear_start(starts_local, series.zone, now)):
            return flaws
        lasts = meeting.ends_at - meeting.starts_at
        meeting.starts_local = starts_local
        meeting.starts_at, meeting.clock_note = instant_of(starts_local, series.zone)
        meeting.ends_at = meeting.starts_at + lasts
        found.tell(session, MailKind.CHANGED, "moved", said, now)
    return ()


def change_meeting(
    house: House, group_id: str, meeting_id: str, wish: MeetingWish, said: str
) -> Flaws:
    """This one meeting has another agenda, medium or number of seats than its series.

    More or fewer seats need no words; all that people prepare for does. What is said is told.
    """
    now = house.clock.now()
    with write(house.database) as session:
        found = _changeable(session, group_id, meeting_id, now)
        if isinstance(found, tuple):
            return found
        if found.meeting.circle_id is not None:
            return (flaw("meeting/open"),)
        before = found.shape
        template = template_from_json(wish.agenda or before.agenda)
        medium = wish.medium or before.medium
        seats = wish.seats_max or before.seats_max
        after = _Shape(template_to_json(template), medium, seats)
        prepared = (after.agenda, after.medium) != (before.agenda, before.medium)
        told = prepared or bool(said.strip())
        flaws = (*(unsaid(said) if told else ()), *_plan_flaws(session, found, template, after))
        if flaws or after == before:
            return flaws
        found.take(after, template)
        if told:
            found.tell(session, MailKind.CHANGED, "changed", said, now)
        session.flush()
        settle_resized(session, house, meeting_id)
    return ()


# --- What may still be changed --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Shape:
    agenda: str
    medium: str
    seats_max: int


@dataclass(frozen=True, slots=True)
class _Found:
    meeting: Meeting
    series: Series

    @property
    def shape(self) -> _Shape:
        one, series = self.meeting, self.series
        return _Shape(
            one.agenda or series.agenda,
            one.medium or series.medium,
            one.seats_max or series.seats_max,
        )

    def take(self, shape: _Shape, template: AgendaTemplate) -> None:
        """What is as the series says is not stored twice, so that the series can still change."""
        one, series = self.meeting, self.series
        one.agenda = shape.agenda if shape.agenda != series.agenda else None
        one.medium = shape.medium if shape.medium != series.medium else None
        one.seats_max = shape.seats_max if shape.seats_max != series.seats_max else None
        one.ends_at = one.starts_at + template.minutes * MINUTE_MS

    def tell(self, session: Transaction, kind: MailKind, notice: str, said: str, now: int) -> None:
        """Calendars see a newer meeting; people read what was said, on pages and by mail."""
        self.meeting.sequence += 1
        self.meeting.changed_at = now
        session.flush()
        meeting_changes.add_notice(
            session, self.series.group_id, self.meeting.id, notice, said, now=now
        )
        tell_of_meeting(session, kind, self.series, self.meeting, said=said, now=now)


def _changeable(session: Transaction, group_id: str, meeting_id: str, now: int) -> _Found | Flaws:
    # With its doors open too, until it begins: `end_meetings` closes the room of what was changed.
    found = meeting_changes.held_meeting(session, group_id, meeting_id)
    if found is None:
        return (flaw("meeting/set_aside"),)
    meeting, series = found
    if meeting.state == "draft":
        return (flaw("series/draft"),)
    if meeting.state != "scheduled":
        return (flaw("meeting/set_aside"),)
    if meeting.starts_at <= now:
        return (flaw("meeting/begun"),)
    return _Found(meeting, series)


def _set_aside(house: House, group_id: str, meeting_id: str, said: str, state: str) -> Flaws:
    now = house.clock.now()
    with write(house.database) as session:
        before = meeting_changes.held_meeting(session, group_id, meeting_id)
        if before is not None and before[0].state == state:
            return ()
        found = _changeable(session, group_id, meeting_id, now)
        if isinstance(found, tuple):
            return found
        if flaws := unsaid(said):
            return flaws
        found.meeting.state = state
        if state == "skipped":
            # It becomes an EXDATE: the series itself changes in calendars.
            found.series.sequence += 1
        found.tell(session, MailKind.CANCELLED, state, said, now)
        meeting_changes.recount(session, found.series)
    return ()


def _unclear_start(starts_local: str, zone: str, now: int) -> Flaws:
    try:
        instant, _note = instant_of(starts_local, zone)
    except ValueError:
        return (flaw("start/unclear"),)
    return () if instant > now else (flaw("start/past"),)


def _plan_flaws(
    session: Transaction, found: _Found, template: AgendaTemplate, after: _Shape
) -> Flaws:
    coming = meeting_changes.most_coming(session, [found.meeting.id])
    return (
        *plan_flaws(template, template.minutes),
        *seat_flaws(template, after.seats_max, after.medium, found.series.shorter_time),
        *((flaw("seats/coming", coming=coming),) if coming > after.seats_max else ()),
    )
