"""Who holds a meeting: asked, answered, somebody else found in time."""

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitator.content.texts.places import DRAFTS, HINDRANCES, HOLDING, PARTS, SAID_LABEL
from facilitator.house import House, house_of
from facilitator.use_cases.answer_holding import ANSWERS, answer_holding, answer_series
from facilitator.use_cases.ask_holder import ask_holder
from facilitator.use_cases.find_stand_in import find_stand_in
from facilitator.use_cases.holding import Hindrance
from facilitator.use_cases.read_holding import HoldersPage, read_holders, read_holding
from facilitator.use_cases.share_lead import share_lead
from facilitator.use_cases.swap_holder import Swap, swap_holder
from facilitator.web import forms
from facilitator.web.forms import Sheet, Unclear
from facilitator.web.holding_cards import AssignmentCard, assignment_cards, day_and_hours
from facilitator.web.signed_in import ask_who_it_is, required_person
from facilitator.web.standing import required_holder, required_organizer, required_worker

pages = Blueprint("holding", __name__)

pages.before_request(ask_who_it_is)

# The next few at a glance; the rest is a tap away.
NEXT, LATER = 12, 120
_MEETING = "/groups/<group_id>/meetings/<meeting_id>/holders"


@pages.get("/holding")
def mine() -> ResponseReturnValue:
    return _mine(Sheet({}))


@pages.get(_MEETING)
def show(group_id: str, meeting_id: str) -> ResponseReturnValue:
    standing = required_worker(group_id)
    page = _read(group_id, meeting_id)
    if page.meeting.state == "draft" and not standing.organizes:
        abort(404)
    typed = {"part": "co", "agreed": "ask", "said": str(DRAFTS["swap"])}
    return _show(page, Sheet(typed), organizes=standing.organizes)


@pages.post(f"{_MEETING}/ask")
def ask(group_id: str, meeting_id: str) -> ResponseReturnValue:
    standing = required_organizer(group_id)
    page, sheet = _read(group_id, meeting_id), Sheet(request.form)
    person = sheet.take("person", forms.clean_choice({one.person_id for one in page.may_hold}))
    part = sheet.take("part", forms.clean_choice(set(PARTS)))
    if sheet.is_clear:
        trouble = ask_holder(_house(), group_id, meeting_id, person, part, by=standing.person_id)
        _say(sheet, "person", trouble)
    return _done_or_again(page, sheet)


@pages.post(f"{_MEETING}/swap")
def swap(group_id: str, meeting_id: str) -> ResponseReturnValue:
    standing = required_organizer(group_id)
    page, sheet = _read(group_id, meeting_id), Sheet(request.form)
    wish = Swap(
        goes=sheet.take("goes", forms.clean_choice({one.person_id for one in page.holders})),
        comes=sheet.take("comes", forms.clean_choice({one.person_id for one in page.may_hold})),
        said=sheet.take("said", clean_said),
        agreed=sheet.take("agreed", forms.clean_choice({"yes", "ask"})) == "yes",
    )
    if sheet.is_clear:
        trouble = swap_holder(_house(), group_id, meeting_id, wish, by=standing.person_id)
        _say(sheet, "comes", trouble)
    return _done_or_again(page, sheet)


@pages.post(f"{_MEETING}/answer")
def answer(group_id: str, meeting_id: str) -> ResponseReturnValue:
    person_id, said = required_holder(group_id).person_id, request.form.get("answer", "")
    if said not in ANSWERS:
        abort(400)
    if request.form.get("all"):
        answer_series(_house(), group_id, meeting_id, person_id, said)
        return redirect(url_for(".mine"), 303)
    sheet = Sheet({})
    _say(sheet, "assignments", answer_holding(_house(), group_id, meeting_id, person_id, said))
    if not sheet.is_clear:
        return _mine(sheet), 422
    return redirect(url_for(".mine", _anchor=f"meeting-{meeting_id}"), 303)


