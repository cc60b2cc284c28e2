"""What the journal's pages carry: their texts and the lists people choose from, in one language."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.content import prompts, silence
from facilitator.content.texts import holding, journal, line, rounds
from facilitator.content.words import Text

_KEPT = ("belief", "share", "steady", "step")


@dataclass(frozen=True, slots=True)
class JournalContent:
    """Each list as pairs of a code, which is what an entry keeps, and its words."""

    supports: list[tuple[str, str]]
    rounds: list[tuple[str, str]]
    silences: list[tuple[str, str]]
    afters: list[tuple[str, str]]
    steps: list[tuple[str, str]]
    kept: list[tuple[str, str]]
    someone_steady: str


def journal_texts() -> dict[str, str]:
    """Every text that the pages' modules say, by its code."""
    numbers = {code: text for code, text in line.TEXTS.items() if code.startswith("number.")}
    return {code: str(text) for code, text in {**journal.TEXTS, **holding.TEXTS, **numbers}.items()}


def journal_content() -> JournalContent:
    return JournalContent(
        supports=_beginning(journal.ENTRY, "support."),
        rounds=_pairs(rounds.KINDS),
        silences=[
            *((one.code, str(one.name)) for one in silence.INVITATIONS),
            *_beginning(journal.ENTRY, "silence."),
        ],
        afters=_beginning(journal.ENTRY, "felt."),
        steps=_pairs(prompts.SMALL_STEPS),
        kept=[(kind, str(journal.NOTICING[f"kept.kind.{kind}"])) for kind in _KEPT],
        someone_steady=str(prompts.SOMEONE_STEADY),
    )


def _beginning(texts: dict[str, Text], start: str) -> list[tuple[str, str]]:
    return _pairs({code: text for code, text in texts.items() if code.startswith(start)})


def _pairs(texts: dict[str, Text]) -> list[tuple[str, str]]:
    return [(code, str(text)) for code, text in texts.items()]
