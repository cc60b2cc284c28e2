"""A member's own pages: next meetings, coming or not, their calendar, leaving, erasing."""

import json

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitator.content.texts.places import ANSWERS, UNANSWERABLE
from facilitator.house import House, house_of
from facilitator.use_cases.answer_meeting import Unanswerable, answer_meeting, answer_offer
from facilitator.use_cases.change_me import change_clock, change_me
from facilitator.use_cases.export_me import export_me
from facilitator.use_cases.leave_group import forget_me, leave_group, may_leave
from facilitator.use_cases.read_my_groups import read_my_groups
from facilitator.use_cases.read_my_page import MyPage, read_my_page
from facilitator.web import forms
from facilitator.web.ahead import place_words
from facilitator.web.extensions import limiter
from facilitator.web.feeds import feed_address
from facilitator.web.forms import Sheet, Unclear
from facilitator.web.language import LANGUAGES
from facilitator.web.membership import forget_member, keys_here, required_member
from facilitator.web.my_cards import meeting_cards, said_card
from facilitator.web.signed_in import person_signed_in
from facilitator.web.zones import clean_zone, zones_by_region

pages = Blueprint("my", __name__)

# The next few at a glance; the rest is a tap away.
NEXT, LATER = 4, 60


@pages.get("/my")
def mine() -> ResponseReturnValue:
    person = person_signed_in()
    found = read_my_groups(_house(), person.person_id if person else "", keys_here())
    if len(found) == 1:
        return redirect(url_for(".show", group_id=found[0].id))
    return render_template("my/groups.html", groups=found)


@pages.get("/my/<group_id>")
def show(group_id: str) -> ResponseReturnValue:
    return _page(group_id, required_member(group_id), Sheet({}))


@pages.post("/my/<group_id>/meetings/<meeting_id>/answer")
@limiter.limit("60 per minute")
def answer(group_id: str, meeting_id: str) -> ResponseReturnValue:
    person_id, said = required_member(group_id), request.form.get("answer", "")
    if said not in ("", *ANSWERS):
        abort(400)
    return _answered(
        group_id,
        meeting_id,
        answer_meeting(_house(), meeting_id, person_id, said, group_id=group_id),
    )


@pages.post("/my/<group_id>/meetings/<meeting_id>/offer")
@limiter.limit("60 per minute")
def offer(group_id: str, meeting_id: str) -> ResponseReturnValue:
    person_id, said = required_member(group_id), request.form.get("offer", "")
    if said not in ("take", "pass_on"):
        abort(400)
    taken = said == "take"
    return _answered(
        group_id,
        meeting_id,
        answer_offer(_house(), meeting_id, person_id, taken=taken, group_id=group_id),
    )


@pages.get("/my/<group_id>/me")
def me(group_id: str) -> ResponseReturnValue:
    page = _read(group_id, required_member(group_id))
    typed = {
        "name": page.name,
        "zone": page.zone if page.chose_zone else "",
        "language": page.language,
    }
    return _me(group_id, Sheet(typed), page)


@pages.post("/my/<group_id>/me")
def keep_me(group_id: str) -> ResponseReturnValue:
    person_id = required_member(group_id)
    sheet = Sheet(request.form)
    name = sheet.take("name", forms.clean_line)
    zone = sheet.take("zone", clean_zone) if sheet.typed.get("zone") else ""
    language = sheet.take("language", _clean_language)
    if not sheet.is_clear:
        return _me(group_id, sheet, _read(group_id, person_id)), 422
    change_me(_house(), person_id, name=name, zone=zone, language=language)
    # The address with the language sets it for this browser, too, and comes back without.
    return redirect(url_for(".show", group_id=group_id, language=language), 303)


@pages.post("/my/<group_id>/clock")
def keep_clock(group_id: str) -> ResponseReturnValue:
    """The clock of this browser, from a button that `own_clock.js` shows where they differ."""
    person_id, sheet = required_member(group_id), Sheet(request.form)
    zone = sheet.take("zone", clean_zone)
    if not sheet.is_clear:
        return _page(group_id, person_id, sheet), 422
    change_clock(_house(), person_id, zone)
    return redirect(url_for(".show", group_id=group_id, _anchor="meetings"), 303)


@pages.get("/my/<group_id>/export")
@limiter.limit("20 per minute")
def export(group_id: str) -> ResponseReturnValue:
    person_id = required_member(group_id)
    kept = export_me(_house(), person_id, group_id="" if _is_signed_in(person_id) else group_id)
    text = json.dumps(kept, ensure_ascii=False, indent=2)
    saved = Response(text, mimetype="application/json")
    saved.headers["Content-Disposition"] = 'attachment; filename="my-page.json"'
    return saved


