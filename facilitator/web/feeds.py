"""Calendars to subscribe to, and the list of meetings that is public."""

from flask import Blueprint

pages = Blueprint("feeds", __name__)
