"""The rows of a list on its way in, as they are kept meanwhile."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from facilitator.calendars.reading import Found
from facilitator.schedule.rule import rule_from_json, rule_to_json


@dataclass(frozen=True, slots=True)
class CarriedRow:
    """One row; `result` is made or here once it was carried in, and empty before."""

    found: Found
    result: str = ""


def rows_to_json(rows: Sequence[CarriedRow]) -> str:
    return json.dumps([_row_to_json(row) for row in rows])


def rows_from_json(text: str) -> list[CarriedRow]:
    return [_row_from_json(kept) for kept in json.loads(text)]


def _row_to_json(row: CarriedRow) -> dict[str, object]:
    return {**asdict(row.found), "rule": rule_to_json(row.found.rule), "result": row.result}


def _row_from_json(kept: dict[str, Any]) -> CarriedRow:
    result = str(kept.pop("result"))
    more = {"rule": rule_from_json(str(kept["rule"])), "notes": tuple(kept["notes"])}
    return CarriedRow(Found(**{**kept, **more}), result)
