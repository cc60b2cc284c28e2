"""Where mail is handed over, and the address it comes from, as the environment names them."""

import re
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

# Over TLS from the first byte; with STARTTLS where the server offers it.
USUAL_PORTS = {"smtps": 465, "smtp": 587}
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")


@dataclass(frozen=True, slots=True)
class MailServer:
    """An SMTP server. Without a name nobody signs in there."""

    host: str
    port: int
    tls: bool
    name: str = ""
    password: str = field(default="", repr=False)


def server_of_url(url: str) -> MailServer | None:
    """The server behind smtp:// or smtps://; None for an address that names none."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    more = parts.path.strip("/") or parts.query or parts.fragment
    if parts.scheme not in USUAL_PORTS or not host or more or not url.isprintable():
        return None
    name, password = unquote(parts.username or ""), unquote(parts.password or "")
    if bool(name) != bool(password):
        return None
    tls = parts.scheme == "smtps"
    return MailServer(host, port or USUAL_PORTS[parts.scheme], tls, name, password)


def clear_sender(address: str) -> bool:
    """Whether mail can come from this address: plain ASCII, nothing around it."""
    return len(address) <= 254 and _ADDRESS.fullmatch(address) is not None
