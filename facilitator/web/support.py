"""Other support by region, and when each place was last checked."""

from flask import Blueprint

pages = Blueprint("support", __name__)
