"""S8: somebody looks over the shoulder."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.browser.people import Guest, Visitor, until
from tests.browser.rooms import Room

COVERED_WITHIN_MS = 100

# Says in the console how long it took from the press to a page that shows nothing of the circle.
WATCH = """() => {
  const tell = (event) => {
    const covered = document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.matches(".cover")
    console.info("covered", covered, performance.now() - event.timeStamp, document.title)
  }
  addEventListener("keydown", tell)
  addEventListener("click", tell)
}"""


def leaves_fast(one: Guest, press: Callable[[], object]) -> float:
    """How many milliseconds it took until the page was covered; the neutral site is open then."""
    told: list[str] = []
    one.page.on("console", lambda message: told.append(message.text))
    one.page.evaluate(WATCH)
    press()
    one.page.wait_for_url(re.compile("^(?!.*/(circle|door|exit))"))
    until(lambda: one.page.title() == "Weather", "the neutral page")
    took = [re.match(r"covered true (\S+) Holdspace$", text) for text in told]
    found = [float(match[1]) for match in took if match]
    assert found, told
    return found[-1]


def is_nowhere_behind(one: Guest) -> None:
    """Going back shows neither the room nor the door."""
    one.page.go_back()
    until(lambda: one.page.url == "about:blank" or one.page.title() == "Weather", one.page.url)
    assert one.name not in one.page.content()


def test_leaving_fast_from_every_state(open_circle: Callable[..., Room]) -> None:
    """From wherever they are, people are covered at once and elsewhere next (I35, I58)."""
    room = open_circle(scale=0.3)
    took: dict[str, float] = {}

    def leave(one: Guest, state: str, *, by_keys: bool = True) -> None:
        assert one.page.title() == "Holdspace"
        press = one.presses_shift if by_keys else lambda: one.presses("Leave fast")
        took[state] = leaves_fast(one, press)
        is_nowhere_behind(one)

    waiting, curtain, sheet = room.joins("Wim"), room.joins("Cora"), room.joins("Shirin")
    sam = room.joins("Sam")
    ria = room.facilitator()
    leave(waiting, "waiting")
    waiting.comes_back().reads("The circle hasn’t begun yet.")
    ria.begins()
    curtain.taps("Curtain").reads("The curtain is drawn")
    leave(curtain, "curtain")
    sheet.taps("Look after myself").reads("For today")
    leave(sheet, "sheet", by_keys=False)
    sheet.comes_back().reads("Settle in.")
    ria.goes_to_the_sharing()
    for one in (waiting, sheet):
        one.looks_after_myself("Pass this round")
    ria.offers_the_space_to("Sam")
    sam.takes_the_space().writes("Your words", "not for other eyes")
    sam.page.get_by_label("Your words").press("Shift")
    leave(sam, "composer")
    ria.presses("Pause")
    sheet.reads("Ria is pausing the room.")
    leave(sheet, "paused", by_keys=False)
    waiting.loses_the_line().reads("Your connection dropped.")
    told: list[str] = []
    waiting.page.on("console", lambda message: told.append(message.text))
    waiting.page.evaluate(WATCH)
    waiting.presses_shift()
    until(lambda: any(text.startswith("covered true") for text in told), "the cover, offline")

    print("covered after ms:", {state: round(ms, 1) for state, ms in took.items()})
    assert max(took.values()) <= COVERED_WITHIN_MS


def test_coming_back_by_the_same_link_needs_no_word(open_circle: Callable[..., Room]) -> None:
    """Sam is straight in again with no question, and nobody is told of it (I60)."""
    room = open_circle(scale=0.2)
    sam, lee = room.joins("Sam"), room.joins("Lee")
    ria = room.facilitator().begins()
    sam.reads("Settle in.")
    leaves_fast(sam, sam.presses_shift)
    until(lambda: "Sam" not in str(lee.shown("room")["roster"]), "Sam to be gone from the ring")
    ria.presses("Lock the door")
    lee.reads("Ria closed the door.")
    before = lee.text

    sam.comes_back().reads("Settle in.")
    lee.reads("Sam")
    assert sorted(lee.text.replace("Sam", "").split()) == sorted(before.split())


@pytest.mark.parametrize("path", ["/", "/sign-in", "/other-support"])
def test_leave_fast_is_on_every_other_page_too(visitor: Callable[..., Visitor], path: str) -> None:
    """The pages around the circles have the same way out in the same corner."""
    vera = visitor().goes_to(path).can_leave_fast().axe()
    vera.follows("Leave fast")
    until(lambda: vera.page.title() == "Weather", "the neutral page")


def test_leave_fast_is_at_the_door_too(open_circle: Callable[..., Room]) -> None:
    """Before anybody has said a name, Shift three times or the button leads away."""
    dora = open_circle().guest("Dora").can_leave_fast()
    dora.presses_shift()
    until(lambda: dora.page.title() == "Weather", "the neutral page")
