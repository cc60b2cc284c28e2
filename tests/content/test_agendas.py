"""The agendas on offer, and the circle each of them promises."""

import pytest

from facilitator.circle.plan import MINUTE, Level, Medium
from facilitator.content.agendas import AGENDAS, REHEARSAL, AgendaTemplate, agenda_of

# domain.md 3.13, as a person reads it.
TABLE = {
    "short": "arrival 4 · check_in 5 · silence 2 · micro_sharing 12 · closing 7",
    "standard_hour": (
        "arrival 5 · check_in 7 · silence 3 · micro_sharing 26 · silence 3 · closing 16"
    ),
    "long": (
        "arrival 7 · check_in 9 · silence 3 · micro_sharing 20 · break 8 · micro_sharing 25"
        " · silence 3 · closing 15"
    ),
    "silence_first": (
        "arrival 5 · silence 5 · check_in 5 · silence 5 · micro_sharing 14 · silence 3 · closing 8"
    ),
    "newcomers": "arrival 13 · check_in 8 · silence 2 · micro_sharing 19 · silence 3 · closing 15",
    "grief_neutral": (
        "arrival 5 · check_in 6 · silence 4 · micro_sharing 25 · silence 5 · closing 15"
    ),
    "sentences_beside": (
        "arrival 5 · check_in 6 · silence 2 · reflection 8 · micro_sharing 20 · silence 3"
        " · closing 16"
    ),
    "just_company": "arrival 3 · check_in 4 · silence 8 · closing 5",
    "farewell": "arrival 5 · check_in 6 · silence 3 · micro_sharing 24 · silence 3 · closing 19",
}


def _as_read(template: AgendaTemplate) -> str:
    return " · ".join(f"{plan.kind} {plan.length // MINUTE}" for plan in template.rounds)


def test_every_agenda_has_the_rounds_of_the_table() -> None:
    """What a group can choose is what the table of the design says, round by round."""
    read = {key: _as_read(template) for key, template in AGENDAS.items()}

    assert read == TABLE


def test_the_rehearsal_is_not_on_offer() -> None:
    """Nobody can invite a group into the rehearsal."""
    assert REHEARSAL.key not in AGENDAS


@pytest.mark.parametrize("template", [*AGENDAS.values(), REHEARSAL], ids=lambda t: t.key)
def test_nothing_comes_back_to_a_check_in(template: AgendaTemplate) -> None:
    """Only a sharing round lets anything come back, never a check-in or a closing."""
    levels = {plan.replies_max for plan in template.rounds if plan.kind != "micro_sharing"}

    assert levels == {Level.NONE}


def test_the_belief_cards_have_their_round() -> None:
    """Sentences beside, and nothing else, opens the cards; they are looked at alone."""
    found = {
        (key, plan.kind, plan.words)
        for key, template in AGENDAS.items()
        for plan in template.rounds
        if plan.activity == "beliefs"
    }

    assert found == {("sentences_beside", "reflection", False)}


def test_newcomers_stay_light() -> None:
    """A first circle practises the pass, keeps to the first depth, and lets nothing come back."""
    rounds = AGENDAS["newcomers"].rounds

    assert rounds[0].practice
    assert {plan.depth for plan in rounds} == {1}
    assert {plan.replies_max for plan in rounds} == {Level.NONE}


@pytest.mark.parametrize("medium", Medium)
def test_an_agenda_keeps_the_promised_length_in_every_medium(medium: Medium) -> None:
    """However people speak, the circle is held to the template's minutes and closing reserve."""
    for template in AGENDAS.values():
        agenda = agenda_of(template, medium)

        assert agenda.medium is medium
        assert agenda.length == template.minutes * MINUTE
        assert agenda.closing_reserve == template.closing_reserve_minutes * MINUTE


@pytest.mark.parametrize(("minutes", "reserve"), [(20, 4), (30, 5), (45, 5), (60, 8), (90, 10)])
def test_the_closing_reserve_follows_the_length(minutes: int, reserve: int) -> None:
    """Agendas of the same length keep the same time for closing."""
    kept = {t.closing_reserve_minutes for t in AGENDAS.values() if t.minutes == minutes}

    assert kept == {reserve}
