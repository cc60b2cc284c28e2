"""S1: nothing has to be pressed."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.rooms import Room


def test_jane_who_does_nothing_is_with_everyone_to_the_last_page(
    open_circle: Callable[..., Room],
) -> None:
    """Jane presses nothing after the door, and no screen of hers suggests a fault (I1, I44)."""
    room = open_circle(scale=0.04)
    jane, _lee = room.joins("Jane"), room.joins("Lee")
    ria = room.facilitator().begins()

    ria.ends()
    jane.reads("It’s finished for today", "Nothing you said was kept.", "Other support")

    assert len(jane.offers()) == 1
    assert all(view["room"]["stop"] is None for view in jane.views() if "room" in view)
