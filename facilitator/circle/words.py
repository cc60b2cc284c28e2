"""Where words are kept: the keys under which the vault holds them, and which of them may still
exist.

The vault holds exactly what `alive` names, so taking a share back, lowering replies and closing
need no code of their own.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Circle, Round, SeatId

_NOT_SHOWN = {"Cc", "Cs", "Co", "Cn"}
_TURNING = {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def share_key(share: int) -> str:
    return f"share:{share}"


def reply_key(reply: int) -> str:
    return f"reply:{reply}"


def shown_key(round_index: int, step: str, seat: SeatId) -> str:
    return f"shown:{round_index}:{step}:{seat}"


def alive(circle: Circle) -> frozenset[str]:
    """Every key whose words somebody may still read."""
    return frozenset(_keys(circle))


def _keys(circle: Circle) -> Iterator[str]:
    for share in circle.shares.values():
        yield share_key(share.id)
        yield from (reply_key(reply.id) for reply in share.replies)
    for current in (circle.round, circle.suspended):
        yield from _shown(current) if current else ()


def _shown(current: Round) -> Iterator[str]:
    return (shown_key(current.index, step, seat) for step, seat in current.shown)


def clean_text(text: str, longest: int) -> str | Refusal:
    """The words as they are kept: one normal form, no control or direction-turning characters, at
    most `longest`.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = unicodedata.normalize("NFC", text).strip()
    if any(unicodedata.category(c) in _NOT_SHOWN and c != "\n" for c in text):
        return Refusal("text/marks")
    text = "".join(c for c in text if c not in _TURNING)
    if not any(unicodedata.category(c)[0] in "LNSP" for c in text):
        return Refusal("text/empty")
    return Refusal("text/long") if len(text) > longest else text
