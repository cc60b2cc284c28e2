"""The door: everything somebody may want to know before they are asked for a name (A22)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content import agreements
from facilitator.content.texts.space import LEVELS
from facilitator.content.words import Text

# The eight things, in this order, each with its answer.
KNOWING: dict[str, Text] = {
    "door.welcome": _("Welcome. You don’t have to carry it well to come in."),
    "door.holding": _("Who holds the room"),
    "door.holding.line": _("They mind time, order and the door. None of them is your therapist."),
    "door.role": _("What they are"),
    "door.role.peer": _("A peer facilitator"),
    "door.size": _("How many we are"),
    "door.size.line": _("Up to {n} people, each of them by name. There is no audience."),
    "door.agenda": _("What will happen"),
    "door.agenda.line": _("{length}, from {begins} to {ends}. We end when we say we do."),
    "door.medium": _("How we speak"),
    "door.medium.written": _("What is shared is written."),
    "door.medium.spoken": _("What is shared is said aloud; this page keeps time and turns."),
    "door.medium.mixed": _("In your time you write or you speak, as you like."),
    "door.depth": _("How close it gets"),
    "door.depth.1": _("Light prompts only. Nobody goes deeper than the agenda says."),
    "door.depth.2": _("Up to prompts that come a little closer. Using one is never asked."),
    "door.depth.3": _("Up to tender prompts. Using one is never asked."),
    "door.agreements": agreements.TITLE,
    "door.kept": _("What is kept"),
    "door.kept.line": _(
        "Nothing you say. Words live while the circle does and are destroyed when it ends."
        " No recording, no notes about people."
    ),
    "door.leaving": _("How to leave"),
    "door.leaving.line": _(
        "At any moment, without a word. Leave fast, at the top of every page, covers the screen"
        " at once; so does pressing Shift three times."
    ),
    "door.leaving.honest": _(
        "It can’t wipe what a browser remembers, or hide from software that watches a device."
    ),
}

ASKING: dict[str, Text] = {
    "door.name": _("What may we call you?"),
    "door.name.hint": _("Any name you like. Only this circle sees it."),
    "door.adult": _("I’m eighteen or older"),
    "door.accept": agreements.ACCEPT,
    "door.mode": _("Today"),
    "door.mode.open": _("I may share"),
    "door.mode.listening": _("I’m listening"),
    "door.mode.line": _("Either is a full way to be here, and you can change it at any time."),
    "door.level": _("What would you like back when you share?"),
    "door.level.none": LEVELS["level.none"],
    "door.level.presence": LEVELS["level.presence"],
    "door.level.reflection": LEVELS["level.reflection"],
    "door.enter": _("Come in"),
    "door.no_story": _("Nobody asks why you come."),
    "door.not_this": _("This may not be my circle"),
}

TEXTS: dict[str, Text] = {**KNOWING, **ASKING}
