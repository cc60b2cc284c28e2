"""The two things every text here is made with: lazy words, and placeholders filled by name."""

from __future__ import annotations

from typing import TypeAlias

from flask_babel.speaklater import LazyString

Text: TypeAlias = LazyString


def fill(text: Text, **values: object) -> Text:
    """The same text with each `{name}` replaced, still in the language of whoever reads it."""
    return LazyString(_filled, text, values)


def _filled(text: Text, values: dict[str, object]) -> str:
    return str(text).format_map(values)
