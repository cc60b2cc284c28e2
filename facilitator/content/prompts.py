"""What may be shared, looked at in private, or taken home (domain.md 3.3 and 3.5)."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

LINE_ABOVE = _(
    "A word or a sentence is plenty. Leave out whatever you’d rather keep."
    " Your own words instead of a prompt are welcome."
)


@dataclass(frozen=True, slots=True)
class Prompt:
    """`shape` is feeling, memory or thought; `good` marks what is good or ordinary (A5)."""

    code: str
    depth: int
    shape: str
    words: Text
    good: bool = False


@dataclass(frozen=True, slots=True)
class ReflectionPrompt:
    """`private_only` keeps the answer on the device: no way to share it is offered."""

    code: str
    words: Text
    private_only: bool = False


PROMPTS: tuple[Prompt, ...] = (
    Prompt(
        "d1.feeling.door",
        1,
        "feeling",
        _("A feeling that came through the door with you. Just its name."),
    ),
    Prompt(
        "d1.memory.ordinary",
        1,
        "memory",
        _("Something ordinary that went all right today."),
        good=True,
    ),
    Prompt(
        "d1.thought.comfort",
        1,
        "thought",
        _("A small comfort you keep going back to."),
        good=True,
    ),
    Prompt(
        "d1.feeling.pace",
        1,
        "feeling",
        _("The pace of your week: slow, fast, stuck, something else."),
    ),
    Prompt(
        "d2.feeling.asking",
        2,
        "feeling",
        _("Asking for something was hard lately. What was that like?"),
    ),
    Prompt(
        "d2.memory.less_alone",
        2,
        "memory",
        _("A moment this week when you were a little less alone."),
        good=True,
    ),
    Prompt(
        "d2.thought.limit",
        2,
        "thought",
        _("A limit you kept, or wish you had kept."),
    ),
    Prompt(
        "d2.thought.carrying",
        2,
        "thought",
        _("Something you have been carrying by yourself. The name of it, not the story."),
    ),
    Prompt(
        "d3.feeling.endings",
        3,
        "feeling",
        _("What it is like in you when things end or someone goes."),
    ),
    Prompt(
        "d3.memory.kindness",
        3,
        "memory",
        _("A kindness you found difficult to let in."),
        good=True,
    ),
    Prompt(
        "d3.thought.friend",
        3,
        "thought",
        _("A thought about yourself you would never say to a friend."),
    ),
    Prompt("d3.memory.missing", 3, "memory", _("Something or someone you miss.")),
)

# Instead of the prompts above, at the last meeting of a series.
FAREWELL_PROMPTS: dict[str, Text] = {
    "farewell.take": _("What I take with me."),
    "farewell.leave": _("What I leave here."),
    "farewell.here": _("Nothing, and I’m here."),
}

REFLECTIONS: tuple[ReflectionPrompt, ...] = (
    ReflectionPrompt("reflect.easier", _("Whose company leaves you easier in your own skin?")),
    ReflectionPrompt("reflect.free_no", _("Where today did you feel free to say no?")),
    ReflectionPrompt(
        "reflect.unhurried",
        _("Who listens without hurrying you? What do they do, or not do?"),
    ),
    ReflectionPrompt(
        "reflect.glad_near",
        _("Something you were glad to be near today. No need to say whose it was."),
    ),
    ReflectionPrompt(
        "reflect.more_less",
        _("What would you like a little more of in this room, and a little less?"),
    ),
    ReflectionPrompt(
        "reflect.quiet_place",
        _("Is there someone you could be a quiet place for, and how much room have you for that?"),
    ),
    ReflectionPrompt(
        "reflect.green_shoot",
        _("A green shoot: something starting again, however slight."),
    ),
    ReflectionPrompt(
        "reflect.one_moment",
        _("One moment you are glad of, even though it passed."),
    ),
    ReflectionPrompt(
        "reflect.mine",
        _("What here is yours to carry, and what can you set down at the door?"),
    ),
    ReflectionPrompt(
        "reflect.which_company",
        _("Which company makes you more yourself, and which less?"),
        private_only=True,
    ),
    ReflectionPrompt(
        "reflect.sentence",
        _(
            "An old sentence about yourself may have been true once, and may have kept you safe."
            " Is there another that could stand beside it?"
        ),
    ),
)

# Where a reflection may look. None is chosen beforehand.
TOWARDS: dict[str, Text] = {
    "towards.myself": _("towards myself"),
    "towards.others": _("towards others"),
    "towards.larger": _("towards something larger"),
    "towards.nowhere": _("nowhere in particular"),
}

# Which questions lie in that direction; nowhere has none. Unchosen, those of `LOOKS[""]`.
LOOKS: dict[str, tuple[str, ...]] = {
    "": ("reflect.glad_near", "reflect.one_moment", "reflect.free_no"),
    "towards.myself": ("reflect.free_no", "reflect.mine", "reflect.more_less"),
    "towards.others": (
        "reflect.easier",
        "reflect.unhurried",
        "reflect.quiet_place",
        "reflect.which_company",
    ),
    "towards.larger": ("reflect.green_shoot", "reflect.one_moment", "reflect.glad_near"),
    "towards.nowhere": (),
}

SMALL_STEPS: dict[str, Text] = {
    "step.hello": _("Send one short hello"),
    "step.yes": _("Say yes to one invitation"),
    "step.walk": _("Ask someone for a walk"),
    "step.reached": _("Let someone reach me"),
    "step.unanswered": _("Leave one message unanswered until I’m rested"),
    "step.journal": _("Write one line in my journal"),
    "step.nothing": _("Nothing this week"),
}

SOMEONE_STEADY = _(
    "Is there anyone who is mostly consistent, mostly kind, and takes a no well?"
    " They don’t have to be perfect. “No one yet” is an answer too."
)

# The same line ends every circle of a series (D13); the first is the one that is used unless
# the organizer chose another.
CLOSING_LINES: dict[str, Text] = {
    "closing_line.company": _("Thank you for your company, spoken or silent."),
    "closing_line.gently": _("We were here together for a while. Go gently."),
    "closing_line.small": _("What was small was enough. May the rest of the day be kind."),
}

GOODBYES: dict[str, Text] = {
    "goodbye.well": _("go well"),
    "goodbye.thank_you": _("thank you"),
    "goodbye.until_next": _("until next time"),
    "goodbye.take_care": _("take care of yourselves"),
    "goodbye.wave": _("a quiet wave"),
}
