from facilitator.config import kept_secret_key
from facilitator.house import House
from facilitator.store import circle_rows
from facilitator.store.database import read
from facilitator.tickets import Ticket, day_of, write_ticket


def give_ticket(house: House, circle_id: str) -> str | None:
    """A ticket for answering once about the circle's group. None for a rehearsal, which has none.

    Nothing is written down: whoever reads the database can't tell that it was given, or to whom.
    """
    with read(house.database) as session:
        row = circle_rows.circle_row(session, circle_id)
        group_id = row.group_id if row else None
    if group_id is None:
        return None
    return write_ticket(ticket_secret(house), Ticket(group_id, day_of(house.clock.now())))


def ticket_secret(house: House) -> str:
    """What tickets are signed with: the same in each process of the house."""
    return house.settings.secret_key or kept_secret_key(house.settings.instance_dir)
