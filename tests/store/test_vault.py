"""The vault: keys that are files for a while, and words that only their key opens."""

import stat
from pathlib import Path

import pytest

from facilitator.store.vault import KEY_BYTES, KeyGone, Vault

CIRCLE, OTHER = "c1rcle", "0ther"
WORDS = "Not today, but soon. 🌱"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "run" / "keys"


@pytest.fixture
def vault(folder: Path) -> Vault:
    vault = Vault(folder)
    vault.make_key(CIRCLE)
    vault.make_key(OTHER)
    return vault


def test_what_was_sealed_can_be_opened(vault: Vault, folder: Path) -> None:
    """Also by another process that finds the same key."""
    sealed = vault.seal(CIRCLE, "share:1", WORDS)

    assert vault.open(CIRCLE, "share:1", sealed) == WORDS
    assert Vault(folder).open(CIRCLE, "share:1", sealed) == WORDS


def test_the_same_words_never_look_the_same(vault: Vault) -> None:
    """So that nobody sees that two people said the same."""
    assert vault.seal(CIRCLE, "share:1", WORDS) != vault.seal(CIRCLE, "share:1", WORDS)


@pytest.mark.parametrize(("circle", "place"), [(CIRCLE, "share:2"), (OTHER, "share:1")])
def test_words_stay_in_their_place(vault: Vault, circle: str, place: str) -> None:
    """Moved to another share or another circle they open for nobody."""
    sealed = vault.seal(CIRCLE, "share:1", WORDS)

    with pytest.raises(KeyGone):
        vault.open(circle, place, sealed)


@pytest.mark.parametrize(
    "spoil", [lambda s: s[:-1], lambda s: s[:5], lambda _: b"", lambda s: s[:20] + b"x" + s[21:]]
)
def test_spoiled_words_open_for_nobody(vault: Vault, spoil: object) -> None:
    """Cut short or changed: the answer is that they are gone, never something else."""
    sealed = spoil(vault.seal(CIRCLE, "share:1", WORDS))  # type: ignore[operator]

    with pytest.raises(KeyGone):
        vault.open(CIRCLE, "share:1", sealed)


def test_only_the_owner_may_read_a_key(folder: Path) -> None:
    """The file is 0600, its folder 0700."""
    Vault(folder).make_key(CIRCLE)

    assert stat.S_IMODE((folder / f"{CIRCLE}.key").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_an_open_folder_is_closed(folder: Path) -> None:
    """Whoever made it before."""
    folder.mkdir(parents=True)
    folder.chmod(0o755)

    Vault(folder).make_key(CIRCLE)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_strangers_folder_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a place where everybody may make folders, somebody else may have been first."""
    folder.mkdir(parents=True)
    monkeypatch.setattr("os.getuid", lambda: folder.stat().st_uid + 1)

    with pytest.raises(PermissionError):
        Vault(folder).make_key(CIRCLE)

    assert list(folder.iterdir()) == []


def test_a_key_that_exists_stays(vault: Vault) -> None:
    """Making it again changes nothing."""
    sealed = vault.seal(CIRCLE, "share:1", WORDS)

    vault.make_key(CIRCLE)

    assert vault.open(CIRCLE, "share:1", sealed) == WORDS


@pytest.mark.parametrize("left", [b"", b"half a key", b"x" * (KEY_BYTES + 1)])
def test_a_half_made_key_is_none(folder: Path, left: bytes) -> None:
    """Whoever made it was stopped: it seals nothing, and can be made anew."""
    vault = Vault(folder)
    vault.make_key(CIRCLE)
    (folder / f"{CIRCLE}.key").write_bytes(left)

    assert not vault.has_key(CIRCLE)
    with pytest.raises(KeyGone):
        vault.seal(CIRCLE, "share:1", WORDS)
    vault.make_key(CIRCLE)
    assert vault.has_key(CIRCLE)
    assert vault.open(CIRCLE, "x", vault.seal(CIRCLE, "x", WORDS)) == WORDS


def test_a_destroyed_key_is_nowhere(vault: Vault, folder: Path, tmp_path: Path) -> None:
    """Not in memory, not under its name, and overwritten wherever its file had another name."""
    sealed = vault.seal(CIRCLE, "share:1", WORDS)
    second_name = tmp_path / "second name"
    second_name.hardlink_to(folder / f"{CIRCLE}.key")

    vault.destroy_key(CIRCLE)
    vault.destroy_key(CIRCLE)

    assert not vault.has_key(CIRCLE)
    assert second_name.read_bytes() == b"\0" * KEY_BYTES
    with pytest.raises(KeyGone) as gone:
        vault.open(CIRCLE, "share:1", sealed)
    assert gone.value.circle_id == CIRCLE
    assert WORDS not in str(gone.value)
    assert vault.keys() == [OTHER]


def test_marks_tell_apart_and_name_nobody(vault: Vault) -> None:
    """The same for one seat in one circle, another for every other (I15)."""
    marks = [vault.mark(CIRCLE, "s1"), vault.mark(CIRCLE, "s2"), vault.mark(OTHER, "s1")]

    assert len(set(marks)) == 3
    assert vault.mark(CIRCLE, "s1") == marks[0]
    assert all("s1" not in mark for mark in marks)


@pytest.mark.parametrize("name", ["../up", "a/b", "", ".", "A", "x" * 33, "a\n", "ü"])
def test_a_circles_name_is_no_path(vault: Vault, name: str) -> None:
    """Only what the house itself draws as an id becomes a file's name."""
    with pytest.raises(ValueError, match="not a circle's id"):
        vault.has_key(name)
