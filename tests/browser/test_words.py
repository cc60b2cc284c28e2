"""S3: words can be shared, answered, lowered and taken back."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.browser.people import Guest, said, until
from tests.browser.rooms import Room

SHARE = "I said no to my brother on Sunday."
REFLECTION = "In me, I noticed how rarely I do that."
PHRASE = "I’m here with you."
TOUCHED = "Tell me what it touched in you"
AT_ONCE_MS = 1000

# When the words left the screen, and when the button was pressed: one machine has one clock.
WATCH = """(words) => {
  window.goneAt = null
  const look = () => {
    if (!document.body.textContent.includes(words)) window.goneAt ??= Date.now()
  }
  const everything = {childList: true, characterData: true, subtree: true}
  new MutationObserver(look).observe(document.body, everything)
  addEventListener("click", () => window.pressedAt = Date.now(), {capture: true})
}"""


def test_words_taken_back_are_gone_everywhere(open_circle: Callable[..., Room]) -> None:
    """Jo shares, two reply, Jo lets less come back and then takes it all back (I23, I24)."""
    room = open_circle(scale=0.2)
    jo = room.joins("Jo", level=TOUCHED)
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
    writes_to_jo(kim)
    jo.reads(PHRASE, REFLECTION, within_s=30)
    ria.presses("Pause")
    jo.reads("Ria is pausing the room.").is_well("own share with replies")
    ria.reads(REFLECTION).is_well("replies")
    lee.reads(SHARE)
    lee.never_read(REFLECTION)

    jo.presses("Less: Just be with me").no_longer_reads(PHRASE, REFLECTION)
    ria.no_longer_reads(REFLECTION)
    assert ria.shown("desk")["replies"] == []
    assert jo.shown("you")["shares"][0]["replies"] == []
    is_taken_back(jo, lee, kim, ria)
    jo.reads(said("done.taken_back"))
    for one in (jo, kim, ria):
        one.heard.clear()
    for one in (kim, jo, ria):
        one.reloads().reads("Ria is pausing the room.").never_read(SHARE, REFLECTION)


def is_taken_back(jo: Guest, *screens: Guest) -> None:
    """From the press of the button it takes a second at most on every screen."""
    for one in (jo, *screens):
        one.page.evaluate(WATCH, SHARE)
    jo.presses("Take back my share")
    for one in (jo, *screens):
        until(lambda one=one: one.page.evaluate("() => window.goneAt"), "the words to go")  # type: ignore[misc]
    pressed = jo.page.evaluate("() => window.pressedAt")
    took = {one.name: one.page.evaluate("() => window.goneAt") - pressed for one in (jo, *screens)}
    print(f"taken back from every screen, ms after the press: {took}")
    assert max(took.values()) <= AT_ONCE_MS


def test_replies_taken_away_leave_no_place_behind(open_circle: Callable[..., Room]) -> None:
    """Jo had two replies and lets none stand, Kim wanted none, nobody answered Lee: what the three
    see of their words at the end is the same to the byte (I18, I24)."""
    room = open_circle(scale=0.3)
    jo, lee, kim = room.joins("Jo"), room.joins("Lee"), room.joins("Kim")
    left = {"Jo": jo, "Lee": lee, "Kim": kim}
    room.facilitator().goes_to_the_sharing()
    levels = {"Jo": TOUCHED, "Lee": TOUCHED, "Kim": "Just be with me"}
    while left:
        name = now_offered(left)
        left.pop(name).takes_the_space().shares(SHARE, levels[name])
        if name == "Jo":
            lee.reads("Jo would welcome something from you.").presses(PHRASE)
            writes_to_jo(kim)
            jo.reads(PHRASE, REFLECTION, within_s=30)
            assert own_card(jo).count("<li>") == 2
            jo.presses("Less: Just be with me").no_longer_reads(PHRASE, REFLECTION)
    for one in (jo, lee, kim):
        until(lambda one=one: "share-stayed" in own_card(one), "the turn to be over", 60)  # type: ignore[misc]

    assert "replies" not in own_card(kim)
    assert own_card(jo) == own_card(lee) == own_card(kim)


def writes_to_jo(kim: Guest) -> None:
    kim.writes("A few words of yours. They reach Jo and the facilitators.", REFLECTION)
    kim.presses("Send it to Jo").reads("It’s with Jo soon")


def now_offered(left: dict[str, Guest]) -> str:
    """Whose turn it is, among those who had none."""
    found: list[str] = []

    def there() -> bool:
        found[:] = [name for name, one in left.items() if one.sees(said("offer.line"))]
        return bool(found)

    until(there, f"the space to come to one of {list(left)}", 60)
    return found[0]


def own_card(one: Guest) -> str:
    """Everything that stands on the page for one's own share, but for the number of its turn."""
    html = one.page.get_by_role("article", name=said("after.own_share")).evaluate(
        "(card) => card.outerHTML"
    )
    return re.sub(r'data-key="(\w+):\d+"', r'data-key="\1"', html)
