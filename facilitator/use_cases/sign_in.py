from facilitator import passwords
from facilitator.house import House
from facilitator.store import people
from facilitator.store.database import read, write
from facilitator.tokens import fresh_token, token_hash
from facilitator.use_cases.read_sign_in import SIGN_IN_SLEEPS_MS


def sign_in(house: House, email: str, password: str) -> str | None:
    """A fresh sign-in's key for the browser's cookie; None when the two don't go together.

    An e-mail that nobody has takes as long as one that somebody has.
    """
    with read(house.database) as session:
        person = people.person_by_email(session, email)
    if not passwords.is_password(password, person.password_hash if person else None):
        return None
    return begin_sign_in(house, person.id) if person else None


def begin_sign_in(house: House, person_id: str) -> str:
    """This person is signed in somewhere new; gives the key for that browser's cookie."""
    token, now = fresh_token(), house.clock.now()
    with write(house.database) as session:
        people.forget_old_sign_ins(session, seen_before=now - SIGN_IN_SLEEPS_MS)
        people.add_sign_in(session, sign_in_id=token_hash(token), person_id=person_id, now=now)
    return token
