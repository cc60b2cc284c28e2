"""What a silence says beyond its first words: sounds, the slow circle, the water, a minute left."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

SETTINGS: dict[str, Text] = {
    "sound.title": _("Sound and time, on this device"),
    "sound.tones": _("Soft tones when a quiet begins and ends"),
    "sound.hear": _("Hear it"),
    "sound.line": _("Only you hear them. Without them there is no sound at all."),
    "sound.none": _("This browser can’t make the tones. Nothing else changes."),
    "sound.minute": _("Tell my screen reader when about a minute is left"),
    "sound.minute_left": _("About a minute of quiet is left."),
}

BREATH: dict[str, Text] = {
    "breath.title": _("Make it slower or quicker"),
    "breath.in": _("Widens for {n} seconds"),
    "breath.out": _("Narrows for {n} seconds"),
}

SAT_OUT: dict[str, Text] = {
    "sat_out.things": _("Look out of the window, stretch, stir a cup of tea, read something."),
    "sat_out.until": _("The quiet goes on until {time}. Join whenever you like, or not."),
}

BETWEEN: dict[str, Text] = {
    "between_turns.title": _("A little quiet"),
    "between_turns.line": _("Nothing is asked. What was said can settle."),
}

TEXTS: dict[str, Text] = {**SETTINGS, **BREATH, **SAT_OUT, **BETWEEN}
