"""Ids and keys: the only place that draws random ones."""

import hashlib
import secrets


def fresh_id() -> str:
    """A name for a row: 16 characters that say nothing about what it names."""
    return secrets.token_hex(8)


def fresh_token() -> str:
    """A key for a link or a cookie: 32 characters, 192 bits."""
    return secrets.token_urlsafe(24)


def token_hash(token: str) -> str:
    """What the database keeps of a key: enough to know it again, never enough to use it."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def fresh_lot() -> int:
    """What is drawn for a circle, so that nobody always begins: 62 random bits."""
    return secrets.randbits(62)
