"""Typed settings from the environment, refused at start when wrong."""

import math
import os
import secrets
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from facilitator.mail_server import MailServer, clear_sender, server_of_url

HOUSE_DIR = Path(__file__).resolve().parent.parent
MEMORY_DIR = Path("/dev/shm")
EXIT_URL = "https://www.wikipedia.org/"
SECRET_KEY_CHARS = 32
LOOPBACK = {"127.0.0.1": "127.0.0.1", "localhost": "localhost", "::1": "[::1]"}
EVERY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}
YES = {"1", "true", "yes", "on"}
NO = {"", "0", "false", "no", "off"}


class ConfigError(ValueError):
    """A setting that can't be used, told in one sentence."""


@dataclass(frozen=True)
class Settings:
    """Everything the environment decides. Nothing else in the house reads the environment."""

    database_url: str
    instance_dir: Path
    secret_key: str | None = field(repr=False)  # None: `kept_secret_key` of the instance_dir
    host: str
    port: int
    public_url: str  # scheme and host, without a slash at the end
    behind_https: bool
    trusted_proxies: int  # 0: X-Forwarded-* is ignored
    allowed_origins: tuple[str, ...]
    exit_url: str
    key_dir: Path
    time_scale: float  # the lengths of a circle's timers are multiplied by it
    testing: bool
    pseudo: bool  # two pretended languages can be chosen, to look at long words and at the right
    mail_server: MailServer | None  # None: mail is written into instance_dir/outbox
    mail_from: str

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> Self:
        """The settings that `environ` asks for, or a ConfigError about the first wrong one."""
        host = environ.get("HOST") or "127.0.0.1"
        port = _whole(environ, "PORT", 5000, lowest=1, highest=65_535)
        public_url = _origin(
            "HOLDSPACE_PUBLIC_URL", environ.get("HOLDSPACE_PUBLIC_URL") or _own_url(host, port)
        )
        instance_dir = _dir(environ, "HOLDSPACE_INSTANCE_DIR", HOUSE_DIR / "instance")
        return cls(
            database_url=_database_url(environ, instance_dir),
            instance_dir=instance_dir,
            secret_key=_secret_key(environ),
            host=host,
            port=port,
            public_url=public_url,
            behind_https=public_url.startswith("https://"),
            trusted_proxies=_whole(environ, "HOLDSPACE_TRUSTED_PROXIES", 0, lowest=0, highest=10),
            allowed_origins=_allowed_origins(environ, public_url),
            exit_url=_exit_url(environ),
            key_dir=_dir(environ, "HOLDSPACE_KEY_DIR", _default_key_dir(environ, instance_dir)),
            time_scale=_time_scale(environ),
            testing=_flag(environ, "HOLDSPACE_TESTING"),
            pseudo=_flag(environ, "HOLDSPACE_PSEUDO"),
            mail_server=_mail_server(environ),
            mail_from=_mail_from(environ),
        )


def kept_secret_key(instance_dir: Path) -> str:
    """The key in `instance_dir/secret_key`, made at the first call, readable by its owner only."""
    instance_dir.mkdir(parents=True, exist_ok=True)
    path = instance_dir / "secret_key"
    if not path.exists():
        # Written whole before it gets its name, so that workers starting together agree on one.
        descriptor, draft = tempfile.mkstemp(dir=instance_dir)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(48))
        with suppress(FileExistsError):
            path.hardlink_to(draft)
        Path(draft).unlink()
    return path.read_text()


def _whole(
    environ: Mapping[str, str], name: str, default: int, *, lowest: int, highest: int
) -> int:
    text = environ.get(name) or str(default)
    if text.isascii() and text.isdigit() and lowest <= int(text[:9]) <= highest:
        return int(text)
    raise ConfigError(f"{name} is {text!r}: it has to be a whole number, {lowest} to {highest}.")


def _flag(environ: Mapping[str, str], name: str) -> bool:
    text = environ.get(name, "").strip().lower()
    if text not in YES | NO:
        raise ConfigError(f"{name} is {text!r}: it has to be 1 or 0.")
    return text in YES


def _time_scale(environ: Mapping[str, str]) -> float:
    text = environ.get("HOLDSPACE_TIME_SCALE") or "1"
    try:
        scale = float(text)
    except ValueError:
        scale = math.nan
    if math.isfinite(scale) and scale > 0:
        return scale
    raise ConfigError(f"HOLDSPACE_TIME_SCALE is {text!r}: it has to be a number above 0.")


