"""What a group reads: its name, its wall clock, how it is reached, who may come."""

from flask import Blueprint

pages = Blueprint("group_words", __name__)
