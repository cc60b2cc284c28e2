"""A letter as it travels: its headers, its parts, and one name for as long as it exists."""

from datetime import UTC, datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from facilitator.house import House
from facilitator.mail.letters import Letter
from facilitator.tokens import derived_token
from facilitator.use_cases.read_letter import LetterFacts

# A long address in a header stays whole; RFC 5322 allows lines of 998 characters.
POLICY = SMTP.clone(max_line_length=900)

# Says that another worker had this mail before and may have sent it. Its Message-ID is the same.
MAYBE_TWICE = "X-Holdspace-Maybe-Twice"


class Unclear(ValueError):
    """The address is none that a mail can be sent to."""


def envelope(house: House, told: LetterFacts, letter: Letter) -> EmailMessage:
    """The message. Nothing that somebody typed is in its headers, but the address it goes to."""
    message = EmailMessage(policy=POLICY)
    settings = house.settings
    message["From"] = settings.mail_from
    message["To"] = Address(addr_spec=address_of(told.email))
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(datetime.fromtimestamp(house.clock.now() // 1000, UTC))
    message["Message-ID"] = message_id(house, told.once_key)
    # RFC 3834: no machine should answer this one.
    message["Auto-Submitted"] = "auto-generated"
    if told.may_stop:
        # RFC 8058: one press in the mail program, without a sign-in.
        message["List-Unsubscribe"] = f"<{settings.public_url}{told.choices}/stop>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    if told.maybe_twice:
        message[MAYBE_TWICE] = "yes"
    message.set_content(letter.text, cte="quoted-printable")
    message.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    if told.calendar is not None:
        _add_calendar(message, told.calendar.method, told.calendar.text)
    # At the end, because what is made of parts gives its own headers of this kind to the first.
    message["Content-Language"] = told.language
    return message


def message_id(house: House, once_key: str) -> str:
    """The same for the same mail, and telling nobody what it is about."""
    host = house.settings.mail_from.partition("@")[2]
    return f"<{derived_token(house.secret, 'mail', once_key)}@{host}>"


def address_of(email: str) -> str:
    """The address with its host as mail servers know it; raises Unclear for one they can't."""
    local, _, host = email.rpartition("@")
    try:
        address = f"{local}@{host.encode('idna').decode()}"
        Address(addr_spec=address)
    except (MessageError, ValueError, IndexError, AttributeError) as wrong:
        # The last is how the parser of the language says it of some.
        raise Unclear from wrong
    return address


def _add_calendar(message: EmailMessage, method: str, text: str) -> None:
    """Once for programs that read invitations in a mail, once as a file for all the others."""
    message.add_alternative(
        text, subtype="calendar", params={"method": method}, cte="quoted-printable"
    )
    message.add_attachment(
        text.encode(), maintype="application", subtype="ics", filename="dates.ics"
    )
