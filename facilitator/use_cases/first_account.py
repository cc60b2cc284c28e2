from flask import Flask

from facilitator.house import house_of
from facilitator.store import people
from facilitator.store.database import write
from facilitator.tokens import fresh_token, token_hash


def first_account_link(app: Flask) -> str | None:
    """A fresh link that makes the first account, once; earlier ones open nothing from now on.

    None when there is an account already.
    """
    house = house_of(app)
    token = fresh_token()
    with write(house.database) as session:
        if people.anyone(session):
            return None
        people.invite(
            session,
            token_hash=token_hash(token),
            person_id=None,
            now=house.clock.now(),
            ends_at=None,
        )
    return f"{house.settings.public_url}/begin/{token}"
