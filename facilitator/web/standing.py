"""What the person behind a request is in the group they ask about: asked first by every page."""

from flask import abort, current_app

from facilitator.house import house_of
from facilitator.use_cases.standing import Standing, read_standing
from facilitator.web.signed_in import required_person


def required_organizer(group_id: str) -> Standing:
    """The standing of an organizer; for everyone else there is nothing at this address (404)."""
    standing = _standing(group_id)
    return standing if standing and standing.organizes else abort(404)


def required_holder(group_id: str) -> Standing:
    """The standing of somebody who may hold the group's circles; a 404 for everyone else."""
    standing = _standing(group_id)
    return standing if standing and standing.may_hold else abort(404)


def required_worker(group_id: str) -> Standing:
    """The standing of somebody who organizes or holds the group; a 404 for everyone else."""
    standing = _standing(group_id)
    return standing if standing and standing.works_here else abort(404)


def _standing(group_id: str) -> Standing | None:
    if not (group_id.isascii() and group_id.isalnum()):
        return None
    return read_standing(house_of(current_app), group_id, required_person().person_id)
