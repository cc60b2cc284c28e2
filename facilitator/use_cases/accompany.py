"""The companions of rehearsals act through the same commands as people do, from what their own
view shows them."""

from uuid import uuid4

from facilitator.circle import commands as c
from facilitator.circle.state import Circle, Seat
from facilitator.circle.view import Json, Sight
from facilitator.content.companions import COMPANIONS, Companion
from facilitator.house import House
from facilitator.store import circle_rows, seats
from facilitator.store.database import read
from facilitator.use_cases.run_command import run_command, run_system

REHEARSAL = "rehearsal"


def accompany(house: House) -> None:
    """In each rehearsal at most one companion did what it would do next."""
    with read(house.database) as session:
        ids = circle_rows.open_ids(session, REHEARSAL)
        found = [house.circles.load(session, circle_id) for circle_id in ids]
    for kept in found:
        if kept is not None and kept.circle.facilitators_present():
            _act(house, kept.circle, kept.words)


def _act(house: House, circle: Circle, words: dict[str, str]) -> None:
    companions = [seat for seat in circle.seats.values() if seat.companion]
    sight = Sight(circle, words)
    for seat, (character, companion) in zip(companions, COMPANIONS.items(), strict=False):
        if not seat.connected:
            run_system(house, circle.id, c.RaiseLine(seat.id))
            return
        seen = sight.of(seat.id)
        command = (
            None if seen is None else next_command(character, companion, seat, seen.room, seen.you)
        )
        if command is not None:
            with read(house.database) as session:
                token = seats.token_of(session, circle.id, seat.id)
            if token is not None:
                run_command(house, token, command, str(uuid4()))
            return


def next_command(
    character: str, companion: Companion, seat: Seat, room: Json, you: Json
) -> c.Command | None:
    """What this companion does about what it sees; None while nothing is to be done."""
    current, asked, turn = room["round"], you["asked"], you["turn"]
    if you["place"] == "out" and not you["returning"]:
        gone_on = current is None or current["kind"] != "micro_sharing" or current["step"] is None
        return c.ComeBack() if gone_on else None
    if current is None or room["stop"] is not None:
        return None
    if asked in ("choosing", "goodbye", "practice"):
        return _gather(companion, asked, current["index"])
    if character == "steps_out" and asked in ("up_next", "offered"):
        return c.StepOut()
    if character == "passes" and asked == "offered":
        return c.Pass(current["index"])
    if character == "shares" and turn is not None and asked == "offered":
        return c.TakeTurn(turn["id"], "write")
    if character == "shares" and turn is not None and asked == "sharing":
        return c.PublishShare(turn["id"], str(companion.share), seat.level)
    return None


def _gather(companion: Companion, asked: str, index: int) -> c.Command:
    text = {"choosing": companion.check_in, "goodbye": str(companion.goodbye or "")}.get(asked, "")
    return c.ShowTogether(index, asked, text) if text else c.Pass(index)
