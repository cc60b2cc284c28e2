"""Calendars to subscribe to, and the list of meetings that is public."""

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_babel import gettext as _

from facilitator.content.texts.calendars import CalendarWords, calendar_words
from facilitator.house import House, house_of
from facilitator.store.links import LinkKind
from facilitator.use_cases.keep_feed import end_feed, feed_key, keep_feed
from facilitator.use_cases.keep_listing import Listing, keep_listing, read_listing
from facilitator.use_cases.read_calendar import read_feed
from facilitator.use_cases.read_public_list import read_listable, read_public_list
from facilitator.web import forms
from facilitator.web.extensions import limiter
from facilitator.web.forms import Sheet
from facilitator.web.language import LANGUAGES
from facilitator.web.links import own_address
from facilitator.web.membership import required_member
from facilitator.web.signed_in import ask_who_it_is
from facilitator.web.standing import required_organizer

pages = Blueprint("feeds", __name__)

ICS = "text/calendar"
# Programs ask a few times a day; somebody who tries keys asks more often.
_ASKED_MOST = "120 per minute"


@pages.before_request
def ask_organizers() -> ResponseReturnValue | None:
    """Calendars are read by programs, which sign in nowhere."""
    return ask_who_it_is() if request.path.startswith("/groups/") else None


@pages.get("/calendars/<key>.ics")
@limiter.limit(_ASKED_MOST)
def calendar(key: str) -> ResponseReturnValue:
    """A calendar, for whoever has its address; only what changed since it was read before."""
    text = _feed(LinkKind.GROUP_FEED, key) or _feed(LinkKind.MEMBER_FEED, key) or abort(404)
    return _unless_known(Response(text, mimetype=ICS))


@pages.get("/meetings.json")
@limiter.limit(_ASKED_MOST)
def public_list() -> ResponseReturnValue:
    """What listed groups say of their weekly meetings (Meeting Guide format), for any site."""
    text = read_public_list(_house(), address=own_address())
    answer = Response(text, mimetype="application/json")
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return _unless_known(answer)


@pages.get("/groups/<group_id>/feeds")
def show(group_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    key = feed_key(_house(), LinkKind.GROUP_FEED, group_id)
    return render_template(
        "feeds/show.html", group_id=group_id, key=key, address=feed_address(key) if key else ""
    )


@pages.post("/groups/<group_id>/feeds")
def make(group_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    instead_of = request.form.get("instead_of", "")
    keep_feed(_house(), LinkKind.GROUP_FEED, group_id, instead_of=instead_of)
    return redirect(url_for(".show", group_id=group_id), 303)


@pages.post("/groups/<group_id>/feeds/end")
def end(group_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    end_feed(_house(), LinkKind.GROUP_FEED, group_id)
    return redirect(url_for(".show", group_id=group_id), 303)


@pages.post("/my/<group_id>/feed")
def make_mine(group_id: str) -> ResponseReturnValue:
    person_id = required_member(group_id)
    instead_of = request.form.get("instead_of", "")
    keep_feed(_house(), LinkKind.MEMBER_FEED, group_id, person_id, instead_of=instead_of)
    return redirect(f"/my/{group_id}#calendar", 303)


@pages.post("/my/<group_id>/feed/end")
def end_mine(group_id: str) -> ResponseReturnValue:
    end_feed(_house(), LinkKind.MEMBER_FEED, group_id, required_member(group_id))
    return redirect(f"/my/{group_id}#calendar", 303)


@pages.get("/groups/<group_id>/listing")
def listing(group_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    said = read_listing(_house(), group_id)
    fields = {"name": said.name, "place": said.place, "region": said.region, "notes": said.notes}
    return _listing(group_id, Sheet({**fields, "listed": "yes" if said.listed else ""}))


@pages.post("/groups/<group_id>/listing")
def keep_what_is_listed(group_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    sheet = Sheet(request.form)
    said = _take_listing(sheet)
    if not sheet.is_clear:
        return _listing(group_id, sheet), 422
    keep_listing(_house(), group_id, said)
    return redirect(url_for(".listing", group_id=group_id), 303)


def feed_address(key: str) -> str:
    """Where a program finds the calendar with this key."""
    return f"{own_address()}/calendars/{key}.ics"


def _take_listing(sheet: Sheet) -> Listing:
    listed = sheet.typed.get("listed") == "yes"
    return Listing(
        listed=listed,
        name=sheet.take("name", forms.clean_line if listed else _clean_perhaps),
        place=sheet.take("place", _clean_perhaps),
        region=sheet.take("region", _clean_perhaps),
        notes=sheet.take("notes", forms.clean_text),
    )


def _clean_perhaps(typed: str) -> str:
    return forms.clean_line(typed) if typed.strip() else ""


def _listing(group_id: str, sheet: Sheet) -> str:
    return render_template(
        "feeds/listing.html",
        group_id=group_id,
        sheet=sheet,
        listable=read_listable(_house(), group_id),
        choices=[("", _("No, it is for those who have its link")), ("yes", _("Yes, list it"))],
    )


def _feed(kind: LinkKind, key: str) -> str | None:
    return read_feed(_house(), kind, key, address=own_address(), words_in=_words_in)


def _unless_known(answer: Response) -> Response:
    """304 for whoever has the same text already."""
    answer.add_etag()
    answer.make_conditional(request)
    return answer


def _words_in(language: str) -> CalendarWords:
    if language not in LANGUAGES:
        return calendar_words()
    with force_locale(language):
        return calendar_words()


def _house() -> House:
    return house_of(current_app)
