"""S10: the time for parting can't be eaten."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.people import Facilitator, said, until
from tests.browser.rooms import Room

# Each step of the closing may begin a tick late.
LATE_MS = 1000
RESERVE = "That would eat into the time kept for closing. You can trim a step or set a round aside."


def test_time_runs_out_and_the_farewell_is_whole(open_circle: Callable[..., Room]) -> None:
    """More and more, until it’s refused in words with choices; the end is on time (I42, I43)."""
    room = open_circle(scale=0.05, starts_in=0, agenda="just_company")
    sam, _lee = room.joins("Sam"), room.joins("Lee")
    ria = room.facilitator().begins().opens(said("frame.title"))
    until(lambda: asks_for_more(ria), "the reserve to be reached", 30)
    expect(ria.page.locator("#stage").get_by_text(RESERVE)).to_be_in_viewport()
    assert ria.button("A minute less for this").is_visible()
    ria.is_well("refused more time")
    promised = sam.shown("room")["ends_at"]

    sam.reads("It’s time for the closing, as promised.", within_s=90)
    sam.reads("We part here.", within_s=30).reads(said("step.complete"), within_s=30)
    rounds = [view["room"]["round"] for view in sam.views() if "room" in view]
    leaving = [one["timer"]["ends"] for one in rounds if one and one["step"] == "leaving"]
    assert leaving[-1] <= promised + LATE_MS
    assert sam.shown("room")["ends_at"] == promised
    ria.reads("End the circle")
    ria.ends()
    sam.reads("It’s finished for today")


def asks_for_more(ria: Facilitator) -> bool:
    if ria.sees(RESERVE):
        return True
    ria.presses("A minute more for this")
    return False
