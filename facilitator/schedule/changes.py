"""A change from one date on: what was and what follows become two rules."""

from __future__ import annotations

from dataclasses import replace

from facilitator.schedule.rule import Rule, dates
from facilitator.schedule.zones import is_zone, read_local


def split(rule: Rule, starts_local: str, zone: str, recurrence: str) -> tuple[Rule, Rule]:
    """The rule of the dates before `recurrence`, and the rule of those from it on (its
    `starts_local` is `recurrence`): together the same dates as before.

    Split at its first date, nothing is before: that rule has a count of 0. Raises ValueError where
    `recurrence` is no date of the rule, or the zone isn't known.
    """
    if not is_zone(zone):
        raise ValueError("That zone isn’t known.")
    here, earlier, last = read_local(recurrence), 0, None
    for wall in dates(rule, read_local(starts_local)):
        if wall >= here:
            break
        earlier, last = earlier + 1, wall
    else:
        wall = None
    if wall != here:
        raise ValueError("The series has no such date.")
    following = rule if rule.count is None else replace(rule, count=rule.count - earlier)
    if last is None:
        return replace(rule, count=0, until=None), following
    return replace(rule, count=None, until=last.date().isoformat()), following
