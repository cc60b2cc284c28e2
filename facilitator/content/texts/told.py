"""What a door says of a group's meetings before the words that somebody wrote about it."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

TOLD: dict[str, Text] = {
    "note": _("From the group"),
    "moved": _("A meeting has moved"),
    "skipped": _("We leave one meeting out"),
    "cancelled": _("A meeting doesn’t take place"),
    "changed": _("Something has changed"),
    "holders": _("Somebody else holds it"),
    "last": _("The last meeting is near"),
}
