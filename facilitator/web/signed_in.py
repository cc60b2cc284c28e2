"""The person behind a request, read from the store each time."""

from dataclasses import dataclass

from flask import Flask, abort, current_app, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_user
from werkzeug.wrappers import Response

from facilitator.house import house_of
from facilitator.use_cases.read_sign_in import read_sign_in
from facilitator.web.extensions import sign_ins


@dataclass(frozen=True)
class SignedIn:
    """Somebody with an account, as Flask-Login wants to see them."""

    token: str
    person_id: str = ""
    name: str = ""
    sign_in_id: str = ""
    is_authenticated: bool = True
    is_active: bool = True
    is_anonymous: bool = False

    def get_id(self) -> str:
        return self.token


def join(app: Flask) -> None:
    """A cookie's key is looked up for each request that asks who is there."""
    # People change networks on the way to a meeting: an address is no sign of anything.
    sign_ins.session_protection = None
    sign_ins.user_loader(load)
    sign_ins.unauthorized_handler(ask_to_sign_in)
    sign_ins.init_app(app)


def load(token: str) -> SignedIn | None:
    found = read_sign_in(house_of(current_app), token)
    if found is None:
        return None
    return SignedIn(token, found.person_id, found.name, found.sign_in_id)


def ask_to_sign_in() -> Response:
    back = request.path if request.method == "GET" else None
    return redirect(url_for("accounts.sign_in", next=back))


def ask_who_it_is() -> ResponseReturnValue | None:
    """For a blueprint's `before_request`: whoever isn't signed in is asked to, and comes back."""
    return None if person_signed_in() else sign_ins.unauthorized()


def person_signed_in() -> SignedIn | None:
    """Who is signed in here; also what a socket asks when it connects."""
    person = current_user._get_current_object()  # noqa: SLF001 -- the proxy has no other way
    return person if isinstance(person, SignedIn) else None


def required_person() -> SignedIn:
    """Who is signed in. In a blueprint that asks for a sign-in before each request."""
    return person_signed_in() or abort(403)


def remember(token: str) -> None:
    """This browser is signed in with the key, and nothing else from before stays in its cookie."""
    session.clear()
    login_user(SignedIn(token))
