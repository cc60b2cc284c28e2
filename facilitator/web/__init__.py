"""HTTP: pages and forms. Every blueprint is in this list."""

from flask import Flask

from facilitator.web import assets, compression, errors, safety, signed_in
from facilitator.web.accounts import accounts
from facilitator.web.exit import way_out
from facilitator.web.extensions import csrf, limiter
from facilitator.web.groups import groups
from facilitator.web.health import health_pages
from facilitator.web.language import join as join_language
from facilitator.web.start import start_pages

BLUEPRINTS = (start_pages, accounts, groups, way_out, health_pages)


def join(app: Flask) -> None:
    """The app answers HTTP."""
    # What is asked first here answers last: compression is the last hand on an answer.
    compression.join(app)
    assets.join(app)
    safety.join(app)
    errors.join(app)
    join_language(app)
    csrf.init_app(app)
    limiter.init_app(app)
    signed_in.join(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
