"""The documents that are made from the code say what the code does."""

from tests.checks.documents import DOCS, asyncapi_text


def test_the_wire_is_described_as_it_is() -> None:
    """docs/asyncapi.yaml is what the models give; `make docs` writes it anew."""
    assert (DOCS / "asyncapi.yaml").read_text() == asyncapi_text()
