"""Words of company (domain.md 3.7). No question, no advice, no praise as a grade."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

COMPOSER_LINE = _("No need to fix. Being here is enough. Only if you have room.")

GROUPS: dict[str, Text] = {
    "with_you": _("With you"),
    "thanks": _("Thanks"),
    "in_me": _("In me"),
    "i_hear": _("What I hear"),
    "quiet": _("Without words"),
}

# The deck of level *presence*. What comes first is joining; cheering up is nowhere.
PHRASES: dict[str, Text] = {
    "with_you.here": _("I’m here with you."),
    "with_you.heard": _("I heard that."),
    "with_you.beside": _("I’m beside you in this."),
    "with_you.no_more": _("No need to say more."),
    "with_you.untidy": _("You don’t have to tidy it up for us."),
    "with_you.sit": _("I can sit with this."),
    "thanks.letting_us": _("Thank you for letting us hear it."),
    "thanks.a_little": _("Thank you for a little of it."),
    "thanks.said_here": _("I’m glad it was said here."),
    "in_me.knows": _("Something in me knows a little of this."),
    "in_me.touched": _("That touched me."),
    "in_me.quieter": _("I grew quieter as I listened."),
    "in_me.hold": _("I’ll hold this gently and leave it with you."),
    "i_hear.care": _("I hear care in that."),
    "i_hear.how_long": _("I hear how long you have carried it."),
    "i_hear.limit": _("I hear a limit you kept."),
    "i_hear.you": _("I hear you."),
    "quiet.here": _("(quietly here)"),
}

# How a reply at level *reflection* may begin.
REFLECTION_STEMS: dict[str, Text] = {
    "stem.noticed": _("In me, I noticed…"),
    "stem.word": _("A word that stayed with me is…"),
    "stem.felt": _("As I listened I felt…"),
    "stem.remember": _("I’d like to remember…"),
}

# How a reply at level *ideas* may begin.
IDEAS_STEMS: dict[str, Text] = {
    "stem.helped": _("What has helped me, and may not suit you, is…"),
}
