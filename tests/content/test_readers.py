"""No text without a reader: what nobody is ever told is not written, not translated, not loaded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.content.microcopy import TEXTS
from tests.checks.copy_sources import ROOT

WRITTEN = re.compile(r"""[`"']([a-z_]+(?:\.[\w.]+)?)[`"']""")
# `cover.${cover}.line`, f"cover.{cover}.line", "cover." ~ cover
BUILT = re.compile(
    r"""`([a-z_]+\.[^`\n]*\$\{[^`\n]*)`|f"([a-z_]+\.[^"\n]*\{[^"\n]*)"|"([a-z_.]+\.)" ~"""
)
GAP = re.compile(r"\$?\{[^{}]*\}")
# One text that is another one too: `"mine.let_go": CARE["care.let_go"]`
LENT = re.compile(r"""[A-Z]\["([\w.]+)"\]""")
# Read by the whole family: a refusal, a nudge and its button, as the core and the desk call them.
WHOLE = ("refusal.", "nudge.", "own.")
# Written for what comes with schedules and doors that let people in one by one (issue 4).
SOON = ("next.", "cover.cancelled", "cover.not_mine")


def test_every_text_has_a_reader() -> None:
    """Each text is said by its code, by a code built from parts, or as another one."""
    written = {code for source in _sources() for code in WRITTEN.findall(source)}
    lent = {code for source in _texts() for code in LENT.findall(source)}
    built = [_shape("".join(found)) for source in _sources() for found in BUILT.findall(source)]
    unread = {
        code
        for code in TEXTS.keys() - written - lent
        if not code.startswith((*WHOLE, *SOON)) and not _explains(code)
        if not any(shape.fullmatch(code) for shape in built)
    }

    assert unread == set()


def _shape(built: str) -> re.Pattern[str]:
    parts = GAP.split(built if "{" in built else f"{built}{{}}")
    return re.compile(r"[\w.]+".join(map(re.escape, parts)))


def _explains(code: str) -> bool:
    """What an item of *Look after myself* does: no screen has found room for it yet."""
    return code.startswith("care.") and code.endswith(".why")


def _sources() -> Iterator[str]:
    for folder, ending in (("static/js", "js"), ("templates", "html"), ("facilitator", "py")):
        for path in (ROOT / folder).rglob(f"*.{ending}"):
            if path.parent.name != "texts":
                yield path.read_text()


def _texts() -> Iterator[str]:
    for path in (ROOT / "facilitator" / "content" / "texts").glob("*.py"):
        yield path.read_text()
