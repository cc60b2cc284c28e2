from dataclasses import dataclass
from datetime import date, timedelta

from facilitator.content.agenda_codec import template_from_json
from facilitator.house import House
from facilitator.schedule.zones import instant_of, local_of
from facilitator.store.database import Transaction, read
from facilitator.store.meetings import MeetingFacts, holders_of, meetings_between
from facilitator.store.work import work_of

TOLD = ("scheduled", "skipped", "cancelled", "over")
STATES = ("draft", *TOLD)


@dataclass(frozen=True, slots=True)
class CalendarMeeting:
    """One meeting as those who work in its group see it, on the reader's own wall clock."""

    id: str
    group_id: str
    group_name: str
    starts_local: str
    ends_local: str
    group_zone: str
    group_local: str
    state: str
    title: str
    holders: tuple[str, ...]
    was_moved: bool
    left_after: int | None

    @property
    def day(self) -> date:
        return date.fromisoformat(self.starts_local[:10])


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """The meetings of these days, and the groups (id, name) that there could be meetings of."""

    groups: tuple[tuple[str, str], ...]
    meetings: tuple[CalendarMeeting, ...]


def read_calendar_page(
    house: House, person_id: str, zone: str, first: date, last: date, only_group: str = ""
) -> CalendarPage | None:
    """What is planned from `first` up to and with `last` in the groups this person works in, drafts
    in those they organize. None when `only_group` isn't one of them."""
    from_at = instant_of(f"{first.isoformat()}T00:00", zone)[0]
    until_at = instant_of(f"{(last + timedelta(1)).isoformat()}T00:00", zone)[0]
    with read(house.database) as session:
        work = work_of(session, person_id)
        organized = {group.id for group, place in work if place.organizes}
        names = {group.id: group.name for group, _place in work}
        if only_group and only_group not in names:
            return None
        asked = [only_group] if only_group else list(names)
        found = [
            one
            for one in meetings_between(session, asked, from_at, until_at, STATES)
            if one.state in TOLD or one.group_id in organized
        ]
        meetings = _shown(session, found, zone, names)
    return CalendarPage(tuple(names.items()), meetings)


def _shown(
    session: Transaction,
    found: list[MeetingFacts],
    zone: str,
    names: dict[str, str],
) -> tuple[CalendarMeeting, ...]:
    holders = holders_of(session, [one.id for one in found])
    return tuple(
        CalendarMeeting(
            id=one.id,
            group_id=one.group_id,
            group_name=names[one.group_id],
            starts_local=local_of(one.starts_at, zone),
            ends_local=local_of(one.ends_at, zone),
            group_zone=one.zone,
            group_local=one.starts_local,
            state=one.state,
            title=str(template_from_json(one.agenda).title),
            holders=tuple(h.name for h in holders.get(one.id, ()) if h.answer == "yes"),
            was_moved=one.was_moved,
            left_after=one.left_after,
        )
        for one in found
    )
