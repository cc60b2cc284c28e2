"""What may be said only in words that are laid out: company for a share, a check-in, a goodbye.

The core knows no content, so these words are looked up where commands come in, whoever asks.
"""

from facilitator.circle import commands as c
from facilitator.circle.plan import Level
from facilitator.circle.refusals import Refusal
from facilitator.content.check_in import SCALES
from facilitator.content.prompts import GOODBYES
from facilitator.content.witness import PHRASES

OWN = "own:"
CODES: dict[str, frozenset[str]] = {
    "choosing": frozenset(code for scale in SCALES for code in scale.words),
    "goodbye": frozenset(GOODBYES),
}


def not_in_deck(command: c.Command) -> Refusal | None:
    """None unless the command brings words that its deck does not hold."""
    match command:
        case c.Reply(level=Level.PRESENCE, text=text) if text not in PHRASES:
            return Refusal("reply/deck")
        case c.ShowTogether(step=step, text=text) if not _may_be_shown(step, text):
            return Refusal("text/deck")
    return None


def _may_be_shown(step: str, text: str) -> bool:
    own = text.startswith(OWN) and text.removeprefix(OWN).strip() != ""
    return own or text in CODES.get(step, ())
