"""A member's own pages: next meetings, coming or not, their calendar, leaving, erasing."""

from flask import Blueprint

pages = Blueprint("my", __name__)
