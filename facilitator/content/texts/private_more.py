"""What somebody reads who looks at something alone: cards, small steps, setting down, leaving."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content import beliefs
from facilitator.content.words import Text

CARDS: dict[str, Text] = {
    "card.title": _("A card with an old sentence"),
    "card.why": _("Turn one for yourself. Nobody sees which, and nothing of it is sent."),
    "card.turn": _("Turn the card"),
    "card.another": _("Another card"),
    "card.line": beliefs.CARD_LINE,
    "card.stand": _("Stand it beside"),
    "card.own": _("In my own words"),
    "card.not_mine": _("Doesn’t fit me"),
    "card.not_today": _("Not today"),
    "card.own_label": _("A sentence of mine that could stand beside it"),
    "card.own_done": _("Lay it beside"),
    "card.beside": _("Side by side"),
    "card.keep": _("Keep it on this device"),
    "card.aloud": _("Say it at my space"),
    "card.let_go": _("Let it go"),
    "card.laid_away": _("The card is back in the deck."),
    "card.kept": _("It’s kept, on this device alone."),
    "card.drafted": _(
        "It waits as a draft for your next space. You can change it, or leave it unsaid."
    ),
    "card.gone": _("Let go. Nothing of it stays here."),
    "card.back": _("Back to the card"),
}

STEPS: dict[str, Text] = {
    "towards.choose": _("Which way would you like to look?"),
    "small.why": _("It stays with you. Nobody asks about it later."),
    "small.chosen": _("That’s enough."),
    "small.keep": _("Keep it as a note to myself"),
    "small.again": _("Look again"),
    "steady.name": _("A name, for you alone, if you like"),
    "steady.someone": _("Someone comes to mind"),
    "steady.no_one": _("No one yet"),
    "steady.after": _("Both are fine to notice. It stays on this device."),
}

RELEASE: dict[str, Text] = {
    "release.title": _("For you alone"),
    "release.mine": _("What is mine"),
    "release.down": _("What I can set down"),
    "release.line": _("Both fields stay on this device. You can leave them empty."),
    "release.set_down": _("Set it down"),
    "release.gone": _("Set down. It isn’t here any more."),
}

PARTING: dict[str, Text] = {
    "parting.stay": _("Stay in the quiet"),
    "parting.staying": _("Leave the quiet after all"),
    "parting.line": _("Write to a facilitator"),
    "parting.steady": _("My steady person"),
    "parting.steady_named": _("You wrote {name}. A short hello can be enough."),
    "parting.steady_none": _(
        "Someone who takes a no well, and is mostly kind. It’s all right if there is no one yet."
    ),
    "parting.only_buttons": _("Only a button you press tells anybody."),
}

TEXTS: dict[str, Text] = {**CARDS, **STEPS, **RELEASE, **PARTING}
