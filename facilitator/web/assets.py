"""Static files: each address carries a hash of the content, so a browser may keep it for good."""

import hashlib
import json
from functools import lru_cache
from pathlib import Path

from flask import Flask, Response, current_app, request, url_for
from markupsafe import Markup

A_YEAR = 365 * 24 * 60 * 60


def join(app: Flask) -> None:
    """Templates have `asset(name)` and `import_map()`; static answers say how long to keep them."""
    app.jinja_env.globals.update(asset=asset, import_map=import_map)
    app.after_request(_say_how_long)


def asset(name: str) -> str:
    """The address of a static file, with the version of its content."""
    return url_for("static", filename=name, v=version(name) or None)


def import_map(*leaving_out: str) -> Markup:
    """The JSON of an import map: modules that import each other ask for the versioned address too.

    Goes into `<script type="importmap">` before the first module. Folders that this page never
    asks for can be left out, as `js/journal/`.
    """
    names = sorted(path.relative_to(_root()).as_posix() for path in _root().glob("**/*.js"))
    needed = [name for name in names if not name.startswith(leaving_out)]
    modules = {url_for("static", filename=name): asset(name) for name in needed}
    text = json.dumps({"imports": modules}, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 -- our own file names


def version(name: str) -> str:
    """Ten characters that change with the content; empty when there is no such file."""
    file = _root() / name
    return _hash(file, file.stat().st_mtime_ns) if file.is_file() else ""


def _root() -> Path:
    return Path(current_app.static_folder or "")


@lru_cache(maxsize=512)
def _hash(file: Path, _changed_at: int) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:10]


def _say_how_long(response: Response) -> Response:
    if request.endpoint != "static":
        return response
    for needless in ("Content-Disposition", "Last-Modified", "Accept-Ranges"):
        response.headers.pop(needless, None)
    name = str((request.view_args or {}).get("filename", ""))
    if response.status_code in {200, 304} and request.args.get("v") == version(name):
        response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    else:
        response.headers["Cache-Control"] = "no-cache"
    return response
