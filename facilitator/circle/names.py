"""What a chosen name may look like, so that every name can stand beside every other."""

from __future__ import annotations

import re
import unicodedata

from facilitator.circle.refusals import Refusal

LONGEST = 40
MARKS_MOST = 2
# Persian and Indic names need these two between letters.
_JOINERS = {"\u200c", "\u200d"}
# Letters and symbols that draw nothing.
_BLANK = {"\u115f", "\u1160", "\u3164", "\uffa0", "\u2800"}
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def clean_name(raw: str) -> str | Refusal:
    """The name as everybody will read it: NFC, single spaces, 1 to 40 characters, no hidden or
    piled-up marks.
    """
    if any(unicodedata.category(c) in _HIDDEN and c not in _JOINERS for c in raw):
        return Refusal("name/marks")
    name = re.sub(r"\s+", " ", unicodedata.normalize("NFC", raw)).strip()
    if not any(unicodedata.category(c)[0] in "LNSP" and c not in _BLANK for c in name):
        return Refusal("name/empty")
    if len(name) > LONGEST:
        return Refusal("name/long")
    piled = 0
    for c in name:
        piled = piled + 1 if unicodedata.category(c) in {"Mn", "Me"} else 0
        if piled > MARKS_MOST:
            return Refusal("name/marks")
    return name


def same_name(one: str, other: str) -> bool:
    """Two names that people could not tell apart when said aloud."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(c for c in plain if c not in _JOINERS | _BLANK)
