"""The links that let somebody join a group, and the link that is a member's own."""

from flask import Blueprint, abort, current_app, redirect
from flask.typing import ResponseReturnValue

from facilitator.house import House, house_of
from facilitator.use_cases.read_membership import read_behind
from facilitator.web.extensions import limiter
from facilitator.web.membership import remember_member

pages = Blueprint("joining", __name__)


@pages.get("/mine/<key>")
@limiter.limit("60 per minute")
def mine(key: str) -> ResponseReturnValue:
    """From a link in a mail to the member's own page, whose address holds no key."""
    found = read_behind(_house(), key)
    if found is None:
        abort(404)
    group_id = found[0]
    return remember_member(redirect(f"/my/{group_id}", 303), group_id, key)


def _house() -> House:
    return house_of(current_app)
