"""Lists of meetings brought in, and everything a group owns taken out."""

from flask import Blueprint

pages = Blueprint("carry", __name__)
