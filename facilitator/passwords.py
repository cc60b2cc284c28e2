"""Passwords become hashes, in a thread of their own: inline, one sign-in stops every circle."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from gevent import get_hub

_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
# Compared with when there is nobody, so that an unknown e-mail takes as long as a known one.
_NOBODY = _HASHER.hash("nobody")


def hash_of(password: str) -> str:
    """A hash worth keeping. The event loop goes on while it is made (about 30 ms)."""
    return str(get_hub().threadpool.apply(_HASHER.hash, (password,)))


def is_password(password: str, kept: str | None) -> bool:
    """Whether the password made this hash; without a hash it is False after the same time."""
    right = bool(get_hub().threadpool.apply(_verify, (kept or _NOBODY, password)))
    return right and bool(kept)


def _verify(kept: str, password: str) -> bool:
    try:
        return _HASHER.verify(kept, password)
    except (VerificationError, InvalidHashError):
        return False
