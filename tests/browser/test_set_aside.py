"""Heavy words: a heads-up before them, and a hand that sets them aside for now."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.browser.people import said
from tests.browser.rooms import Room

SHARE = "My father died on a Sunday."


def test_a_heads_up_a_flag_and_a_cover(open_circle: Callable[..., Room]) -> None:
    """Lee opens it when Lee likes; Kim asks for a look without a name; Jo keeps the words."""
    room = open_circle(scale=0.25)
    jo, lee, kim = room.joins("Jo"), room.joins("Lee"), room.joins("Kim")
    ria = room.facilitator().goes_to_the_sharing()
    for one in (lee, kim):
        one.looks_after_myself("Pass this round")
    lee.looks_after_myself("Heads-up first")
    lee.presses("Back to the circle")
    ria.offers_the_space_to("Jo")
    jo.takes_the_space()
    jo.page.get_by_label(re.compile("^Give a heads-up")).check()
    jo.shares(SHARE)

    kim.reads(SHARE, said("share.heads_up"))
    lee.reads(said("share.waits"))
    assert not lee.sees(SHARE)
    lee.is_well("a heads-up first").presses("Open it").reads(SHARE)

    kim.opens(said("flag.ask")).presses("The words of Jo").reads("They aren’t told who asked.")
    kim.is_well("a flag stands")
    ria.reads("A flag on what Jo said.").presses(said("tray.cover"))
    for one in (lee, kim):
        one.reads(said("share.covered")).no_longer_reads(SHARE)
    jo.reads(said("covered.mine"), SHARE).is_well("set aside, mine")
    jo.presses("Leave it so").reads(SHARE).no_longer_reads(said("covered.mine"))
