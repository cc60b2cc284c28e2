"""Writes the documents that are made from the code: `make docs`."""

from pathlib import Path

import yaml

from facilitator.live.asyncapi import document

DOCS = Path(__file__).resolve().parents[2] / "docs"


def asyncapi_text() -> str:
    """docs/asyncapi.yaml as it should be."""
    text: str = yaml.safe_dump(document(), sort_keys=False, allow_unicode=True, width=100)
    return "# Made by `make docs` from facilitator/live/parse.py; never written by hand.\n" + text


def write() -> None:
    """Every made document is up to date."""
    (DOCS / "asyncapi.yaml").write_text(asyncapi_text())


if __name__ == "__main__":
    write()
