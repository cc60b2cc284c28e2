"""What the styles keep to, so that a page can also run from right to left."""

import re

from tests.checks.copy_sources import ROOT

SIDES = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|inset)-)?(?:left|right)(?:-\w+)*\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
)
COMMENT = re.compile(r"/\*.*?\*/", re.S)


def test_styles_know_no_left_and_no_right() -> None:
    """Start and end instead: the page says which side that is."""
    found = [
        f"{path.relative_to(ROOT)}: {hit}"
        for path in sorted((ROOT / "static" / "css").glob("*.css"))
        for hit in SIDES.findall(COMMENT.sub("", path.read_text()))
    ]

    assert found == []


def test_a_side_would_be_found() -> None:
    """Whatever it belongs to; words that only sound like it don't count."""
    sides = "a { left: 0; margin-left: 1px; text-align:right; border-top-left-radius: 2px }"

    assert len(SIDES.findall(sides)) == 4
    assert not SIDES.findall("a { inset-inline-start: 0; text-align: start } .arc-left { x: 0 }")


def test_scripts_place_nothing_at_a_side() -> None:
    """Only the ring does, whose middle is the same from both."""
    placed = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / "static" / "js").rglob("*.js"))
        if re.search(r"style\.(left|right|(margin|padding)(Left|Right))\b", path.read_text())
    ]

    assert placed == ["static/js/parts/ring.js"]
