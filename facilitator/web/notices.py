"""Notices to the people of a group."""

from flask import Blueprint

pages = Blueprint("notices", __name__)
