from dataclasses import dataclass

from facilitator.content.texts.planning import FLAWS
from facilitator.content.words import Text, fill


@dataclass(frozen=True, slots=True)
class Flaw:
    """What keeps a meeting from being kept, published or changed: a code, a sentence, and what
    would be enough to settle it. The code's first part names the field it belongs to."""

    code: str
    sentence: Text
    ways_out: tuple[Text, ...] = ()

    @property
    def field(self) -> str:
        return self.code.partition("/")[0]


Flaws = tuple[Flaw, ...]


def flaw(code: str, **values: object) -> Flaw:
    """The flaw with this code, in the words of `content.texts.planning`."""
    return Flaw(code, fill(FLAWS[code], **values))


def unsaid(said: str) -> Flaws:
    """No date changes without a word to those who come (I45)."""
    return () if said.strip() else (flaw("said/empty"),)
