"""The people of a group: who belongs, what they do here, and the links that let them in."""

from flask import Blueprint

pages = Blueprint("people", __name__)
