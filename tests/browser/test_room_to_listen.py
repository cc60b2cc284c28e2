"""Only this device knows how much room there is today."""

from __future__ import annotations

import json
from collections.abc import Callable

from tests.browser.people import said
from tests.browser.rooms import Room

SHARE = "I said no to my brother on Sunday."


def test_just_me_is_asked_for_nothing_and_tells_nobody(open_circle: Callable[..., Room]) -> None:
    """With no room to listen Lee is never invited to reply, and nothing leaves the device (A23)."""
    room = open_circle(scale=0.25)
    jo = room.joins("Jo", level="A few words of company")
    kim, lee, sent = room.joins("Kim"), room.guest("Lee"), list[str]()
    lee.page.on("websocket", lambda socket: socket.on("framesent", lambda f: sent.append(str(f))))
    lee.comes_in()
    ria = room.facilitator().goes_to_the_sharing()
    for one in (kim, lee):
        one.looks_after_myself("Pass this round")
    before = asked(sent)
    lee.looks_after_myself("just me")
    lee.reads(said("done.just_me")).presses("Back to the circle")
    ria.offers_the_space_to("Jo")
    jo.takes_the_space().shares(SHARE)

    kim.reads("Jo would welcome something from you.")
    lee.reads(SHARE)
    assert not lee.sees("would welcome something from you")
    assert asked(sent) == before


def asked(frames: list[str]) -> list[str]:
    """What this screen asked of the server, besides the time."""
    told = [json.loads(one[one.index("[") :]) for one in frames if '"command"' in one]
    return [command["do"] for _, command in told]
