"""State, commands and events as plain JSON and back, versioned. Shapes come from the dataclasses
themselves.

`to_json` gives dicts, lists, strings, numbers, booleans and None; `from_json` gives back the equal
value. A shape that is not known here is a programming mistake and says so.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin

from facilitator.circle import events as e
from facilitator.circle import events_care  # noqa: F401 - its facts are facts, too
from facilitator.circle.state import Circle

VERSION = 1

EVENTS: dict[str, type[e.Event]] = {kind.__name__: kind for kind in e.Event.__subclasses__()}

_PLAIN = (str, int, float, bool, type(None))
_Coder = Callable[[Any], Any]


def circle_to_json(circle: Circle) -> dict[str, Any]:
    """A snapshot that `circle_from_json` reads back to an equal circle."""
    return {"v": VERSION, "circle": to_json(circle)}


def circle_from_json(snapshot: dict[str, Any]) -> Circle:
    """The circle of a snapshot; ValueError for a version this code does not know."""
    if snapshot.get("v") != VERSION:
        raise ValueError(f"snapshot version {snapshot.get('v')!r} is not known here")
    circle: Circle = _decoder(Circle)(snapshot["circle"])
    return circle


def event_to_json(event: e.Event) -> list[Any]:
    """[name, fields]."""
    return [type(event).__name__, to_json(event)]


def event_from_json(pair: list[Any]) -> e.Event:
    name, body = pair
    kind: Any = EVENTS[name]
    event: e.Event = _decoder(kind)(body)
    return event


def to_json(value: Any) -> Any:
    """The plain form; sets are sorted, so that equal values give equal bytes."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, _PLAIN):
        return value
    if is_dataclass(value):
        return {f.name: to_json(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, dict):
        return [[to_json(k), to_json(v)] for k, v in value.items()]
    if isinstance(value, frozenset):
        return sorted(to_json(v) for v in value)
    if isinstance(value, tuple):
        return [to_json(v) for v in value]
    raise TypeError(f"no plain form for {type(value).__name__}")


@cache
def _decoder(kind: Any) -> _Coder:
    origin = get_origin(kind)
    if origin is None:
        return _decoder_of_class(kind)
    args = get_args(kind)
    if origin in (Union, types.UnionType):
        return _optional(args)
    if origin is dict:
        key, item = _decoder(args[0]), _decoder(args[1])
        return lambda pairs: {key(k): item(v) for k, v in pairs}
    if origin is frozenset:
        item = _decoder(args[0])
        return lambda items: frozenset(item(v) for v in items)
    if origin is tuple:
        return _tuple(args)
    raise TypeError(f"no reader for {kind!r}")


def _decoder_of_class(kind: Any) -> _Coder:
    if is_dataclass(kind):
        return _dataclass(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind in _PLAIN:
        return lambda value: value
    raise TypeError(f"no reader for {kind!r}")


def _optional(args: tuple[Any, ...]) -> _Coder:
    (kind,) = (a for a in args if a is not type(None))
    read = _decoder(kind)
    return lambda value: None if value is None else read(value)


def _tuple(args: tuple[Any, ...]) -> _Coder:
    if len(args) == 2 and args[1] is Ellipsis:
        item = _decoder(args[0])
        return lambda items: tuple(item(v) for v in items)
    readers = [_decoder(a) for a in args]
    return lambda items: tuple(read(v) for read, v in zip(readers, items, strict=True))


def _dataclass(kind: Any) -> _Coder:
    hints = typing.get_type_hints(kind)
    readers = {f.name: _decoder(hints[f.name]) for f in fields(kind)}

    def read(body: dict[str, Any]) -> Any:
        # What an older version kept beside these is not needed any more.
        return kind(**{name: readers[name](body[name]) for name in readers if name in body})

    return read
