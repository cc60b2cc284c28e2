"""The house of a running server, for stories that begin after something was planned in it."""

from __future__ import annotations

from facilitator.config import Settings, kept_secret_key
from facilitator.house import House
from facilitator.store import links
from facilitator.store.circles import Circles
from facilitator.store.database import open_database, write
from facilitator.store.links import LinkKind
from facilitator.store.vault import Vault
from tests.browser.house import MovedServer


class Hands:
    """The clock on the server's wall."""

    def __init__(self, server: MovedServer) -> None:
        self._server = server

    def now(self) -> int:
        return self._server.now


def house_beside(server: MovedServer) -> House:
    """The same database and the same secret, seen from the test."""
    settings = Settings.from_environ(
        {
            "HOLDSPACE_INSTANCE_DIR": str(server.instance),
            "HOLDSPACE_KEY_DIR": str(server.instance.parent / "keys"),
        }
    )
    vault = Vault(settings.key_dir)
    return House(
        settings,
        open_database(settings.database_url),
        Hands(server),
        vault,
        Circles(vault),
        kept_secret_key(server.instance),
    )


def group_link(house: House, group_id: str) -> str:
    """The path of the link that everybody in a group has."""
    return f"/meet/{_key(house, LinkKind.GROUP, group_id)}"


def seat_link(house: House, group_id: str, person_id: str) -> str:
    """The path of a member's own link."""
    return f"/mine/{_key(house, LinkKind.SEAT, group_id, person_id)}"


def _key(house: House, kind: LinkKind, group_id: str, person_id: str = "") -> str:
    now = house.clock.now()
    with write(house.database) as session:
        return links.kept_link(session, house.secret, kind, group_id, person_id, now=now).key
