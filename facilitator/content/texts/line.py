"""Time in words, and what the screen says about its connection."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

TIME: dict[str, Text] = {
    "time.no_hurry": _("no hurry"),
    "time.moments": _("a moment"),
    "time.half_minute": _("about half a minute"),
    "time.minute": _("about a minute"),
    "time.minutes": _("about {n} minutes"),
    "time.hour": _("about an hour"),
    "age.now": _("just now"),
    "age.moments": _("a moment ago"),
    "age.minute": _("a minute ago"),
    "age.minutes": _("{n} minutes ago"),
    "time.left_said": _("There is {length} left."),
}

NUMBERS: dict[str, Text] = {
    "number.1": _("one"),
    "number.2": _("two"),
    "number.3": _("three"),
    "number.4": _("four"),
    "number.5": _("five"),
    "number.6": _("six"),
    "number.7": _("seven"),
    "number.8": _("eight"),
    "number.9": _("nine"),
    "number.10": _("ten"),
    "number.11": _("eleven"),
    "number.12": _("twelve"),
    "number.15": _("fifteen"),
    "number.20": _("twenty"),
    "number.25": _("twenty-five"),
    "number.30": _("thirty"),
    "number.40": _("forty"),
    "number.45": _("forty-five"),
    "number.50": _("fifty"),
    "number.60": _("sixty"),
}

CONNECTION: dict[str, Text] = {
    "connection.dropped": _("Your connection dropped. Your place and your draft are here."),
    "connection.back": _("You’re connected again."),
}

# Two more sentences of the room (texts/room.py): a question of depth, and what came of it.
DEPTH: dict[str, Text] = {
    "line.depth_raised": _(
        "{name} asked, and nobody would rather not: the next round may go a little deeper."
    ),
    "line.depth_kept": _("We stay at this depth."),
}

TEXTS: dict[str, Text] = {**TIME, **NUMBERS, **CONNECTION, **DEPTH}
