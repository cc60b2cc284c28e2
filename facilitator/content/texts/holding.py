"""For whoever holds a circle: questions before it and after it (domain.md 3.9, 3.10).

They are private, they stay on the device, and nothing is added up.
"""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

SELF_CHECK: dict[str, Text] = {
    "check.steady": _("Am I somewhere within reach of steady?"),
    "check.own_life": _("What from my own life may walk in with me today?"),
    "check.stay_near": _(
        "If someone hurts in front of me, can I stay near and let it remain theirs?"
    ),
    "check.limits": _(
        "Can I keep time, pause, or ask someone to leave without apologising for it?"
    ),
    "check.others": _("Whom could I hand over to, and whom will I talk to afterwards?"),
    "check.things": _(
        "Do I have water, the plan, the support numbers and fifteen free minutes after?"
    ),
}

CHOICES: dict[str, Text] = {
    "choice.go": _("Go ahead"),
    "choice.lighter": _("Make it lighter"),
    "choice.share": _("Share the lead"),
    "choice.swap": _("Swap"),
    "choice.postpone": _("Postpone"),
}

LEADS_TO: dict[str, Text] = {
    "choice.go": _("The room is ready when you are."),
    "choice.lighter": _(
        "The short circle takes half an hour and stays at the lightest depth."
        " “Just company” takes twenty minutes and has almost no words."
    ),
    "choice.share": _("A message for somebody who could hold it with you:"),
    "choice.swap": _("A message for somebody who could hold it in your place:"),
    "choice.postpone": _("A message for your group:"),
}

DRAFTS: dict[str, Text] = {
    "choice.share": _(
        "Would you hold the next circle together with me? One of us leads, the other keeps the"
        " time and looks after the door. I’d like to be one of two this time. A no is fine."
    ),
    "choice.swap": _(
        "Could you hold the next circle in my place? I’m looking after myself, and I’d like the"
        " group to have its evening. A no is fine; then we find another date."
    ),
    "choice.postpone": _(
        "We can’t open on … as planned; the reason is with us, not with you. The next door is on …,"
        " and until then here are other people to turn to: …"
    ),
}

DEBRIEF: dict[str, Text] = {
    "debrief.body": _("What did my body tell me today?"),
    "debrief.pull": _("Where did I feel a pull to rescue, to please, or to disappear?"),
    "debrief.not_mine": _(
        "Did I take home something that isn’t mine? What would help me set it down?"
    ),
    "debrief.limit": _("Where did I keep a limit well?"),
    "debrief.no": _("Was anyone’s “no” hard for me?"),
    "debrief.ending": _("Did we end as promised?"),
}

TELL = _(
    "Is there something I should tell my organizer or supervisor: a practice question, a removal,"
    " a danger?"
)

LEFT_ME: dict[str, Text] = {
    "left.drained": _("drained"),
    "left.level": _("level"),
    "left.fuller": _("fuller than before"),
}

KEEPING: dict[str, Text] = {
    "checks.sealed": _(
        "You keep a journal on this device. Open it, and these answers can go inside."
    ),
    "checks.open": _("Your journal is open, and these answers can go inside."),
    "checks.memory": _(
        "You keep no journal on this device, so these answers are gone when you leave this page."
    ),
    "checks.keep": _("Keep these answers in my journal"),
    "checks.kept": _("They’re in your journal."),
    "checks.drained_twice": _(
        "You left drained two times in a row. You could ask for somebody to lead with you."
    ),
    "checks.title.self_check": _("Before a circle"),
    "checks.title.debrief": _("After a circle"),
    "checks.chose": _("I chose: {choice}"),
    "checks.left": _("It left me {left}"),
}

TEXTS: dict[str, Text] = {
    **SELF_CHECK,
    **CHOICES,
    **DEBRIEF,
    "debrief.tell": TELL,
    **LEFT_ME,
    **KEEPING,
}
