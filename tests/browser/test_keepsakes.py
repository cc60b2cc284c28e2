"""What somebody said themselves goes home with them, if they like, and nowhere else (I29, I30)."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.rooms import Room

SHARE = "I said no to my brother on Sunday."


def test_own_words_can_be_kept_and_no_one_elses(open_circle: Callable[..., Room]) -> None:
    """Jo keeps what she said; the journal offers to seal it. Lee, who heard it, cannot keep it."""
    room = open_circle(scale=0.15)
    jo, lee = room.joins("Jo"), room.joins("Lee")
    ria = room.facilitator().goes_to_the_sharing()
    lee.looks_after_myself("Pass this round")
    ria.offers_the_space_to("Jo")
    jo.takes_the_space()
    jo.shares(SHARE)
    lee.reads(SHARE)
    jo.reads("The circle stayed with you.", "Keep my words for myself")
    assert lee.page.get_by_role("button", name="Keep my words for myself").count() == 0

    jo.presses("Keep my words for myself").reads("They wait in this tab.").is_well("words kept")
    jo.goes_to("/journal").reads("Waiting from the circle", SHARE)
