"""Mail: letters from facts, the worker that sends them."""

from email.message import EmailMessage

import gevent
from flask import Flask
from flask_babel import force_locale

from facilitator.content.texts.calendars import CalendarWords, calendar_words
from facilitator.house import House, house_of
from facilitator.mail.carriers import Carrier, Folder, Smtp
from facilitator.mail.envelope import address_of, envelope
from facilitator.mail.letters import letter
from facilitator.mail.worker import LEASE_MS, Addressed, Worker
from facilitator.store.outbox_work import Leased
from facilitator.use_cases.read_letter import LetterFacts, read_letter
from facilitator.use_cases.read_outbox import outbox_folder
from facilitator.use_cases.replay_tombstones import replay_tombstones


def join(app: Flask) -> None:
    """Once the server serves, mail leaves beside it, and who was erased stays so."""
    house = house_of(app)

    def begin() -> None:
        replay_tombstones(house)
        gevent.spawn(worker_of(app).run, gevent.sleep)

    house.on_start.append(begin)


def worker_of(app: Flask, *, lease_ms: int = LEASE_MS) -> Worker:
    """A worker that sends this house's mail by the way its settings name."""
    house = house_of(app)

    def writes(mail: Leased) -> Addressed | None:
        return written(app, house, mail)

    return Worker(house, writes, carrier_of(house), lease_ms=lease_ms)


def carrier_of(house: House) -> Carrier:
    """The mail server, or the folder where letters lie without one."""
    server = house.settings.mail_server
    return Smtp(server, house.settings.mail_from) if server else Folder(outbox_folder(house))


def written(app: Flask, house: House, mail: Leased) -> Addressed | None:
    """The mail as a message; None when what it would tell isn't so any more."""
    with app.app_context():
        told = read_letter(house, mail, _calendar_words)
        if told is None:
            return None
        return Addressed(_message(house, told), address_of(told.email))


def _message(house: House, told: LetterFacts) -> EmailMessage:
    with force_locale(told.language):
        return envelope(house, told, letter(told, house.settings.public_url))


def _calendar_words(language: str) -> CalendarWords:
    with force_locale(language):
        return calendar_words()
