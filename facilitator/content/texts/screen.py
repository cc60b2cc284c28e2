"""What only the circle's own page says: small joints between the texts of the other files."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content import check_in
from facilitator.content.texts.quiet_more import BETWEEN
from facilitator.content.words import Text

SCREEN: dict[str, Text] = {
    "someone": _("Somebody"),
    "between.next": _("{name} opens what comes next: {round}."),
    "between.text": BETWEEN["between_turns.line"],
    "centre.doors_open": _("The doors are open"),
    "centre.between": _("In between"),
    "centre.pause": _("A pause"),
    "centre.hold": _("A quiet minute"),
    "centre.auto": _("A pause"),
    "centre.held": _("We wait together"),
    "centre.silence.quiet": _("Quiet"),
    "ring.space": _("has the space"),
    "where.away": _("Stepped out: {names}."),
    "where.time_left": _("Until the end: {length}."),
    "note.nothing_asked": _("That’s fine. Nothing is asked of you at this moment."),
    "note.more_time": _("You’ve asked for a minute more. There’s no hurry."),
    "care.today": _("For today"),
    "care.my_words": _("My words"),
    "care.my_screen": _("My screen"),
    "care.room": _("The room and the way out"),
    "cover.signed_out.back": _("Look again"),
    "mine.lower": _("Less: {level}"),
    "speaking.text": _("Stop whenever you like. Silence in between belongs to it."),
    "composer.no_replies": _("Nobody replies in this round. The circle rests with your words."),
    "composer.empty": _("There are no words yet. You can also pass, or let it go."),
    "gather.equal": _("Both are just as good. Kept words stay on this device."),
    "gather.goodbyes": _("One of these, or your own"),
    "gather.or": _("Or"),
    "gather.none": check_in.ANYWHERE[check_in.NO_WORD],
    "gather.own": check_in.ANYWHERE[check_in.OWN_WORD],
    "gather.nothing_chosen": _("Nothing is chosen yet. You can also keep it to yourself."),
    "offer.how": _("In which way?"),
    "offer.text": _(
        "You can leave this as it is, too. After a while the space moves on by itself."
    ),
    "offer.back": _("Back"),
    "open_space.title": _("There’s space for anyone who’d like it."),
    "open_space.text": _("No need at all. Quiet is fine here."),
    "prepare.label": _("A few words for later, if you like"),
    "private.label": _("A few lines for you alone"),
    "anchor.nothing": _("Nothing in particular"),
    "anchor.change": _("Choose something else"),
    "anchor.company": _("Nothing to do. We’re quiet at the same time."),
    "shown.choosing": _("How we arrive"),
    "shown.goodbye": _("Words to leave with"),
    "frame.title": _("Change the time or the agenda"),
    "frame.set_aside": _("Leave this for today: {round}"),
    "frame.add_agreement": _("Add this line"),
    "facts.ends": _("We end at {time}."),
    "waiting.title": _("The door"),
    "waiting.nobody": _("Nobody is waiting."),
    "waiting.soon": _("comes in at the next quiet moment"),
    "safety.title": _("Limits and early endings"),
    "safety.honest": _("You can’t trace or send help to a participant from here."),
    "desk.silence.when": _("It begins when this turn or step has ended."),
    "desk.nobody_else": _("Nobody else who facilitates is here just now."),
}

TEXTS = SCREEN
