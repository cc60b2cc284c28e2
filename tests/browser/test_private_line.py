"""A line between two people: whom it reaches, who else may be asked, and how it ends."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.people import said
from tests.browser.rooms import Room

WORDS = "This one is close to home."
ANSWER = "I’m near. Nothing has to happen now."


def test_a_private_line_reaches_one_person(open_circle: Callable[..., Room]) -> None:
    """Unopened, it goes to the other facilitator by Jo’s own tap; wiped, it is gone (I28, I62)."""
    room = open_circle(scale=0.1, co=True)
    jo, lee = room.joins("Jo"), room.joins("Lee")
    ria, tom = room.facilitator(), room.co_facilitator()
    ria.begins()

    jo.taps("Private line").reads(said("privately.company"), said("privately.whom"))
    jo.is_well("private line").presses("Ria").writes("Your words to Ria", WORDS)
    jo.presses("Send to Ria").reads("You " + WORDS)
    ria.reads("A note for you from Jo.")
    jo.reads("Ria couldn’t open it yet.", within_s=40).is_well("private line waits")
    tom.never_read(WORDS)
    jo.presses("Send the same words to Tom")
    tom.reads("A note for you from Jo.").presses("Read it").reads(WORDS)
    tom.writes("To Jo", ANSWER).presses("Send")
    jo.reads(ANSWER).is_well("private line answered")

    lee.never_read(WORDS, ANSWER)
    ria.never_read(ANSWER)
    jo.presses("Wipe this line").presses("Wipe both sides").no_longer_reads(ANSWER)
    tom.no_longer_reads(WORDS, ANSWER)


def test_words_to_nobody_stay_where_they_are(open_circle: Callable[..., Room]) -> None:
    """While nobody holds the room a private word stays in its field, through a reload too (I2)."""
    room = open_circle(scale=0.1)
    jo, _, ria = room.joins("Jo"), room.joins("Lee"), room.facilitator().begins()
    jo.taps("Private line").writes("Your words to Ria", WORDS)
    ria.closes_the_browser()

    jo.reads(said("privately.held"), within_s=30).presses("Send to Ria")
    jo.reads(said("privately.kept_here")).is_well("private line held")
    jo.reloads().is_connected().taps("Private line")
    jo.reads(said("privately.held"), within_s=30)
    assert jo.page.get_by_label("Your words to").input_value() == WORDS
