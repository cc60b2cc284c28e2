"""Inviting people: a pasted list of addresses, or one link for whoever has it."""

import re
from dataclasses import dataclass, field

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _

from facilitator.house import House, house_of
from facilitator.use_cases.invite_people import (
    AT_ONCE_MOST,
    Invited,
    invite_people,
    look_at_list,
)
from facilitator.use_cases.open_joining import close_joining, open_joining
from facilitator.use_cases.read_people import read_joining_link
from facilitator.web import forms, when
from facilitator.web.extensions import limiter
from facilitator.web.forms import Sheet, Unclear
from facilitator.web.links import own_address
from facilitator.web.signed_in import ask_who_it_is
from facilitator.web.standing import required_organizer

pages = Blueprint("invitations", __name__, url_prefix="/groups/<group_id>/invitations")

BETWEEN = re.compile(r"[\r\n,;]+")
# As mail programs write it: Ria <ria@example.org>
IN_ANGLES = re.compile(r"<([^<>]*)>\s*$")
LONGEST_PASTED = 60_000
DAYS = ("7", "30", "90")
# Lists, of up to 200 addresses each: enough for any group, and too few to write to half a town.
INVITED_MOST = "30 per hour"

pages.before_request(ask_who_it_is)


@dataclass
class Pasted:
    """A pasted list, line by line: addresses, each once, and what isn't one (yet)."""

    emails: list[str] = field(default_factory=list)
    doubles: list[str] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)

    @property
    def lines(self) -> int:
        return len(self.emails) + len(self.doubles) + len(self.unclear)


@pages.get("")
def show(group_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    return _page(group_id, Sheet({}))


def _looks() -> bool:
    return "look" in request.form


@pages.post("")
@limiter.limit(INVITED_MOST, exempt_when=_looks)
def invite(group_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    sheet = Sheet(request.form)
    pasted = read_pasted(sheet.typed.get("addresses", ""))
    trouble = _trouble(pasted, len(sheet.typed.get("addresses", "")))
    if trouble:
        sheet.problems["addresses"] = trouble
        return _page(group_id, sheet), 422
    if _looks():
        would = _results(pasted, look_at_list(_house(), group_id, pasted.emails), looks=True)
        return _page(group_id, sheet, results=would, may_send=bool(pasted.emails))
    became = invite_people(_house(), group_id, pasted.emails, str(get_locale()))
    # What isn't an address yet stays in the field, to be put right there.
    left = Sheet({"addresses": "\n".join(pasted.unclear)})
    return _page(group_id, left, results=_results(pasted, became))


@pages.post("/link")
def open_link(group_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    sheet = Sheet(request.form)
    days = sheet.take("days", forms.clean_choice(DAYS))
    if not sheet.is_clear:
        return _page(group_id, sheet), 422
    open_joining(_house(), group_id, int(days))
    return redirect(url_for(".show", group_id=group_id), 303)


@pages.post("/link/close")
def close_link(group_id: str) -> ResponseReturnValue:
    required_organizer(group_id)
    close_joining(_house(), group_id)
    return redirect(url_for(".show", group_id=group_id), 303)


def read_pasted(text: str) -> Pasted:
    """What somebody pasted, address by address; names beside an address are left out."""
    pasted = Pasted()
    for part in filter(None, map(str.strip, BETWEEN.split(text[:LONGEST_PASTED]))):
        found = IN_ANGLES.search(part)
        try:
            email = forms.clean_email(found.group(1) if found else part)
        except Unclear:
            pasted.unclear.append(part[:200])
            continue
        (pasted.doubles if email in pasted.emails else pasted.emails).append(email)
    return pasted


def _trouble(pasted: Pasted, length: int) -> str:
    if pasted.lines > AT_ONCE_MOST or length > LONGEST_PASTED:
        return str(
            _(
                "Up to %(count)d addresses at once, please. Nobody on this list was invited yet.",
                count=AT_ONCE_MOST,
            )
        )
    return "" if pasted.lines else str(_("Please paste one address or more."))


def _results(
    pasted: Pasted, became: dict[str, Invited], *, looks: bool = False
) -> list[tuple[str, list[str]]]:
    """What became of the lines, or would, the ones that need a look first."""
    told = {
        Invited.INVITED: _("These get a letter") if looks else _("Invited; a letter is on its way"),
        Invited.AGAIN: _("Invited before; the letter goes out again"),
        Invited.HERE: _("Here already"),
    }
    groups = [(_("Not clear yet; they’re in the field below"), pasted.unclear)]
    groups += [
        (words, [email for email, what in became.items() if what is kind])
        for kind, words in told.items()
    ]
    groups.append((_("Twice on the list; one letter is enough"), pasted.doubles))
    return [(words, lines) for words, lines in groups if lines]


def _page(
    group_id: str,
    sheet: Sheet,
    results: list[tuple[str, list[str]]] | None = None,
    *,
    may_send: bool = False,
) -> str:
    link = read_joining_link(_house(), group_id)
    return render_template(
        "people/invitations.html",
        group_id=group_id,
        sheet=sheet,
        results=results or [],
        may_send=may_send,
        link=link,
        address=f"{own_address()}/joining/{link.key}" if link else "",
        until=when.long_day_words(when.clock_there(link.ends_at, "UTC").date()) if link else "",
        days=DAYS,
    )


def _house() -> House:
    return house_of(current_app)
