from facilitator.circle import commands as c
from facilitator.house import House
from facilitator.logs import log_uncaught
from facilitator.store import circle_rows
from facilitator.store.database import read
from facilitator.use_cases.leave_no_traces import destroy_old_keys, leave_no_traces
from facilitator.use_cases.run_command import lose_words, run_system


def take_up_circles(house: House) -> None:
    """The server starts: in every open circle nobody is connected yet, and lost words are told of
    (I34). Of circles that closed just before, nothing is left."""
    destroy_old_keys(house)
    leave_no_traces(house)
    with read(house.database) as session:
        open_ids = [row.id for row in circle_rows.open_circles(session)]
    for circle_id in open_ids:
        try:
            _take_up(house, circle_id)
        except Exception as wrong:  # noqa: BLE001 -- one circle in trouble keeps no other from going on
            log_uncaught(type(wrong), wrong, wrong.__traceback__)


def _take_up(house: House, circle_id: str) -> None:
    if not house.vault.has_key(circle_id):
        lose_words(house, circle_id)
    run_system(house, circle_id, c.DropEveryLine())
