"""Answering after a circle, by whoever was given a ticket for it."""

from flask import Blueprint, abort, current_app, request
from flask.typing import ResponseReturnValue

from facilitator.house import house_of
from facilitator.use_cases.take_answers import Outcome, take_answers
from facilitator.web.extensions import csrf, limiter

pages = Blueprint("feedback", __name__)

LARGEST = 2_000
STATUS = {Outcome.NO_TICKET: 410, Outcome.UNCLEAR: 422}


@pages.post("/feedback")
@csrf.exempt
@limiter.limit("60 per minute")
def take() -> ResponseReturnValue:
    """It comes without any cookie, so that the answer and the seat never travel together; the
    ticket stands for the form's token."""
    request.max_content_length = LARGEST
    fields = request.form
    if any(len(given) != 1 for _name, given in fields.lists()):
        abort(422)
    answers = fields.to_dict()
    outcome = take_answers(house_of(current_app), answers.pop("ticket", ""), answers)
    if outcome is not Outcome.TAKEN:
        abort(STATUS[outcome])
    return "", 204
