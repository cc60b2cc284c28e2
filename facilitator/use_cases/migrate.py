from facilitator.house import House
from facilitator.store import schema


def migrate(house: House) -> None:
    """The database has the newest tables."""
    schema.migrate(house.database)
