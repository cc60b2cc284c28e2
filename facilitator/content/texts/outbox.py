"""What organizers read about mail: what it is about, and what became of it."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

ABOUT: dict[str, Text] = {
    "invitation": _("Invitation"),
    "welcome": _("Their own link"),
    "new_meetings": _("New dates"),
    "changed": _("Changed dates"),
    "cancelled": _("Called off"),
    "holder_asked": _("Asked to hold a meeting"),
    "holders_changed": _("Somebody else holds a meeting"),
    "place_offered": _("A seat is offered"),
    "place_yours": _("A seat is theirs"),
    "place_passed_on": _("A seat went on"),
    "day_before": _("A day ahead"),
    "hour_before": _("An hour ahead"),
    "note": _("Note"),
    "ending": _("An ending ahead"),
    "nobody_opened": _("Room not opened"),
    "left_with_holder": _("Somebody can’t hold a meeting"),
}

WAITS = _("On its way")
AGAIN = _("Tried before; goes out again by itself")
SENT = _("Sent")
LIES_HERE = _("Lies here")

TROUBLES: dict[str, Text] = {
    "address/unknown": _("Nobody is reached at this address."),
    "address/unclear": _("Mail can’t be sent to this address as it is written."),
    "address/busy": _("Their mail server had no room for it, over some hours."),
    "letter/refused": _("The mail server doesn’t take this letter."),
    "letter/unclear": _(
        "The letter couldn’t be written. Whoever runs the server finds more there."
    ),
    "server/away": _("The mail server couldn’t be reached, over some hours."),
    "server/busy": _("The mail server was busy, over some hours."),
    "server/sign_in": _("The mail server doesn’t know this house."),
    "server/no_tls": _("The mail server offers no safe line."),
    "server/sender": _("The mail server takes no mail from this house."),
    "": _("It couldn’t be sent."),
}
