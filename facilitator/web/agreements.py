"""What a group has agreed on, version by version."""

from flask import Blueprint

pages = Blueprint("agreements", __name__)
