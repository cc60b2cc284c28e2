from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from facilitator.calendars.entries import CANCELLED, CONFIRMED, Changed, Entry
from facilitator.calendars.writing import feed
from facilitator.content.texts.calendars import CalendarWords, calendar_words
from facilitator.house import House
from facilitator.schedule.rule import Frequency, Rule, rrule_text, rule_from_json
from facilitator.store import feeds, groups, links
from facilitator.store.database import Transaction, read
from facilitator.store.feeds import OffRule
from facilitator.store.links import Link, LinkKind
from facilitator.store.meeting_tables import Series
from facilitator.store.people_tables import Person


@dataclass(frozen=True, slots=True)
class _Told:
    """What one series has been through."""

    series: Series
    off_rule: Sequence[OffRule]
    last_held: str | None

    @property
    def is_over(self) -> bool:
        """It ended before anything of it took place, or could."""
        return self.series.state == "ended" and self.last_held is None

    @property
    def sequence(self) -> int:
        return max([self.series.sequence, *(one.sequence for one in self.off_rule)])

    @property
    def stamp(self) -> int:
        return max([self.series.changed_at, *(one.changed_at for one in self.off_rule)])


def uid_of(series_id: str) -> str:
    """How calendars know a series: the same for always, and without a host (I35)."""
    return f"{series_id}@holdspace"


def entry_of(
    session: Transaction, series_id: str, *, url: str = "", words: CalendarWords | None = None
) -> Entry | None:
    """What calendars are told about a series; None for a draft, or when there is no such series.

    `url` is where it takes place (`meet_address`). Without `words` they are those of the language
    that is spoken just now.
    """
    series = session.get(Series, series_id)
    if series is None or series.state == "draft":
        return None
    return entries_of(session, [series], url, words or calendar_words())[0]


def meet_address(session: Transaction, secret: str, group_id: str, address: str) -> str:
    """Where the group's meetings are found, as calendars and mails may say it; empty while the
    group has no link. `address` is the scheme and host."""
    link = links.link_of(session, secret, LinkKind.GROUP, group_id)
    return f"{address}/meet/{link.key}" if link else ""


def read_feed(
    house: House,
    kind: LinkKind,
    key: str,
    *,
    address: str,
    words_in: Callable[[str], CalendarWords],
) -> str | None:
    """The calendar behind this key; None when it opens none (any more).

    `words_in` gives the words of a language; it is asked with an empty one for a whole group's.
    """
    with read(house.database) as session:
        link = links.link_behind(session, kind, key, now=house.clock.now())
        if link is None or not _still_belongs(session, link):
            return None
        person = session.get(Person, link.person_id) if link.person_id else None
        words = words_in(person.language if person else "")
        url = meet_address(session, house.secret, link.group_id, address)
        told = feeds.told_series(session, [link.group_id])
        return feed(entries_of(session, told, url, words), words.name)


def _still_belongs(session: Transaction, link: Link) -> bool:
    if not link.person_id:
        return True
    place = groups.place(session, link.group_id, link.person_id)
    return place is not None and place.joined_at is not None


def entries_of(
    session: Transaction, told: Sequence[Series], url: str, words: CalendarWords
) -> list[Entry]:
    """What calendars are told about these series, which were published."""
    ids = [series.id for series in told]
    off_rule = feeds.meetings_off_rule(session, ids)
    last = feeds.last_held(session, [series.id for series in told if series.state == "ended"])
    return [
        _entry(_Told(one, off_rule.get(one.id, []), last.get(one.id)), url, words) for one in told
    ]


def _entry(told: _Told, url: str, words: CalendarWords) -> Entry:
    series = told.series
    entry = Entry(
        uid=uid_of(series.id),
        sequence=told.sequence,
        starts_local=series.starts_local,
        zone=series.zone,
        minutes=series.minutes,
        rrule=None,
        skipped=(),
        changed=(),
        status=CANCELLED if told.is_over else CONFIRMED,
        title=words.title,
        text=words.text,
        url=url,
        stamp=told.stamp,
    )
    rule = rule_from_json(series.rule)
    # A rule that was split at its first date has no date left.
    if rule.frequency is Frequency.ONCE or rule.count == 0:
        return _single(entry, told.off_rule, is_empty=rule.count == 0)
    return _recurring(entry, told, rule)


def _single(entry: Entry, off_rule: Sequence[OffRule], *, is_empty: bool) -> Entry:
    """A meeting that doesn't recur is where it was moved to: it has no rule to differ from."""
    if is_empty:
        return replace(entry, status=CANCELLED)
    for one in off_rule:
        status = entry.status if _is_held(one) else CANCELLED
        entry = replace(entry, starts_local=one.starts_local, minutes=one.minutes, status=status)
    return entry


def _recurring(entry: Entry, told: _Told, rule: Rule) -> Entry:
    off_rule = told.off_rule
    if told.last_held is not None:
        # What a series ended before is no exception to it: its rule goes no further.
        rule = replace(rule, count=None, until=told.last_held[:10])
        off_rule = [one for one in off_rule if one.recurrence <= told.last_held]
    return replace(
        entry,
        rrule=rrule_text(rule, entry.starts_local, entry.zone),
        skipped=tuple(one.recurrence for one in off_rule if one.state == "skipped"),
        changed=tuple(_changed(one) for one in off_rule if one.state != "skipped"),
    )


def _changed(one: OffRule) -> Changed:
    status = CONFIRMED if _is_held(one) else CANCELLED
    return Changed(one.recurrence, one.starts_local, one.minutes, status, one.sequence)


def _is_held(one: OffRule) -> bool:
    return one.state not in {"skipped", "cancelled"}
