"""For people who hold groups: the first account, signing in, signing out."""

from flask import Blueprint, current_app, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from werkzeug.wrappers import Response

from facilitator import tokens
from facilitator.house import house_of
from facilitator.use_cases import sign_in as signing_in
from facilitator.use_cases.accept_invitation import accept_invitation
from facilitator.use_cases.read_invitation import read_invitation
from facilitator.use_cases.sign_out import sign_out as end_sign_in
from facilitator.web import forms
from facilitator.web.errors import Page, plain_page
from facilitator.web.extensions import limiter
from facilitator.web.forms import Sheet, Unclear
from facilitator.web.signed_in import person_signed_in, remember

pages = Blueprint("accounts", __name__)

OPENS_NOTHING = Page(
    lazy_gettext("This link doesn't open anything now"),
    lazy_gettext("Links like this one open once. You can ask the person who sent it for another."),
)


@pages.route("/begin/<token>", methods=["GET", "POST"])
@limiter.limit("30 per minute")
def begin(token: str) -> ResponseReturnValue:
    house = house_of(current_app)
    invited = read_invitation(house, token)
    if invited is None:
        return plain_page(404, OPENS_NOTHING)
    if request.method == "GET":
        sheet = Sheet({"name": invited.name or ""})
        return render_template("accounts/begin.html", sheet=sheet, invited=invited)
    sheet = Sheet(request.form)
    name = sheet.take("name", forms.clean_line)
    email = invited.email or sheet.take("email", forms.clean_email)
    password = sheet.take("password", forms.clean_new_password)
    if not sheet.is_clear:
        return render_template("accounts/begin.html", sheet=sheet, invited=invited), 422
    person_id = accept_invitation(house, token, name=name, email=email, password=password)
    if person_id is None:
        return plain_page(404, OPENS_NOTHING)
    remember(signing_in.begin_sign_in(house, person_id))
    return redirect(url_for("groups.list_groups"), 303)


def _email_tried() -> str:
    # Only a hash is counted, so that the limiter's memory is no list of addresses.
    try:
        email = forms.clean_email(request.form.get("email", ""))
    except Unclear:
        email = ""
    return f"email:{tokens.token_hash(email)}"


def _did_not_work(response: Response) -> bool:
    return response.status_code == 422


@pages.get("/sign-in")
def sign_in() -> ResponseReturnValue:
    if person_signed_in():
        return redirect(url_for("groups.list_groups"))
    return render_template("accounts/sign_in.html", sheet=Sheet({}), next=_next())


@pages.post("/sign-in")
@limiter.limit("20 per minute; 100 per hour")
@limiter.limit("10 per 15 minutes", key_func=_email_tried, deduct_when=_did_not_work)
def send_sign_in() -> ResponseReturnValue:
    sheet = Sheet(request.form)
    email = sheet.take("email", forms.clean_email)
    password = sheet.take("password", forms.clean_password)
    if sheet.is_clear:
        token = signing_in.sign_in(house_of(current_app), email, password)
        if token is not None:
            remember(token)
            return redirect(_next() or url_for("groups.list_groups"), 303)
        sheet.problems["password"] = _(
            "This e-mail and this password don't go together. You can try again."
        )
    return render_template("accounts/sign_in.html", sheet=sheet, next=_next()), 422


@pages.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    person = person_signed_in()
    if person is not None:
        end_sign_in(house_of(current_app), person.sign_in_id)
    session.clear()
    return redirect(url_for("start.start"), 303)


def _next() -> str | None:
    """The page asked for before signing in: a path of our own, never another site's address."""
    path = request.values.get("next", "")
    is_own = path.startswith("/") and not path.startswith("//") and "\\" not in path
    return path if is_own and path.isprintable() and len(path) < 200 else None
