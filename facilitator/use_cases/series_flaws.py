from collections.abc import Iterator

from facilitator.circle.plan import Medium
from facilitator.content.agendas import AgendaTemplate
from facilitator.content.capacity import FLAWS as AGENDA_FLAWS
from facilitator.content.capacity import SEATS_MOST, capacity_problem
from facilitator.content.capacity import flaws as agenda_flaws
from facilitator.schedule.occurrences import occurrences
from facilitator.schedule.rule import MINUTES_LEAST, MINUTES_MOST, MOST, problems
from facilitator.schedule.zones import local_of
from facilitator.store import groups, holders
from facilitator.store.database import Transaction
from facilitator.use_cases.flaws import Flaw, Flaws, flaw
from facilitator.use_cases.series_wish import SeriesWish
from facilitator.use_cases.support_ready import support_flaws

SEATS_LEAST = 2
DAY_MS = 24 * 60 * 60 * 1000
# How far ahead dates are stored; more come by themselves (`extend_horizons`).
HORIZON_MS = 400 * DAY_MS

_FACTS = {
    "rule/too_many": {"most": MOST},
    "minutes/range": {"least": MINUTES_LEAST, "longest": MINUTES_MOST},
}


def date_flaws(wish: SeriesWish, now: int) -> Flaws:
    """What keeps these dates from being stored."""
    codes = problems(wish.rule, wish.starts_local, wish.zone, wish.minutes)
    found = tuple(flaw(code, **_FACTS.get(code, {})) for code in codes)
    return found or tuple(_none_ahead(wish, now))


def series_flaws(session: Transaction, group_id: str, wish: SeriesWish, now: int) -> Flaws:
    """What keeps a series from being published (domain.md 2.1)."""
    return (
        *date_flaws(wish, now),
        *plan_flaws(wish.template, wish.minutes),
        *seat_flaws(wish.template, wish.seats_max, wish.medium, wish.shorter_time),
        *_holder_flaws(session, group_id, wish),
        *_support_flaws(session, group_id, now),
    )


def plan_flaws(template: AgendaTemplate, minutes: int) -> Iterator[Flaw]:
    """What the agenda promises and can't keep."""
    if template.minutes != minutes:
        yield flaw("minutes/agenda", agenda=template.minutes, minutes=minutes)
    for code in agenda_flaws(template):
        yield Flaw(f"agenda/{code}", AGENDA_FLAWS[code])


def seat_flaws(
    template: AgendaTemplate, seats: int, medium: str, shorter_time: bool
) -> Iterator[Flaw]:
    """Whether everybody can be offered space, each the full time unless a shorter one was
    chosen."""
    if not SEATS_LEAST <= seats <= SEATS_MOST:
        yield flaw("seats/range", least=SEATS_LEAST, longest=SEATS_MOST)
        return
    problem = capacity_problem(template, seats, Medium(medium))
    if problem is None:
        return
    if shorter_time and any(fix.code == "shorter_time" for fix in problem.fixes):
        return
    yield Flaw("seats/capacity", problem.sentence, tuple(fix.sentence for fix in problem.fixes))


def _none_ahead(wish: SeriesWish, now: int) -> Iterator[Flaw]:
    dates = occurrences(
        wish.rule,
        wish.starts_local,
        wish.zone,
        wish.minutes,
        after=now,
        until=now + 2 * HORIZON_MS,
    )
    if not dates:
        yield flaw("dates/none_ahead")


def _holder_flaws(session: Transaction, group_id: str, wish: SeriesWish) -> Iterator[Flaw]:
    if not wish.holders:
        yield flaw("holders/none")
        return
    may_hold = {one.person_id: one for one in holders.who_may_hold(session, group_id)}
    for person_id, _part in wish.holders:
        found = may_hold.get(person_id)
        if found is None:
            yield flaw("holders/not_here")
        elif not found.role_words.strip():
            yield flaw("holders/role", name=found.name)


def _support_flaws(session: Transaction, group_id: str, now: int) -> Iterator[Flaw]:
    group = groups.group(session, group_id)
    if group is not None:
        today = local_of(now, group.zone)[:10]
        for found in support_flaws(session, group_id, today):
            yield Flaw(found.code, found.sentence)
