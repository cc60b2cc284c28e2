"""The browser's models, which touch no page: each file of tests runs in Node."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
MODELS = HERE.parents[1] / "static" / "js" / "models"


def find_node() -> str | None:
    """The system's Node, else the one that came with what the page needs (Makefile)."""
    return shutil.which("node", path=f"{os.environ['PATH']}:{Path(sys.executable).parent}")


@pytest.mark.parametrize("name", sorted(path.name for path in HERE.glob("*.test.mjs")))
def test_a_model_keeps_what_it_promises(name: str, tmp_path: Path) -> None:
    """Node finds nothing wrong with the model."""
    node = find_node()
    if node is None:
        pytest.skip("No Node here: `make run` brings one.")
    shutil.copytree(MODELS, tmp_path / "models")
    shutil.copy(HERE / name, tmp_path)
    (tmp_path / "package.json").write_text('{"type": "module"}')

    done = subprocess.run([node, "--test", name], cwd=tmp_path, text=True, capture_output=True)

    assert done.returncode == 0, done.stdout + done.stderr
