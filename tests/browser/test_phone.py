"""S14: the phone at the kitchen table, with a line that comes and goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import CDPSession

from tests.browser.people import OFFLINE, ON_TOP, PHONE, TOUCH, Facilitator, Guest, said, until
from tests.browser.rooms import Room

THREE_G = {"latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 95_000}
A_PHONE: dict[str, Any] = {
    "viewport": PHONE,
    "has_touch": True,
    "is_mobile": True,
    "device_scale_factor": 2,
}
FIRST_LOAD_BYTES = 60_000
HAS_LATER_WORDS = """() => performance.getEntriesByType("resource")
  .some(({name, responseEnd}) => name.includes("/later.json") && responseEnd)"""


def places_of_the_bar(one: Guest) -> list[Any]:
    found = [control.evaluate(ON_TOP) for control in one.bar.get_by_role("button").all()]
    assert all(control["met"] for control in found), found
    assert all(min(control["box"][2:]) >= TOUCH for control in found)
    return [control["box"] for control in found]


def line(wire: CDPSession, *, offline: bool) -> None:
    wire.send("Network.emulateNetworkConditions", {**THREE_G, "offline": offline})


def tap(one: Guest, boundary: str) -> None:
    one.bar.get_by_role("button", name=boundary, exact=True).tap()


def test_the_phone_at_the_kitchen_table(open_circle: Callable[..., Room]) -> None:
    """Pass, pause and leave are one tap each and stand still, even with the line down (I2)."""
    room = open_circle(scale=0.3)
    sam, lee = room.guest("Sam", **A_PHONE), room.joins("Lee")
    wire = sam.context.new_cdp_session(sam.page)
    wire.send("Network.enable")
    line(wire, offline=False)
    sam.comes_in().reads("The circle hasn’t begun yet.")
    standing = places_of_the_bar(sam)
    ria = room.facilitator().begins()
    sam.reads("Settle in.")
    assert places_of_the_bar(sam) == standing
    ria.goes_to_the_sharing()
    lee.looks_after_myself("Pass this round")
    ria.offers_the_space_to("Sam")
    sam.reads("Take the space")
    assert places_of_the_bar(sam) == standing

    sam.excuses(OFFLINE)
    line(wire, offline=True)
    sam.reads("Your connection dropped.").pictured("phone-offline")
    tap(sam, "Pass")
    sam.reads(said("done.passed"), within_s=1).no_longer_reads("Take the space", within_s=1)
    tap(sam, "Pause please")
    sam.reads("The facilitators have it.", within_s=1)
    assert places_of_the_bar(sam) == standing
    sam.page.get_by_text("Other support", exact=True).tap()
    assert sam.page.locator("#support").get_attribute("open") is not None
    assert not ria.sees("Someone would like a pause.")
    line(wire, offline=False)
    ria.reads("Someone would like a pause.", within_s=20)
    until(lambda: has_rested(ria, "Sam"), f"Sam's pass to arrive: {ria.text}")
    assert places_of_the_bar(sam) == standing

    sam.page.get_by_role("button", name="Leave fast").tap()
    until(lambda: sam.page.title() == "Weather", "the neutral page")


def has_rested(ria: Facilitator, name: str) -> bool:
    """The one mark that says "don't invite now" has stood beside the name."""
    desks = [view["desk"] for view in ria.views() if view.get("desk")]
    return any(one["name"] == name and one["resting"] for desk in desks for one in desk["seats"])


def test_the_first_load_is_light(open_circle: Callable[..., Room]) -> None:
    """With an empty cache the room stands after 60 kB at most; what is longer comes after it."""
    sam = open_circle().guest("Sam").fills_the_form()
    wire = sam.context.new_cdp_session(sam.page)
    wire.send("Network.enable")
    wire.send("Network.clearBrowserCache")
    first, later = Load(), Load()
    Loads(wire, first, later)
    sam.presses("Come in")
    sam.page.wait_for_url("**/circle/*")
    sam.is_connected()
    until(lambda: sam.page.evaluate(HAS_LATER_WORDS), "the words that come later")

    print(f"first load of a participant's page: {first}\nonce the room stands: {later}")
    assert first.packed <= FIRST_LOAD_BYTES


class Load:
    """So many answers and bytes."""

    def __init__(self) -> None:
        self.answers, self.packed, self.whole = 0, 0, 0.0

    def __str__(self) -> str:
        return (
            f"{self.packed} bytes compressed, {self.whole:.0f} with headers,"
            f" in {self.answers} answers"
        )


class Loads:
    """What was asked for before the room's first picture came, and after it."""

    def __init__(self, wire: CDPSession, first: Load, later: Load) -> None:
        self._now, self._later, self._of = first, later, dict[str, Load]()
        wire.on("Network.webSocketFrameReceived", self._received)
        wire.on("Network.requestWillBeSent", self._asked)
        wire.on("Network.responseReceived", self._answered)
        wire.on("Network.loadingFinished", self._finished)

    def _received(self, event: dict[str, Any]) -> None:
        if event["response"]["payloadData"].startswith('42["view"'):
            self._now = self._later

    def _asked(self, event: dict[str, Any]) -> None:
        self._of[event["requestId"]] = self._now

    def _answered(self, event: dict[str, Any]) -> None:
        headers = {name.lower(): value for name, value in event["response"]["headers"].items()}
        self._of[event["requestId"]].packed += int(headers.get("content-length", 0))

    def _finished(self, event: dict[str, Any]) -> None:
        load = self._of[event["requestId"]]
        load.answers += 1
        load.whole += event["encodedDataLength"]
