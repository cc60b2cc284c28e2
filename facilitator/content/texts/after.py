"""What the room reads about rest, a minute for whoever holds it, and staying after the farewell."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

TEXTS: dict[str, Text] = {
    "line.let_rest": _("{name} asks that we let that rest here."),
    "line.need_minute": _("{name} is taking a quiet minute with us. Nothing is needed."),
    "line.stay_on": _("{name} keeps the room open a little after the farewell, if you’d like it."),
    "line.stay_on_begins": _("{name} keeps the room open for those who chose to stay a little."),
    "line.stay_on_begins.itself": _(
        "The farewell is behind us. Whoever is here chose to stay a little."
    ),
    "line.quiet_after_begins": _(
        "{name} keeps us company from here on, with nothing to say or do."
    ),
    "line.quiet_after_begins.itself": _("Quiet company from here on, with nothing to say or do."),
    "kind.stay_on": _("Staying a little"),
    "step.stay_on.space": _("Room for whoever would like it"),
}
