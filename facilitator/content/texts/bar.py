"""The boundary bar and *Look after myself*: the same words in the same place, whatever is on."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

BAR: dict[str, Text] = {
    "bar.pass": _("Pass"),
    "bar.sit_out": _("Sit this one out"),
    "bar.skip_step": _("Skip this step"),
    "bar.private_line": _("Private line"),
    "bar.private_line_news": _("Private line: something came for you"),
    "bar.curtain": _("Curtain"),
    "bar.step_out": _("Step out"),
}

# What each boundary answers at once, before the server has.
DONE: dict[str, Text] = {
    "done.passed": _("That’s fine. Nothing more is needed."),
    "done.listening": _("You’re with us, listening. That counts in full."),
    "done.open": _("Good. The space will be offered to you like to anyone."),
    "done.later": _("You’re at the end of the order now."),
    "done.moment": _("Another minute. There’s no hurry at all."),
    "done.let_go": _("Let go. Nothing was shown."),
    "done.taken_back": _("Taken back. That’s always okay."),
    "done.lowered": _("Done. Nothing above that will reach you."),
    "done.pause_sent": _(
        "The facilitators have it. They aren’t told who. You can draw the curtain or step out now."
    ),
    "done.pause_sent_few": _(
        "The facilitators have it. They won’t be told who. In a small room they might guess."
    ),
    "done.pause_withdrawn": _("The wish for a pause is taken back."),
    "done.sitting_out": _("This quiet is yours to spend elsewhere. No one notices."),
    "pause.withdraw": _("No pause needed after all"),
}

# Every item with the one line that explains it.
CARE: dict[str, Text] = {
    "care.title": _("Look after myself"),
    "care.close": _("Back to the circle"),
    "care.listen": _("Listen today"),
    "care.listen.why": _("The space goes past you, and nobody is told why."),
    "care.listen_end": _("I may share after all"),
    "care.listen_end.why": _("You’ll be offered the space again, like anyone."),
    "care.pass_round": _("Pass this round"),
    "care.pass_round.why": _("Nothing more is asked of you until the next round."),
    "care.later": _("Later"),
    "care.later.why": _("The space comes to you at the end of the order."),
    "care.moment": _("I need a moment"),
    "care.moment.why": _("One more minute before the space moves on, as often as you like."),
    "care.finish": _("That’s all from me"),
    "care.finish.why": _("You end your own time, with or without having used it."),
    "care.more_time": _("A little more time"),
    "care.more_time.why": _("A minute more, where the circle has it. The others aren’t told."),
    "care.let_go": _("I changed my mind"),
    "care.let_go.why": _("The space moves on, and nothing of yours is shown."),
    "care.reclaim": _("I’d like the space after all"),
    "care.reclaim.why": _("It comes to you at the end of the order."),
    "care.take_back": _("Take back my share"),
    "care.take_back.why": _("It leaves every screen at once, and its replies with it."),
    "care.take_back_shown": _("Take back what I showed"),
    "care.take_back_shown.why": _("Your word leaves every screen. You’re here all the same."),
    "care.just_be": _("Just be with me"),
    "care.just_be.why": _("No reply reaches you any more, and those that came are gone."),
    "care.back_to_me": _("Back to me"),
    "care.back_to_me.why": _("A page with something steady on it, for as long as you like."),
    "care.pulled_in": _("I’m getting pulled in"),
    "care.pulled_in.why": _("This happens to many of us. Come back to you, listen, or step out."),
    "care.where": _("Where am I?"),
    "care.where.why": _("Who is here, what is kept, how long it lasts, how to leave."),
    "care.leave": _("Leave quietly"),
    "care.leave.why": _("Your place stays yours; the same link brings you back."),
    "care.leave_with_words": _("Leave and take my words with me"),
    "care.leave_with_words.why": _("What you shared leaves every screen as you go."),
    "care.support": _("Other support"),
    "care.support.why": _("People and numbers to turn to, beside this circle or instead of it."),
    "care.hide_timer": _("Hide my timer"),
    "care.hide_timer.why": _("Time goes on without being shown to you."),
    "care.digits": _("Time in digits"),
    "care.digits.why": _("Minutes and seconds instead of words."),
    "care.bigger": _("Bigger text"),
    "care.bigger.why": _("Larger letters on this screen only."),
    "care.less_motion": _("Less motion"),
    "care.less_motion.why": _("Nothing on this screen moves by itself."),
}

GROUNDING: dict[str, Text] = {
    "ground.here": _("You’re in the place where you sit or stand, and this is today."),
    "ground.held": _("Something is holding you up. Feel where."),
    "ground.colour": _("Find five things of one colour, without hurry."),
    "ground.far": _("Let your eyes rest on something further away."),
    "ground.hands": _("Hold something. Is it warm or cool, smooth or rough?"),
    "ground.nothing": _("Nothing has to be solved in this minute."),
}

WHERE: dict[str, Text] = {
    "where.here": _("Here now: {names}."),
    "where.alone": _("You’re the only one here at the moment."),
    "where.holding": _("Holding the room: {names}."),
    "where.unheld": _("Nobody is holding the room right now, so everything stands still."),
    "where.step": _("We’re at: {step}."),
    "where.audience": _("Words you share now would reach: {names}."),
    "where.kept": _("Nothing you say is kept. When the circle ends, every word is gone."),
    "where.ends": _("We end at {time}, as promised."),
    "where.leave": _("You may go at any moment, with a word or without."),
    "where.unseen": _("Nobody watches unseen. Everyone who receives anything is named above."),
}

TEXTS: dict[str, Text] = {**BAR, **DONE, **CARE, **GROUNDING, **WHERE}
