"""S4: whoever comes late waits kindly, and never meets words from before."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.rooms import Room

SHARE = "The garden was wet and I stayed in it."


def test_the_late_door(open_circle: Callable[..., Room]) -> None:
    """Lee arrives while Jo shares, comes in after, and never sees Jo's words (I19, I20)."""
    room = open_circle(scale=0.12)
    jo, kim = room.joins("Jo"), room.joins("Kim")
    ria = room.facilitator().goes_to_the_sharing()
    kim.looks_after_myself("Pass this round")
    ria.offers_the_space_to("Jo")
    jo.takes_the_space()

    lee = room.joins("Lee").reads("You’re at the door", "You come in at the next quiet moment")
    lee.is_well("at the door")
    ria.reads("comes in at the next quiet moment").is_well("somebody at the door")
    kim.never_read("Lee")
    jo.reads("These people will receive it: Kim and Ria.").shares(SHARE)
    kim.reads(SHARE, within_s=30)
    lee.no_longer_reads("You’re at the door", within_s=30)
    kim.reads("Lee")
    lee.reads("Jo").never_read(SHARE)
    lee.reloads().is_connected().reads("Kim").never_read(SHARE)
