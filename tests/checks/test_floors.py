"""Who may know whom: the rules are in pyproject.toml, under `tool.importlinter`."""

import pytest
from grimp import ImportGraph
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.checks.contracts import MayImport
from tests.checks.copy_sources import ROOT


def test_every_import_keeps_to_the_floors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing imports what the house's floors keep from it."""
    monkeypatch.chdir(ROOT)
    # It would silence every logger of this process, and with it the tests that read the log.
    monkeypatch.setattr("importlinter.cli.logging_config.dictConfig", lambda _config: None)

    assert lint_imports(no_cache=True, no_logo=True) == EXIT_STATUS_SUCCESS


@pytest.mark.parametrize(
    ("imported", "kept"),
    [
        ("pure.state", True),
        ("dataclasses", True),
        ("time", False),
        ("store", False),
        ("purely", False),
    ],
)
def test_what_is_not_listed_is_not_allowed(imported: str, kept: bool) -> None:
    """Of a pure package only its own modules and the harmless standard library are imported."""
    graph = ImportGraph()
    graph.add_import(importer="pure.decide", imported=imported)
    rule = MayImport(
        name="pure",
        session_options={},
        contract_options={
            "packages": ["pure"],
            "may_import": ["pure", "stdlib"],
            "but_not": ["time"],
        },
    )

    assert rule.check(graph, verbose=False).kept is kept
