"""What came to *Look after myself* after the first load, and what it answers at once."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.texts.bar import CARE
from facilitator.content.words import Text

REACHES_ME: dict[str, Text] = {
    "care.language": _("Language"),
    "care.reaches_me": _("What reaches me"),
    "care.heads_up": _("Heads-up first"),
    "care.heads_up.why": _("Words with a heads-up open only when you tap them."),
    "care.lighter": _("Keep it lighter"),
    "care.lighter.why": _("While you wish it, the prompts come no closer. They aren’t told who."),
    "care.no_offers": _("Please don’t message me privately"),
    "care.no_offers.why": _("Nobody writes to you unless you write first."),
    "care.room_today": _("Room to listen today"),
    "care.room_today.line": _("Only this device knows. It changes only what you are asked."),
    "care.room.yes": _("yes"),
    "care.room.little": _("a little"),
    "care.room.just_me": _("just me"),
    "care.no_ideas": _("No ideas please"),
    "care.let_rest": _("Please let that go"),
    "care.just_listen": _("Just listen"),
    "care.pulled_in.line": CARE["care.pulled_in.why"],
    "care.pulled_in.back": _("Something steady to look at. The circle goes on without you."),
    "care.pulled_in.listen": CARE["care.listen.why"],
    "care.pulled_in.out": _("No words reach you until you come back in."),
}

MARKED: dict[str, Text] = {
    "done.lighter": _("It’s noted without your name: we stay at this depth or lighter."),
    "done.lighter_end": _("Your wish to stay lighter is taken back."),
    "done.no_offers": _("Nobody will message you privately unless you write first."),
    "done.offers": _("Whoever holds the room may ask once whether company would help."),
    "done.heads_up": _("Words with a heads-up wait for your tap from now on."),
    "done.just_me": _("You won’t be asked for replies. Only this device knows."),
    "done.no_ideas": _("Done. No ideas will reach you."),
    "done.let_rest": _("The room will read, in your name, that this may rest here."),
}

WHERE: dict[str, Text] = {
    "where.private": _("What you write privately reaches one person, and nobody else."),
    "where.own_device": _("What you choose to be asked is known to this device alone."),
    "where.stays_open": _("The room stays open until {time}, for whoever likes to stay."),
}

TEXTS: dict[str, Text] = {**REACHES_ME, **MARKED, **WHERE}
