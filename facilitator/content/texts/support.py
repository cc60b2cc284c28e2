"""Other support: which kinds of places there are, and what a list of them may still need."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

# In the order in which somebody in need would look.
KINDS: dict[str, Text] = {
    "crisis": _("Right now, day or night"),
    "friend": _("Somebody near"),
    "group": _("Another group"),
    "professional": _("Somebody trained"),
    "other": _("Something else"),
}

FLAWS: dict[str, Text] = {
    "support/none": _(
        "There’s no other support on the list yet. Please add one place to turn to, or more."
    ),
    "support/unchecked": _(
        "Some of the other support wasn’t looked at for a year."
        " Please make sure that it’s still there, and tick it off on that list."
    ),
}
