"""The community agreements that everyone accepts before a word reaches them (domain.md 3.1)."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from facilitator.content.words import Text

# A circle stores which version a seat accepted; another wording is another version.
VERSION = 1

AGREEMENTS: dict[str, Text] = {
    "agree.stays_here": _(
        "What is said here stays here. We may carry away what we learned, not who said what."
    ),
    "agree.pass": _(
        "Anyone may pass, listen, step out or leave at any moment."
        " Nobody asks why, not even kindly."
    ),
    "agree.own_life": _("We speak from our own life: “I”, “in me”, “for me”."),
    "agree.no_fixing": _(
        "We don’t fix each other. Ideas come only when the person has asked for them."
    ),
    "agree.small": _("Small is welcome. One word can be a whole share, and so can being quiet."),
    "agree.gentle": _(
        "We leave out graphic detail, and say so beforehand when something heavy is coming."
    ),
    "agree.equal": _("One at a time, with the same time for everyone."),
    "agree.ask_first": _(
        "We ask before we mention someone’s share again, here or anywhere. “No” is a full answer."
    ),
    "agree.no_recording": _(
        "No recordings, screenshots or notes about each other. This tool keeps none of our words."
        " It cannot stop a photo, so we promise it to each other."
    ),
    "agree.limits": _(
        "Each of us minds our own limits. The facilitators mind the frame: they may pause, move on,"
        " or ask someone to leave for today."
    ),
    "agree.company": _(
        "This is company, not therapy and not an emergency service. Nobody here can send help to"
        " you. If a life may be in danger we say so openly, and point to people who can help."
    ),
    "agree.time": _("We begin and end when we said we would."),
}

# Where the organizer says, in plain words, what facilitators here are bound to pass on.
ORGANIZER_LINE_AFTER = "agree.company"

TITLE = _("What we agree on")
ACCEPT = _("I agree to these")
CHANGED = _("A line was added to our agreements. Words reach you again once you agree to it.")


def agreement_lines(organizer_line: str = "") -> list[tuple[str, str]]:
    """Code and words of all twelve in order, with the organizer's line inside the eleventh."""
    lines = []
    for code, text in AGREEMENTS.items():
        words = str(text)
        if code == ORGANIZER_LINE_AFTER and organizer_line.strip():
            words = f"{words} {organizer_line.strip()}"
        lines.append((code, words))
    return lines
