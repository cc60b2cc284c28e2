"""Tickets for answering once after a circle. Each names a group and a day, and nothing else.

Nobody writes down that one was given, so nobody can say to whom.
"""

import base64
import binascii
import hashlib
import hmac
import json
from dataclasses import dataclass

from facilitator.tokens import fresh_token

DAY_MS = 24 * 60 * 60 * 1000
LONGEST = 400
_PURPOSE = b"ticket for answers after a circle"


@dataclass(frozen=True, slots=True)
class Ticket:
    group_id: str
    # Days since 1970, UTC. An instant would tell which circle it was.
    given_on: int


def day_of(now: int) -> int:
    """The day of an instant (UTC ms)."""
    return now // DAY_MS


def oldest_taken(now: int) -> int:
    """The day of the oldest tickets that are still taken: each lasts a day or a little more."""
    return day_of(now) - 1


def write_ticket(secret: str, ticket: Ticket) -> str:
    """Another text each time."""
    body = _packed(json.dumps([ticket.group_id, ticket.given_on, fresh_token()]).encode())
    return f"{body}.{_seal(secret, body)}"


def read_ticket(secret: str, text: str) -> Ticket | None:
    """What a ticket of ours says; None for anything else."""
    body, _, seal = text.partition(".")
    good = len(text) <= LONGEST and text.isascii()
    if not good or not hmac.compare_digest(seal, _seal(secret, body)):
        return None
    try:
        group_id, given_on, _random = json.loads(base64.urlsafe_b64decode(body + "=="))
    except (binascii.Error, ValueError):
        return None
    return Ticket(group_id, given_on)


def _seal(secret: str, body: str) -> str:
    key = hashlib.sha256(_PURPOSE + secret.encode()).digest()
    return _packed(hmac.new(key, body.encode(), hashlib.sha256).digest())


def _packed(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
