import json
from pathlib import Path

import pytest
from flask import Flask

from facilitator.web.assets import asset, import_map


@pytest.fixture
def static(app: Flask, tmp_path: Path) -> Path:
    """The folder of static files, with two modules and a style."""
    root = tmp_path / "static"
    (root / "js" / "parts").mkdir(parents=True)
    (root / "js" / "main.js").write_text('import "./parts/ring.js"')
    (root / "js" / "parts" / "ring.js").write_text("export const ring = 1")
    (root / "style.css").write_text("body { margin: 0 }" * 100)
    app.static_folder = str(root)
    return root


def test_an_address_changes_with_the_content(app: Flask, static: Path) -> None:
    """A browser may keep a file for good, because a new one has a new address."""
    with app.test_request_context():
        before = asset("style.css")
        (static / "style.css").write_text("body { margin: 1rem }")
        after = asset("style.css")

    assert before.startswith("/static/style.css?v=")
    assert before != after


@pytest.mark.usefixtures("static")
def test_a_versioned_file_is_kept_and_any_other_is_asked_for_again(app: Flask) -> None:
    """Only the address with the right version may be kept for a year."""
    client = app.test_client()
    with app.test_request_context():
        address = asset("style.css")

    assert "immutable" in client.get(address).headers["Cache-Control"]
    assert client.get("/static/style.css").headers["Cache-Control"] == "no-cache"
    assert client.get("/static/style.css?v=old").headers["Cache-Control"] == "no-cache"
    assert client.get("/static/none.css?v=").headers["Cache-Control"] == "no-cache"


@pytest.mark.usefixtures("static")
def test_modules_find_each_other_by_version(app: Flask) -> None:
    """The import map leads each module's plain address to its versioned one."""
    with app.test_request_context():
        imports = json.loads(import_map())["imports"]

    assert set(imports) == {"/static/js/main.js", "/static/js/parts/ring.js"}
    assert imports["/static/js/main.js"].startswith("/static/js/main.js?v=")


@pytest.mark.usefixtures("static")
def test_a_compressed_file_is_known_again(app: Flask) -> None:
    """A browser that has it is told so, and gets no second copy."""
    client = app.test_client()
    first = client.get("/static/style.css", headers={"Accept-Encoding": "gzip"})

    again = client.get(
        "/static/style.css",
        headers={"Accept-Encoding": "gzip", "If-None-Match": first.headers["ETag"]},
    )

    assert first.headers["Content-Encoding"] == "gzip"
    assert again.status_code == 304


@pytest.mark.usefixtures("static")
@pytest.mark.parametrize("name", ["../config.py", "%2e%2e/config.py", "js", "", "\0", "x" * 3000])
def test_only_files_of_the_folder_are_given(app: Flask, name: str) -> None:
    """Anything else is a plain page."""
    assert app.test_client().get(f"/static/{name}").status_code == 404


@pytest.mark.usefixtures("static")
def test_a_page_carries_the_addresses_it_needs(app: Flask) -> None:
    """A folder whose modules a page never asks for is left out of its import map."""
    with app.test_request_context():
        imports = json.loads(import_map("js/parts/"))["imports"]

    assert set(imports) == {"/static/js/main.js"}
