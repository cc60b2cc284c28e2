"""Who this browser is in a group: somebody whose seat link it opened once, or who is signed in."""

from flask import abort, current_app, request
from werkzeug.wrappers import Response

from facilitator.house import House, house_of
from facilitator.use_cases.read_membership import groups_in, member_cookie, read_member
from facilitator.web.signed_in import person_signed_in

# A member has no password, so the link in their mail is the way back after this.
KNOWN_FOR_S = 90 * 24 * 60 * 60


def member_here(group_id: str) -> str | None:
    """The id of the member that this browser is in the group, read from the store each time; None
    for everyone else, somebody who was only invited among them."""
    if not (group_id.isascii() and group_id.isalnum()):
        return None
    house, person = _house(), person_signed_in()
    key = request.cookies.get(member_cookie(house, group_id), "")
    return read_member(house, group_id, key, person.person_id if person else "")


def required_member(group_id: str) -> str:
    """The same; for everyone else there is nothing at this address (404)."""
    return member_here(group_id) or abort(404)


def keys_here() -> dict[str, str]:
    """The seat links this browser remembers, by group. Whether one still opens its page is for
    `member_here` to say."""
    return groups_in(_house(), request.cookies)


def remember_member(answer: Response, group_id: str, key: str) -> Response:
    """This browser is known as the member with that seat link, without an address that shows it."""
    answer.set_cookie(
        member_cookie(_house(), group_id),
        key,
        max_age=KNOWN_FOR_S,
        secure=_house().settings.behind_https,
        httponly=True,
        samesite="Lax",
        path="/",
    )
    return answer


def forget_member(answer: Response, group_id: str) -> Response:
    """This browser is nobody in the group any more; the link in the mail opens the page again."""
    answer.delete_cookie(
        member_cookie(_house(), group_id),
        secure=_house().settings.behind_https,
        httponly=True,
        samesite="Lax",
        path="/",
    )
    return answer


def _house() -> House:
    return house_of(current_app)
