"""Where words are kept: the keys under which the vault holds them, and which of them may still
exist.

The vault holds exactly what `alive` names, so taking a share back, lowering replies and closing
need no code of their own.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Circle, Round, SeatId, Signal

_NOT_SHOWN = {"Cc", "Cs", "Co", "Cn"}
_TURNING = {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def share_key(share: int) -> str:
    return f"share:{share}"


def reply_key(reply: int) -> str:
    return f"reply:{reply}"


def shown_key(round_index: int, step: str, seat: SeatId) -> str:
    return f"shown:{round_index}:{step}:{seat}"


def suggestion_key(signal: int) -> str:
    return f"suggestion:{signal}"


def private_key(seat: SeatId, holder: SeatId, message: int) -> str:
    return f"private:{seat}:{holder}:{message}"


def process_key(message: int) -> str:
    return f"process:{message}"


def flagged_key(signal: Signal) -> str:
    """The words a flag points to."""
    return share_key(signal.share or 0) if signal.reply is None else reply_key(signal.reply)


def alive(circle: Circle) -> frozenset[str]:
    """Every key whose words somebody may still read."""
    return frozenset(_keys(circle))


def _keys(circle: Circle) -> Iterator[str]:
    for share in circle.shares.values():
        yield share_key(share.id)
        yield from (reply_key(reply.id) for reply in share.replies)
    for current in (circle.round, circle.suspended):
        yield from _shown(current) if current else ()
    if circle.open:
        yield from _beside(circle)


def _beside(circle: Circle) -> Iterator[str]:
    """What a flag points to stays for those who facilitate until they answer it, also when its
    author takes it back: the one exception to taking back (domain.md 6.3, I23).
    """
    for signal in circle.signals:
        if signal.kind == "flag" and signal.worded:
            yield flagged_key(signal)
        elif signal.kind == "suggestion" and signal.worded:
            yield suggestion_key(signal.id)
    for line in circle.lines:
        yield from (private_key(*line.ends, message.id) for message in line.messages)
    yield from (process_key(note.id) for note in circle.process)


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


def shown_part(text: str, longest: int) -> str:
    """As much of the words as can be kept, for whoever must not be told no; "" when that is
    nothing.
    """
    text = "".join(c for c in text if c in "\n\r\t" or unicodedata.category(c) not in _NOT_SHOWN)
    cleaned = clean_text(unicodedata.normalize("NFC", text).strip()[:longest], longest)
    return "" if isinstance(cleaned, Refusal) else cleaned
