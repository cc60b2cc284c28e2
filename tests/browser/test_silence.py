"""S7: a silence is silent."""

from __future__ import annotations

import time
from collections.abc import Callable

from tests.browser.frames import told
from tests.browser.people import Guest, said, until
from tests.browser.rooms import Room
from tests.browser.test_quiet_alone import apart, breathes

NAMES = ("Ann", "Ben", "Cy", "Dee", "Eve", "Flo", "Gus")
PACERS_MS = 250
QUIET = "Quiet, together"

WATCH = """() => {
  window.trueNow = () => performance.timeOrigin + performance.now()
  const said = document.getElementById("say")
  window.spoken = []
  const hear = new MutationObserver(() => window.spoken.push(said.textContent))
  hear.observe(said, {childList: true, characterData: true, subtree: true})
}"""


def eight_in_the_quiet(room: Room) -> dict[str, Guest]:
    """Eight people are quiet together, each in a browser of their own; Hal's keeps still."""
    people = {name: room.joins(name) for name in NAMES}
    people["Hal"] = room.joins("Hal", reduced_motion="reduce")
    ria = room.facilitator().begins().opens(said("frame.title"))
    ria.presses("Leave this for today: Check-in")
    ria.leads_to("Introduce the silence")
    for one in people.values():
        one.page.evaluate(WATCH)
    ria.takes("Introduce the silence")
    for one in people.values():
        one.reads(QUIET, within_s=30)
    return people


def test_quiet_for_eight(open_circle: Callable[..., Room]) -> None:
    """One sits out, one leaves, one reconnects: the six who stay are sent the silence and nothing
    else, and it ends for all at the same instant (I36, I38, I39)."""
    people = eight_in_the_quiet(open_circle(scale=0.2, agenda="just_company"))
    begun = time.monotonic()
    still = [people[name] for name in ("Ann", "Ben", "Cy", "Dee", "Hal")]
    eve, flo, gus = (people[name] for name in ("Eve", "Flo", "Gus"))
    before = gus.shown("room")
    for one in (*still, eve, gus):
        told(one)
        one.heard.clear()

    eve.taps("Sit this one out").reads("Sitting this one out").is_well("sitting out")
    flo.looks_after_myself("Leave quietly").reads("Go well")
    gus.loses_the_line().reads("Your connection dropped.")
    gus.has_the_line_back().no_longer_reads("Your connection dropped.").reads(QUIET)
    two_breathe_together(people["Ben"], people["Cy"])
    hal_keeps_still(people["Hal"])
    for one in (*still, gus):
        assert one.sees(QUIET), f"{time.monotonic() - begun:.0f} s were too long for this quiet"
    for one in still:
        assert told(one) == [], one.name
    is_the_same_quiet(gus, before)
    is_all_that_is_heard(people["Ann"])

    six = [*still, gus]
    for one in six:
        one.no_longer_reads(QUIET, within_s=120)
    end_together(six)


def is_the_same_quiet(gus: Guest, before: dict[str, object]) -> None:
    """Whoever comes back is told where the silence is, as it was before: nobody has moved."""
    rooms = [view["room"] for view in gus.views() if "room" in view]
    assert rooms
    assert all(one == before for one in rooms)


def end_together(six: list[Guest]) -> None:
    """The first news after the quiet is the landing, the same instant for everyone."""
    instants = set()
    for one in six:
        landing = next(view["room"] for view in one.views() if "room" in view and landed(view))
        instants.add(landing["round"]["timer"]["ends"])
        until(lambda one=one: spoken(one, "quiet.ends"), "the end to be told")  # type: ignore[misc]
        begins, ends = spoken(one, "quiet.begins"), spoken(one, "quiet.ends")
        assert len(begins) == len(ends) == 1, one.page.evaluate("() => window.spoken")
    assert len(instants) == 1


def landed(view: dict[str, dict[str, dict[str, str]]]) -> bool:
    return view["room"]["round"]["step"] == "landing"


def is_all_that_is_heard(ann: Guest) -> None:
    """A screen reader is told that the quiet has begun, and not one word more while it lasts."""
    words = ann.page.evaluate("() => window.spoken")
    began = spoken(ann, "quiet.begins")
    assert began == [len(words) - 1], words
    live = ann.page.locator("[aria-live], [role=status], [role=alert], [role=log]")
    assert live.evaluate_all("(all) => all.map((one) => one.getAttribute('aria-live'))") == [
        "polite"
    ]


def spoken(one: Guest, code: str) -> list[int]:
    """When a screen reader was told that sentence, among all that it was told."""
    found = one.page.evaluate("() => window.spoken")
    return [at for at, words in enumerate(found) if said(code) in words]


def two_breathe_together(one: Guest, other: Guest) -> None:
    """Each chose the slow circle alone, and the two are at the same place of it."""
    found = apart(breathes(one), breathes(other))
    print(f"pacers of two among eight {found:.1f} ms apart")
    assert found < PACERS_MS


def hal_keeps_still(hal: Guest) -> None:
    """With reduced motion even the slow circle that was chosen rests."""
    hal.opens("Choose something else").page.get_by_label("Slow circle").check()
    pacer = hal.page.locator(".pacer")
    sizes = {pacer.evaluate("(one) => one.getBoundingClientRect().width") for _ in range(8)}
    assert len(sizes) == 1
