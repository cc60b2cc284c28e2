"""The moments a facilitator may practise in a rehearsal (domain.md 3.8): what companions do, and
the lines that may help.

What a companion says is only as hard as it must be for the moment to be recognised.
"""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import lazy_gettext as _

from facilitator.circle.plan import MINUTE, Level, RoundPlan
from facilitator.content.agendas import REHEARSAL, AgendaTemplate
from facilitator.content.scripts import SCRIPTS
from facilitator.content.words import Text


@dataclass(frozen=True, slots=True)
class HardMoment:
    """`scripts` are codes of content.scripts; `share` is what the sharer says instead of the usual,
    `reply` what somebody answers. `extras` are companions who come beside the four.
    """

    code: str
    title: Text
    happens: Text
    scripts: tuple[str, ...] = ()
    share: Text | None = None
    reply: Text | None = None
    extras: tuple[str, ...] = ()


# Who may come beside the four companions: somebody who facilitates too, somebody who is late.
EXTRAS: dict[str, Text] = {"facilitates": _("Eli"), "late": _("Fay")}

HARD_MOMENTS: tuple[HardMoment, ...] = (
    HardMoment(
        "quiet_offers",
        _("Nobody takes the space"),
        _("Everybody passes, and the round is whole all the same."),
        ("script.first_offer", "script.last_space"),
    ),
    HardMoment(
        "long",
        _("Somebody goes on beyond their time"),
        _("Alma speaks, is given a little more time, and goes on."),
        ("script.time", "script.limit"),
    ),
    HardMoment(
        "pause",
        _("Somebody would like a pause"),
        _("While Alma has the space, a pause is wished. You aren’t told by whom."),
        ("script.pause", "script.resume"),
    ),
    HardMoment(
        "advice",
        _("Advice slips in"),
        _("Alma lets replies come back, and Bo answers with a plan for her."),
        ("script.advice",),
        reply=_("What you need is a fixed hour for bed and no phone after nine. It worked for me."),
    ),
    HardMoment(
        "detail",
        _("Too much detail"),
        _("Alma’s share turns towards pictures that are hard to carry."),
        ("script.detail",),
        share=_(
            "I’ll tell you exactly what I saw when I opened the door that night, one thing after"
            " the other."
        ),
    ),
    HardMoment(
        "strong_feeling",
        _("A strong feeling"),
        _("Alma is overtaken by what she says."),
        ("script.strong_feeling",),
        share=_("I wanted to say something small. Now it is all here at once, and I can’t stop."),
    ),
    HardMoment(
        "repair",
        _("Something lands hard"),
        _("Dev’s share stings, and somebody flags it for you."),
        ("script.repair",),
        share=_("Some people only come here to be comforted, week after week."),
    ),
    HardMoment(
        "harm",
        _("Somebody goes on hurting others"),
        _(
            "Dev answers Alma sharply, and shares in the same voice. You may cover it, make a"
            " private offer, or end his time for today."
        ),
        ("script.removing",),
        share=_("I said what I think of all this, and I will say it again."),
        reply=_("Nobody wants to hear about your tea again."),
    ),
    HardMoment(
        "note",
        _("A private note"),
        _("Cleo writes to you while somebody else has the space."),
        ("script.limit",),
        reply=_("It is a lot today. Could you be near me with a word now and then?"),
    ),
    HardMoment(
        "takes_back",
        _("Words are taken back"),
        _("Alma lets replies come, lowers them again, and then takes her share back."),
        ("script.last_space",),
    ),
    HardMoment(
        "their_line",
        _("Somebody’s line breaks"),
        _("Alma’s connection drops while she has the space, and comes back after a while."),
        ("script.time",),
    ),
    HardMoment(
        "late",
        _("Somebody comes late"),
        _("Fay comes while Alma has the space. She waits at the door until nobody is disturbed."),
        ("script.door_closed",),
        extras=("late",),
    ),
    HardMoment(
        "leaves",
        _("Somebody leaves"),
        _("Dev goes without a word while Alma has the space."),
        ("script.last_space",),
    ),
    HardMoment(
        "handover",
        _("You need a minute"),
        _("Eli facilitates with you. Press I need a minute when you like, and Eli takes over."),
        ("script.handover",),
        extras=("facilitates",),
    ),
    HardMoment(
        "own_line",
        _("Your own line breaks"),
        _(
            "Eli facilitates with you. Close this page for half a minute and open it again: Eli"
            " holds the room, and hands it back to you."
        ),
        ("script.back",),
        extras=("facilitates",),
    ),
)

BY_CODE = {moment.code: moment for moment in HARD_MOMENTS}

# A short way to the sharing round. Its companions take less than their share of the time.
PRACTICE = AgendaTemplate(
    key=REHEARSAL.key,
    title=_("Practising a hard moment"),
    for_whom=_("One person who would like to have met a hard moment before it comes."),
    minutes=10,
    rounds=(
        RoundPlan("arrival", MINUTE),
        RoundPlan("micro_sharing", 6 * MINUTE, replies_max=Level.REFLECTION),
        RoundPlan("closing", 3 * MINUTE, words=True),
    ),
    capacity_mixed=1,
    capacity_spoken=1,
    closing_reserve_minutes=3,
)


def moment_card(moment: HardMoment) -> dict[str, object]:
    """What the desk shows of the moment, in the reader's language."""
    lines = [str(SCRIPTS[code]) for code in moment.scripts if "{" not in str(SCRIPTS[code])]
    return {
        "title": str(moment.title),
        "happens": str(moment.happens),
        "may_say": str(_("What you might say")) if lines else "",
        "lines": lines,
    }


def moment_of(agenda_key: str) -> HardMoment | None:
    """The moment that a rehearsal with this key practises; None for the plain rehearsal."""
    return BY_CODE.get(agenda_key.partition(":")[2])
