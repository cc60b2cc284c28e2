"""The four companions of a rehearsal: who they are called and the few words they bring."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import lazy_gettext as _

from facilitator.circle.plan import Level
from facilitator.content.words import Text


@dataclass(frozen=True, slots=True)
class Companion:
    """`share` is said when the space comes, `check_in` shown with everybody's."""

    name: Text
    level: Level = Level.NONE
    check_in: str = ""
    share: Text | None = None
    goodbye: Text | None = None


# In the order of their seats; the key says what each of them is there to show.
COMPANIONS: dict[str, Companion] = {
    "shares": Companion(
        _("Alma"),
        level=Level.PRESENCE,
        check_in="weather.light_cloud",
        share=_(
            "The first cup of tea, while the house was still asleep. That was a good quarter hour."
        ),
        goodbye=_("Thank you for the quiet"),
    ),
    "passes": Companion(_("Bo"), check_in="weather.fog"),
    "lapses": Companion(_("Cleo")),
    "steps_out": Companion(_("Dev"), check_in="weather.breezy", goodbye=_("Until next time")),
}


def visitor_name() -> str:
    """What the person who rehearses is called in the ring."""
    return str(_("Guest"))
