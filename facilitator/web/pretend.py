"""Two languages nobody speaks, for looking at screens before a real translation exists: one whose
words are a good third longer than the English ones, one that runs from right to left.

They are made from the English texts while these are read, and only where HOLDSPACE_PSEUDO is set.
"""

import re
from collections.abc import Callable

from babel.support import NullTranslations

# `{name}`, `%(name)s` and tags keep their places.
_KEPT = re.compile(r"(\{\w*\}|%\(\w+\)[sd]|%%|<[^<>]+>)")
_ACCENTS = str.maketrans("aceilnorsuyzACEILNORSUYZ", "áçéíļñöŕšúýžÅÇÉÍĻÑÖŔŠÚÝŽ")
_VOWEL = re.compile(r"[aeiouyAEIOUY]")
_ARABIC = str.maketrans(
    "abcdefghijklmnopqrstuvwxyz?,;",
    "ابثدەفغهيجكلمنوپقرستعڤشخىز؟،؛",
)
_GROWTH = 1.35


def longer(text: str) -> str:
    """Accents on the letters, vowels drawn out, brackets where the text begins and ends."""
    return f"[{_between(text, _drawn_out)}]"


def from_the_right(text: str) -> str:
    """Arabic letters in the place of the Latin ones, one for one."""
    return _between(text, lambda words: words.lower().translate(_ARABIC))


def _between(text: str, change: Callable[[str], str]) -> str:
    parts = _KEPT.split(text)
    return "".join(part if at % 2 else change(part) for at, part in enumerate(parts))


def _drawn_out(words: str) -> str:
    wanted = round(len(words) * _GROWTH)
    drawn = _VOWEL.sub(lambda found: found[0] * 2, words)
    for letter in "rnstl":
        if len(drawn) < wanted:
            drawn = drawn.replace(letter, letter * 2)
    return drawn.translate(_ACCENTS)


class Pretended(NullTranslations):
    """A catalogue that makes each translation when it is asked for."""

    def __init__(self, change: Callable[[str], str]) -> None:
        super().__init__()
        self._change = change

    def ugettext(self, message: str) -> str:
        return self._change(message)

    def ungettext(self, singular: str, plural: str, num: int) -> str:
        return self._change(singular if num == 1 else plural)


# Stand-ins that Babel knows, since it refuses the codes en-XA and ar-XB that are meant for this.
PRETENDED: dict[str, tuple[str, Callable[[str], str]]] = {
    "en_150": ("Lóóngeer", longer),
    "ar": ("عربي", from_the_right),
}
