"""The vault's keys: one a circle, outside the database, destroyed when the circle closes.

Sealed words are AES-256-GCM with a fresh nonce, bound to their circle and their place, so that
none can be put elsewhere.
"""

import hashlib
import hmac
import os
import re
import stat
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12
MARK_CHARS = 16
_CIRCLE_ID = re.compile(r"[0-9a-z]{1,32}")


class KeyGone(Exception):
    """The circle's key is not there any more; what it sealed cannot be read by anybody."""

    def __init__(self, circle_id: str) -> None:
        super().__init__("a circle's key is gone")
        self.circle_id = circle_id


class Vault:
    """Seals and opens words. Keys are files of mode 0600 in a folder of mode 0700, in memory where
    there is such a place."""

    def __init__(self, key_dir: Path) -> None:
        self._key_dir = key_dir
        self._keys: dict[str, bytes] = {}

    def make_key(self, circle_id: str) -> None:
        """The circle has a key; one that exists already stays."""
        self._make_folder()
        path = self._path(circle_id)
        if path.exists() and not self.has_key(circle_id):
            # Whoever made it was stopped half-way.
            path.unlink(missing_ok=True)
        try:
            descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except FileExistsError:
            return
        with os.fdopen(descriptor, "wb") as file:
            file.write(os.urandom(KEY_BYTES))

    def has_key(self, circle_id: str) -> bool:
        """Whether words of that circle can still be read, by the store's word and not by
        memory's."""
        try:
            return self._path(circle_id).stat().st_size == KEY_BYTES
        except FileNotFoundError:
            return False

    def keys(self) -> list[str]:
        """The circles that have a key here."""
        found = (path.stem for path in self._key_dir.glob("*.key"))
        return [circle_id for circle_id in found if _CIRCLE_ID.fullmatch(circle_id)]

    def destroy_key(self, circle_id: str) -> None:
        """Nobody can read that circle's words any more."""
        self._keys.pop(circle_id, None)
        path = self._path(circle_id)
        try:
            with path.open("r+b") as file:
                file.write(b"\0" * KEY_BYTES)
                file.flush()
                os.fsync(file.fileno())
            path.unlink()
        except FileNotFoundError:
            return

    def forget(self, circle_id: str) -> None:
        """This process holds the key no longer; the file is somebody else's to destroy."""
        self._keys.pop(circle_id, None)

    def seal(self, circle_id: str, place: str, words: str) -> bytes:
        """Bytes that only this circle's key opens, at this place; KeyGone without one."""
        nonce = os.urandom(NONCE_BYTES)
        cipher = AESGCM(self._key(circle_id))
        return nonce + cipher.encrypt(nonce, words.encode(), _bound_to(circle_id, place))

    def open(self, circle_id: str, place: str, sealed: bytes) -> str:
        """The words again; KeyGone when the key is another or none."""
        cipher = AESGCM(self._key(circle_id))
        nonce, body = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        try:
            return cipher.decrypt(nonce, body, _bound_to(circle_id, place)).decode()
        except (InvalidTag, ValueError):
            raise KeyGone(circle_id) from None

    def mark(self, circle_id: str, seat_id: str) -> str:
        """Tells senders of one circle apart and names none of them, without the key (I15)."""
        secret = self._key(circle_id)
        return hmac.new(secret, seat_id.encode(), hashlib.sha256).hexdigest()[:MARK_CHARS]

    def _key(self, circle_id: str) -> bytes:
        key = self._keys.get(circle_id)
        if key is None:
            try:
                key = self._path(circle_id).read_bytes()
            except FileNotFoundError:
                raise KeyGone(circle_id) from None
            if len(key) != KEY_BYTES:
                raise KeyGone(circle_id)
            self._keys[circle_id] = key
        return key

    def _make_folder(self) -> None:
        self._key_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = self._key_dir.stat()
        # The usual place lies in a folder that is everybody's: somebody else may have been first.
        if found.st_uid != os.getuid() and os.getuid() != 0:
            raise PermissionError("the folder for keys belongs to somebody else")
        if stat.S_IMODE(found.st_mode) & 0o077:
            self._key_dir.chmod(0o700)

    def _path(self, circle_id: str) -> Path:
        if not _CIRCLE_ID.fullmatch(circle_id):
            raise ValueError("not a circle's id")
        return self._key_dir / f"{circle_id}.key"


def _bound_to(circle_id: str, place: str) -> bytes:
    return f"{circle_id}\n{place}".encode()
