from collections.abc import Iterable

from facilitator.calendars.meeting_guide import Listed, meeting_guide
from facilitator.house import House
from facilitator.schedule.occurrences import occurrences
from facilitator.schedule.rule import Frequency, Rule, rule_from_json
from facilitator.schedule.zones import read_local
from facilitator.store import feeds, links
from facilitator.store.database import read
from facilitator.store.group_tables import Group
from facilitator.store.links import Link
from facilitator.store.meeting_tables import Series
from facilitator.use_cases.keep_listing import listing_of

WEEK_MS = 7 * 24 * 60 * 60 * 1000


def read_public_list(house: House, *, address: str) -> str:
    """The weekly meetings of groups that chose to be listed, as JSON. `address` is the scheme and
    host of links to groups that are open to everybody."""
    with read(house.database) as session:
        groups = feeds.listed_groups(session)
        doors = links.group_links(session, house.secret, groups)
        told = _weekly(feeds.told_series(session, groups), house.clock.now())
        listed = [
            _listed(groups[series.group_id], series, rule, doors.get(series.group_id), address)
            for series, rule in told
        ]
    return meeting_guide(listed)


def read_listable(house: House, group_id: str) -> bool:
    """Whether the group has a meeting that the list could name: one that comes every week."""
    with read(house.database) as session:
        return bool(_weekly(feeds.told_series(session, [group_id]), house.clock.now()))


def _weekly(told: Iterable[Series], now: int) -> list[tuple[Series, Rule]]:
    """Those that take place each week, the coming one included: the format knows no others."""
    found = []
    for series in told:
        rule = rule_from_json(series.rule)
        if series.state == "published" and rule.frequency is Frequency.WEEKLY:
            ahead = (series.starts_local, series.zone, series.minutes)
            if rule.interval == 1 and occurrences(rule, *ahead, after=now, until=now + WEEK_MS):
                found.append((series, rule))
    return found


def _listed(group: Group, series: Series, rule: Rule, door: Link | None, address: str) -> Listed:
    said = listing_of(group)
    is_open = group.access == "open"
    return Listed(
        slug=series.id,
        name=said.name,
        weekdays=rule.weekdays or (read_local(series.starts_local).weekday(),),
        starts_local=series.starts_local,
        minutes=series.minutes,
        zone=series.zone,
        place=said.place,
        region=said.region,
        notes=said.notes,
        url=f"{address}/meet/{door.key}" if is_open and door else "",
        is_open=is_open,
        updated=series.changed_at,
    )
