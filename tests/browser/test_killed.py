"""S11: the server dies in the middle of somebody's turn."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.house import Server
from tests.browser.rooms import Room

DROPPED = "Your connection dropped. Your place and your draft are here."
DRAFT = "The part I hadn’t got to yet"


def test_the_server_dies_in_the_middle_of_a_turn(
    open_circle: Callable[..., Room], server: Server
) -> None:
    """After the restart it's the same turn with the same draft, and nobody is asked twice (I34)."""
    room = open_circle(scale=0.4)
    sam, lee, kim = room.joins("Sam"), room.joins("Lee"), room.joins("Kim")
    ria = room.facilitator().goes_to_the_sharing()
    for one in (lee, kim):
        one.looks_after_myself("Pass this round")
    ria.offers_the_space_to("Sam")
    sam.takes_the_space().writes("Your words", DRAFT)
    turn = sam.shown("you")["turn"]["id"]

    for one in (ria, sam, lee, kim):
        one.expects_the_server_to_go()
    server.kill()
    for one in (ria, sam, lee, kim):
        one.reads(DROPPED)
    sam.is_well("server gone")
    lee.taps("Curtain").reads("The curtain is drawn").presses("Open the curtain")
    kim.taps("Pause please").reads("The facilitators have it.")
    server.start()

    for one in (ria, sam, lee, kim):
        one.no_longer_reads(DROPPED, within_s=10)
    sam.reads("The space is yours.")
    assert sam.draft == DRAFT
    assert sam.shown("you")["turn"]["id"] == turn
    ria.reads("Someone would like a pause.")
    sam.reloads().is_connected().reads("The space is yours.")
    assert sam.draft == DRAFT
    ria.presses("I’ve seen it")
    sam.shares(f"{DRAFT}: thank you.").reads("The circle rests a moment.")
    for one in (lee, kim):
        one.reads(f"{DRAFT}: thank you.", within_s=30)
        assert one.offers() == set()
