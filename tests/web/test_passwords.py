from itertools import count

import gevent
import pytest

from facilitator import passwords


def test_a_password_is_known_again() -> None:
    """By its hash; and no other password is taken for it."""
    kept = passwords.hash_of("a quiet long sentence")

    assert passwords.is_password("a quiet long sentence", kept)
    assert not passwords.is_password("another long sentence", kept)


@pytest.mark.parametrize("kept", [None, "", "no hash", "$argon2id$v=19$broken"])
def test_without_a_hash_no_password_is_right(kept: str | None) -> None:
    """Not even the one that nobody's hash was made of."""
    assert not passwords.is_password("nobody", kept)


@pytest.mark.parametrize("password", ["\0" * 10, "\N{SNOWMAN}" * 200, " "])
def test_any_characters_make_a_password(password: str) -> None:
    """They are bytes for the hash."""
    assert passwords.is_password(password, passwords.hash_of(password))


def test_circles_go_on_while_a_password_is_hashed() -> None:
    """The event loop turns many times during one hash."""
    turns = count()

    def go_on() -> None:
        while True:
            next(turns)
            gevent.sleep(0.001)

    circle = gevent.spawn(go_on)
    passwords.hash_of("a quiet long sentence")
    circle.kill()

    assert next(turns) > 3
