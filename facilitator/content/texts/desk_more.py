"""The desk's smaller rooms: what came to the tray, private lines, who holds the room, and me.

`tray.` what came and how it may be answered · `thread.`, `signpost.`, `offer_private.` between one
facilitator and one person · `team.` between facilitators · `me.` the facilitator's own needs ·
`say.` lines to say · `hint.` around the nudges · `round.` this round's words · `ask_deeper.` and
`stay.` what the room may be asked.
"""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.texts.bar import CARE
from facilitator.content.texts.refusals import REFUSALS
from facilitator.content.words import Text

TRAY: dict[str, Text] = {
    "tray.lighter": _("Let’s stay at this depth."),
    "tray.lighter.line": _("Somebody would like it no deeper. Nobody is told who."),
    "tray.flag": _("A flag on what {name} said."),
    "tray.suggestion": _("A suggestion for the agreements."),
    "tray.line": _("A note for you from {name}."),
    "tray.process": _("{name}, about the process."),
    "tray.by_itself": _("It comes by itself soon."),
    "tray.cover": _("Set it aside for now"),
    "tray.uncover": _("Show it again"),
    "tray.adopt": _("Add it to the agreements"),
    "tray.adopt_later": _("It can be added between the rounds, or while you agree."),
    "tray.leave_time": _("Leave the time as it is"),
    "tray.read": _("I’ve read it"),
    "tray.answer": _("Answer"),
    "desk.short": _("To your desk"),
    "tray.short": _("Something came"),
    "tray.settled": _("That is looked after."),
}

THREAD: dict[str, Text] = {
    "thread.title": _("Private line with {name}"),
    "thread.open": _("Read it"),
    "thread.fold": _("Fold it away"),
    "thread.line": _("Only the two of you can read it. It is gone when the circle ends."),
    "thread.away": _("{name} isn’t connected just now. It waits for them."),
    "thread.unopened": _("{name} hasn’t opened it yet. That is fine."),
    "thread.you": _("You"),
    "thread.label": _("To {name}"),
    "thread.send": _("Send"),
    "thread.empty": REFUSALS["text/empty"],
    "thread.wipe": _("Wipe it"),
    "thread.wipe.ask": _("It is gone on both sides, and can’t be brought back."),
    "thread.wipe.do": _("Yes, wipe it on both sides"),
}

SIGNPOST: dict[str, Text] = {
    "signpost.title": _("Point to somewhere else"),
    "signpost.line": _("Choose one; you can change the words before you send them."),
    "signpost.mark": _("Somewhere to turn"),
    "signpost.send": _("Send it"),
    "signpost.friend": _("A friend"),
    "signpost.friend.words": _("Is there somebody steady who could be near you with this?"),
    "signpost.group": _("A support group"),
    "signpost.group.words": _(
        "A support group could have more room for this than one evening of ours has."
    ),
    "signpost.therapist": _("A therapist"),
    "signpost.therapist.words": _("A therapist can stay with this longer than we can here."),
    "signpost.crisis": _("A crisis line"),
    "signpost.crisis.words": _(
        "A crisis line answers day and night, for whatever it is. The numbers stand under"
        " Other support."
    ),
    "signpost.how": _("Open their private line, and choose where to point."),
}

OFFER_PRIVATE: dict[str, Text] = {
    "offer_private.do": _("Offer a private line"),
    "offer_private.to": _("Offer {name} a private line"),
    "offer_private.line": _("{name} reads: I’m here if useful. No reply needed. Once, and softly."),
    "offer_private.made": _("{name} has the offer. Whether they answer is theirs."),
    "offer_private.not": _("No private offer is open for {name} now."),
}

TEAM: dict[str, Text] = {
    "team.leads": _("holds the room"),
    "team.alone": _("You hold the room alone."),
    "team.lead_hands_over": _("{name} holds the room. When they hand it over, you accept it here."),
    "team.process": _("Between those who facilitate"),
    "team.label": _("About the process, not about people"),
    "team.gone": _("Only those who facilitate read it. It is gone when the circle ends."),
    "team.send": _("Send to those who facilitate"),
    "team.new": _("a new word"),
}

ME: dict[str, Text] = {
    "me.title": _("For you"),
    "me.minute": _("I need a minute"),
    "me.minute.with": _("{name} is asked to take the lead, and the room is quiet for a minute."),
    "me.minute.alone": _("The room is quiet for a minute, and nobody needs to do anything."),
    "me.minute.do": _("Yes, a minute for me"),
    "me.reminders": _("Reminders, for you alone"),
    "me.back_to_me": CARE["care.back_to_me"],
    "me.hints_off": _("Hide hints"),
    "me.hints_on": _("Show hints"),
    "me.tired": _("Tired? Handing over is good leadership."),
}

SAY: dict[str, Text] = {
    "say.title": _("A line to say"),
    "say.could": _("You could say"),
    "say.line": _("Say it in your own way, or leave it."),
    "hint.thanks": _("Thank you"),
    "hint.name": _("A hint for you"),
}

ROUND_WORDS: dict[str, Text] = {
    "round.title": _("Words of this round"),
    "round.share": _("What {name} shared"),
    "round.reply": _("{name} to {names}"),
    "round.cover": _("Set aside"),
    "round.uncover": _("Show again"),
    "round.covered": _("set aside for now"),
    "round.heads_up": _("with a heads-up"),
    "round.line": _("Set aside, it is hidden from everyone but its author, and can come back."),
}

ASKS: dict[str, Text] = {
    "ask_deeper.ask": _("Ask whether to go a little deeper"),
    "ask_deeper.asked": _("The room is asked whether to go a little deeper: {length}."),
    "ask_deeper.line": _("One no is enough, and nobody is told whose it was."),
    "stay.announce": _("Offer to stay on a little"),
    "stay.announce.line": _("After the farewell, for those who’d like it. The end stays the end."),
    "stay.announced": _("Staying on is offered. The farewell comes first, as promised."),
}

CARD: dict[str, Text] = {
    "card.none": _("Just be with {name}."),
    "card.presence": _("{name} would welcome a few words of company."),
    "card.reflection": _("{name} would like to hear what it touched in you."),
    "card.ideas": _("{name} would welcome what has helped you."),
    "card.close.line": _("Say this first, in your own way. Then the circle thanks them and rests."),
    "card.close.do": _("Close it now"),
    "card.close.wait": _("A little longer"),
}

SAFETY: dict[str, Text] = {
    "safety.hand": _("Where to turn, from those who organize this circle"),
    "safety.contact": _("On duty: {contact}"),
    "safety.people": _("For one person"),
    "safety.room": _("For the room"),
}

TEXTS: dict[str, Text] = {
    **TRAY,
    **THREAD,
    **SIGNPOST,
    **OFFER_PRIVATE,
    **TEAM,
    **ME,
    **SAY,
    **ROUND_WORDS,
    **ASKS,
    **CARD,
    **SAFETY,
}
