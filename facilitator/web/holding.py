"""Who holds a meeting: asked, answered, somebody else found in time."""

from flask import Blueprint

pages = Blueprint("holding", __name__)
