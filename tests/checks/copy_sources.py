"""Finds everything that a person may read: in templates, Python, content files and scripts."""

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from jinja2 import Environment

ROOT = Path(__file__).resolve().parents[2]
GETTEXT = {"_", "N_", "_l", "_n", "_p", "gettext", "ngettext", "npgettext", "pgettext"}
GETTEXT |= {f"lazy_{name}" for name in GETTEXT}
READ_ATTRIBUTES = {"alt", "label", "placeholder", "title"}
PERHAPS_READ_ATTRIBUTES = {"content", "value"}
UNREAD_TAGS = {"script", "style"}
# Words with a space between them, and no sign that only code has.
PROSE = re.compile(r"[^\s{}\[\]<>=#/\\_|;@$*]+(?: [^\s{}\[\]<>=#/\\_|;@$*]+)+")
# Comments are matched too, so that a quote inside one opens no string.
SCRIPT = re.compile(
    r"""//[^\n]*|/\*.*?\*/|"((?:\\.|[^"\\\n])*)"|'((?:\\.|[^'\\\n])*)'|`((?:\\.|[^`\\])*)`""", re.S
)
JINJA = Environment()
# A tag or an expression stands for words of its own, so its place is not a gap in a sentence.
GAP = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class Text:
    """What a person may read, and where it is written."""

    words: str
    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.words!r}"


def shipped_texts(root: Path = ROOT) -> list[Text]:
    """Every text under `root` that ships, in the order of the files."""
    readers = {
        "templates/**/*.html": texts_of_template,
        "templates/**/*.txt": texts_of_template,
        "static/js/**/*.js": texts_of_script,
        "facilitator/**/*.py": texts_of_python,
        "facilitator/content/**/*.py": texts_of_content,
        "facilitator/content/**/*.json": lambda source: _texts_of_tree(json.loads(source)),
        "facilitator/content/**/*.toml": lambda source: _texts_of_tree(tomllib.loads(source)),
    }
    found = [
        Text(" ".join(words.split()), str(path.relative_to(root)), line)
        for pattern, read in readers.items()
        for path in sorted(root.glob(pattern))
        for line, words in read(path.read_text())
        if words.strip(f" \n{GAP}")
    ]
    return list(dict.fromkeys(found))


def texts_of_python(source: str) -> Iterator[tuple[int, str]]:
    """The literals handed to gettext by any of its names."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _name_of(node.func) in GETTEXT:
            for argument in node.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.lineno, argument.value


def texts_of_content(source: str) -> Iterator[tuple[int, str]]:
    """The literals of two words or more; in a content file they are texts, gettext or not."""
    tree = ast.parse(source)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if id(node) not in docstrings and isinstance(node, ast.Constant):
            words = node.value
            if isinstance(words, str) and " " in words.strip():
                yield node.lineno, words


def texts_of_script(source: str) -> Iterator[tuple[int, str]]:
    """The string literals that look like prose."""
    for found in SCRIPT.finditer(source):
        words = next((group for group in found.groups() if group), "")
        if PROSE.fullmatch(words.strip()):
            yield source.count("\n", 0, found.start()) + 1, words


def texts_of_template(source: str) -> Iterator[tuple[int, str]]:
    """Visible text, attributes that are read, and the literals inside Jinja's own tags."""
    html: list[str] = []
    called = ""
    for line, kind, value in JINJA.lex(source):
        if kind == "data":
            html.append(value)
        else:
            html.append(GAP * (kind == "variable_begin") + "\n" * value.count("\n"))
        if kind == "string" and (called in GETTEXT or PROSE.fullmatch(value[1:-1])):
            yield line, ast.literal_eval(value)
        if kind in {"name", "variable_begin", "block_begin"}:
            called = value
    reader = _Reader()
    reader.feed("".join(html))
    reader.close()
    yield from reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unread += tag in UNREAD_TAGS
        for name, value in attrs:
            read = name in READ_ATTRIBUTES or name.startswith(("aria-label", "aria-desc"))
            perhaps = name in PERHAPS_READ_ATTRIBUTES or name.startswith("data-")
            if value and (read or (perhaps and PROSE.fullmatch(value))):
                self.found.append((self.getpos()[0], value))

    def handle_endtag(self, tag: str) -> None:
        self._unread -= tag in UNREAD_TAGS

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.found.append((self.getpos()[0], data))


def _name_of(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _texts_of_tree(tree: Any) -> Iterator[tuple[int, str]]:
    if isinstance(tree, str) and " " in tree.strip():
        yield 1, tree
    elif isinstance(tree, dict | list):
        for branch in tree.values() if isinstance(tree, dict) else tree:
            yield from _texts_of_tree(branch)
