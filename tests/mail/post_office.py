"""A mail server on this machine, as real as it gets: aiosmtpd on a loopback port."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller

from tests.live.people import free_port


@dataclass
class PostOffice:
    """Takes every letter, but for the addresses that it was told about."""

    port: int
    letters: list[EmailMessage] = field(default_factory=list)
    # What it answers to an address instead of taking it.
    answers: dict[str, str] = field(default_factory=dict)

    @property
    def environ(self) -> dict[str, str]:
        return {
            "SMTP_URL": f"smtp://127.0.0.1:{self.port}",
            "HOLDSPACE_MAIL_FROM": "post@holdspace.example",
        }

    def to(self, email: str) -> list[EmailMessage]:
        return [letter for letter in self.letters if letter["To"] == email]

    async def handle_RCPT(  # noqa: N802 -- aiosmtpd's name and arguments
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        if answer := self.answers.get(address):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.letters.append(message_from_bytes(envelope.content, policy=default))
        return self.answers.get("data", "250 taken")


@contextmanager
def a_post_office(port: int = 0) -> Iterator[PostOffice]:
    office = PostOffice(port or free_port())
    controller = Controller(office, hostname="127.0.0.1", port=office.port)
    controller.start()
    try:
        yield office
    finally:
        controller.stop()


def text_of(letter: EmailMessage) -> str:
    """What somebody reads whose program shows plain text."""
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def calendar_of(letter: EmailMessage) -> tuple[str, str]:
    """The method and the text of the calendar part."""
    part = next(one for one in letter.walk() if one.get_content_type() == "text/calendar")
    return str(part.get_param("method")), str(part.get_content())
