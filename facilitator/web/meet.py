"""The group's door before a circle is open: when, who holds it, what changed."""

from flask import Blueprint

pages = Blueprint("meet", __name__)
