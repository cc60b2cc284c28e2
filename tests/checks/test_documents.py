"""The documents that are made from the code say what the code does."""

import re

from tests.checks.copy_sources import ROOT
from tests.checks.documents import DOCS, asyncapi_text

LINK = re.compile(r"\]\(([^)#:]+)\)")


def test_the_wire_is_described_as_it_is() -> None:
    """docs/asyncapi.yaml is what the models give; `make docs` writes it anew."""
    assert (DOCS / "asyncapi.yaml").read_text() == asyncapi_text()


def test_the_map_names_every_room_of_the_core() -> None:
    """docs/architecture.md names each module of the core; the parts of `evolve` go by one name."""
    named = set(re.findall(r"\b(\w+\.py)\b", (DOCS / "architecture.md").read_text()))
    rooms = {path.name for path in (ROOT / "facilitator" / "circle").glob("[!_]*.py")}

    assert {room for room in rooms if not room.startswith("evolve_")} - named == set()


def test_every_page_that_a_document_leads_to_is_there() -> None:
    """No link in the documents leads to a file that is gone."""
    pages = [*DOCS.rglob("*.md"), *ROOT.glob("*.md")]
    links = [(page, to) for page in pages for to in LINK.findall(page.read_text())]

    assert links
    assert [(page.name, to) for page, to in links if not (page.parent / to).exists()] == []
