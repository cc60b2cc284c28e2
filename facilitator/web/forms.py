"""What people type into the forms of accounts and groups, cleaned, or a sentence about it."""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from flask_babel import gettext as _

NAME_CHARS = 80
EMAIL_CHARS = 254
TEXT_CHARS = 2_000
PASSWORD_CHARS_MIN = 10
PASSWORD_CHARS_MAX = 200

# Without the signs that stand between addresses in a letter's head, or around them.
_EMAIL = re.compile(r"""[^\s@,;:<>()[\]"\\]+@[^\s@,;:<>()[\]"\\]+\.[^\s@.,;:<>()[\]"\\]+""")
# Control and format characters (NUL, bidi overrides, invisible ones), surrogates, private use.
_NEVER = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_LINE_ENDS = re.compile(r"\r\n?|\n")


class Unclear(ValueError):
    """A field can't be taken as it is; the text is the sentence for the person."""


@dataclass
class Sheet:
    """A filled-in form: what was typed (for showing it again), and a sentence for each trouble."""

    typed: Mapping[str, str]
    problems: dict[str, str] = field(default_factory=dict)

    def take(self, name: str, clean: Callable[[str], str]) -> str:
        """The cleaned field; empty, with a sentence among the problems, when it is unclear."""
        try:
            return clean(self.typed.get(name, ""))
        except Unclear as unclear:
            self.problems[name] = str(unclear)
            return ""

    @property
    def is_clear(self) -> bool:
        return not self.problems


def clean_line(typed: str, *, longest: int = NAME_CHARS) -> str:
    """One line of visible text, 1 to `longest` characters, in Unicode's composed form."""
    line = " ".join(unicodedata.normalize("NFC", typed).split(" ")).strip()
    if not line:
        raise Unclear(_("Please write something here."))
    if len(line) > longest:
        raise Unclear(_("This is a little long: up to %(count)d characters fit.", count=longest))
    if any(unicodedata.category(char) in _NEVER for char in line):
        raise Unclear(_("There's a hidden character in this. Please type it again by hand."))
    return line


def clean_text(typed: str) -> str:
    """Some lines of visible text, up to 2,000 characters; it may be empty."""
    lines = [line.strip() for line in _LINE_ENDS.split(typed.strip())]
    if sum(len(line) + 1 for line in lines) > TEXT_CHARS:
        raise Unclear(_("This is a little long: up to %(count)d characters fit.", count=TEXT_CHARS))
    return "\n".join(clean_line(line, longest=TEXT_CHARS) if line else "" for line in lines)


def clean_contact(typed: str) -> str:
    """How an organizer can be reached: an address, a number, or words."""
    return clean_line(typed, longest=200)


def clean_email(typed: str) -> str:
    """An e-mail address in the form it is kept and compared in."""
    email = unicodedata.normalize("NFC", typed).strip().casefold()
    hidden = any(unicodedata.category(char) in _NEVER for char in email)
    if len(email) > EMAIL_CHARS or hidden or not _EMAIL.fullmatch(email):
        raise Unclear(_("This doesn't look like an e-mail address yet, such as ria@example.org."))
    return email


def clean_new_password(typed: str) -> str:
    """A password long enough to keep."""
    if len(typed) < PASSWORD_CHARS_MIN:
        raise Unclear(
            _(
                "Please choose %(count)d characters or more.",
                count=PASSWORD_CHARS_MIN,
            )
        )
    return clean_password(typed)


def clean_password(typed: str) -> str:
    """A password as it is hashed and compared."""
    if not typed:
        raise Unclear(_("Please write your password here."))
    if len(typed) > PASSWORD_CHARS_MAX:
        raise Unclear(
            _("This is a little long: up to %(count)d characters fit.", count=PASSWORD_CHARS_MAX)
        )
    return unicodedata.normalize("NFC", typed)


def clean_number(lowest: int, highest: int) -> Callable[[str], str]:
    """Takes a whole number from `lowest` to `highest`."""

    def clean(typed: str) -> str:
        digits = typed.strip()
        if digits.isascii() and digits.isdigit() and len(digits) <= 4:
            number = int(digits)
            if lowest <= number <= highest:
                return str(number)
        raise Unclear(
            _(
                "Please choose a number from %(lowest)d to %(highest)d.",
                lowest=lowest,
                highest=highest,
            )
        )

    return clean


def clean_choice(codes: Collection[str]) -> Callable[[str], str]:
    """Takes one of these codes."""

    def clean(typed: str) -> str:
        if typed not in codes:
            raise Unclear(_("Please choose one of these."))
        return typed

    return clean
