"""What a member hears about by mail, and how to stop it."""

from flask import Blueprint

pages = Blueprint("mail_choices", __name__)
