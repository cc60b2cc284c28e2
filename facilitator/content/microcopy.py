"""All texts of the circle's screens in one place, by code.

`bar.` boundary bar · `done.` what a boundary answers · `care.`, `ground.`, `where.` *Look after
myself* · `kind.`, `intro.`, `step.`, `aside.`, `quiet.` rounds · `circle.` what all read
about the space · `offer.`, `mine.`, `composer.`, `level.`, `after.`, `reply.`, `choose.` what one
person reads about it · `line.`, `stop.`, `foretold.`, `strip.`, `ring.` the room · `leaving.` ·
`cover.`, `next.` pages · `time.`, `age.`, `number.`, `connection.` · `desk.`, `twice.`,
`presence.`, `slack.`, `capacity.`, `tray.` the facilitator's desk · `refusal.` · `nudge.`, `own.` ·
the rest in `texts/screen.py`. The door is a page of its own: its template is the only reader of
its sentences, and holds them.
"""

from __future__ import annotations

from typing import Any

from facilitator.content import (
    agreements,
    beliefs,
    check_in,
    prompts,
    scripts,
    silence,
    witness,
)
from facilitator.content.texts import (
    after,
    bar,
    care_more,
    desk,
    desk_more,
    feedback,
    line,
    pages,
    private_more,
    privately,
    quiet_more,
    refusals,
    room,
    rounds,
    screen,
    sharing_more,
    space,
)
from facilitator.content.words import Text

# Files of texts that come once the room stands (static/js/models/later.js).
LATER: tuple[dict[str, Text], ...] = (
    care_more.TEXTS,
    privately.TEXTS,
    sharing_more.TEXTS,
    quiet_more.TEXTS,
    private_more.TEXTS,
    after.TEXTS,
    feedback.TEXTS,
)
# So do the texts of the longer questions, and the decks that only these show.
_LATER_TOO = {
    "anchor",
    "choose",
    "composer",
    "gather",
    "leaving",
    "prepare",
    "private",
    "reply",
    "where",
}
_LATER_DECKS = {
    "beliefs",
    "check_in",
    "deck",
    "goodbyes",
    "looks",
    "reflection",
    "silence",
    "small_steps",
    "someone_steady",
    "stems",
    "towards",
}

_SCREENS: tuple[dict[str, Text], ...] = (
    bar.TEXTS,
    rounds.TEXTS,
    space.TEXTS,
    room.TEXTS,
    pages.TEXTS,
    line.TEXTS,
    desk.TEXTS,
    desk_more.TEXTS,
    screen.TEXTS,
    scripts.NUDGES,
    scripts.OWN_BUTTONS,
    {f"refusal.{code}": text for code, text in refusals.REFUSALS.items()},
    {
        "agreements.title": agreements.TITLE,
        "agreements.accept": agreements.ACCEPT,
        "agreements.changed": agreements.CHANGED,
    },
    *LATER,
)

TEXTS: dict[str, Text] = {code: text for screen in _SCREENS for code, text in screen.items()}

if len(TEXTS) != sum(map(len, _SCREENS)):
    raise ValueError("two texts of the circle have the same code")


def circle_texts() -> dict[str, str]:
    """Every code with its words in the reader's language; `{name}` stands where a value goes."""
    return _said(TEXTS)


def first_texts(*, desk_too: bool) -> dict[str, str]:
    """What the page itself carries; the desk's only for those who hold the room."""
    return _said(
        {c: t for c, t in TEXTS.items() if not _of_later(c) and (desk_too or not _of_desk(c))}
    )


def later_texts() -> dict[str, str]:
    """What comes once the room stands."""
    return _said({c: t for c, t in TEXTS.items() if _of_later(c)})


def _of_later(code: str) -> bool:
    return code.partition(".")[0] in _LATER_TOO or any(code in texts for texts in LATER)


def _of_desk(code: str) -> bool:
    """Said at the desk alone; or a refusal, which comes as a sentence when there is one."""
    of_desk = code in desk.TEXTS or code in desk_more.TEXTS
    return of_desk or code.partition(".")[0] in {"nudge", "own", "refusal"}


def said(code: str) -> str:
    """One of the circle's texts, for a page that stands outside of it."""
    return str(TEXTS[code])


def refusal_text(code: str) -> str:
    """The sentence for the person who asked, in their language."""
    return str(refusals.REFUSALS[code])


def first_content(*, farewell: bool = False) -> dict[str, Any]:
    """What the page itself carries of `circle_content()`; a farewell has prompts of its own."""
    content = circle_content()
    first = {name: deck for name, deck in content.items() if name not in _LATER_DECKS}
    parting = content["prompts"].pop("farewell")
    if farewell:
        line = content["prompts"]["line"]
        first["prompts"] = {"line": line, "1": parting, "farewell": parting}
    return {**first, "check_in": {"line": content["check_in"]["line"]}}


def later_content() -> dict[str, Any]:
    """The decks that come once the room stands."""
    return {name: deck for name, deck in circle_content().items() if name in _LATER_DECKS}


def circle_content() -> dict[str, Any]:
    """The decks people choose from, in their order, as plain JSON in the reader's language."""
    return {
        "check_in": _check_in(),
        "prompts": _prompts(),
        "silence": [[i.code, str(i.name), str(i.words)] for i in silence.INVITATIONS],
        "deck": _deck(),
        "stems": {
            "reflection": _pairs(witness.REFLECTION_STEMS),
            "ideas": _pairs(witness.IDEAS_STEMS),
        },
        "reflection": [[r.code, str(r.words), r.private_only] for r in prompts.REFLECTIONS],
        "towards": _pairs(prompts.TOWARDS),
        "looks": {towards: list(codes) for towards, codes in prompts.LOOKS.items()},
        "beliefs": [[b.code, str(b.old), [str(one) for one in b.beside]] for b in beliefs.BELIEFS],
        "small_steps": _pairs(prompts.SMALL_STEPS),
        "someone_steady": str(prompts.SOMEONE_STEADY),
        "goodbyes": _pairs(prompts.GOODBYES),
        "closing_lines": _pairs(prompts.CLOSING_LINES),
        "agreements": [words for _, words in agreements.agreement_lines()],
        "scripts": _said(scripts.SCRIPTS),
    }


def _check_in() -> dict[str, Any]:
    scales = [
        {
            "code": scale.code,
            "name": str(scale.title),
            "words": _pairs({**scale.words, **check_in.ANYWHERE}),
        }
        for scale in check_in.SCALES
    ]
    return {"line": str(check_in.LINE_ABOVE), "scales": scales}


def _prompts() -> dict[str, Any]:
    by_depth = {
        str(depth): [[p.code, str(p.words)] for p in prompts.PROMPTS if p.depth == depth]
        for depth in (1, 2, 3)
    }
    line, farewell = str(prompts.LINE_ABOVE), _pairs(prompts.FAREWELL_PROMPTS)
    return {"line": line, **by_depth, "farewell": farewell}


def _deck() -> list[dict[str, Any]]:
    """Words of company, group by group."""
    return [
        {
            "code": group,
            "name": str(name),
            "phrases": [
                [code, str(text)]
                for code, text in witness.PHRASES.items()
                if code.startswith(f"{group}.")
            ],
        }
        for group, name in witness.GROUPS.items()
    ]


def _said(texts: dict[str, Text]) -> dict[str, str]:
    return {code: str(text) for code, text in texts.items()}


def _pairs(texts: dict[str, Text]) -> list[list[str]]:
    return [[code, str(text)] for code, text in texts.items()]
