from facilitator.house import House
from facilitator.store import people
from facilitator.store.database import write
from facilitator.tokens import fresh_token, token_hash
from facilitator.use_cases.add_person import INVITATION_LASTS_MS


def invite_again(house: House, email: str) -> str | None:
    """A fresh link with which this person chooses a (new) password; None for an unknown e-mail."""
    token, now = fresh_token(), house.clock.now()
    with write(house.database) as session:
        person = people.person_by_email(session, email)
        if person is None:
            return None
        people.invite(
            session,
            token_hash=token_hash(token),
            person_id=person.id,
            now=now,
            ends_at=now + INVITATION_LASTS_MS,
        )
    return f"{house.settings.public_url}/begin/{token}"
