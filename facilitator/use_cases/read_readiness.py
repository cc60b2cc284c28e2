from facilitator.house import House
from facilitator.store.schema import is_migrated


def is_ready(house: House) -> bool:
    """Whether the database answers and has the newest tables."""
    return is_migrated(house.database)
