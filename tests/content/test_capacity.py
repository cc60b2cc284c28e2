"""Whether an agenda can offer everyone space, and what an organizer reads when it cannot."""

from dataclasses import replace

import pytest

from facilitator.circle.plan import MINUTE, SECOND, Level, Medium, RoundPlan
from facilitator.content.agendas import AGENDAS, REHEARSAL, AgendaTemplate
from facilitator.content.capacity import (
    FLAWS,
    capacity,
    capacity_problem,
    flaws,
    template_capacity,
    turn_cost_seconds,
)

SEATS = {
    "short": (5, 7),
    "standard_hour": (8, 10),
    "long": (8, 11),
    # Six and eight, had it no quiet between turns.
    "silence_first": (5, 7),
    "newcomers": (8, 11),
    "grief_neutral": (8, 11),
    "sentences_beside": (8, 12),
    "just_company": (12, 12),
    "farewell": (10, 12),
}


@pytest.mark.parametrize(
    ("depth", "medium", "without", "with_replies"),
    [
        (1, Medium.MIXED, 124, 169),
        (2, Medium.MIXED, 169, 214),
        (3, Medium.WRITTEN, 212, 257),
        (1, Medium.SPOKEN, 90, 135),
        (2, Medium.SPOKEN, 120, 165),
        (3, Medium.SPOKEN, 150, 195),
    ],
)
def test_a_turn_costs_what_the_design_says(
    depth: int, medium: Medium, without: int, with_replies: int
) -> None:
    """The formula gives the seconds of domain.md 3.13 for every depth and medium."""
    assert turn_cost_seconds(depth, medium, replies=False) == without
    assert turn_cost_seconds(depth, medium, replies=True) == with_replies


@pytest.mark.parametrize(("key", "seats"), SEATS.items())
def test_the_formula_reproduces_the_table(key: str, seats: tuple[int, int]) -> None:
    """Each template has room for as many seats as the table says, written and spoken."""
    template = AGENDAS[key]

    assert template_capacity(template, Medium.MIXED) == seats[0]
    assert template_capacity(template, Medium.WRITTEN) == seats[0]
    assert template_capacity(template, Medium.SPOKEN) == seats[1]


def test_the_agenda_of_the_extension_would_fit_too() -> None:
    """Eighteen minutes at the first depth are space for seven, or eleven who speak."""
    plan = RoundPlan("micro_sharing", 18 * MINUTE)

    assert (capacity(plan, Medium.MIXED), capacity(plan, Medium.SPOKEN)) == (7, 11)


def test_a_quiet_between_turns_is_part_of_the_sum() -> None:
    """Without its quiet the same round has room for one seat more."""
    plan = next(p for p in AGENDAS["silence_first"].rounds if p.kind == "micro_sharing")
    assert plan.quiet_between == 15 * SECOND

    assert capacity(plan, Medium.MIXED) == 5
    assert capacity(replace(plan, quiet_between=0), Medium.MIXED) == 6


@pytest.mark.parametrize("template", [*AGENDAS.values(), REHEARSAL], ids=lambda t: t.key)
def test_a_template_announces_the_seats_it_has_room_for(template: AgendaTemplate) -> None:
    """What an organizer reads about seats is what the formula gives, not a hope."""
    assert template.capacity_mixed == template_capacity(template, Medium.MIXED)
    assert template.capacity_spoken == template_capacity(template, Medium.SPOKEN)


def test_enough_room_is_no_problem() -> None:
    """As many seats as the table says can be published."""
    assert capacity_problem(AGENDAS["short"], 5, Medium.MIXED) is None
    assert capacity_problem(AGENDAS["just_company"], 12, Medium.MIXED) is None


def test_too_many_seats_come_with_ways_out() -> None:
    """An organizer reads how long everyone would need, and three fixes that are each enough."""
    problem = capacity_problem(AGENDAS["farewell"], 11, Medium.MIXED)

    assert problem is not None
    assert str(problem.sentence) == (
        "Not everyone could be offered space: 11 seats need 25 minutes."
    )
    assert [(fix.code, fix.amounts) for fix in problem.fixes] == [
        ("fewer_seats", (10,)),
        ("longer_round", (25,)),
        ("shorter_time", (88,)),
    ]


def test_each_sharing_round_that_is_too_short_is_told() -> None:
    """A long circle for twelve needs more time in both of its sharing rounds, and says so."""
    problem = capacity_problem(AGENDAS["long"], 12, Medium.MIXED)

    assert problem is not None
    assert str(problem.fixes[1].sentence) == "Give the sharing more time: 27 + 36 minutes."


@pytest.mark.parametrize("template", AGENDAS.values(), ids=lambda t: t.key)
@pytest.mark.parametrize("seats", range(2, 13))
@pytest.mark.parametrize("medium", Medium)
def test_every_offered_fix_is_enough(template: AgendaTemplate, seats: int, medium: Medium) -> None:
    """Fewer seats or a longer round, done as advised, leave no problem."""
    problem = capacity_problem(template, seats, medium)
    if problem is None:
        return
    advised = {fix.code: fix.amounts for fix in problem.fixes}
    minutes = iter(advised["longer_round"])
    longer = replace(
        template,
        rounds=tuple(
            replace(plan, length=next(minutes) * MINUTE)
            if capacity(plan, medium, template.replies_counted) < seats
            else plan
            for plan in template.rounds
        ),
    )

    assert capacity_problem(template, advised["fewer_seats"][0], medium) is None
    assert capacity_problem(longer, seats, medium) is None


def test_a_time_too_short_to_speak_in_is_not_advised() -> None:
    """When an equal time would fall below half a minute, the organizer is not offered it."""
    problem = capacity_problem(AGENDAS["short"], 12, Medium.MIXED)

    assert problem is not None
    assert [fix.code for fix in problem.fixes] == ["fewer_seats", "longer_round"]


@pytest.mark.parametrize("template", AGENDAS.values(), ids=lambda t: t.key)
def test_every_agenda_is_sound(template: AgendaTemplate) -> None:
    """Each adds up, begins softly, settles after its deepest sharing and keeps its ending."""
    assert flaws(template) == ()


def test_a_rehearsal_may_settle_in_less() -> None:
    """Nobody was met in a rehearsal, so its closing is short; it keeps every other promise."""
    assert flaws(REHEARSAL) == ("settling",)


def _micro(minutes: int) -> RoundPlan:
    return RoundPlan("micro_sharing", minutes * MINUTE, replies_max=Level.PRESENCE)


@pytest.mark.parametrize(
    ("flaw", "change"),
    [
        ("length", {"minutes": 31}),
        ("beginning", {"rounds": AGENDAS["short"].rounds[1:]}),
        ("closing", {"rounds": (*AGENDAS["short"].rounds, _micro(5))}),
        ("reserve", {"closing_reserve_minutes": 8}),
        ("reserve", {"closing_reserve_minutes": 2}),
        ("settling", {"rounds": (AGENDAS["short"].rounds[-1], _micro(5))}),
        ("notice", {"rounds": (*AGENDAS["short"].rounds[:-1], _micro(4))}),
        ("break", {"minutes": 90}),
    ],
)
def test_an_unsound_agenda_is_told_what_it_lacks(flaw: str, change: dict[str, object]) -> None:
    """Each rule about the shape of an agenda is noticed when it is not kept, in words."""
    found = flaws(replace(AGENDAS["short"], **change))  # type: ignore[arg-type]

    assert flaw in found
    assert all(str(FLAWS[code]) for code in found)
