"""An instance with open circles of ten in it: two who facilitate and eight who take part.

Run as a module it makes them in a folder, and prints each circle's id and its seats' tokens.
"""

import json
import os
import sys
from pathlib import Path

from facilitator import create_app
from facilitator.circle.plan import Medium
from facilitator.circle.refusals import Refusal
from facilitator.config import Settings
from facilitator.content.agendas import AGENDAS, agenda_of
from facilitator.house import House, house_of
from facilitator.use_cases.migrate import migrate
from facilitator.use_cases.open_circle import Holder, keep_circle
from facilitator.use_cases.take_seat import Seated, Wish, take_hold, take_seat

HOLDERS = ("Ria", "Tom")
PEOPLE = ("Sam", "Lee", "Ana", "Kim", "Noor", "Jo", "Max", "Eli")
# Nothing comes due while the bench runs: what is told is told because somebody asked.
PACE = 20.0

Tokens = list[str]


def environ_of(folder: Path, port: int) -> dict[str, str]:
    """The environment of a server on that folder, without this machine's own settings."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {
        **kept,
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "HOLDSPACE_INSTANCE_DIR": str(folder),
        "HOLDSPACE_KEY_DIR": str(folder / "keys"),
    }


def open_circles(folder: Path, count: int) -> list[tuple[str, Tokens]]:
    """So many circles, each with its ten seats taken."""
    house = house_of(create_app(Settings.from_environ(environ_of(folder, 5000))))
    migrate(house)
    made = [_open_circle(house) for _ in range(count)]
    house.database.dispose()
    return made


def _open_circle(house: House) -> tuple[str, Tokens]:
    opened = keep_circle(
        house,
        group_id=None,
        agenda=agenda_of(AGENDAS["short"], Medium.MIXED),
        holders=tuple(Holder(None, name, "") for name in HOLDERS),
        starts_in_ms=0,
        seats_max=len(PEOPLE),
        pace=PACE,
    )
    taken = [take_hold(house, key) for key in opened.hold_keys]
    taken += [take_seat(house, opened.door_key, Wish(name)) for name in PEOPLE]
    return opened.circle_id, [_token(seated) for seated in taken]


def _token(seated: Seated | Refusal | None) -> str:
    if not isinstance(seated, Seated):
        raise SystemExit(f"no seat: {seated}")
    return seated.token


if __name__ == "__main__":
    print(json.dumps(open_circles(Path(sys.argv[1]), int(sys.argv[2]))))
