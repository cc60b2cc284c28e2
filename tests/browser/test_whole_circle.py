"""A Short circle from the door to the last page, with one facilitator and people of every kind."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.people import Facilitator, Guest
from tests.browser.rooms import Room

GOING_ROUND = 60


def test_a_short_circle_is_held_from_the_door_to_the_last_page(
    open_circle: Callable[..., Room],
) -> None:
    """Four people are led through every round, each in their own way, to one last page."""
    room = open_circle(scale=0.14)
    ria = room.facilitator()
    sam, lee, kim = room.joins("Sam"), room.joins("Lee"), room.joins("Kim", mode="I’m listening")
    jane = room.joins("Jane")
    everybody = [ria, sam, lee, kim, jane]
    for one in everybody:
        one.reads("The circle hasn’t begun yet.", "Jane").is_well("waiting")

    ria.begins()
    sam.reads("Settle in.").is_well("settling")
    ria.is_well("settling").takes("Come to the agreements")
    lee.reads("What we agree on").is_well("agreements")

    ria.takes("We have agreed", "Introduce the check-in").reads("How do you arrive?")
    sam.reads("How do you arrive?").is_well("check-in introduced")
    sam.reads("Choosing, each for ourselves").is_well("choosing")
    ria.reads("Some are still choosing.").is_well("choosing")
    sam.chooses("fog").presses("Show the circle").reads("Yours is in.")
    lee.presses("Keep it to myself").reads("It stays with you.")
    ria.takes("Show the check-ins").reads("This is how we arrive.").is_well("reveal")
    jane.reads("fog").is_well("reveal")

    ria.takes("Complete the check-in", "Introduce the silence").reads("Soon we’ll be quiet.")
    kim.reads("Soon we’ll be quiet.").is_well("silence introduced")
    kim.reads("Quiet, together").is_well("quiet")
    ria.is_well("quiet").takes("End the quiet softly").leads_to("Introduce the sharing")
    kim.reads("That round is complete.").is_well("between")

    ria.takes("Introduce the sharing")
    sam.reads("A small true thing").is_well("sharing introduced")
    sam.reads("A quiet moment to think").is_well("thinking")
    ria.takes("Open the space").reads("There’s space for")
    go_round(ria, sam, lee)
    jane.reads("We part here.", within_s=GOING_ROUND).is_well("farewell")
    jane.never_read("Jane has the space")

    ria.is_well("farewell").ends()
    for one in everybody:
        one.reads("It’s finished for today", "Nothing you said was kept.").can_leave_fast().axe()
        assert not one.bar.is_visible()
        one.reads("Other support")


def go_round(ria: Facilitator, sam: Guest, lee: Guest) -> None:
    """Sam shares, Lee passes, Kim listens, Jane lets the offer go by; then the closing."""
    left = {"Sam": sam, "Lee": lee}
    while left:
        name = next((name for name in left if left[name].sees("There’s space for you")), None)
        if name == "Sam":
            sam_shares(sam, lee, ria)
        elif name == "Lee":
            lee.is_well("offered").passes().is_well("passed")
        if name:
            del left[name]
    ria.leads_until("A last word, for anyone who’d like one")
    sam.reads("There’s space for anyone who’d like it.").is_well("open space")
    ria.leads_until("A word to leave with")
    sam.reads("A word to leave with").is_well("goodbye")
    sam.writes("Your own word", "onward").presses("Show the circle")


def sam_shares(sam: Guest, lee: Guest, ria: Facilitator) -> None:
    sam.presses("Take the space").presses("I’ll write").reads("These people will receive it")
    sam.reads("Ria", "Lee", "Kim", "Jane").is_well("composer")
    lee.reads("Sam has the space.").is_well("somebody shares")
    ria.is_well("somebody shares")
    sam.shares("The kettle was already on.").reads("The circle rests a moment.").is_well("rest")
    lee.reads("Thank you. We move on gently.").is_well("rest")
    lee.reads("The kettle was already on.", within_s=GOING_ROUND)
