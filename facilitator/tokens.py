"""Ids and keys: the only place that draws random ones."""

import base64
import hashlib
import hmac
import secrets


def fresh_id() -> str:
    """A name for a row: 16 characters that say nothing about what it names."""
    return secrets.token_hex(8)


def fresh_token() -> str:
    """A key for a link or a cookie: 32 characters, 192 bits."""
    return secrets.token_urlsafe(24)


def derived_token(secret: str, *names: object) -> str:
    """The key of a link that a mail has to carry again: 32 characters, the same for the same names,
    and for nobody without the house's secret."""
    told = "\0".join(map(str, names)).encode()
    digest = hmac.new(secret.encode(), told, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest)[:32].decode()


def token_hash(token: str) -> str:
    """What the database keeps of a key: enough to know it again, never enough to use it."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def fresh_lot() -> int:
    """What is drawn for a circle, so that nobody always begins: 62 random bits."""
    return secrets.randbits(62)
