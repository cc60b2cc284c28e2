"""Starts the server, nothing else."""

from gevent import monkey

monkey.patch_all()

import sys
from contextlib import suppress

from facilitator import create_app
from facilitator.config import ConfigError
from facilitator.house import house_of
from facilitator.live import serve
from facilitator.use_cases.first_account import first_account_link
from facilitator.use_cases.migrate import migrate


def main() -> None:
    """The server answers, and the two links that lead into it have been printed."""
    try:
        app = create_app()
    except ConfigError as wrong:
        sys.exit(str(wrong))
    migrate(house_of(app))
    settings = house_of(app).settings
    if link := first_account_link(app):
        print(f"Make the first account (works once):  {link}")
    print(f"Try a rehearsal, no account needed:   {settings.public_url}/rehearsal", flush=True)
    with suppress(KeyboardInterrupt):
        serve(app, settings.host, settings.port)


if __name__ == "__main__":
    main()
