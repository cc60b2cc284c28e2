from facilitator.house import House
from facilitator.store import database


def shorten_log(house: House) -> None:
    """What was committed lies in the database itself. Waits for the disk: for a thread."""
    database.shorten_log(house.database)
