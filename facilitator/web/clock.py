"""The server's instant over HTTP: a second way to it, beside the one through a circle's line."""

from flask import Blueprint, current_app
from flask.typing import ResponseReturnValue

from facilitator.house import house_of
from facilitator.web.extensions import limiter

pages = Blueprint("clock", __name__)


@pages.get("/clock")
@limiter.limit("120 per minute")
def now() -> ResponseReturnValue:
    """`{"server": ms}`, UTC. It says the same to everyone, and needs no seat."""
    return {"server": house_of(current_app).clock.now()}
