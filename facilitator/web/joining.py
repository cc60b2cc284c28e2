"""The links that let somebody join a group."""

from flask import Blueprint

pages = Blueprint("joining", __name__)
