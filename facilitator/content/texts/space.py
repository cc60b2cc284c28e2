"""The space: offered, taken, used in one's own way; the composer, and what may come back."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content import check_in, witness
from facilitator.content.texts.bar import CARE
from facilitator.content.words import Text

# What everybody reads. However a turn ended, it ends in the same line (I11).
CIRCLE: dict[str, Text] = {
    "circle.thanks": _("Thank you. We move on gently."),
    "circle.has_space": _("{name} has the space."),
    "circle.space_for": _("There’s space for {name}."),
}

OFFER: dict[str, Text] = {
    "offer.line": _("There’s space for you, if you’d like it."),
    "offer.up_next": _("After this there’s space for you, if you’d like it."),
    "offer.take": _("Take the space"),
    "offer.moment": CARE["care.moment"],
    "offer.write": _("I’ll write"),
    "offer.speak": _("I’ll speak"),
    "offer.quiet": _("I’ll be quiet here for my time"),
    "offer.moved_on": _(
        "We’ve moved on, and nothing is needed from you. If you’d like the space later, it’s here."
    ),
    "offer.ask": _("I’d like the space"),
    "offer.asked": _("The space is coming to you."),
    "offer.unask": _("Not now after all"),
    "offer.practice": _("There’s an empty space for you. Passing is the whole practice."),
}

# The person's side first, then the limit, then another way (C34).
LIMIT = _(
    "I want you to have room for this. We’ve reached our time. You could carry on in the closing,"
    " or with somebody afterwards."
)

MINE: dict[str, Text] = {
    "mine.speaking": _("The space is yours. Speak whenever you’re ready."),
    "mine.quiet": _("The space is yours, and the circle is quiet with you."),
    "mine.writing": _("The space is yours. Nothing is shown until you share it."),
    "mine.finish": CARE["care.finish"],
    "mine.more_time": CARE["care.more_time"],
    "mine.let_go": CARE["care.let_go"],
    "mine.time_hint": _("About half a minute. Find a place to rest it."),
    "mine.time_over": _("Your time is round. Finish in peace; nothing is cut off."),
    "mine.rest": _("The circle rests a moment."),
    "mine.closed": LIMIT,
}

COMPOSER: dict[str, Text] = {
    "composer.label": _("Your words"),
    "composer.audience": _("These people will receive it: {names}."),
    "composer.audience_none": _("Nobody is here to receive it at this moment."),
    "composer.level": _("What may come back?"),
    "composer.take_back": _("You can take it back while we’re here."),
    "composer.share": _("Share"),
    "composer.left": _("Room for {n} more characters."),
    "composer.over": _(
        "This round has room for a little less: {n} characters fewer. Nothing you wrote is lost."
    ),
    "composer.prompts": _("Prompts, if one helps"),
}

LEVELS: dict[str, Text] = {
    "level.none": CARE["care.just_be"],
    "level.none.why": _("Nobody replies. The circle rests with it, and moves on."),
    "level.presence": _("A few words of company"),
    "level.presence.why": _("Short lines from a deck, to you alone."),
    "level.reflection": _("Tell me what it touched in you"),
    "level.reflection.why": _("A few of their own words. Facilitators can read them too."),
    "level.ideas": _("I’d welcome what has helped you"),
    "level.ideas.why": _("Something from their own life that you may leave lying."),
    "level.chosen": _("What may come back: {level}."),
    "level.change": _("Let less come back"),
}

AFTER: dict[str, Text] = {
    "after.stayed": _("The circle stayed with you."),
    "after.replies": _("What came back"),
    "after.reply_from": _("From {name}"),
    "after.own_share": _("What you shared"),
    "after.landed": _("How did that land in you?"),
    "after.landed_line": _("The answer stays on this device."),
    "after.lighter": _("lighter"),
    "after.same": _("about the same"),
    "after.heavier": _("heavier"),
    "after.cannot_tell": _("can’t tell"),
    "after.no_answer": _("no answer"),
    "after.heavier_line": _("That can happen. Back to me is one tap away, and so is a pause."),
}

# What stands where somebody's words would be.
SHARES: dict[str, Text] = {
    "share.covered": _("Set aside for now."),
    "share.heads_up": _("With a heads-up"),
    "share.waits": _("With a heads-up. It opens when you like, or not at all."),
    "share.open": _("Open it"),
}

REPLIES: dict[str, Text] = {
    "reply.line": witness.COMPOSER_LINE,
    "reply.invited": _("{name} would welcome something from you."),
    "reply.presence": _("Choose a line. It reaches {name} alone, with your name."),
    "reply.reflection": _("A few words of yours. They reach {name} and the facilitators."),
    "reply.ideas": _("Something that has helped you. It reaches {name} and the facilitators."),
    "reply.stems": _("You could begin with"),
    "reply.own": _("In your own words"),
    "reply.send": _("Send it to {name}"),
    "reply.not_now": _("Not now"),
    "reply.sent": _("It’s with {name} soon, together with whatever else comes."),
    "reply.gone": _("That share was taken back. That’s always okay."),
}

CHOOSING: dict[str, Text] = {
    "choose.own": _("Your own word"),
    "choose.show": check_in.SHOW,
    "choose.keep": check_in.KEEP,
    "choose.goodbye": _("Which word would you like to leave with?"),
}

TEXTS: dict[str, Text] = {
    **CIRCLE,
    **OFFER,
    **MINE,
    **COMPOSER,
    **LEVELS,
    **AFTER,
    **SHARES,
    **REPLIES,
    **CHOOSING,
}
