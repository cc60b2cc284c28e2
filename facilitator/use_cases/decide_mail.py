from facilitator.house import House
from facilitator.store import outbox_work
from facilitator.store.database import write


def send_again(house: House, group_id: str, mail_id: str) -> bool:
    """A mail that couldn't be delivered is tried anew; False when it is no such mail (any more)."""
    with write(house.database) as session:
        return outbox_work.send_again(session, group_id, mail_id, now=house.clock.now())


def let_be(house: House, group_id: str, mail_id: str) -> bool:
    """It isn't tried again, and no organizer is asked about it any more."""
    with write(house.database) as session:
        return outbox_work.let_be(session, group_id, mail_id)
