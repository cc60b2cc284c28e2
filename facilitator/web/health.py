"""For whoever watches over the server."""

from flask import Blueprint, current_app
from flask.typing import ResponseReturnValue

from facilitator.house import house_of
from facilitator.use_cases.read_readiness import is_ready

pages = Blueprint("health", __name__)


@pages.get("/healthz")
def health() -> ResponseReturnValue:
    """200 when the database answers and has the newest tables, else 503."""
    ready = is_ready(house_of(current_app))
    return ("ok", 200) if ready else ("not ready", 503)
