"""S2: three ways to pass, one trace, and the space after all."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.people import Facilitator, said, until
from tests.browser.rooms import Room

ROUND_S = 60


def test_three_ways_of_passing_leave_one_trace(open_circle: Callable[..., Room]) -> None:
    """Ann passes ahead, Ben at the offer, Cy by not answering; then Ben takes it (I4, I12)."""
    room = open_circle(scale=0.1)
    ann, ben, cy, dee = (room.joins(name) for name in ("Ann", "Ben", "Cy", "Dee"))
    ria = room.facilitator().goes_to_the_sharing()

    ann.looks_after_myself("Pass this round").reads(said("done.passed"))
    passed: set[str] = set()

    def the_three_rest() -> bool:
        if dee.sees("Take the space") and len(passed) < 2:
            dee.presses("Later")
        if ben.sees("Take the space"):
            ben.presses("Pass").reads(said("done.passed"))
            passed.add("Ben")
        if cy.offers() and cy.shown("you")["settled"]:
            passed.add("Cy")
        return len(passed) == 2

    until(the_three_rest, "Ben and Cy to have passed", ROUND_S)
    until(lambda: {"Ann", "Ben", "Cy"} <= resting(ria), "one mark for all three at the desk")

    dee.reads("There’s space for you, if you’d like it.", within_s=ROUND_S)
    dee.presses("Take the space").presses("I’ll speak").reads("The space is yours.")
    ben.presses("I’d like the space after all")
    dee.presses("That’s all from me")
    ben.reads("Take the space", within_s=ROUND_S).takes_the_space().shares("I do have a word.")
    for one in (ann, cy, dee, ria):
        one.reads("I do have a word.", within_s=ROUND_S)

    assert (len(ann.offers()), len(ben.offers()), len(cy.offers())) == (0, 2, 1)


def resting(ria: Facilitator) -> set[str]:
    return {one["name"] for one in ria.shown("desk")["seats"] if one["resting"]}
