"""Mail that waits, was sent, or could not be."""

from flask import Blueprint

pages = Blueprint("outbox", __name__)
