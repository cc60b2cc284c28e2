"""Each kind of round: its name, its introduction, and the line in the centre for every step.

An introduction says what comes, how long it takes ({length}, such as "about five minutes") and what
may be left out.
"""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content import agreements, silence
from facilitator.content.words import Text

KINDS: dict[str, Text] = {
    "kind.arrival": _("Arrival"),
    "kind.check_in": _("Check-in"),
    "kind.micro_sharing": _("Sharing"),
    "kind.silence": _("Silence"),
    "kind.reflection": _("Reflection"),
    "kind.break": _("Break"),
    "kind.closing": _("Closing"),
}

INTRODUCTIONS: dict[str, Text] = {
    "intro.arrival": _(
        "We take {length} to arrive. There’s nothing to do but be here."
        " You may leave out anything that is read or practised."
    ),
    "intro.check_in": _(
        "One word for how you arrive, from a set or your own. It takes {length}."
        " You may keep it to yourself, or choose none."
    ),
    "intro.micro_sharing": _(
        "The space goes round, with the same time for everyone, for {length}."
        " A word is plenty. You may pass, listen, or leave out whatever you like."
    ),
    "intro.silence": silence.OPENING,
    "intro.reflection": _(
        "A question to look at by yourself, for {length}."
        " What you write stays on this device. You may leave it out."
    ),
    "intro.break": _(
        "A break of {length}. Nothing happens while you’re away, and nobody counts who is back."
    ),
    "intro.closing": _(
        "We take {length} to set things down and to part."
        " You may leave out every word of it; the farewell comes to everyone."
    ),
    "intro.depth_1": _("The prompts are light."),
    "intro.depth_2": _("Some prompts come a little closer. The light ones stay."),
    "intro.depth_3": _("Some prompts are tender. The light ones stay."),
}

LAST_SPACE = _("There’s still room for anyone who’d like it, and no need.")

STEPS: dict[str, Text] = {
    "step.arrival.settling": _("Settle in. Nothing is asked yet."),
    "step.arrival.agreements": agreements.TITLE,
    "step.arrival.practice": _("Let’s practise passing."),
    "step.arrival.ready": _("We’ve arrived."),
    "step.check_in.introduced": _("How do you arrive?"),
    "step.check_in.choosing": _("Choosing, each for ourselves"),
    "step.check_in.reveal": _("This is how we arrive."),
    "step.check_in.words": _("A few words, if you like"),
    "step.micro_sharing.introduced": _("A small true thing"),
    "step.micro_sharing.thinking": _("A quiet moment to think"),
    "step.micro_sharing.turns": _("The space goes round."),
    "step.micro_sharing.last_space": LAST_SPACE,
    "step.silence.introduced": _("Soon we’ll be quiet."),
    "step.silence.quiet": _("Quiet, together"),
    "step.silence.landing": silence.LANDING,
    "step.reflection.introduced": _("A question for yourself"),
    "step.reflection.private": _("This time is yours."),
    "step.reflection.words": _("Anything you’d like to say of it?"),
    "step.closing.introduced": _("We’re coming to the end."),
    "step.closing.private": _("A look back, for yourself"),
    "step.closing.words": _("A last word, for anyone who’d like one"),
    "step.closing.release": _("What can stay here?"),
    "step.closing.goodbye": _("A word to leave with"),
    "step.closing.farewell": _("We part here."),
    "step.closing.leaving": _("Go gently."),
    "step.break.resting": _("A rest"),
    "step.complete": _("That round is complete."),
    "step.before": _("The circle hasn’t begun yet."),
    "step.unheld": _("No one has opened the room yet."),
}

# What a person reads below the centre while a step is on and asks something of them, or nothing.
ASIDES: dict[str, Text] = {
    "aside.settling": _("Get as comfortable as you can. Look where you like."),
    "aside.practice": _("This one is empty on purpose. Press Pass, or let it go by."),
    "aside.thinking": _("You can prepare a few words here. They stay on this device."),
    "aside.private": _("Nothing here is sent. You can simply sit with it."),
    "aside.release": _("What here is mine to carry on, and what may stay behind? Only you know."),
    "aside.break": _("We go on at {time}."),
    "aside.chosen": _("Yours is in. It’s shown together with the others."),
    "aside.kept": _("It stays with you. That’s just as good."),
    "aside.no_one_chose": _("Today our words stay with us. Everybody is here all the same."),
}

SILENCE: dict[str, Text] = {
    "quiet.choose": _("What would you like to rest your attention on?"),
    "quiet.choose_line": _("You can change it at any time, or choose nothing at all."),
    "quiet.begins": _("The quiet begins."),
    "quiet.ends": _("The quiet has ended."),
    "quiet.after_turn": _("A silence comes when this turn has ended."),
}

TEXTS: dict[str, Text] = {**KINDS, **INTRODUCTIONS, **STEPS, **ASIDES, **SILENCE}
