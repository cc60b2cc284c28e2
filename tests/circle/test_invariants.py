"""The table of invariants names tests and laws that exist."""

import re
from pathlib import Path

from tests.circle.invariants import HELD_BY

HERE = Path(__file__).parent


def test_every_test_that_is_named_exists():
    """Nobody is told that a rule is held by a test that is gone."""
    for invariant, holders in HELD_BY.items():
        for holder in holders:
            place, _, rest = holder.partition("::")
            name, _, laws = rest.partition(" (")
            source = (HERE.parent.parent / place).read_text()
            assert re.search(rf"^(def|class) {name}\b", source, re.MULTILINE), (invariant, name)
            where = re.match(r"(\w+\.py):", laws)
            law_source = (HERE / where[1]).read_text() if where else source
            for law in re.findall(r"\b\w+_\w+\b", laws.split(":", 1)[-1]):
                assert f"def {law}" in law_source, (invariant, law)
