"""The states in which the circle itself is not on the screen. Each says what happens next (I44).

`cover.<state>` is the heading, `.line` the sentence below it, `.do` the one thing to press.
"""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.texts.bar import CARE, DONE
from facilitator.content.words import Text

AWAY: dict[str, Text] = {
    "cover.arriving": _("Coming in"),
    "cover.arriving.line": _("The circle is on its way to this screen."),
    "cover.door": _("You’re at the door"),
    "cover.door.line": _(
        "You come in at the next quiet moment, so that nobody is disturbed."
        " There is nothing to do until then."
    ),
    "cover.door.someone": _("Someone has the space. You’ll be with us in a moment."),
    "cover.door.silence": _("The circle is quiet. You can keep the silence from here."),
    "cover.door.early": _("The circle begins at {time}. You’re welcome to sit here until then."),
    "cover.door.unheld": _("That is on us, not you. You’re welcome to wait here a little."),
    "cover.out": _("You’ve stepped out"),
    "cover.out.line": _("You’re out of the circle’s words for now. The room is here until {time}."),
    "cover.out.do": _("Come back in"),
    "cover.returning": _("Good to have you"),
    "cover.returning.line": _("Someone has the space; you’re back in with us in a moment."),
    "cover.left": _("Go well"),
    "cover.left.line": CARE["care.leave.why"],
    "cover.left.do": _("Come back"),
    "cover.elsewhere": _("Open in another place"),
    "cover.elsewhere.line": _(
        "This circle is open on another screen of yours, so this one rests."
        " One person has one place here."
    ),
    "cover.elsewhere.do": _("Use this screen instead"),
    "cover.curtain": _("The curtain is drawn"),
    "cover.curtain.line": _(
        "Everyone’s words are hidden on your screen. You’re still in the circle."
    ),
    "cover.curtain.do": _("Open the curtain"),
    "cover.sitting_out": _("Sitting this one out"),
    "cover.sitting_out.line": DONE["done.sitting_out"],
    "cover.sitting_out.do": _("Join in after all"),
    "cover.back_to_me": _("Back to me"),
    "cover.back_to_me.line": _("Take as long as you like. The circle isn’t told."),
}

ENDINGS: dict[str, Text] = {
    "cover.closed": _("It’s finished for today"),
    "cover.closed.line": _("Nothing you said was kept."),
    "cover.emergency": _("The circle is closing now"),
    "cover.emergency.line": _(
        "A facilitator has ended the circle early. It isn’t about anything you did or said."
        " This page stays for half a minute."
    ),
    "cover.held_close": _("We’re ending here for today"),
    "cover.held_close.line": _(
        "The people who held this room couldn’t come back to it, and a circle is never left"
        " without anyone. That is on us, not you."
    ),
    "cover.unopened": _("The circle didn’t open today"),
    "cover.unopened.line": _(
        "No one has opened the room, and that is on us, not you. Thank you for coming to the door."
    ),
    "cover.removed": _("Your time in this circle has ended"),
    "cover.removed.line": _(
        "A facilitator has ended your time in this circle. This is about today’s limits."
        " Your membership is unchanged."
    ),
    "cover.removed.contact": _("You can write to {contact}."),
    "cover.signed_out": _("You’re signed out here"),
    "cover.signed_out.line": _("The same link brings you back to your place."),
    "cover.cancelled": _("This circle doesn’t take place"),
    "cover.not_mine": _(
        "Not every circle fits. You can go without a word, or look at other doors."
    ),
    "next.date": _("Next time: {date}."),
    "next.held_by": _("{names} will be there."),
    "next.none": _("No next date is set yet."),
    "next.other_doors": _("Other doors"),
    "next.support": CARE["care.support"],
}

TEXTS: dict[str, Text] = {**AWAY, **ENDINGS}
