"""What the house promises stands in one list, and each promise names a test that exists."""

import ast
import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from facilitator import create_app
from facilitator.circle import commands, commands_care, events, events_care, state, state_care
from facilitator.config import Settings
from facilitator.store import schema
from facilitator.store.database import Base
from tests.checks.documents import DOCS, invariants_text
from tests.checks.promises import PROMISES, holders

ROOT = Path(__file__).resolve().parents[2]
REASONS = {"reason", "cause", "why", "because", "note", "notes", "comment", "tag", "tags", "mood"}
TALLIES = re.compile(r"(passes|absences|replies_count|share_count|spoken_ms|times_|streak|score)")


def test_the_list_is_whole() -> None:
    """All 65 are there, each with a test or with the reason why it waits."""
    assert list(PROMISES) == [f"I{number}" for number in range(1, 66)]
    assert all(holders(number) or promise.waits for number, promise in PROMISES.items())


def test_the_document_says_the_same() -> None:
    """docs/invariants.md is made from the list; `make docs` writes it anew."""
    assert (DOCS / "invariants.md").read_text() == invariants_text()


@pytest.mark.parametrize(
    "named", sorted({t.partition(" (")[0] for number in PROMISES for t in holders(number)})
)
def test_every_named_test_exists(named: str) -> None:
    """A promise cannot point at a test that somebody renamed or took away."""
    file, _, name = named.partition("::")
    assert (ROOT / file).is_file()
    if name:
        tree = ast.parse((ROOT / file).read_text())
        names = {n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.ClassDef)}
        assert name in names


def test_nothing_has_a_place_for_a_reason() -> None:
    """No command, fact, part of the state or column could hold why somebody did something (I13)."""
    places = {
        field.name
        for module in (commands, commands_care, events, events_care, state, state_care)
        for kind in vars(module).values()
        if isinstance(kind, type) and is_dataclass(kind)
        for field in fields(kind)
    }
    schema._load_tables()
    places |= {c.name for table in Base.metadata.tables.values() for c in table.columns}

    assert not places & REASONS


def test_nothing_counts_what_a_person_did() -> None:
    """A seat has no number of passes, shares, replies or minutes, and no table has one (I14)."""
    seat = {field.name for field in fields(state.Seat)}
    columns = {
        column.name
        for name, table in Base.metadata.tables.items()
        if name in {"seat_key", "command_answer", "person"}
        for column in table.columns
    }

    assert not [name for name in seat | columns if TALLIES.search(name)]
    numbers = {f.name for f in fields(state.Seat) if f.type in {"int", "float"}}
    assert numbers == {"agreed"}


def test_no_address_hands_out_what_was_said(tmp_path: Path) -> None:
    """No route is called an export, a record, a transcript, a download or a report (I32), but what
    a group owns and what is kept about a member."""
    app = create_app(
        Settings.from_environ(
            {
                "HOLDSPACE_INSTANCE_DIR": str(tmp_path),
                "HOLDSPACE_KEY_DIR": str(tmp_path / "keys"),
                "HOLDSPACE_SECRET_KEY": "k" * 40,
                "HOLDSPACE_TESTING": "1",
            }
        )
    )
    # Neither holds a word of a circle: tests/web/test_carry.py.
    own = {"/groups/<group_id>/export", "/my/<group_id>/export"}
    rules = " ".join({rule.rule for rule in app.url_map.iter_rules()} - own)

    assert not re.search(r"export|record|transcript|download|report|history|log\b", rules)
