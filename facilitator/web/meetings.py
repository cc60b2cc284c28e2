"""Meetings that recur: planned, looked at before they are kept, changed, skipped, cancelled."""

from flask import Blueprint

pages = Blueprint("meetings", __name__)