@pages.get("/my/<group_id>/leave")
def leave(group_id: str) -> ResponseReturnValue:
    person_id = required_member(group_id)
    return _leave(group_id, person_id, may=may_leave(_house(), group_id, person_id))


@pages.post("/my/<group_id>/leave")
def leave_now(group_id: str) -> ResponseReturnValue:
    person_id = required_member(group_id)
    if _works_only_by_link(_read(group_id, person_id), person_id):
        abort(403)
    if not leave_group(_house(), group_id, person_id):
        return _leave(group_id, person_id, may=False), 422
    return forget_member(redirect(url_for(".left"), 303), group_id)


@pages.get("/my/left")
def left() -> ResponseReturnValue:
    return render_template("my/gone.html", is_erased=False)


@pages.get("/my/<group_id>/erase")
def erase(group_id: str) -> ResponseReturnValue:
    page = _read(group_id, required_member(group_id))
    return _erase(page, Sheet({}))


@pages.post("/my/<group_id>/erase")
@limiter.limit("20 per minute")
def erase_now(group_id: str) -> ResponseReturnValue:
    person_id = required_member(group_id)
    page, sheet = _read(group_id, person_id), Sheet(request.form)
    if _only_by_link(page, person_id):
        abort(403)
    if sheet.typed.get("sure") != "yes":
        sheet.problems["sure"] = _("This can’t be undone, so please tick this first.")
    elif not forget_me(_house(), person_id):
        sheet.problems["sure"] = _(
            "You’re the only one who organizes a group that others belong to. Please ask somebody"
            " to organize it with you first; then come back here."
        )
    if not sheet.is_clear:
        return _erase(page, sheet), 422
    session.clear()
    answer = redirect(url_for(".erased"), 303)
    for known in keys_here():
        forget_member(answer, known)
    return answer


@pages.get("/my/erased")
def erased() -> ResponseReturnValue:
    return render_template("my/gone.html", is_erased=True)


def _house() -> House:
    return house_of(current_app)


def _read(group_id: str, person_id: str, most: int = 0) -> MyPage:
    return read_my_page(_house(), group_id, person_id, most) or abort(404)


def _page(group_id: str, person_id: str, sheet: Sheet) -> str:
    wants_all = bool(request.args.get("later"))
    page = _read(group_id, person_id, LATER if wants_all else NEXT)
    return render_template(
        "my/show.html",
        page=page,
        sheet=sheet,
        meetings=meeting_cards(page),
        notes=[said_card(one) for one in page.notes],
        answers=ANSWERS,
        later=wants_all,
        clock=place_words(page.zone),
        feed=feed_address(page.feed_key) if page.feed_key else "",
    )


def _me(group_id: str, sheet: Sheet, page: MyPage) -> str:
    return render_template(
        "my/me.html",
        group_id=group_id,
        sheet=sheet,
        page=page,
        regions=zones_by_region(),
        languages_known=LANGUAGES,
    )


def _leave(group_id: str, person_id: str, *, may: bool) -> str:
    page = _read(group_id, person_id)
    return render_template(
        "my/leave.html",
        page=page,
        group_id=group_id,
        may=may,
        works_here=page.works_here,
        signs_in=_works_only_by_link(page, person_id),
    )


def _erase(page: MyPage, sheet: Sheet) -> str:
    person_id = required_member(page.group_id)
    return render_template(
        "my/erase.html", page=page, sheet=sheet, signs_in=_only_by_link(page, person_id)
    )


def _is_signed_in(person_id: str) -> bool:
    person = person_signed_in()
    return person is not None and person.person_id == person_id


def _only_by_link(page: MyPage, person_id: str) -> bool:
    """A link that was passed on by mistake takes nobody's account away."""
    return page.has_password and not _is_signed_in(person_id)


def _works_only_by_link(page: MyPage, person_id: str) -> bool:
    """Nor does it take a group from somebody who organizes or holds it."""
    return page.works_here and _only_by_link(page, person_id)


def _answered(group_id: str, meeting_id: str, trouble: Unanswerable | None) -> ResponseReturnValue:
    if trouble is not None:
        sheet = Sheet({}, {"meetings": str(UNANSWERABLE[trouble])})
        return _page(group_id, required_member(group_id), sheet), 422
    later = request.args.get("later") and "1"
    here = url_for(".show", group_id=group_id, later=later, _anchor=f"meeting-{meeting_id}")
    return redirect(here, 303)


def _clean_language(typed: str) -> str:
    if typed not in LANGUAGES:
        raise Unclear(_("Please choose one of these languages."))
    return typed
