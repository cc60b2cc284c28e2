"""S9 and S13 at the desk: harm is met, a line has two ends, a minute hands the room over."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.people import Facilitator, Guest, said, until
from tests.browser.rooms import Room
from tests.browser.test_keyboard import enters, tabs_to

HARM = "You people only come here to be comforted."
NOTE = "I did not mean to hurt anybody."
ANSWER = "Thank you for saying so. I’m glad you’re here."
PROCESS = "Shall I take the closing tonight?"


def lee_has_shared(room: Room) -> tuple[Facilitator, Guest, Guest, Guest]:
    """Lee said something that hurts, and it has reached Sam and Kim."""
    sam, lee, kim = room.joins("Sam"), room.joins("Lee"), room.joins("Kim")
    ria = room.facilitator().goes_to_the_sharing()
    for one in (sam, kim):
        one.looks_after_myself("Pass this round")
    ria.offers_the_space_to("Lee")
    lee.takes_the_space().shares(HARM)
    sam.reads(HARM, within_s=30)
    return ria, sam, lee, kim


def test_words_that_hurt_are_set_aside_and_their_author_is_not_left_alone(
    open_circle: Callable[..., Room],
) -> None:
    """A flag, a cover, a soft offer, an answer: each one tap, and nobody learns who flagged."""
    ria, sam, lee, kim = lee_has_shared(open_circle(scale=0.3))
    sam.opens("Ask the facilitators to look at something").presses("The words of Lee")
    ria.reads("A flag on what Lee said.", HARM).is_well("a flag")
    flag = ria.shown("desk")["signals"][0]
    assert sorted(flag) == ["at", "id", "kind", "name", "reply", "seat", "share", "text"]

    ria.presses("Set it aside for now")
    for one in (sam, kim):
        one.no_longer_reads(HARM)
    lee.reads(HARM)
    ria.presses("Offer a private line")
    lee.reads("I’m here if useful. No reply needed.").presses("Write to Ria")
    lee.writes("Your words to Ria", NOTE).presses("Send to Ria")
    ria.reads("A note for you from Lee.").presses("Read it").reads(NOTE)
    ria.writes("To Lee", ANSWER).presses("Send")
    lee.reads(ANSWER)
    ria.opens("Point to somewhere else").presses("A friend").presses("Send it")
    lee.reads(said("signpost.friend.words"))
    for one in (sam, kim):
        one.never_read(NOTE, ANSWER)
    ria.presses("I’ve seen it").no_longer_reads("A flag on what Lee said.")


def test_a_minute_for_whoever_holds_the_room(open_circle: Callable[..., Room]) -> None:
    """Two taps: the room is quiet, and Tom is asked; one more of his and he holds it (S13)."""
    room = open_circle(scale=0.5, co=True)
    sam, _lee = room.joins("Sam"), room.joins("Lee")
    ria, tom = room.facilitator(), room.co_facilitator()
    ria.begins()
    tom.reads("Settle in.")

    ria.presses("I need a minute").reads("Tom is asked to take the lead").presses(
        "Yes, a minute for me"
    )
    tom.reads("Ria would like you to hold the room.").is_well("asked to hold")
    tom.presses("Accept the lead")
    until(lambda: ria.shown("room")["holding"] == "Tom", "Tom to hold the room")
    sam.presses("Where am I?").reads("Holding the room: Tom.")


def test_a_word_between_facilitators_reaches_nobody_else(
    open_circle: Callable[..., Room],
) -> None:
    """It is on the other desk, by keyboard alone, and on no other screen and no other wire."""
    room = open_circle(scale=0.5, co=True)
    sam, lee = room.joins("Sam"), room.joins("Lee")
    ria, tom = room.facilitator(), room.co_facilitator()
    ria.begins()
    tom.reads("Settle in.")
    enters(tom, "Ria is holding the room.")
    tabs_to(tom, "About the process, not about people").page.keyboard.type(PROCESS)
    enters(tom, "Send to those who facilitate")

    ria.reads("Tom, about the process.", PROCESS).is_well("a word of a co-facilitator")
    ria.presses("Answer").writes("About the process, not about people", "Yes, please.")
    ria.presses("Send to those who facilitate")
    tom.reads("Yes, please.")
    for one in (sam, lee):
        one.never_read(PROCESS, "Yes, please.")


def test_a_thought_comes_and_can_be_hidden(open_circle: Callable[..., Room]) -> None:
    """Before the first turn one thought is at the desk, for the facilitator alone."""
    room = open_circle(scale=0.5)
    sam, _lee = room.joins("Sam"), room.joins("Lee")
    ria = room.facilitator().goes_to_the_sharing()
    ria.reads(said("nudge.first_turn")).presses("Hide hints")
    ria.no_longer_reads(said("nudge.first_turn"))
    ria.opens("For you").presses("I want to fix this").reads(said("nudge.want_to_fix"))
    sam.never_read(said("nudge.first_turn"), said("nudge.want_to_fix"))
