"""Eight invitations into a silence (domain.md 3.4): eyes as you like, breath in one of them."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text


@dataclass(frozen=True, slots=True)
class Invitation:
    """`eyes` is "any" or "open"; `breath` says whether breathing is part of what is offered."""

    code: str
    name: Text
    words: Text
    eyes: str = "any"
    breath: bool = False


OPENING = _(
    "We’ll be quiet for {length}, until {time}. Eyes as you like."
    " You can change or sit it out at any point, and no one will notice."
)
LANDING = _("The quiet is coming to its end. Take your time.")

INVITATIONS: tuple[Invitation, ...] = (
    Invitation(
        "silence.near_and_far",
        _("Near and far"),
        _("Let your ears find one close sound, then one further off. You don’t have to like them."),
    ),
    Invitation(
        "silence.something_plain",
        _("Something plain"),
        _(
            "Rest your eyes on a plain thing: a cup, a corner, light on a wall."
            " Look elsewhere whenever you like."
        ),
        eyes="open",
    ),
    Invitation(
        "silence.held_up",
        _("Held up"),
        _(
            "Notice one place where something holds you up: a chair, the floor, a cushion."
            " If that is no comfort, swap to another."
        ),
    ),
    Invitation(
        "silence.slow_circle",
        _("Slow circle"),
        _(
            "A circle widens and narrows. Breathe along with it, just watch it, or let it be."
            " There is no holding of breath."
            " If breath is not a friendly place, choose another."
        ),
        breath=True,
    ),
    Invitation(
        "silence.water",
        _("Water"),
        _("Slow water moves across the screen. Follow it or don’t."),
        eyes="open",
    ),
    Invitation(
        "silence.busy_hands",
        _("Busy hands"),
        _(
            "Hold something, draw lines, stir your tea."
            " Hands don’t have to be still for company to be quiet."
        ),
        eyes="open",
    ),
    Invitation(
        "silence.company",
        _("Company"),
        _(
            "Nothing to do. Some people are being quiet at the same time as you."
            " That is all this is."
        ),
    ),
    Invitation(
        "silence.my_own_way",
        _("My own way"),
        _(
            "Look out of the window, stretch, read, walk about."
            " This time is yours; come back when it ends, or later."
        ),
        eyes="open",
    ),
)
