from facilitator.circle import commands as c
from facilitator.house import House
from facilitator.store import circles
from facilitator.store.database import read
from facilitator.use_cases.run_command import lose_words, run_system


def take_up_circles(house: House) -> None:
    """The server starts: in every open circle nobody is connected yet, and lost words are told of
    (I34)."""
    with read(house.database) as session:
        open_ids = [row.id for row in circles.open_circles(session)]
    for circle_id in open_ids:
        if not house.vault.has_key(circle_id):
            lose_words(house, circle_id)
        run_system(house, circle_id, c.DropEveryLine())
