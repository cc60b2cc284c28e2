"""Time zones as people choose them: by the place whose clock they know."""

from functools import cache

from flask_babel import gettext as _

from facilitator.schedule.zones import is_zone, known_zones
from facilitator.web.forms import Unclear

_REGIONS = frozenset(
    (
        "Africa",
        "America",
        "Antarctica",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    )
)


@cache
def zones_by_region() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Regions, each with the names of its zones and how these read."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(known_zones()):
        region, _slash, town = name.partition("/")
        if region in _REGIONS:
            found.setdefault(region, []).append((name, town.replace("_", " ").replace("/", ", ")))
    return tuple((region, tuple(towns)) for region, towns in found.items())


def clean_zone(typed: str) -> str:
    """The IANA name of a time zone."""
    name = typed.strip()
    if not is_zone(name):
        raise Unclear(_("Please choose a place from the list; its clock is the one that counts."))
    return name
