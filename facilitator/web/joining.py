"""The links that let somebody join a group, and the link that is a member's own."""

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from werkzeug.wrappers import Response

from facilitator.house import House, house_of
from facilitator.store.links import LinkKind
from facilitator.use_cases.join_group import (
    Asked,
    Joined,
    Shut,
    accept_invitation_to_group,
    ask_to_join,
    decline_invitation,
    read_asked,
    read_who_came_in,
)
from facilitator.use_cases.own_account import account_path, needs_account
from facilitator.use_cases.read_membership import read_behind
from facilitator.web import forms
from facilitator.web.extensions import limiter
from facilitator.web.forms import Sheet
from facilitator.web.membership import member_here, remember_member, required_member
from facilitator.web.my_cards import holder_words, names

pages = Blueprint("joining", __name__)

STATUS = {Shut.NOTHING: 404, Shut.ENDED: 410, Shut.USED: 410}


@pages.get("/invitation/<key>")
@limiter.limit("60 per minute")
def invitation(key: str) -> ResponseReturnValue:
    asked = read_asked(_house(), LinkKind.INVITATION, key)
    if isinstance(asked, Shut):
        return _in_already(key, asked)
    return _invitation(key, asked, Sheet({}))


@pages.post("/invitation/<key>")
@limiter.limit("20 per minute")
def accept(key: str) -> ResponseReturnValue:
    asked = read_asked(_house(), LinkKind.INVITATION, key)
    if isinstance(asked, Shut):
        return _in_already(key, asked)
    sheet = Sheet(request.form)
    name = asked.name or sheet.take("name", forms.clean_line)
    if not sheet.is_clear:
        return _invitation(key, asked, sheet), 422
    joined = accept_invitation_to_group(_house(), key, name, str(get_locale()))
    if not isinstance(joined, Joined):
        return _in_already(key, joined)
    return remember_member(_own_page(joined.group_id), joined.group_id, joined.key)


@pages.get("/invitation/<key>/not-me")
@limiter.limit("60 per minute")
def not_me(key: str) -> ResponseReturnValue:
    """For somebody to whom another person's invitation was sent on: nothing changes."""
    asked = read_asked(_house(), LinkKind.INVITATION, key)
    if isinstance(asked, Shut):
        return _shut(asked)
    return render_template("joining/not_me.html", asked=asked)


@pages.get("/invitation/<key>/no")
@limiter.limit("60 per minute")
def ask_to_decline(key: str) -> ResponseReturnValue:
    asked = read_asked(_house(), LinkKind.INVITATION, key)
    if isinstance(asked, Shut):
        return _shut(asked)
    return render_template("joining/no.html", asked=asked, key=key, done=False)


@pages.post("/invitation/<key>/no")
@limiter.limit("20 per minute")
def decline(key: str) -> ResponseReturnValue:
    decline_invitation(_house(), key)
    return render_template("joining/no.html", asked=None, key=key, done=True)


@pages.get("/joining/<key>")
@limiter.limit("60 per minute")
def joining(key: str) -> ResponseReturnValue:
    asked = read_asked(_house(), LinkKind.JOINING, key)
    return _shut(asked) if isinstance(asked, Shut) else _joining(asked, Sheet({}))


@pages.post("/joining/<key>")
@limiter.limit("6 per minute; 40 per day")
def join(key: str) -> ResponseReturnValue:
    asked = read_asked(_house(), LinkKind.JOINING, key)
    if isinstance(asked, Shut):
        return _shut(asked)
    sheet = Sheet(request.form)
    email = sheet.take("email", forms.clean_email)
    if not sheet.is_clear:
        return _joining(asked, sheet), 422
    shut = ask_to_join(_house(), key, email, str(get_locale()))
    if shut:
        return _shut(shut)
    return redirect(url_for(".written"), 303)


@pages.get("/joining")
def written() -> ResponseReturnValue:
    """The same page for everybody: who is here already is nobody's to learn."""
    return render_template("joining/written.html")


@pages.get("/mine/<key>")
@limiter.limit("60 per minute")
def mine(key: str) -> ResponseReturnValue:
    """From a link in a mail to the member's own page, whose address holds no key."""
    found = read_behind(_house(), key)
    if found is None:
        return _shut(Shut.NOTHING)
    group_id, person_id = found
    here = _own_page(group_id)
    if needs_account(_house(), group_id, person_id):
        here = redirect(url_for(".account", group_id=group_id), 303)
    return remember_member(here, group_id, key)


@pages.get("/mine/<group_id>/account")
def account(group_id: str) -> ResponseReturnValue:
    """Whoever works for the group chooses a password here; members never need one."""
    if not needs_account(_house(), group_id, required_member(group_id)):
        return _own_page(group_id)
    return render_template("joining/account.html", group_id=group_id)


@pages.post("/mine/<group_id>/account")
@limiter.limit("10 per minute")
def begin_account(group_id: str) -> ResponseReturnValue:
    path = account_path(_house(), group_id, required_member(group_id))
    return redirect(path, 303) if path else abort(404)


def masked(email: str) -> str:
    """Enough of an address for its owner to know it, and for nobody else to write to it."""
    name, _at, host = email.partition("@")
    ending = host.rpartition(".")[2]
    return f"{name[:1]}•••@{host[:1]}•••.{ending}"


def _house() -> House:
    return house_of(current_app)


def _own_page(group_id: str) -> Response:
    return redirect(f"/my/{group_id}", 303)


def _invitation(key: str, asked: Asked, sheet: Sheet) -> str:
    return render_template(
        "joining/invitation.html",
        key=key,
        asked=asked,
        sheet=sheet,
        whose=masked(asked.email),
        held_by=names([holder_words(one.name, one.role_words) for one in asked.held_by]),
    )


def _joining(asked: Asked, sheet: Sheet) -> str:
    return render_template("joining/joining.html", asked=asked, sheet=sheet)


def _in_already(key: str, shut: Shut) -> ResponseReturnValue:
    """Whoever came in by this invitation, and opens it again here, is on their own page."""
    came_in = read_who_came_in(_house(), key) if shut is Shut.USED else None
    if came_in and member_here(came_in[0]) == came_in[1]:
        return _own_page(came_in[0])
    return _shut(shut)


def _shut(shut: Shut) -> ResponseReturnValue:
    return render_template(f"joining/{shut.value}.html"), STATUS[shut]
