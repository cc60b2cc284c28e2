"""Around words that were shared: the heads-up, a flag, what is set aside; and a longer evening."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

COMPOSING: dict[str, Text] = {
    "composer.heads_up": _("Give a heads-up"),
    "composer.heads_up.why": _("Something heavy is coming. Others can choose when to open it."),
    "composer.how": _("How this works"),
    "composer.how.back": _("What you take back leaves every screen at once, replies too."),
    "composer.how.flag": _(
        "If somebody had asked the facilitators to look at it before, those alone keep it until"
        " they have, or until the circle ends."
    ),
    "composer.how.end": _("At the end of the circle every word is gone."),
}

REPLYING: dict[str, Text] = {
    "reply.look": _("Look at the words"),
    "reply.just_me": _("Don’t ask me today"),
}

FLAGS: dict[str, Text] = {
    "flag.ask": _("Ask the facilitators to look at something"),
    "flag.ask_reply": _("Ask the facilitators to look at a reply"),
    "flag.share": _("They see whose words they are. They aren’t told who asked."),
    "flag.reply": _(
        "They see the reply without your name. Only you received it, so they can tell it’s you."
    ),
    "flag.of": _("The words of {name}"),
    "flag.done": _("The facilitators have the words of {name}. They aren’t told who asked."),
    "flag.back": _("Take that back"),
}

KEEPING: dict[str, Text] = {
    "after.keep": _("Keep my words for myself"),
    "after.kept": _("They wait in this tab. In your journal you can seal them, or let them go."),
}

SET_ASIDE: dict[str, Text] = {
    "covered.mine": _(
        "A facilitator set this aside for now, so the others don’t see it. It says nothing about"
        " you. You can leave it so, take it back, or write to a facilitator."
    ),
    "covered.leave": _("Leave it so"),
    "covered.write": _("Write to a facilitator"),
}

DEEPER: dict[str, Text] = {
    "deeper.title": _("May the coming prompts come a little closer?"),
    "deeper.line": _("Only if it’s fine with everyone. Nobody sees who answers what."),
    "deeper.fine": _("Fine with me"),
    "deeper.stands": _("You wished to keep it lighter, and that stands. Nothing is needed."),
    "deeper.thanks": _("Thank you. Nothing was sent."),
    "deeper.left": _("You have {length}, and you may leave this as it is."),
}

SUGGESTING: dict[str, Text] = {
    "suggest.title": _("Suggest a line for our agreements"),
    "suggest.label": _("What would help you here?"),
    "suggest.line": _("It goes to the facilitators without your name. They may add it for all."),
    "suggest.send": _("Suggest it"),
    "suggest.sent": _("The facilitators have your line, without your name."),
}

LET_REST: dict[str, Text] = {
    "let_rest.line": _("You can ask that nobody comes back to what you said."),
}

STAYING: dict[str, Text] = {
    "stay.title": _("Some of us stay a while after the end."),
    "stay.line": _("It’s a choice, and going is just as good. You can go at any moment."),
    "stay.do": _("Stay a while"),
    "stay.staying": _("You stay a while. Change your mind whenever you like."),
    "stay.go": _("Go at the end after all"),
    "stay.title.stay_on": _("We stay a while."),
    "stay.line.stay_on": _("The circle has had its farewell. What is said now is extra."),
    "stay.title.quiet_after": _("Quiet company"),
    "stay.line.quiet_after": _(
        "Nothing is said to the room any more. Rest here, or write to a facilitator."
    ),
    "stay.left": _("The room stays open for {length}. Go whenever you like."),
    "centre.stay_on": _("Staying"),
    "centre.quiet_after": _("Quiet"),
}

TEXTS: dict[str, Text] = {
    **COMPOSING,
    **REPLYING,
    **FLAGS,
    **KEEPING,
    **SET_ASIDE,
    **DEEPER,
    **SUGGESTING,
    **LET_REST,
    **STAYING,
}
