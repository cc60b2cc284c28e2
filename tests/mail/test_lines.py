"""The line to a mail server: safe where there is a password, or not used."""

import datetime
import ipaddress
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from facilitator.mail.carriers import Smtp
from facilitator.mail_server import MailServer
from facilitator.use_cases.settle_mail import Fate, Outcome
from tests.live.people import free_port
from tests.mail.post_office import PostOffice

SENDER, JO = "post@holdspace.example", "jo@example.org"


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for this machine, signed by itself, with its key in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "post")])
    now = datetime.datetime.now(datetime.UTC)
    here = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(here, critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "post.pem"
    pem, plain = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    unlocked = serialization.NoEncryption()
    path.write_bytes(made.public_bytes(pem) + key.private_bytes(pem, plain, unlocked))
    return path


@contextmanager
def guarded(certificate: Path | None) -> Iterator[PostOffice]:
    """A mail server that knows one name and password; with STARTTLS if it has a certificate."""
    office = PostOffice(free_port())
    context = None
    if certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate)

    def knows(
        _server: object, _session: object, _envelope: object, _how: str, who: object
    ) -> object:
        right = (getattr(who, "login", b""), getattr(who, "password", b"")) == (b"house", b"hush")
        return AuthResult(success=right, handled=right)

    controller = Controller(
        office,
        hostname="127.0.0.1",
        port=office.port,
        tls_context=context,
        require_starttls=context is not None,
        authenticator=knows if context else None,
        auth_required=context is not None,
    )
    controller.start()
    try:
        yield office
    finally:
        controller.stop()


def sends(office: PostOffice, name: str = "", password: str = "") -> Outcome:
    carrier = Smtp(MailServer("127.0.0.1", office.port, False, name, password), SENDER)
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = SENDER, JO, "A note"
    message.set_content("Hello")
    outcome = carrier.carry("1", message, JO)
    carrier.rest()
    return outcome


def test_a_password_goes_over_a_safe_line(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To a server whose certificate is known."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with guarded(certificate) as office:
        taken, refused = sends(office, "house", "hush"), sends(office, "house", "no")

    assert taken == Outcome(Fate.SENT)
    assert refused == Outcome(Fate.LATER, "server/sign_in")
    assert len(office.letters) == 1


def test_a_password_goes_over_no_other(certificate: Path) -> None:
    """Neither to a stranger nor in the open."""
    with guarded(certificate) as stranger, guarded(None) as in_the_open:
        outcomes = [sends(office, "house", "hush") for office in (stranger, in_the_open)]

    assert outcomes == [Outcome(Fate.LATER, "server/no_tls")] * 2


def test_a_relay_that_asks_for_no_password_takes_letters() -> None:
    """As on the same machine."""
    with guarded(None) as office:
        assert sends(office) == Outcome(Fate.SENT)


def test_a_line_that_breaks_off_leaves_a_doubt() -> None:
    """The server may have had the letter before it went."""

    class GoesAway(PostOffice):
        async def handle_DATA(self, server: object, _s: object, _e: object) -> str:  # noqa: N802 -- aiosmtpd's name
            server.transport.abort()  # type: ignore[attr-defined]
            return "250 taken"

    office = GoesAway(free_port())
    controller = Controller(office, hostname="127.0.0.1", port=office.port)
    controller.start()
    outcome = sends(office)
    controller.stop()

    assert outcome == Outcome(Fate.LATER, "server/away", maybe_there=True)
