"""The gentlest pace wins: one quiet wish keeps the circle where it is."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.people import said
from tests.browser.rooms import Room


def test_one_quiet_wish_keeps_it_lighter(open_circle: Callable[..., Room]) -> None:
    """Lee's no is nobody's no, on every screen; the depth stays as it was (I15, I54)."""
    room = open_circle(scale=0.8, agenda="long")
    jo, lee = room.joins("Jo"), room.joins("Lee")
    ria = room.facilitator().begins()
    ria.leads_to("Introduce the check-in")

    ria.presses(said("ask_deeper.ask"))
    for one in (jo, lee):
        one.reads(said("deeper.title"))
    jo.presses("Fine with me").no_longer_reads(said("deeper.title"))
    lee.presses("Keep it lighter").reads(said("done.lighter"), said("deeper.stands"))

    for one in (jo, lee, ria):
        one.reads(said("line.depth_kept"), within_s=30)
    ria.reads(said("tray.lighter"))
    jo.never_read(said("tray.lighter"))
    lee.taps("Look after myself")
    pressed = lee.page.get_by_role("button", name="Keep it lighter").get_attribute("aria-pressed")
    assert pressed == "true"
    assert lee.shown("room")["proposal"] is None
