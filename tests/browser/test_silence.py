"""S7: a silence is silent."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.people import Guest, said, until
from tests.browser.rooms import Room

WATCH = """() => {
  const said = document.getElementById("say")
  window.spoken = []
  const hear = new MutationObserver(() => window.spoken.push(said.textContent))
  hear.observe(said, {childList: true, characterData: true, subtree: true})
}"""


def test_quiet_for_eight(open_circle: Callable[..., Room]) -> None:
    """One sits out, one leaves, one reconnects; the others' lines carry nothing (I38, I39, I36)."""
    room = open_circle(scale=0.06, agenda="just_company")
    names = ("Ann", "Ben", "Cy", "Dee", "Eve", "Flo", "Gus")
    people = {name: room.joins(name) for name in names}
    people["Hal"] = room.joins("Hal", reduced_motion="reduce")
    ria = room.facilitator().begins().opens(said("frame.title"))
    ria.presses("Leave this for today: Check-in")
    ria.leads_to("Introduce the silence")
    still = [people[name] for name in ("Ann", "Ben", "Cy", "Dee", "Hal")]
    for one in still:
        one.page.evaluate(WATCH)
    ria.takes("Introduce the silence")
    for one in people.values():
        one.reads("Quiet, together", within_s=30)
    for one in still:
        one.heard.clear()

    people["Eve"].taps("Sit this one out").reads("Sitting this one out").is_well("sitting out")
    people["Flo"].looks_after_myself("Leave quietly").reads("Go well")
    people["Gus"].loses_the_line().reads("Your connection dropped.")
    people["Gus"].has_the_line_back().no_longer_reads("Your connection dropped.")
    hal_keeps_still(people["Hal"])
    assert all(one.views() == [] for one in still if one.sees("Quiet, together"))
    for one in still:
        one.no_longer_reads("Quiet, together", within_s=60)

    instants = {one.views()[0]["room"]["round"]["timer"]["ends"] for one in still}
    assert len(instants) == 1
    for one in still:
        landing = one.views()[0]
        assert set(landing) <= {"room", "you"}
        assert landing["room"]["round"]["step"] == "landing"
        until(lambda one=one: spoken(one, "quiet.ends"), "the end to be told")  # type: ignore[misc]
        begins, ends = spoken(one, "quiet.begins"), spoken(one, "quiet.ends")
        assert ends[0] - begins[0] <= 1, one.page.evaluate("() => window.spoken")


def spoken(one: Guest, code: str) -> list[int]:
    """When a screen reader was told that sentence, among all that it was told."""
    told = one.page.evaluate("() => window.spoken")
    return [at for at, words in enumerate(told) if said(code) in words]


def hal_keeps_still(hal: Guest) -> None:
    """With reduced motion even the slow circle that was chosen rests."""
    hal.opens("Choose something else").page.get_by_label("Slow circle").check()
    pacer = hal.page.locator(".pacer")
    sizes = {pacer.evaluate("(one) => one.getBoundingClientRect().width") for _ in range(8)}
    assert len(sizes) == 1
