"""Mail that waits, was sent, or could not be: for the organizers of the group it was written to."""

from typing import NamedTuple

from flask import Blueprint, abort, current_app, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from facilitator.content.texts import outbox as texts
from facilitator.house import House, house_of
from facilitator.use_cases.decide_mail import let_be, send_again
from facilitator.use_cases.read_outbox import (
    MailRow,
    read_letter_text,
    read_outbox,
)
from facilitator.use_cases.read_own_clock import read_own_clock
from facilitator.web.signed_in import ask_who_it_is, required_person
from facilitator.web.standing import required_organizer
from facilitator.web.when import clock_there, day_and_time_words

pages = Blueprint("outbox", __name__, url_prefix="/groups/<group_id>/outbox")

pages.before_request(ask_who_it_is)


class Card(NamedTuple):
    """One mail in words."""

    id: str
    about: str
    name: str
    email: str
    at: str
    became: str
    can_be_read: bool


@pages.get("")
def show(group_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    found = read_outbox(_house(), group_id)
    zone = read_own_clock(_house(), required_person().person_id).zone
    return render_template(
        "outbox/list.html",
        group_id=group_id,
        resting=[_card(one, zone) for one in found.resting],
        latest=[_card(one, zone) for one in found.latest],
        stays_here=_house().settings.mail_server is None,
    )


@pages.get("/<mail_id>")
def letter(group_id: str, mail_id: str) -> ResponseReturnValue:
    """A letter that lies in this house, because it has no mail server."""
    required_organizer(group_id)
    text = read_letter_text(_house(), group_id, mail_id) if _is_id(mail_id) else None
    if text is None:
        abort(404)
    return render_template("outbox/letter.html", group_id=group_id, text=text)


@pages.post("/<mail_id>/again")
def again(group_id: str, mail_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    send_again(_house(), group_id, mail_id)
    return redirect(url_for(".show", group_id=group_id), 303)


@pages.post("/<mail_id>/let-be")
def leave_it(group_id: str, mail_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    let_be(_house(), group_id, mail_id)
    return redirect(url_for(".show", group_id=group_id), 303)


def _card(mail: MailRow, zone: str) -> Card:
    at = mail.sent_at or (mail.due_at if mail.state == "waiting" else mail.made_at)
    return Card(
        mail.id,
        str(texts.ABOUT[mail.kind]),
        mail.name,
        mail.email,
        day_and_time_words(clock_there(at, zone)),
        _became(mail),
        mail.can_be_read,
    )


def _became(mail: MailRow) -> str:
    if mail.state == "dead":
        return str(texts.TROUBLES.get(mail.trouble, texts.TROUBLES[""]))
    if mail.state == "sent":
        return str(texts.LIES_HERE if mail.can_be_read else texts.SENT)
    return str(texts.AGAIN if mail.tries else texts.WAITS)


def _is_id(text: str) -> bool:
    return text.isascii() and text.isalnum()


def _house() -> House:
    return house_of(current_app)
