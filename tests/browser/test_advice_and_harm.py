"""S9: somebody crosses a line, and nobody has to carry it alone."""

from __future__ import annotations

import json
from collections.abc import Callable

from tests.browser.frames import alike, seats_of, told
from tests.browser.people import Facilitator, Guest, said, until
from tests.browser.rooms import Room

SHARE = "I said no to my brother on Sunday."
HARM = "You should ring him tonight and say you were wrong."
NOTE = "I only wanted to help."
ANSWER = "I believe you. Here nobody is told what to do, and I’ll end it for today."
LISTENERS = ("Sam", "Kim", "Ann")


def jo_was_advised(room: Room) -> tuple[Facilitator, Guest, Guest, Guest]:
    """Jo shared and welcomed a few words; Lee told Jo what to do; Ria paused the room."""
    jo, lee, kim = room.joins("Jo"), room.joins("Lee"), room.joins("Kim")
    ria = room.facilitator().goes_to_the_sharing()
    for one in (lee, kim):
        one.looks_after_myself("Pass this round")
    ria.offers_the_space_to("Jo")
    jo.takes_the_space().shares(SHARE, "Tell me what it touched in you")
    lee.writes("A few words of yours. They reach Jo and the facilitators.", HARM)
    lee.presses("Send it to Jo").reads("It’s with Jo soon")
    jo.reads(HARM, within_s=30)
    ria.presses("Pause").reads(HARM)
    return ria, jo, lee, kim


def test_a_reply_that_breaks_the_agreements(open_circle: Callable[..., Room]) -> None:
    """A flag, a cover, a private word, and a limit: Lee isn’t left without anything, Jo sees a card
    that is set aside, and Kim sees no more than that somebody isn’t there (I48, I49, I61)."""
    room = open_circle(scale=0.4)
    ria, jo, lee, kim = jo_was_advised(room)
    jo.opens(said("flag.ask_reply")).presses("The words of Lee").reads(
        "The facilitators have the words of Lee. They aren’t told who asked."
    )
    jo.is_well("a flag on a reply")
    ria.reads("A flag on what Lee said.", HARM).is_well("a flag on a reply")
    signal = ria.shown("desk")["signals"][0]
    assert signal["name"] == "Lee"
    assert "Jo" not in json.dumps(signal)

    ria.presses("Set it aside for now")
    jo.no_longer_reads(HARM).reads(said("share.covered")).is_well("a reply set aside")
    ria.presses("Offer a private line")
    lee.reads("I’m here if useful. No reply needed.").presses("Write to Ria")
    lee.writes("Your words to Ria", NOTE).presses("Send to Ria")
    ria.reads("A note for you from Lee.").presses("Read it").reads(NOTE)
    ria.writes("To Lee", ANSWER).presses("Send")
    lee.reads(ANSWER)

    is_removed(ria, lee)
    goes_on_without(ria, lee, jo, kim)
    for one in (jo, kim):
        one.never_read(NOTE, ANSWER)
        assert not one.sees(said("cover.removed"))
    kim.never_read(HARM)
    comes_to_a_closed_door(lee, room)


def is_removed(ria: Facilitator, lee: Guest) -> None:
    """In two steps and without a reason; Lee reads whose limit it is, and where to turn."""
    ria.presses("End Lee’s time").reads("The others see somebody leave.").is_well("a limit")
    lee.excuses("WebSocket")
    ria.presses("Yes, end their time for today")
    lee.reads(said("cover.removed"), said("cover.removed.line")).is_well("removed")
    lee.button("Other support").click()
    lee.heard.clear()


def goes_on_without(ria: Facilitator, lee: Guest, *others: Guest) -> None:
    """At the next quiet moment Lee isn’t listed; no line tells of it, and nothing reaches Lee."""
    ria.presses("Go on")
    for one in others:
        until(lambda one=one: names(one) == ["Jo", "Kim", "Ria"], "Lee not to be listed")  # type: ignore[misc]
        one.reads("lets the room go on")
        lines = [view["room"]["line"] for view in one.views() if "room" in view]
        codes = [line["code"] for line in lines if line]
        assert set(codes[codes.index("paused") :]) == {"paused", "resumed"}
    assert told(lee) == []


def comes_to_a_closed_door(lee: Guest, room: Room) -> None:
    """Neither the room nor the link lets Lee in again; the page there has support too."""
    lee.expects_a_refusal(403)
    for path in (f"/circle/{room.id}", room.join_url):
        lee.goes_to(path).reads(said("cover.removed"), said("cover.removed.line"), "Other support")
        lee.can_leave_fast().axe()
    assert told(lee) == []


def names(one: Guest) -> list[str]:
    """Who is in everybody's ring, by the last news of it."""
    rooms = [view["room"] for view in one.views() if "room" in view]
    return sorted(found["name"] for found in rooms[-1]["roster"]) if rooms else []


def test_nobody_can_tell_who_flagged_or_why_somebody_is_gone(
    open_circle: Callable[..., Room],
) -> None:
    """Sam or Kim points to Lee’s words: Ria, Lee and Ann receive the same bytes. Lee is removed or
    leaves: Ann receives the same bytes (I15, I49)."""
    first = harm_met(open_circle(scale=0.5), by="Sam", removed=True)
    again = harm_met(open_circle(scale=0.5), by="Kim", removed=False)

    print({name: (len(frames), sum(map(len, frames))) for name, frames in first.items()})
    assert first == again


def harm_met(room: Room, *, by: str, removed: bool) -> dict[str, list[str]]:
    """What three screens were sent from the flag to the cover, and Ann until Lee is gone."""
    lee = room.joins("Lee")
    guests = {name: room.joins(name) for name in LISTENERS}
    ann = guests["Ann"]
    ria = room.facilitator().goes_to_the_sharing()
    for one in guests.values():
        one.looks_after_myself("Pass this round")
    ria.offers_the_space_to("Lee")
    lee.takes_the_space().shares(HARM)
    for one in guests.values():
        one.reads(HARM, within_s=40)
    ria.presses("Pause")
    seats = seats_of(ann)
    screens = (ria, lee, ann)
    for one in (*screens, *guests.values()):
        one.reads("Ria is pausing the room.")
    for one in screens:
        told(one)
        one.heard.clear()

    guests[by].opens(said("flag.ask")).presses("The words of Lee")
    ria.reads("A flag on what Lee said.").presses("Set it aside for now")
    lee.reads(said("covered.mine"))
    for one in guests.values():
        one.reads(said("share.covered")).no_longer_reads(HARM)
    found = {one.name: alike(told(one), seats) for one in screens}

    ann.heard.clear()
    if removed:
        lee.excuses("WebSocket")
        ria.presses("End Lee’s time").presses("Yes, end their time for today")
        lee.reads(said("cover.removed"))
    else:
        lee.looks_after_myself("Leave quietly").reads("Go well")
    ria.presses("Go on")
    until(lambda: names(ann) == ["Ann", "Kim", "Ria", "Sam"], "Lee not to be listed")
    ann.reads("lets the room go on")
    return found | {"Ann, later": alike(told(ann), seats)}