def _dir(environ: Mapping[str, str], name: str, default: Path) -> Path:
    path = Path(environ.get(name) or default)
    if not path.is_absolute():
        raise ConfigError(f"{name} is {str(path)!r}: it has to be a whole path, from / on.")
    if path.exists() and not path.is_dir():
        raise ConfigError(f"{name} is {str(path)!r}: there is a file there, not a folder.")
    return path


def _database_url(environ: Mapping[str, str], instance_dir: Path) -> str:
    url = environ.get("DATABASE_URL") or f"sqlite:///{instance_dir / 'holdspace.db'}"
    scheme, separator, _ = url.partition("://")
    if separator and scheme.split("+")[0] in {"sqlite", "postgresql"}:
        return url
    # The value may hold a password, so it isn't repeated.
    raise ConfigError("DATABASE_URL has to begin with sqlite:// or postgresql://.")


def _mail_server(environ: Mapping[str, str]) -> MailServer | None:
    url = environ.get("SMTP_URL") or ""
    server = server_of_url(url)
    if url and server is None:
        # The value may hold a password, so it isn't repeated.
        raise ConfigError("SMTP_URL has to look like smtps://name:password@mail.example.org:465.")
    return server


def _mail_from(environ: Mapping[str, str]) -> str:
    sender = environ.get("HOLDSPACE_MAIL_FROM") or ""
    if not sender and not environ.get("SMTP_URL"):
        return "holdspace@localhost"  # for letters that never leave this machine
    if not clear_sender(sender):
        raise ConfigError("HOLDSPACE_MAIL_FROM has to be an address, such as hello@example.org.")
    return sender


def _secret_key(environ: Mapping[str, str]) -> str | None:
    key = environ.get("HOLDSPACE_SECRET_KEY")
    if key and len(key) < SECRET_KEY_CHARS:
        raise ConfigError(f"HOLDSPACE_SECRET_KEY has to be {SECRET_KEY_CHARS} characters or more.")
    return key or None


def _default_key_dir(environ: Mapping[str, str], instance_dir: Path) -> Path:
    """A folder in memory where the system has one: keys are not meant to outlive a power cut."""
    runtime_dir = environ.get("XDG_RUNTIME_DIR")
    if runtime_dir and Path(runtime_dir).is_dir():
        return Path(runtime_dir) / "holdspace"
    if MEMORY_DIR.is_dir():
        return MEMORY_DIR / f"holdspace-{os.getuid()}"
    return instance_dir / "keys"


def _own_url(host: str, port: int) -> str:
    name = EVERY_ADDRESS.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{name}:{port}"


def _origin(name: str, text: str) -> str:
    """`text` as browsers write an origin: lower case, and no port where it is the usual one."""
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError:
        parts, host, port = urlsplit(""), None, None
    more = parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc
    if parts.scheme not in {"http", "https"} or not host or more:
        raise ConfigError(f"{name} has to look like https://circle.example.org.")
    netloc = f"[{host}]" if ":" in host else host
    usual = {"http": 80, "https": 443}[parts.scheme]
    return f"{parts.scheme}://{netloc}" + (f":{port}" if port not in {None, usual} else "")


def _allowed_origins(environ: Mapping[str, str], public_url: str) -> tuple[str, ...]:
    named = environ.get("HOLDSPACE_ALLOWED_ORIGINS", "")
    if origins := [one.strip() for one in named.split(",") if one.strip()]:
        return tuple(_origin("HOLDSPACE_ALLOWED_ORIGINS", one) for one in origins)
    return (public_url, *_same_machine(public_url))


def _same_machine(public_url: str) -> tuple[str, ...]:
    """The other names under which a browser on this machine may have opened a loopback address."""
    parts = urlsplit(public_url)
    if parts.hostname not in LOOPBACK:
        return ()
    port = f":{parts.port}" if parts.port else ""
    return tuple(
        f"{parts.scheme}://{name}{port}"
        for host, name in LOOPBACK.items()
        if host != parts.hostname
    )


def _exit_url(environ: Mapping[str, str]) -> str:
    url = environ.get("HOLDSPACE_EXIT_URL") or EXIT_URL
    if urlsplit(url).scheme in {"http", "https"} and urlsplit(url).netloc and url.isprintable():
        return url
    raise ConfigError(f"HOLDSPACE_EXIT_URL is {url!r}: it has to be a whole web address.")
