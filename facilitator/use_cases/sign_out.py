from facilitator.house import House
from facilitator.store import people
from facilitator.store.database import write


def sign_out(house: House, sign_in_id: str) -> None:
    """The sign-in has ended, with all its uses: its cookie opens nothing, its sockets are cut."""
    with write(house.database) as session:
        people.end_sign_in(session, sign_in_id)
    house.tell_signed_out(sign_in_id)
