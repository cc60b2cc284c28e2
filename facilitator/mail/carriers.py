"""The ways a letter leaves: to a mail server, or into a folder of this house."""

import os
import smtplib
import ssl
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol

from facilitator.mail_server import MailServer
from facilitator.use_cases.settle_mail import Fate, Outcome

# Each step with the server; a lease lasts for all of them.
ANSWER_WITHIN_S = 15
SENT = Outcome(Fate.SENT)
# The server itself is in trouble: no mail would fare better just now.
AWAY, NO_SIGN_IN, NO_TLS, SENDER = "server/away", "server/sign_in", "server/no_tls", "server/sender"
SERVER_TROUBLES = frozenset({AWAY, NO_SIGN_IN, NO_TLS, SENDER})


class Carrier(Protocol):
    def carry(self, mail_id: str, message: EmailMessage, to: str) -> Outcome:
        """The message has left for this address, or the outcome says why not."""
        ...

    def rest(self) -> None:
        """Nothing more leaves for now."""
        ...


class Folder:
    """Without a mail server: a file for each letter, readable by its owner only."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def carry(self, mail_id: str, message: EmailMessage, to: str) -> Outcome:  # noqa: ARG002 -- the letter names whom it is for
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor, draft = tempfile.mkstemp(dir=self._folder)
            with os.fdopen(descriptor, "wb") as file:
                file.write(message.as_bytes())
            # Under its name only when it is whole; the same letter again is the same file.
            Path(draft).replace(self._folder / f"{mail_id}.eml")
        except OSError:
            return Outcome(Fate.LATER, AWAY)
        return SENT

    def rest(self) -> None:
        pass


class Smtp:
    """One line to the mail server, kept open from letter to letter."""

    def __init__(self, server: MailServer, sender: str) -> None:
        self._server = server
        self._sender = sender
        self._line: smtplib.SMTP | None = None

    def carry(self, mail_id: str, message: EmailMessage, to: str) -> Outcome:  # noqa: ARG002 -- the message has its own id
        try:
            line = self._line or self._open()
        except (smtplib.SMTPException, OSError) as wrong:
            self.rest()
            return Outcome(Fate.LATER, _trouble_at_sign_in(wrong))
        try:
            line.send_message(message, self._sender, [to])
        except smtplib.SMTPRecipientsRefused as refused:
            code = next(iter(refused.recipients.values()))[0]
            return _answered(code, "address/unknown", "address/busy")
        except smtplib.SMTPSenderRefused as refused:
            # 421: it has had enough of this line; the next letter opens another.
            self.rest()
            return Outcome(Fate.LATER, SENDER if refused.smtp_code >= 500 else "server/busy")
        except (smtplib.SMTPNotSupportedError, UnicodeError):
            return Outcome(Fate.NEVER, "address/unclear")
        except smtplib.SMTPResponseException as answer:
            return _answered(answer.smtp_code, "letter/refused", "server/busy")
        except (smtplib.SMTPException, OSError):
            self.rest()
            return Outcome(Fate.LATER, AWAY, maybe_there=True)
        return SENT

    def rest(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            with suppress(smtplib.SMTPException, OSError):
                line.quit()

    def _open(self) -> smtplib.SMTP:
        server = self._server
        here = self._sender.partition("@")[2]
        line: smtplib.SMTP
        if server.tls:
            line = smtplib.SMTP_SSL(
                server.host,
                server.port,
                here,
                timeout=ANSWER_WITHIN_S,
                context=_context(server),
            )
        else:
            line = smtplib.SMTP(server.host, server.port, here, timeout=ANSWER_WITHIN_S)
        self._line = line
        line.ehlo_or_helo_if_needed()
        if not server.tls and line.has_extn("starttls"):
            line.starttls(context=_context(server))
            line.ehlo()
        elif not server.tls and server.password:
            # A password never goes over an open line.
            raise smtplib.SMTPNotSupportedError
        if server.name:
            line.login(server.name, server.password)
        return line


@contextmanager
def resting(carrier: Carrier) -> Iterator[Carrier]:
    try:
        yield carrier
    finally:
        carrier.rest()


def _context(server: MailServer) -> ssl.SSLContext:
    """A safe line to the server that the settings name, and to no other."""
    context = ssl.create_default_context()
    if not server.tls and not server.password:
        # Whoever could stand between could as well leave STARTTLS out; and a relay on the same
        # machine seldom has a certificate that anybody signed.
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def _trouble_at_sign_in(wrong: Exception) -> str:
    if isinstance(wrong, smtplib.SMTPNotSupportedError | ssl.SSLError):
        return NO_TLS
    return NO_SIGN_IN if isinstance(wrong, smtplib.SMTPAuthenticationError) else AWAY


def _answered(code: int, for_good: str, for_now: str) -> Outcome:
    """5 at the front says that trying again changes nothing (RFC 5321, 4.2.1)."""
    never = 500 <= code < 600
    return Outcome(Fate.NEVER, for_good) if never else Outcome(Fate.LATER, for_now)
