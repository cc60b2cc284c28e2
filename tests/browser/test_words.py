"""S3: words can be shared, answered, lowered and taken back."""

from __future__ import annotations

import time
from collections.abc import Callable

from tests.browser.people import said
from tests.browser.rooms import Room

SHARE = "I said no to my brother on Sunday."
REFLECTION = "In me, I noticed how rarely I do that."
PHRASE = "I’m here with you."


def test_words_taken_back_are_gone_everywhere(open_circle: Callable[..., Room]) -> None:
    """Jo shares, two reply, Jo lets less come back and then takes it all back (I23, I24)."""
    room = open_circle(scale=0.15)
    jo = room.joins("Jo", level="Tell me what it touched in you")
    lee, kim = room.joins("Lee"), room.joins("Kim")
    ria = room.facilitator().goes_to_the_sharing()
    for one in (lee, kim):
        one.looks_after_myself("Pass this round")
    ria.offers_the_space_to("Jo")
    jo.takes_the_space()
    jo.reads("These people will receive it: Lee, Kim, and Ria.", "You can take it back")
    jo.shares(SHARE)

    lee.reads("Jo would welcome something from you.").is_well("replies")
    lee.presses(PHRASE).reads("It’s with Jo soon")
    kim.writes("A few words of yours. They reach Jo and the facilitators.", REFLECTION)
    kim.presses("Send it to Jo").reads("It’s with Jo soon")
    jo.reads(PHRASE, REFLECTION, within_s=30)
    ria.presses("Pause")
    jo.reads("Ria is pausing the room.").is_well("own share with replies")
    ria.reads(REFLECTION).is_well("replies")
    lee.reads(SHARE)
    lee.never_read(REFLECTION)

    jo.presses("Less: Just be with me").no_longer_reads(PHRASE, REFLECTION)
    ria.no_longer_reads(REFLECTION)
    pressed = time.monotonic()
    jo.presses("Take back my share")
    lee.no_longer_reads(SHARE, within_s=1)
    kim.no_longer_reads(SHARE, within_s=1)
    print(f"taken back from every screen within {time.monotonic() - pressed:.2f} s")
    ria.no_longer_reads(SHARE)
    jo.reads(said("done.taken_back"))
    for one in (jo, kim):
        one.heard.clear()
    kim.reloads().reads("Ria is pausing the room.").never_read(SHARE)
    jo.reloads().reads("Ria is pausing the room.").never_read(SHARE)
