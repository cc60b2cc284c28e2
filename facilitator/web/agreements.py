"""What a group has agreed on, version by version."""

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitator.content.agreements import agreement_lines
from facilitator.house import House, house_of
from facilitator.use_cases.agree import agree
from facilitator.use_cases.read_agreements import read_agreements
from facilitator.web import forms, when
from facilitator.web.forms import Sheet, Unclear
from facilitator.web.signed_in import ask_who_it_is
from facilitator.web.standing import required_organizer, required_worker

pages = Blueprint("agreements", __name__, url_prefix="/groups/<group_id>/agreements")

LINES_MOST = 8
LINE_CHARS = 200
PASSED_ON_CHARS = 400

pages.before_request(ask_who_it_is)


@pages.get("")
def show(group_id: str) -> ResponseReturnValue:
    organizes = required_worker(group_id).organizes
    now = read_agreements(_house(), group_id).now
    typed = {
        "lines": "\n".join(now.lines),
        "passed_on": now.passed_on,
        "seen": str(now.version),
    }
    return _page(group_id, Sheet(typed), organizes=organizes)


@pages.post("")
def keep(group_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    sheet = Sheet(request.form)
    lines = tuple(filter(None, sheet.take("lines", _clean_lines).split("\n")))
    passed_on = sheet.take("passed_on", _clean_passed_on)
    seen = sheet.take("seen", forms.clean_number(0, 9999))
    if sheet.is_clear and not agree(_house(), group_id, lines, passed_on, seen=int(seen)):
        sheet.problems["lines"] = _(
            "Somebody changed these while you were writing. What they wrote is the newest version"
            " below; please put the two together, and keep it again."
        )
        newest = read_agreements(_house(), group_id).now.version
        sheet.typed = {**sheet.typed, "seen": str(newest)}
    if not sheet.is_clear:
        return _page(group_id, sheet, organizes=True), 422
    return redirect(url_for(".show", group_id=group_id), 303)


def _house() -> House:
    return house_of(current_app)


def _page(group_id: str, sheet: Sheet, *, organizes: bool) -> str:
    found = read_agreements(_house(), group_id)
    return render_template(
        "agreements/show.html",
        group_id=group_id,
        organizes=organizes,
        sheet=sheet,
        base=[words for _code, words in agreement_lines()],
        versions=[
            (one, when.long_day_words(when.clock_there(one.made_at, found.zone).date()))
            for one in found.versions
        ],
    )


def _clean_lines(typed: str) -> str:
    """Lines, each once."""
    lines = [line for line in forms.clean_text(typed).split("\n") if line]
    if len(lines) > LINES_MOST:
        raise Unclear(_("Up to %(count)d lines of your own, please.", count=LINES_MOST))
    if any(len(line) > LINE_CHARS for line in lines):
        raise Unclear(
            _(
                "Each line may have up to %(count)d characters. Short ones are kept.",
                count=LINE_CHARS,
            )
        )
    return "\n".join(dict.fromkeys(lines))


def _clean_passed_on(typed: str) -> str:
    words = " ".join(typed.split())
    return forms.clean_line(words, longest=PASSED_ON_CHARS) if words else ""
