"""Everything that matters, without a mouse."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.people import Guest, said, until
from tests.browser.rooms import Room

FOCUSED = """() => {
  const one = document.activeElement
  const label = one.labels?.[0]?.textContent ?? one.getAttribute("aria-label") ?? one.textContent
  return label.replace(/[\\u2066-\\u2069]/g, "").trim()
}"""
MANY = 80


def tabs_to(one: Guest, words: str) -> Guest:
    """Tab, until the focus stands on it; and it can be seen that it does."""
    for _ in range(MANY):
        one.page.keyboard.press("Tab")
        if str(one.page.evaluate(FOCUSED)).startswith(words):
            outline = one.page.evaluate(
                "() => { const s = getComputedStyle(document.activeElement);"
                " return s.outlineStyle !== 'none' || s.boxShadow !== 'none' }"
            )
            assert outline, f"nothing shows that the focus is on {words}"
            return one
    raise AssertionError(f"{MANY} tabs don't lead to {words!r}")


def enters(one: Guest, words: str, key: str = "Enter") -> Guest:
    tabs_to(one, words).page.keyboard.press(key)
    return one


def test_a_circle_with_the_keyboard_alone(open_circle: Callable[..., Room]) -> None:
    """Come in, pass, share, take it back and leave, with Tab, Space, Enter and Shift."""
    room = open_circle(scale=0.4)
    sam, lee = room.guest("Sam"), room.joins("Lee")
    enters(sam, "I agree to these", "Space")
    tabs_to(sam, "What may we call you?").page.keyboard.type("Sam")
    enters(sam, "I’m eighteen or older", "Space")
    enters(sam, "Come in")
    sam.page.wait_for_url("**/circle/*")
    sam.is_connected()
    ria = room.facilitator().begins()
    sam.reads("Settle in.")
    sam.reloads().is_connected().reads("Settle in.")
    sam.page.keyboard.press("Tab")
    if sam.page.evaluate(FOCUSED) != "Skip this step":
        sam.page.keyboard.press("Tab")
    assert sam.page.evaluate(FOCUSED) == "Skip this step"
    sam.page.keyboard.press("Enter")
    sam.reads(said("done.passed"))

    ria.goes_to_the_sharing()
    lee.looks_after_myself("Pass this round")
    ria.offers_the_space_to("Sam")
    enters(sam, "Take the space")
    sam.reads("In which way?")
    assert sam.page.evaluate(FOCUSED) == "I’ll write"
    sam.page.keyboard.press("Enter")
    sam.reads("The space is yours.")
    tabs_to(sam, "Your words").page.keyboard.type("Typed with two fingers.")
    enters(sam, "Share")
    lee.reads("Typed with two fingers.", within_s=30)
    enters(sam, "Take back my share")
    lee.no_longer_reads("Typed with two fingers.")

    enters(sam, "Look after myself")
    sam.reads("For today")
    sam.page.keyboard.press("Escape")
    sam.no_longer_reads("For today")
    assert sam.page.evaluate(FOCUSED) == "Look after myself"
    sam.presses_shift()
    until(lambda: sam.page.title() == "Weather", "the neutral page")
