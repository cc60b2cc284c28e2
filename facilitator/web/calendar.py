"""The calendar: a week, a month, a list."""

from flask import Blueprint

pages = Blueprint("calendar", __name__)
