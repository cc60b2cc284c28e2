"""S5: a pause that anybody can wish for."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.people import said
from tests.browser.rooms import Room

NOBODY_WRONG = "We’re taking a short pause. This isn’t about anyone doing wrong."


def test_pause_please(open_circle: Callable[..., Room]) -> None:
    """Two wishes pause the room, name nobody, cost no time; a third doesn’t (I15, I41, I57)."""
    room = open_circle(scale=0.25)
    jo = room.joins("Jo", level="")
    lee, kim, ann = room.joins("Lee"), room.joins("Kim"), room.joins("Ann")
    ria = room.facilitator().goes_to_the_sharing()
    for one in (lee, kim, ann):
        one.looks_after_myself("Pass this round")
    ria.offers_the_space_to("Jo")
    jo.takes_the_space()

    lee.taps("Pause please").reads(said("done.pause_sent"))
    ria.reads("Someone would like a pause.").is_well("a pause is wished")
    kim.taps("Pause please")
    for one in (jo, lee, kim, ann, ria):
        one.reads(NOBODY_WRONG)
    ann.is_well("paused")
    jo.is_well("paused").reads("Your time is kept to the second.")
    ria.is_well("paused")
    left = jo.shown("you")["turn"]["timer"]["left"]
    assert left is not None

    ria.presses("Go on")
    jo.no_longer_reads(NOBODY_WRONG).reads("The space is yours.")
    timer = jo.shown("you")["turn"]["timer"]
    now = jo.page.evaluate("() => Date.now()")
    assert abs(timer["ends"] - now - left) < 1500
    ann.taps("Pause please").reads(said("done.pause_sent"))
    ria.reads("Someone would like a pause.")
    jo.shares("Still here.").reads("The circle rests a moment.")
    stops = [view["room"]["stop"] for view in ann.views() if "room" in view]
    paused = [one for at, one in enumerate(stops) if one and (at == 0 or not stops[at - 1])]
    assert len(paused) == 1
    for _ in ria.shown("desk")["signals"]:
        ria.presses("I’ve seen it")
    ria.reads("Nothing needs you. Be with the circle.")
