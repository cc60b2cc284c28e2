"""What was answered after circles, as an organizer reads it: in words that leave single answers
out (domain.md 6.13)."""

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.content.feedback import CROSSED, ENOUGH, QUESTIONS, TOGETHER
from facilitator.content.texts.feedback import FORM, ORGANIZER

Counts = Mapping[tuple[str, str], int]

# From which share on which word is said, and how long its bar is, of five.
SHARES = ((0.9, 5), (0.6, 4), (0.4, 3), (0.15, 2), (0.0, 1))
TOTALS = (50, 20, 10, ENOUGH)
LISTENERS = (("listeners", "yes"), ("sharers", "no"))


@dataclass(frozen=True)
class Bar:
    answer: str
    share: str
    length: int


@dataclass(frozen=True)
class Card:
    """A question with its bars; `none` stands in for them where too few have answered."""

    question: str
    bars: tuple[Bar, ...] = ()
    of: str = ""
    none: str = ""


def feedback_cards(counts: Counts) -> list[Card]:
    """One card a question, none of which tells about fewer than five people."""
    return [_card(question, counts) for question in ("free", "knew", "leaving")]


def crossed_cards(counts: Counts) -> list[Card]:
    """Whether people would come again: those who mostly listened, beside the others."""
    _listened, again = CROSSED
    cards = []
    for name, listened in LISTENERS:
        given = [counts.get((TOGETHER, f"{listened}+{a}"), 0) for a in QUESTIONS[again]]
        title = str(ORGANIZER[name])
        if min(given) < ENOUGH:
            cards.append(Card(title, none=str(ORGANIZER["few_here"])))
        else:
            cards.append(_filled(title, again, given))
    return cards


def _card(question: str, counts: Counts) -> Card:
    given = [counts.get((question, answer), 0) for answer in QUESTIONS[question]]
    title = str(ORGANIZER[question])
    if sum(given) < ENOUGH:
        return Card(title, none=str(ORGANIZER["none"]))
    return _filled(title, question, given)


def _filled(title: str, question: str, given: list[int]) -> Card:
    total = sum(given)
    bars = tuple(
        _bar(str(FORM[f"feedback.{question}.{answer}"]), number / total)
        for answer, number in zip(QUESTIONS[question], given, strict=True)
    )
    of = next(least for least in TOTALS if total >= least)
    return Card(title, bars, str(ORGANIZER[f"of.{of}"]))


def _bar(answer: str, share: float) -> Bar:
    length = next(length for least, length in SHARES if share >= least)
    return Bar(answer, str(ORGANIZER[f"share.{length}"]), length)
