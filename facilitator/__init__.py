"""Holdspace: holds live peer support groups. `create_app` wires its parts; nothing else does."""

import os

from flask import Flask
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from facilitator import cli, live, logs, mail, web
from facilitator.clock import Clock, SystemClock
from facilitator.config import HOUSE_DIR, Settings, kept_secret_key
from facilitator.house import House
from facilitator.logs import ErrorInfo
from facilitator.store.circles import Circles
from facilitator.store.database import open_database
from facilitator.store.vault import Vault

# The largest form that is read; the longest field in one has 2,000 characters.
MAX_FORM_BYTES = 64 * 1024


class Holdspace(Flask):
    def log_exception(self, exc_info: ErrorInfo) -> None:
        """An error is written down as its kind and its place, without anybody's words."""
        logs.log_error(exc_info)


def create_app(settings: Settings | None = None, *, clock: Clock | None = None) -> Flask:
    """A Holdspace server. Without `settings` the environment decides (or raises ConfigError)."""
    settings = settings or Settings.from_environ(os.environ)
    app = Holdspace(
        __name__,
        template_folder=HOUSE_DIR / "templates",
        static_folder=HOUSE_DIR / "static",
    )
    _configure(app, settings)
    if not settings.testing:
        logs.set_up_logs()
    settings.instance_dir.mkdir(parents=True, exist_ok=True)
    vault = Vault(settings.key_dir)
    database = open_database(settings.database_url)
    app.extensions["house"] = House(
        settings,
        database,
        clock or SystemClock(),
        vault,
        Circles(vault),
        app.config["SECRET_KEY"],
    )
    logs.join(app)
    web.join(app)
    live.join(app)
    mail.join(app)
    cli.join(app)
    # Last, so that everything inside sees the address that the proxies vouch for.
    if proxies := settings.trusted_proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies
        )
    return app


def _configure(app: Flask, settings: Settings) -> None:
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.config.update(
        HOLDSPACE=settings,
        TESTING=settings.testing,
        PROPAGATE_EXCEPTIONS=False,
        SECRET_KEY=settings.secret_key or kept_secret_key(settings.instance_dir),
        SESSION_COOKIE_NAME="__Host-holdspace" if settings.behind_https else "holdspace",
        SESSION_COOKIE_SECURE=settings.behind_https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=MAX_FORM_BYTES,
        MAX_FORM_MEMORY_SIZE=MAX_FORM_BYTES,
        # A door may stay open on a phone for hours before somebody knocks.
        WTF_CSRF_TIME_LIMIT=None,
        # It wants a Referer, and no page here sends one; `safety` looks at the origin instead.
        WTF_CSRF_SSL_STRICT=False,
    )
