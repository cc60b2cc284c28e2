"""The companions of rehearsals act through the same commands as people do, from what their own
view shows them."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from uuid import uuid4

from facilitator.circle import commands as c
from facilitator.circle.state import Circle
from facilitator.circle.view import Sight
from facilitator.house import House
from facilitator.store import circle_rows, seats
from facilitator.store.database import read
from facilitator.use_cases.companion_deeds import Glance, characters
from facilitator.use_cases.hard_moment_deeds import next_command, wants_a_line
from facilitator.use_cases.run_command import run_command, run_system


def accompany(
    house: House, speaking: Callable[[str], AbstractContextManager[object]] = nullcontext
) -> None:
    """In each rehearsal at most one companion did what it would do next.

    Within `speaking(circle_id)` texts come in the language of whoever rehearses there.
    """
    with read(house.database) as session:
        ids = circle_rows.rehearsals(session)
        found = [house.circles.load(session, circle_id) for circle_id in ids]
    for kept in found:
        if kept is not None and kept.circle.facilitators_present():
            with speaking(kept.circle.id):
                _act(house, kept.circle, kept.words)


def _act(house: House, circle: Circle, words: dict[str, str]) -> None:
    sight, now = Sight(circle, words), house.clock.now()
    for character, seat in characters(circle):
        up = wants_a_line(character, seat, circle, now)
        if up is not seat.connected:
            run_system(house, circle.id, c.RaiseLine(seat.id) if up else c.DropLine(seat.id))
            return
        seen = sight.of(seat.id) if up else None
        if seen is None:
            continue
        command = next_command(Glance(character, seat, circle, seen.room, seen.you, now))
        if command is not None:
            with read(house.database) as session:
                token = seats.token_of(session, circle.id, seat.id)
            if token is not None:
                run_command(house, token, command, str(uuid4()))
            return
