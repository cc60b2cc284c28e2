"""The connection journal: pages that work on the person's device, and a place for a sealed copy.

Nothing that somebody writes on these pages comes here readable.
"""

from dataclasses import asdict

from flask import Blueprint, Response, abort, current_app, jsonify, render_template, request
from flask.typing import ResponseReturnValue

from facilitator.content.journal import journal_content, journal_texts
from facilitator.content.texts import holding
from facilitator.house import House, house_of
from facilitator.use_cases import carry_journal
from facilitator.use_cases.read_groups import read_group
from facilitator.web.extensions import csrf, limiter
from facilitator.web.signed_in import person_signed_in, required_person

pages = Blueprint("journal", __name__, url_prefix="/journal")

BYTES = "application/octet-stream"


@pages.get("")
def notes() -> ResponseReturnValue:
    return _page("journal/journal.html")


@pages.get("/self-check")
def self_check() -> ResponseReturnValue:
    return _page("journal/self_check.html")


@pages.get("/debrief")
def debrief() -> ResponseReturnValue:
    return _page("journal/debrief.html")


@pages.get("/sealed")
@limiter.limit("60 per minute")
def read_sealed() -> ResponseReturnValue:
    copy = carry_journal.read_sealed(_house(), required_person().person_id)
    if copy is None:
        return "", 204
    return Response(copy.sealed, mimetype=BYTES, headers={"X-Version": copy.version})


@pages.put("/sealed")
@limiter.limit("60 per minute")
@csrf.exempt
def put_sealed() -> ResponseReturnValue:
    """The sealed copy is this one, if the copy that it follows (`?after=`) is still there."""
    person = required_person()
    # The form's token is looked for in the body first, which may be larger here than elsewhere.
    # One byte more than fits: of a body that doesn't tell its length only so much is read.
    request.max_content_length = carry_journal.SEALED_BYTES_MOST + 1
    csrf.protect()
    sealed = request.get_data(cache=False)
    if len(sealed) > carry_journal.SEALED_BYTES_MOST:
        abort(413)
    if request.mimetype != BYTES or not carry_journal.is_sealed(sealed):
        abort(415)
    after = request.args.get("after", "")
    version = carry_journal.put_sealed(_house(), person.person_id, sealed, after=after)
    return ("", 409) if version is None else jsonify(version=version)


@pages.delete("/sealed")
@limiter.limit("60 per minute")
def wipe_sealed() -> ResponseReturnValue:
    carry_journal.wipe_sealed(_house(), required_person().person_id)
    return "", 204


def _page(template: str) -> str:
    person = person_signed_in()
    group_id, contact = _group_of_link(person.person_id if person else None)
    return render_template(
        template,
        signed_in=person is not None,
        group_id=group_id,
        contact=contact,
        holding=holding,
        texts=journal_texts(),
        content=asdict(journal_content()),
    )


def _group_of_link(person_id: str | None) -> tuple[str | None, str]:
    """The group somebody came from, if they facilitate it, and how its organizer is reached."""
    group_id = request.args.get("group", "")
    if person_id and group_id.isascii() and group_id.isalnum():
        group = read_group(_house(), group_id, person_id)
        if group:
            return group_id, group.contact
    return None, ""


def _house() -> House:
    return house_of(current_app)
