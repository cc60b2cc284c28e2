"""S6: a room is never left without anyone."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.rooms import Room

HELD = "Ria lost the connection. We’re holding the room; no one needs to carry anything."


def test_the_host_disappears_and_comes_back(open_circle: Callable[..., Room]) -> None:
    """Without Ria everything stands still, people may leave, and nothing is lost (I46)."""
    room = open_circle(scale=0.2)
    sam, lee = room.joins("Sam"), room.joins("Lee")
    ria = room.facilitator().goes_to_the_sharing()
    lee.looks_after_myself("Pass this round")
    ria.offers_the_space_to("Sam")
    sam.takes_the_space().writes("Your words", "half a")

    ria.loses_the_line()
    ria.reads("Your connection dropped.").is_well("connection lost")
    sam.reads(HELD, "You may wait or go.").is_well("held")
    lee.reads("Everything stands still.").is_well("held")
    left = sam.shown("you")["turn"]["timer"]["left"]
    assert left is not None
    lee.looks_after_myself("Leave quietly").reads("Go well").is_well("left")
    ria.has_the_line_back()
    ria.no_longer_reads("Your connection dropped.")
    sam.no_longer_reads(HELD).reads("The space is yours.")

    timer = sam.shown("you")["turn"]["timer"]
    now = sam.page.evaluate("() => Date.now()")
    assert abs(timer["ends"] - now - left) < 1500
    assert sam.draft == "half a"


def test_a_host_who_stays_away_is_followed_by_a_last_page(
    open_circle: Callable[..., Room],
) -> None:
    """After the long wait everybody reads that this is the end, and why it isn't on them (I44)."""
    room = open_circle(scale=0.015)
    sam = room.joins("Sam")
    ria = room.facilitator()
    ria.presses("Open it for us few").reads("Settle in.")
    ria.closes_the_browser()

    sam.reads("We’re ending here for today", "That is on us, not you.", within_s=40)
    sam.reads("Other support").reads("It’s finished for today", within_s=20)


def test_a_co_facilitator_takes_over(open_circle: Callable[..., Room]) -> None:
    """With Tom there the room is never held by nobody, and everyone reads who holds it (I51)."""
    room = open_circle(scale=0.1, co=True)
    sam, _lee = room.joins("Sam"), room.joins("Lee")
    ria, tom = room.facilitator(), room.co_facilitator()
    ria.begins()
    tom.reads("Settle in.")
    ria.closes_the_browser()

    sam.reads("Tom is holding the room now.")
    tom.takes("Come to the agreements")
    sam.reads("What we agree on")
    stops = [view["room"]["stop"] for view in sam.views() if "room" in view]
    assert stops == [None] * len(stops)