@pages.get(f"{_MEETING}/stand-in")
def stand_in(group_id: str, meeting_id: str) -> ResponseReturnValue:
    required_holder(group_id)
    how = "share" if request.args.get("how") == "share" else "swap"
    return _stand_in(group_id, meeting_id, Sheet({"how": how, "said": str(DRAFTS["swap"])}))


@pages.post(f"{_MEETING}/stand-in")
def look_for_stand_in(group_id: str, meeting_id: str) -> ResponseReturnValue:
    person_id, sheet = required_holder(group_id).person_id, Sheet(request.form)
    everybody = {one.person_id for one in _read(group_id, meeting_id).may_hold}
    whom = sheet.take("whom", forms.clean_choice({"", *everybody}))
    if sheet.take("how", forms.clean_choice({"swap", "share"})) == "share":
        if sheet.is_clear:
            trouble = share_lead(_house(), group_id, meeting_id, person_id, whom=whom)
            _say(sheet, "whom", trouble)
    elif (said := sheet.take("said", clean_said)) and sheet.is_clear:
        trouble = find_stand_in(_house(), group_id, meeting_id, person_id, whom=whom, said=said)
        _say(sheet, "whom", trouble)
    if not sheet.is_clear:
        return _stand_in(group_id, meeting_id, sheet), 422
    return redirect(url_for(".mine", _anchor=f"meeting-{meeting_id}"), 303)


def clean_said(typed: str) -> str:
    """Some words of somebody's own; a change is never told without any."""
    if not typed.strip():
        raise Unclear(_("Please write a line for those who come, so that nobody is surprised."))
    return forms.clean_text(typed)


def _house() -> House:
    return house_of(current_app)


def _read(group_id: str, meeting_id: str) -> HoldersPage:
    return read_holders(_house(), group_id, meeting_id) or abort(404)


def _mine(sheet: Sheet) -> str:
    wants_all = bool(request.args.get("later"))
    cards = _cards(LATER if wants_all else NEXT + 1)
    more = not wants_all and len(cards) > NEXT
    shown = cards[:NEXT] if more else cards
    return render_template("holding/mine.html", cards=shown, more=more, sheet=sheet)


def _cards(most: int) -> list[AssignmentCard]:
    return assignment_cards(read_holding(_house(), required_person().person_id, most))


def _show(page: HoldersPage, sheet: Sheet, *, organizes: bool) -> str:
    return render_template(
        "holding/show.html",
        page=page,
        group_id=page.meeting.group_id,
        sheet=sheet,
        card=next((one for one in _cards(LATER) if one.meeting_id == page.meeting.id), None),
        organizes=organizes,
        when=day_and_hours(page.meeting, page.meeting.zone),
        said_label=SAID_LABEL,
        parts=PARTS,
        answers=HOLDING,
    )


def _stand_in(group_id: str, meeting_id: str, sheet: Sheet) -> str:
    me, page = required_person().person_id, _read(group_id, meeting_id)
    mine = [one for one in page.holders if one.person_id == me and one.part != "stand_in"]
    if not mine or page.meeting.state == "draft":
        abort(404)
    others = [one for one in page.may_hold if one.person_id != me]
    return render_template(
        "holding/stand_in.html",
        page=page,
        group_id=group_id,
        sheet=sheet,
        others=others,
        when=day_and_hours(page.meeting, page.meeting.zone),
        said_label=SAID_LABEL,
    )


def _done_or_again(page: HoldersPage, sheet: Sheet) -> ResponseReturnValue:
    if not sheet.is_clear:
        return _show(page, sheet, organizes=True), 422
    meeting = page.meeting
    here = url_for(".show", group_id=meeting.group_id, meeting_id=meeting.id)
    return redirect(here, 303)


def _say(sheet: Sheet, field: str, trouble: Hindrance | None) -> None:
    if trouble is not None:
        sheet.problems[field] = str(HINDRANCES[trouble])
