"""What the environment may decide, and what is refused at start."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from facilitator import config
from facilitator.config import ConfigError, Settings, kept_secret_key
from facilitator.mail_server import MailServer


def test_an_empty_environment_is_enough() -> None:
    """Without any setting the house runs on this machine only, on SQLite under instance/."""
    settings = Settings.from_environ({})

    assert (settings.host, settings.port) == ("127.0.0.1", 5000)
    assert settings.public_url == "http://127.0.0.1:5000"
    assert settings.database_url == f"sqlite:///{settings.instance_dir}/holdspace.db"
    assert settings.exit_url == "https://www.wikipedia.org/"
    assert (settings.time_scale, settings.trusted_proxies) == (1, 0)
    assert not settings.behind_https
    assert not settings.testing
    assert not settings.pseudo
    assert settings.secret_key is None
    assert (settings.mail_server, settings.mail_from) == (None, "holdspace@localhost")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "web"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "9" * 5000),
        ("PORT", "५०००"),
        ("DATABASE_URL", "mysql://root:hush@db/holdspace"),
        ("DATABASE_URL", "instance/holdspace.db"),
        ("HOLDSPACE_SECRET_KEY", "hush"),
        ("HOLDSPACE_PUBLIC_URL", "circle.example.org"),
        ("HOLDSPACE_PUBLIC_URL", "https://circle.example.org/holdspace"),
        ("HOLDSPACE_PUBLIC_URL", "https://ria:hush@circle.example.org"),
        ("HOLDSPACE_PUBLIC_URL", "http://[::1"),
        ("HOLDSPACE_PUBLIC_URL", "http://circle.example.org:99999"),
        ("HOLDSPACE_ALLOWED_ORIGINS", "*"),
        ("HOLDSPACE_TRUSTED_PROXIES", "-1"),
        ("HOLDSPACE_EXIT_URL", "javascript:alert(1)"),
        ("HOLDSPACE_EXIT_URL", "//example.org"),
        ("HOLDSPACE_TIME_SCALE", "0"),
        ("HOLDSPACE_TIME_SCALE", "-2"),
        ("HOLDSPACE_TIME_SCALE", "nan"),
        ("HOLDSPACE_TIME_SCALE", "inf"),
        ("HOLDSPACE_TIME_SCALE", "fast"),
        ("HOLDSPACE_TESTING", "perhaps"),
        ("HOLDSPACE_PSEUDO", "perhaps"),
        ("HOLDSPACE_INSTANCE_DIR", "instance"),
        ("HOLDSPACE_KEY_DIR", __file__),
        ("SMTP_URL", "mail.example.org:25"),
        ("SMTP_URL", "https://mail.example.org"),
        ("SMTP_URL", "smtp://ria@mail.example.org"),
        ("SMTP_URL", "smtp://ria:hush@mail.example.org:99999"),
        ("HOLDSPACE_MAIL_FROM", "Ria <ria@example.org>"),
        ("HOLDSPACE_MAIL_FROM", "ria@example.org\nBcc: eve@example.org"),
    ],
)
def test_a_wrong_value_is_told_in_one_sentence(name: str, value: str) -> None:
    """The sentence names the setting, ends, and repeats no password."""
    with pytest.raises(ConfigError, match=rf"^{name} .*[^.]\.$") as refusal:
        Settings.from_environ({name: value})

    assert "hush" not in str(refusal.value)


def test_mail_that_leaves_says_where_it_comes_from() -> None:
    """A server for mail is taken with its port, its sign-in and an address to answer to."""
    server = {"SMTP_URL": "smtps://ria:h%2Fush@mail.example.org"}
    settings = Settings.from_environ({**server, "HOLDSPACE_MAIL_FROM": "hello@example.org"})

    assert settings.mail_server == MailServer("mail.example.org", 465, True, "ria", "h/ush")
    assert "h/ush" not in repr(settings)
    with pytest.raises(ConfigError, match="HOLDSPACE_MAIL_FROM has to be an address"):
        Settings.from_environ(server)


def test_an_empty_value_is_no_value() -> None:
    """A setting left empty, as in many container files, means its default."""
    names = ["PORT", "HOST", "DATABASE_URL", "HOLDSPACE_TIME_SCALE", "HOLDSPACE_SECRET_KEY"]

    assert Settings.from_environ(dict.fromkeys(names, "")) == Settings.from_environ({})


def test_https_follows_from_the_public_address() -> None:
    """The public address is written as browsers write an origin, and alone may open sockets."""
    settings = Settings.from_environ({"HOLDSPACE_PUBLIC_URL": "https://Circle.Example.org:443/"})

    assert settings.public_url == "https://circle.example.org"
    assert settings.behind_https
    assert settings.allowed_origins == ("https://circle.example.org",)


def test_the_names_of_this_machine_are_one_place() -> None:
    """On a loopback address each of its names may open sockets."""
    settings = Settings.from_environ({"PORT": "5050"})

    assert set(settings.allowed_origins) == {
        "http://127.0.0.1:5050",
        "http://localhost:5050",
        "http://[::1]:5050",
    }


def test_origins_that_were_named_replace_the_default() -> None:
    """Only the named origins may open sockets."""
    named = {"HOLDSPACE_ALLOWED_ORIGINS": "https://a.example, https://b.example:8443"}

    assert Settings.from_environ(named).allowed_origins == (
        "https://a.example",
        "https://b.example:8443",
    )


def test_listening_everywhere_still_prints_a_link_that_opens() -> None:
    """An address that only a server understands never gets into a link."""
    assert Settings.from_environ({"HOST": "0.0.0.0"}).public_url == "http://127.0.0.1:5000"
    assert Settings.from_environ({"HOST": "::"}).public_url == "http://[::1]:5000"
    assert Settings.from_environ({"HOST": "fd00::7"}).public_url == "http://[fd00::7]:5000"


def test_keys_live_in_memory_where_there_is_a_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The runtime folder comes first, then shared memory, then instance/keys."""
    monkeypatch.setattr(config, "MEMORY_DIR", tmp_path)
    instance = {"HOLDSPACE_INSTANCE_DIR": str(tmp_path / "instance")}

    runtime = Settings.from_environ(instance | {"XDG_RUNTIME_DIR": str(tmp_path)})
    memory = Settings.from_environ(instance | {"XDG_RUNTIME_DIR": str(tmp_path / "none")})
    monkeypatch.setattr(config, "MEMORY_DIR", tmp_path / "none")
    disk = Settings.from_environ(instance)

    assert runtime.key_dir == tmp_path / "holdspace"
    assert memory.key_dir.parent == tmp_path
    assert disk.key_dir == tmp_path / "instance" / "keys"


def test_the_secret_key_is_made_once(tmp_path: Path) -> None:
    """Workers that start together get the same key, which only its owner can read."""
    with ThreadPoolExecutor(8) as workers:
        keys = set(workers.map(kept_secret_key, [tmp_path / "instance"] * 8))

    (path,) = (tmp_path / "instance").iterdir()
    assert keys == {path.read_text()}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
