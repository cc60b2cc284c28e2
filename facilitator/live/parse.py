"""What a browser may ask, as pydantic models made from the circle's own commands; they also make
docs/asyncapi.yaml."""

from dataclasses import MISSING, fields
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Literal, get_args, get_type_hints

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    TypeAdapter,
    ValidationError,
    create_model,
)

from facilitator.circle import commands as c
from facilitator.circle.asked import BY_FACILITATOR, OPT_OUTS
from facilitator.circle.commands_care import SuggestAgreement

DAY_MS = 24 * 60 * 60 * 1000
LONGEST_TEXT = 4000

Number = Annotated[int, Field(strict=True, ge=-1, le=DAY_MS)]
Text = Annotated[str, Field(strict=True, max_length=LONGEST_TEXT)]
CommandId = Annotated[str, Field(strict=True, pattern=r"^[0-9A-Za-z-]{8,64}$")]

PLAIN: dict[Any, Any] = {int: Number, str: Text, bool: StrictBool}
FILLED_IN = {"mark"}

ASKED_BY_PEOPLE: tuple[type[c.Command], ...] = (
    *OPT_OUTS,
    c.AcceptAgreements,
    c.TakeTurn,
    c.PublishShare,
    c.Reclaim,
    c.Reply,
    c.ShowTogether,
    SuggestAgreement,
    *BY_FACILITATOR,
)


class Unclear(ValueError):
    """The message is none that the browser may send."""


class Asked(BaseModel):
    """The base of every message; what it does not list is refused."""

    model_config = ConfigDict(extra="forbid")
    id: CommandId


class ClockAsked(BaseModel):
    """`sent`: the browser's own clock, given back as it came."""

    model_config = ConfigDict(extra="forbid")
    sent: Annotated[float, Field(strict=True, allow_inf_nan=False)]


def name_of(kind: type[c.Command]) -> str:
    """`TakeTurn` travels as `take_turn`."""
    return "".join("_" + ch.lower() if ch.isupper() else ch for ch in kind.__name__).lstrip("_")


def wire_name(field: str) -> str:
    """`with_` travels as `with`."""
    return field.removesuffix("_")


def _model(kind: type[c.Command]) -> type[Asked]:
    hints = get_type_hints(kind)
    shape: dict[str, Any] = {"do": (Literal[name_of(kind)], ...)}
    for field in fields(kind):
        if field.name not in FILLED_IN:
            default = ... if field.default is MISSING else field.default
            shape[wire_name(field.name)] = (_shape(hints[field.name]), default)
    return create_model(kind.__name__, __base__=Asked, __doc__=kind.__doc__, **shape)


def _shape(hint: Any) -> Any:
    if isinstance(hint, UnionType):
        (inner,) = (a for a in get_args(hint) if a is not type(None))
        return _shape(inner) | None
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return PLAIN[hint]


MODELS: dict[str, type[Asked]] = {name_of(kind): _model(kind) for kind in ASKED_BY_PEOPLE}
KINDS: dict[str, type[c.Command]] = {name_of(kind): kind for kind in ASKED_BY_PEOPLE}
_CLOCK = TypeAdapter(ClockAsked)


def parse_command(payload: Any) -> tuple[str, c.Command]:
    """(command id, command), or Unclear."""
    do = payload.get("do") if isinstance(payload, dict) else None
    model = MODELS.get(do) if isinstance(do, str) else None
    if model is None or do is None:
        raise Unclear
    try:
        asked = model.model_validate(payload)
    except ValidationError:
        # Its text would repeat what was sent.
        raise Unclear from None
    kind = KINDS[do]
    values = {
        field.name: getattr(asked, wire_name(field.name))
        for field in fields(kind)
        if field.name not in FILLED_IN
    }
    return asked.id, kind(**values)


def parse_clock(payload: Any) -> float:
    """The browser's instant, or Unclear."""
    try:
        return _CLOCK.validate_python(payload).sent
    except ValidationError:
        raise Unclear from None
