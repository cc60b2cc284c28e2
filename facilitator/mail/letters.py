"""Letters: the facts of a mail in the words and the time zone of whoever reads it."""

from dataclasses import dataclass
from datetime import datetime

from babel.dates import format_date, format_time, get_timezone_location
from flask import render_template
from flask_babel import get_locale

from facilitator.content.texts.letters import SUBJECTS, TEXTS
from facilitator.content.words import fill
from facilitator.mail.shapes import SAID, shape_of
from facilitator.schedule.zones import instant_of, local_of
from facilitator.use_cases.read_letter import LetterFacts


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a letter: a line of text, somebody's words, a list of dates, or a link."""

    kind: str  # line, said, dates, way
    text: str = ""
    dates: tuple[str, ...] = ()
    address: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """The same letter twice: as plain text, and as simple HTML."""

    subject: str
    text: str
    html: str


def letter(told: LetterFacts, address: str) -> Letter:
    """The letter in the language that is spoken just now. `address`: scheme and host for links."""
    codes = [code for code in shape_of(told) if told.said or code not in SAID]
    parts = [_part(code, told, address) for code in codes]
    subject = str(SUBJECTS[told.kind])
    shown = {
        "subject": subject,
        "hello": _said("hello" if told.name else "hello.nobody", name=told.name),
        "parts": parts,
        "foot": _said("foot.group", group=told.group_name),
        "choices": Part("way", _said("foot.choices"), address=f"{address}{told.choices}"),
    }
    return Letter(
        subject,
        render_template("mail/letter.txt", **shown),
        render_template("mail/letter.html", language=str(get_locale()), **shown),
    )


def when_words(instant: int, zone: str) -> str:
    """`Tuesday, January 12, 2027, 7:00 PM (Berlin)`."""
    there = datetime.fromisoformat(local_of(instant, zone))
    locale = get_locale()
    day = format_date(there.date(), "full", locale=locale)
    time = format_time(there.time(), "short", locale=locale)
    return f"{day}, {time} ({place_words(zone)})"


def place_words(zone: str) -> str:
    """The city by which people know the zone: `São Paulo`."""
    if "/" not in zone or zone.startswith("Etc/"):
        return zone.removeprefix("Etc/")
    return str(get_timezone_location(zone, locale=get_locale(), return_city=True))


def _part(code: str, told: LetterFacts, address: str) -> Part:
    if code == "@said":
        return Part("said", told.said)
    if code == "@dates":
        return Part("dates", dates=tuple(when_words(d.starts_at, told.zone) for d in told.dates))
    if code.startswith(">"):
        return Part("way", _said(code[1:]), address=f"{address}{told.page}")
    return Part("line", _line(code, told))


def _line(code: str, told: LetterFacts) -> str:
    one, zone = told.meeting or next(iter(told.dates), None), told.zone
    return _said(
        code,
        when=when_words(one.starts_at, zone) if one else "",
        before=when_words(instant_of(one.recurrence, one.zone)[0], zone) if one else "",
        until=when_words(told.until, zone) if told.until else "",
        names=", ".join(told.held_by),
    )


def _said(code: str, **values: object) -> str:
    return str(fill(TEXTS[code], **values))
