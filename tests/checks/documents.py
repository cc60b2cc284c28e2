"""Writes the documents that are made from the code: `make docs`."""

from pathlib import Path

import yaml

from facilitator.live.asyncapi import document
from tests.checks.promises import GROUPS, PROMISES, holders

DOCS = Path(__file__).resolve().parents[2] / "docs"


def asyncapi_text() -> str:
    """docs/asyncapi.yaml as it should be."""
    text: str = yaml.safe_dump(document(), sort_keys=False, allow_unicode=True, width=100)
    return "# Made by `make docs` from facilitator/live/parse.py; never written by hand.\n" + text


def invariants_text() -> str:
    """docs/invariants.md as it should be."""
    lines = [
        "# What Holdspace promises",
        "",
        "Made by `make docs` from `tests/checks/promises.py` and `tests/circle/invariants.py`.",
        "A check fails when a test that is named here is gone.",
        "The numbers are those of the domain design.",
    ]
    for number, promise in PROMISES.items():
        if number in GROUPS:
            lines += ["", f"## {GROUPS[number]}", ""]
            lines += ["| | promise | held by |", "|---|---|---|"]
        held = "<br>".join(f"`{test}`" for test in holders(number))
        held = "<br>".join(part for part in (held, promise.waits) if part)
        lines.append(f"| {number} | {promise.says} | {held} |")
    return "\n".join(lines) + "\n"


def write() -> None:
    """Every made document is up to date."""
    (DOCS / "asyncapi.yaml").write_text(asyncapi_text())
    (DOCS / "invariants.md").write_text(invariants_text())


if __name__ == "__main__":
    write()
