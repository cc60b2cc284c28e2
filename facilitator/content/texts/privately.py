"""The private line between one person and one who holds the room. Nobody else reads it (I28)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

WRITING: dict[str, Text] = {
    "privately.company": _("You’re allowed to want company. No reason needed."),
    "privately.to_you": _(
        "What somebody writes to you alone stands here. You answer, and never begin."
    ),
    "privately.whom": _("Who would you like to write to?"),
    "privately.away": _("{name} (not connected)"),
    "privately.between": _(
        "Between you and {name}. Nobody else reads it, and it goes when the circle ends."
    ),
    "privately.nobody": _("There is nobody to write to at this moment."),
    "privately.label": _("Your words to {name}"),
    "privately.send": _("Send to {name}"),
    "privately.empty": _("The field is empty so far, and there’s no hurry."),
    "privately.on_its_way": _("On its way. The words stay in this field until they’re there."),
    "privately.arrived": _("It’s with {name}."),
    "privately.kept_here": _("They weren’t sent. They stay in this field until you try again."),
    "privately.held": _(
        "Nobody is here to receive it just now. Your words stay in the field, on this device."
    ),
}

TALK: dict[str, Text] = {
    "privately.said": _("What you wrote to each other"),
    "privately.mine": _("You"),
    "privately.signpost": _("Somewhere to turn, from {name}"),
    "privately.waiting": _(
        "{name} couldn’t open it yet. Their hands may be full; it isn’t about you."
    ),
    "privately.instead": _("Send the same words to {name}"),
    "privately.wipe": _("Wipe this line"),
    "privately.wipe_sure": _("All of it goes, here and on {name}’s screen."),
    "privately.wipe_do": _("Wipe both sides"),
    "privately.wipe_keep": _("Leave it"),
    "privately.wiped": _("Wiped, here and there."),
}

# What stands softly above the question when somebody who holds the room reaches out.
REACHING_OUT: dict[str, Text] = {
    "privately.came": _("{name} wrote something to you alone."),
    "privately.read": _("Read it"),
    "privately.offer": _("From {name}: I’m here if useful. No reply needed."),
    "privately.offer_write": _("Write to {name}"),
    "privately.later": _("Not now"),
}

TEXTS: dict[str, Text] = {**WRITING, **TALK, **REACHING_OUT}
