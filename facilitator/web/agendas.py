"""The agendas a group makes for itself."""

from flask import Blueprint

pages = Blueprint("agendas", __name__)
