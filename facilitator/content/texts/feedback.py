"""The page after a circle: what may be answered there without a name, and where it goes on."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

FORM: dict[str, Text] = {
    "feedback.title": _("A few questions, if you like"),
    "feedback.line": _(
        "Without your name, for the people who organise these circles."
        " Leaving them out is just as good."
    ),
    "feedback.free": _("I could have said no at any moment."),
    "feedback.free.yes": _("Yes"),
    "feedback.free.mostly": _("Mostly"),
    "feedback.free.not_really": _("Not really"),
    "feedback.listened": _("I mostly listened today."),
    "feedback.listened.yes": _("Yes"),
    "feedback.listened.no": _("No"),
    "feedback.again": _("I’d come again."),
    "feedback.again.yes": _("Yes"),
    "feedback.again.unsure": _("Not sure, or no"),
    "feedback.together": _("These two are only told together, so each needs the other."),
    "feedback.knew": _("I knew what would happen next."),
    "feedback.knew.yes": _("Yes"),
    "feedback.knew.mostly": _("Mostly"),
    "feedback.knew.not_really": _("Not really"),
    "feedback.leaving": _("How I’m leaving, compared with how I came"),
    "feedback.leaving.steady": _("More steady, or the same"),
    "feedback.leaving.less": _("Less steady"),
    "feedback.skip": _("Leave out"),
    "feedback.how": _("What happens with an answer"),
    "feedback.how.text": _(
        "Nobody sees a single answer. Each one waits, without your name, the time or this circle,"
        " until five people of the group have answered that question. Then the five are added to"
        " the group’s sums, and those who organise it see only these, roughly."
    ),
    "feedback.send": _("Send without my name"),
    "feedback.close": _("No, thank you"),
    "feedback.sent": _("Thank you. Nobody can tell which answers were yours."),
    "feedback.closed": _("That’s fine. Nothing is needed."),
    "feedback.not_sent": _(
        "It didn’t go through just now. You can send it once more, or leave it."
    ),
    "feedback.too_late": _("These questions have closed by now, and that’s all right."),
}

AFTERWARDS: dict[str, Text] = {
    "afterwards.journal": _("Write something for yourself"),
    "afterwards.debrief": _("Look back on holding it"),
}

TEXTS: dict[str, Text] = {**FORM, **AFTERWARDS}

ORGANIZER: dict[str, Text] = {
    "title": _("After circles"),
    "line": _(
        "What people answered without their names, over all circles of this group, roughly."
        " Five answers are added at once, so that none can be told."
    ),
    "none": _("Shown once five people have answered"),
    "free": _("“I could have said no at any moment.”"),
    "knew": _("“I knew what would happen next.”"),
    "leaving": _("How people leave, of those who wanted to say"),
    "crossed": _("“I’d come again.”"),
    "listeners": _("Of those who mostly listened"),
    "sharers": _("Of the others"),
    "few_here": _("Shown once both answers were given five times"),
    "share.5": _("nearly everyone"),
    "share.4": _("most"),
    "share.3": _("about half"),
    "share.2": _("some"),
    "share.1": _("few or nobody"),
    "of.50": _("fifty answers or more"),
    "of.20": _("twenty to forty-nine answers"),
    "of.10": _("ten to nineteen answers"),
    "of.5": _("five to nine answers"),
}
