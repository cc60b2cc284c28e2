"""What the whole room reads: uses of power, pauses, the ending foretold.

Every use of power is one plain sentence with the name of who did it (I48). What happened by itself,
because its time had come, has the same code with `.itself` and names nobody.
"""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

NOBODY_WRONG = _("We’re taking a short pause. This isn’t about anyone doing wrong.")

LINES: dict[str, Text] = {
    "line.began": _("{name} opened the circle."),
    "line.began_later": _("{name} opened the circle. We began later, so we end at {time}."),
    "line.round_introduced": _("{name} opens the next round: {round}."),
    "line.round_introduced.itself": _("The next round: {round}."),
    "line.round_set_aside": _("{name} sets a round aside. We leave it for today: {round}."),
    "line.step_extended": _("{name} gives this a little more time."),
    "line.step_trimmed": _("{name} makes this a little shorter."),
    "line.paused": _("{name} is pausing the room. Nothing is needed."),
    "line.auto_paused": NOBODY_WRONG,
    "line.holding": _("{name} is holding the room. A quiet minute, nothing else."),
    "line.resumed": _("{name} lets the room go on. Nobody’s time was used up."),
    "line.resumed.itself": _("The room goes on. Nobody’s time was used up."),
    "line.silence_offered": _("{name} offers a silence. The round comes back after it."),
    "line.silence_extended": _("{name} lets the quiet last a minute longer."),
    "line.depth_lowered": _("{name}: let’s stay a little lighter."),
    "line.locked": _("{name} closed the door. Anyone who was here can come back."),
    "line.unlocked": _("{name} opened the door again."),
    "line.handed_over": _("{name} is holding the room now."),
    "line.agreement_added": _("{name} added a line to our agreements."),
    "line.closing_begins": _("{name} opens the closing."),
    "line.closing_begins.itself": _("It’s time for the closing, as promised."),
    "line.short_close": _("{name} brings us to the farewell early."),
    "line.words_gone": _("Earlier words are gone, and nothing was kept. We go on from here."),
}

STOPS: dict[str, Text] = {
    "stop.pause": LINES["line.paused"],
    "stop.hold": LINES["line.holding"],
    "stop.auto": NOBODY_WRONG,
    "stop.held": _(
        "{name} lost the connection. We’re holding the room; no one needs to carry anything."
        " You may wait or go."
    ),
    "stop.held.itself": _(
        "Whoever held the room lost the connection. Everything waits, and nobody needs to carry it."
        " You may stay or go."
    ),
    "stop.still": _("Everything stands still. What is yours to press still works."),
    "stop.time_kept": _("Your time is kept to the second."),
    "stop.until": _("Until {time}"),
}

FORETOLD: dict[str, Text] = {
    "foretold.10": _("About ten minutes are left. We end at {time}."),
    "foretold.3": _("About three minutes are left. We end at {time}, as we said."),
}

# The agenda strip and the ring around the centre.
STRIP: dict[str, Text] = {
    "strip.done": _("done"),
    "strip.now": _("now"),
    "strip.next": _("to come"),
    "strip.aside": _("left for today"),
    "strip.ends": _("until {time}"),
    "strip.begins": _("from {time}"),
    "ring.facilitates": _("facilitates"),
    "ring.away": _("stepped out"),
    "ring.you": _("you"),
    "ring.companion": _("plays along"),
    "holding.one": _("{name} is holding the room."),
    "holding.nobody": _("Nobody is holding the room at this moment."),
}

LEAVING: dict[str, Text] = {
    "leaving.question": _("How are you leaving?"),
    "leaving.line": _("Only you see the answer."),
    "leaving.more": _("more steady"),
    "leaving.same": _("about as I came"),
    "leaving.less": _("less steady"),
    "leaving.skip": _("I’d rather not say"),
    "leaving.less_line": _(
        "Thank you for noticing. You could tell a facilitator before you go,"
        " turn to someone steady, or look at other support."
    ),
    "leaving.thanks": _("Thank you. Go well."),
    "leaving.small_step": _("One small step, if you’d like one"),
    "leaving.steady_person": _("Someone steady"),
}

TEXTS: dict[str, Text] = {**LINES, **STOPS, **FORETOLD, **STRIP, **LEAVING}
