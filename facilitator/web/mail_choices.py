"""What a member hears about by mail, and how to stop it."""

from dataclasses import asdict, fields
from typing import NamedTuple

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from facilitator.house import House, house_of
from facilitator.use_cases.mail_choices import (
    NOTHING,
    ChoicesOf,
    MailChoices,
    choose_mail,
    read_choices,
    read_choices_behind,
)
from facilitator.web.extensions import csrf, limiter
from facilitator.web.membership import required_member

pages = Blueprint("mail_choices", __name__)


class Way(NamedTuple):
    """From where somebody came here: the addresses of this page and of the one before it."""

    here: str
    back: str


@pages.get("/my/<group_id>/mail")
def mine(group_id: str) -> ResponseReturnValue:
    return _page(_mine(group_id), _way(group_id))


@pages.post("/my/<group_id>/mail")
@limiter.limit("60 per minute")
def keep_mine(group_id: str) -> ResponseReturnValue:
    found = _mine(group_id)
    _keep(found)
    return redirect(url_for(".mine", group_id=group_id, kept=1), 303)


@pages.get("/mail/<key>")
@limiter.limit("60 per minute")
def show(key: str) -> ResponseReturnValue:
    """From a mail, without a sign-in: the key in its address is enough, and opens nothing else."""
    return _page(_behind(key), Way(url_for(".keep", key=key), ""))


@pages.post("/mail/<key>")
@limiter.limit("60 per minute")
def keep(key: str) -> ResponseReturnValue:
    _keep(_behind(key))
    return redirect(url_for(".show", key=key, kept=1), 303)


@pages.get("/mail/<key>/stop")
@limiter.limit("60 per minute")
def ask_to_stop(key: str) -> ResponseReturnValue:
    """For programs that open the address instead of sending to it: nothing changes by that."""
    return redirect(url_for(".show", key=key), 303)


@pages.post("/mail/<key>/stop")
@csrf.exempt
@limiter.limit("60 per minute")
def stop(key: str) -> ResponseReturnValue:
    """One press in somebody's mail program (RFC 8058), which has no page and so no token."""
    found = _behind(key)
    choose_mail(_house(), found.group_id, found.person_id, NOTHING)
    return "", 204


def _page(found: ChoicesOf, way: Way) -> str:
    return render_template(
        "mail/choices.html",
        found=found,
        chosen=asdict(found.choices),
        here=way.here,
        back=way.back,
        kept=request.args.get("kept") == "1",
    )


def _keep(found: ChoicesOf) -> None:
    ticked = {one.name: request.form.get(one.name) == "yes" for one in fields(MailChoices)}
    choose_mail(_house(), found.group_id, found.person_id, MailChoices(**ticked))


def _mine(group_id: str) -> ChoicesOf:
    return read_choices(_house(), group_id, required_member(group_id)) or abort(404)


def _behind(key: str) -> ChoicesOf:
    return read_choices_behind(_house(), key) or abort(404)


def _way(group_id: str) -> Way:
    return Way(url_for(".keep_mine", group_id=group_id), url_for("my.show", group_id=group_id))


def _house() -> House:
    return house_of(current_app)
