"""What a facilitator may say, and what may help them while they hold a room (domain.md 3.8).

A nudge is caused by the structure, never by what somebody wrote. One at a time, and none for those
who turned them off.
"""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content import prompts
from facilitator.content.texts import rounds, space
from facilitator.content.words import Text

SCRIPTS: dict[str, Text] = {
    "script.opening": _(
        "Welcome. I’m {name} and I’ll hold the time and the frame. You have nothing to prove here."
        " Passing is as good as sharing."
    ),
    "script.settling": _(
        "Nothing is needed yet. Look around where you are, and get as comfortable as you can."
    ),
    "script.agreements": _("Let me read what we agreed on. If a line is unclear, just ask."),
    "script.practice": _(
        "Let’s practise passing, so that it is easy later. I’ll go first: I pass."
    ),
    "script.ready": _("We’re all in. The agenda at the top says what comes and when we end."),
    "script.check_in": _(
        "Choose a word for how you arrive, or none. Keeping it to yourself is just as good."
    ),
    "script.reveal": _("I’ll show what was chosen. If you’d rather not, it stays with you."),
    "script.sharing": _(
        "Each of us has the same time. A word is plenty, and a pass is as good as a share."
    ),
    "script.first_offer": _("There’s space for {name}, if you’d like it. A pass is lovely too."),
    "script.time": _("You have about half a minute. Find a place to rest it."),
    "script.last_space": rounds.LAST_SPACE,
    "script.silence": _(
        "We’ll be quiet together now. Choose what your attention rests on, or nothing."
    ),
    "script.landing": _("Come back at your own pace. There’s no hurry."),
    "script.reflection": _("A few minutes just for you. What you write here stays with you."),
    "script.break": _("Let’s rest a while. We go on at {time}; nobody counts who is back."),
    "script.limit": space.LIMIT,
    "script.advice": _(
        "There is care in that. Here we leave the finding to the one who lives it."
        " Would you say what it touched in you?"
    ),
    "script.detail": _(
        "I’ll stop us for a moment; you’ve done nothing wrong."
        " Could you stay with how it is for you now, and leave the pictures out?"
    ),
    "script.strong_feeling": _(
        "We’re here. You can stop, go on, or just sit with us. Nothing has to happen."
    ),
    "script.pause": _(
        "Let’s stop for a minute. Nobody has to explain. Look around your room; feel what is"
        " under you."
    ),
    "script.resume": _("We go on where we stopped. All of your time is still there."),
    "script.repair": _(
        "Something landed hard. I’d like to name it, be quiet a minute, and then ask how we want"
        " to go on."
    ),
    "script.handover": _("{name} will hold the room now. I’m staying, more quietly."),
    "script.back": _("I lost the connection. You were not left; {name} held it. We’re at {round}."),
    "script.removing": _(
        "I’ve ended someone’s time with us for today, to keep the room within our agreements."
        " I won’t discuss them. Let’s take a quiet minute."
    ),
    "script.door_closed": _("The door is closed now. If you step out you can always come back."),
    "script.closing_no_next": _(
        "We’re nearly at the end we promised. Let’s set things down and part well."
    ),
    "script.farewell": prompts.CLOSING_LINES["closing_line.company"],
    "script.goodbye": _("Choose a word to leave with, or wave. We’ll see them all together."),
}

NUDGES: dict[str, Text] = {
    "nudge.first_turn": _(
        "Say aloud that a pass is as good as a share. Then mean it: be content with either."
    ),
    "nudge.offer_open": _("Nothing is wrong. Breathe, let the time run, or move on gently."),
    "nudge.rest_ended_early": _("Stay beside it a moment longer. It doesn’t need improving."),
    "nudge.time_given_twice": _(
        "Is this theirs to carry with company, or are you starting to carry it for them?"
    ),
    "nudge.line_long": _(
        "You can care and still be one of two ends. Would closing or another resource serve better?"
    ),
    "nudge.that_was_a_lot": _(
        "Feel your feet. What is yours here, and what is theirs? A minute of quiet costs nothing."
    ),
    "nudge.several_resting": _(
        "They are not absent; they are here in another way. No need to wonder why."
    ),
    "nudge.want_to_fix": _("Say what you heard instead."),
    "nudge.speaking_much": _("Let the structure hold it."),
    "nudge.co_quiet": _("Ask them: “Would you like the next round?”"),
    "nudge.little_slack": _("Trim the open part, keep the farewell."),
    "nudge.someone_left": _("A leaving is not about your worth. Hold the ones who are here."),
    "nudge.pause_wanted": _("Pause first, understand later. You don’t have to know who."),
    "nudge.after_removal": _("Settle the room before the plan. You owe nobody a reason in public."),
    "nudge.near_the_end": _("Tell them the next date. Say who will be here."),
    "nudge.open_order": _("Quiet is fine here. It doesn’t want filling."),
}

# What the facilitator may press to be reminded of something. The room sees none of it.
OWN_BUTTONS: dict[str, Text] = {
    "own.that_was_a_lot": _("That was a lot"),
    "own.want_to_fix": _("I want to fix this"),
    "own.speaking_much": _("I’m speaking a lot"),
}
