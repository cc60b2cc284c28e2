"""What every use case needs, put together once by `create_app`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

from flask import Flask

from facilitator.clock import Clock
from facilitator.config import Settings
from facilitator.store.circles import Circles, Kept
from facilitator.store.database import Database
from facilitator.store.vault import Vault


# Without a repr, so that no error report prints the settings with it.
@dataclass(frozen=True, repr=False)
class House:
    settings: Settings
    database: Database
    clock: Clock
    vault: Vault
    circles: Circles
    # What the keys of links are derived from (`store.links`).
    secret: str = ""
    # Called with the id of a sign-in after it has ended, so that open sockets can be cut.
    on_sign_out: list[Callable[[str], None]] = field(default_factory=list)

    # Called with a circle after something about it was committed, so that open sockets can be told.
    on_change: list[Callable[[Kept], None]] = field(default_factory=list)

    # Called once when the server begins to serve, for what runs beside the requests.
    on_start: list[Callable[[], None]] = field(default_factory=list)

    def tell_changed(self, kept: Kept) -> None:
        for heard in self.on_change:
            heard(kept)

    def tell_signed_out(self, sign_in_id: str) -> None:
        for heard in self.on_sign_out:
            heard(sign_in_id)


def house_of(app: Flask) -> House:
    """The house an app was built with."""
    return cast("House", app.extensions["house"])
