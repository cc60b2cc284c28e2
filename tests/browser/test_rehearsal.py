"""Try it alone: one click, four companions, and an end."""

from __future__ import annotations

import time
from collections.abc import Callable

from tests.browser.people import Facilitator, Visitor
from tests.browser.rooms import People

SERVER_SCALE = 0.5


def test_a_rehearsal_from_the_start_page(people: People, visitor: Callable[..., Visitor]) -> None:
    """One shares, one passes, one lets the offer go by, one steps out and returns (I44)."""
    began = time.monotonic()
    vera = visitor().goes_to("/").axe()
    vera.presses("Begin a rehearsal").reads("What may need you")
    room = vera.page.url
    vera.closes_the_browser()
    you = people.beside(vera, Facilitator).goes_to(room)
    you.reads("Alma plays along", "Bo plays along", "Cleo plays along", "Dev plays along")
    you.is_well("rehearsal").begins()
    you.leads_until("Alma has the space.")
    you.leads_until("The first cup of tea")
    you.leads_until("We part here.").ends()
    print(f"a rehearsal at half its length, clicked through: {time.monotonic() - began:.0f} s")

    rooms = [view["room"] for view in you.views() if "room" in view]
    desks = [view["desk"] for view in you.views() if view.get("desk")]
    offered = {one["space"]["name"] for one in rooms if one["space"]}
    assert {"Alma", "Bo", "Cleo"} <= offered
    presences = {(s["name"], s["presence"]) for desk in desks for s in desk["seats"]}
    assert ("Dev", "out") in presences
    assert [s["presence"] for s in desks[-1]["seats"] if s["name"] == "Dev"] == ["here"]
    assert all(one["companion"] for one in rooms[-1]["roster"] if not one["facilitates"])
