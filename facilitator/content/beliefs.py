"""Old sentences, and others that could stand beside them (domain.md 3.6). Nobody is argued with:
the card says that the old one may have been true, and *doesn't fit me* is as good as any answer.
"""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

CARD_LINE = _(
    "This may have been true, and may have kept you safe."
    " Is there another sentence that could stand beside it?"
)


@dataclass(frozen=True, slots=True)
class Belief:
    """One card: the old sentence, and one or two that may stand beside it. The code never travels:
    which card somebody turns stays in their browser.
    """

    code: str
    old: Text
    beside: tuple[Text, ...]


BELIEFS: tuple[Belief, ...] = (
    Belief(
        "belief.on_my_own",
        _("I should be able to handle this on my own."),
        (
            _("Some things were never one person’s weight."),
            _("I can do part of it alone and part in company."),
        ),
    ),
    Belief(
        "belief.burden",
        _("I don’t want to be a burden."),
        (
            _("Somebody who is fond of me may be glad to be asked."),
            _("I can ask for a little and let them say yes or no."),
        ),
    ),
    Belief(
        "belief.always_leave",
        _("People always leave."),
        (
            _("Some have left. Some endings can be told ahead and be kind."),
            _("This hour has an end I know."),
        ),
    ),
    Belief(
        "belief.no_one_understands",
        _("No one would understand what I’ve been through."),
        (
            _("Nobody knows all of it. Someone may know the weather of it."),
            _("I can be kept company without being fully understood."),
        ),
    ),
    Belief(
        "belief.guard",
        _("If I let my guard down, I’ll get hurt again."),
        (
            _("I can lower it a finger’s width and raise it again."),
            _("A gate is neither a wall nor an open field."),
        ),
    ),
    Belief(
        "belief.trust",
        _("I can’t trust anyone."),
        (
            _("Some people were not safe for me. There are other people too."),
            _("I may trust one person with one small thing."),
        ),
    ),
    Belief(
        "belief.weak",
        _("Needing others means I’m weak."),
        (
            _("Wanting company is as ordinary as wanting water."),
            _("Needing is how people are made."),
        ),
    ),
    Belief(
        "belief.deserve",
        _("I don’t deserve love or care."),
        (
            _("Being looked after is for people, and I’m one of them."),
            _("Care is not a prize."),
        ),
    ),
    Belief(
        "belief.too_much",
        _("I’m too much."),
        (
            _("My feelings may be large and still be allowed."),
            _("The right room has edges I can lean on."),
        ),
    ),
    Belief(
        "belief.better_alone",
        _("I’m better off alone."),
        (_("Alone is sometimes rest and sometimes old weather. I can tell which today."),),
    ),
    Belief(
        "belief.backwards",
        _("If I need help again, I’ve gone backwards."),
        (_("Coming back is part of the road."),),
    ),
    Belief(
        "belief.no",
        _("If I say no, they won’t want me here."),
        (_("A no that is welcome makes my yes mean something."),),
    ),
)
