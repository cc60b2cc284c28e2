"""Where words are laid out to choose from, nothing else comes in, whichever way it is sent."""

from pathlib import Path

import pytest

from facilitator.circle import commands as c
from facilitator.circle.plan import Level
from facilitator.circle.refusals import Refusal
from facilitator.content.witness import PHRASES
from facilitator.use_cases.decks import not_in_deck
from facilitator.use_cases.run_command import Taken
from tests.store.houses import Ring, StandingClock, a_house, migrated


def reply(text: str, level: Level = Level.PRESENCE) -> c.Reply:
    return c.Reply(7, level, text)


def show(text: str, step: str = "choosing") -> c.ShowTogether:
    return c.ShowTogether(1, step, text)


@pytest.mark.parametrize("code", PHRASES)
def test_every_phrase_of_the_deck_may_be_company(code: str) -> None:
    assert not_in_deck(reply(code)) is None


def test_company_comes_in_the_words_of_the_deck_alone() -> None:
    """Somebody who asked for a few words of company gets no others."""
    assert not_in_deck(reply("Have you tried yoga?")) == Refusal("reply/deck")
    assert not_in_deck(reply("weather.fog")) == Refusal("reply/deck")


def test_a_reflection_is_in_own_words() -> None:
    """Where the sharer asked for more, what comes back is one's own."""
    assert not_in_deck(reply("I grew quieter", Level.REFLECTION)) is None


@pytest.mark.parametrize(
    ("text", "step"),
    [("weather.fog", "choosing"), ("goodbye.wave", "goodbye"), ("own:misty", "choosing")],
)
def test_what_is_laid_out_or_ones_own_may_be_shown(text: str, step: str) -> None:
    assert not_in_deck(show(text, step)) is None


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("foggy", "choosing"),
        ("goodbye.wave", "choosing"),
        ("weather.fog", "goodbye"),
        ("own: ", "goodbye"),
    ],
)
def test_a_step_shows_its_own_words_alone(text: str, step: str) -> None:
    """A check-in is no goodbye, and own words say that they are."""
    assert not_in_deck(show(text, step)) == Refusal("text/deck")


def test_the_deck_is_looked_up_wherever_commands_come_in(tmp_path: Path) -> None:
    """A command that the circle would take is stopped before anything is stored."""
    clock = StandingClock()
    house = migrated(a_house(f"sqlite:///{tmp_path / 'house.db'}", tmp_path, clock))
    ring = Ring(house, "Sam", "Lee")
    ring.goes_to_turns(clock)
    ring.asks("Ria", c.ShortClose())
    index = ring.kept().circle.agenda.closing_index
    before = ring.kept().version

    refused = ring.asks("Sam", c.ShowTogether(index, "goodbye", "so long"))
    assert refused == Refusal("text/deck")
    assert ring.kept().version == before
    taken = ring.asks("Sam", c.ShowTogether(index, "goodbye", "goodbye.wave"))
    assert isinstance(taken, Taken)
    house.database.dispose()
