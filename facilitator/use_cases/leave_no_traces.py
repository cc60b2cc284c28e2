from facilitator.house import House
from facilitator.store import circle_rows
from facilitator.store.database import forget_traces, read


def leave_no_traces(house: House) -> None:
    """Nothing of circles that are over is left beside the database, and no key of theirs (I31).

    When somebody is reading just then, it is remembered: `leave_traces_left` does it later.
    """
    house.circles.traces_left = not forget_traces(house.database)


def leave_traces_left(house: House) -> None:
    """What could not be done at a circle's end is done."""
    if house.circles.traces_left:
        leave_no_traces(house)


def destroy_old_keys(house: House) -> None:
    """Whoever was killed between a circle's end and its key's leaves no key for long."""
    kept = house.vault.keys()
    with read(house.database) as session:
        over = circle_rows.closed_among(session, kept) if kept else []
    for circle_id in over:
        house.vault.destroy_key(circle_id)
