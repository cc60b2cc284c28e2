"""Links to a room: read where somebody pasted one, begun where somebody will send one on."""

import re
from urllib.parse import urlsplit

from flask import current_app, request

from facilitator.config import LOOPBACK
from facilitator.house import house_of

_ROOM = re.compile(r"/(door|hold)/[A-Za-z0-9_-]{8,128}")


def path_of_link(pasted: str) -> str | None:
    """The path of the room's link somewhere in the pasted text; None when there is none.

    Only the path is used, so a pasted address can't lead to another site.
    """
    found = _ROOM.search(pasted[:2000])
    return found.group(0) if found else None


def own_address() -> str:
    """Scheme and host for links to send on: as configured, else as this browser sees them."""
    configured = house_of(current_app).settings.public_url
    is_local = urlsplit(configured).hostname in LOOPBACK
    return request.host_url.rstrip("/") if is_local else configured
