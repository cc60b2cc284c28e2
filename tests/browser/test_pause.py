"""S5: a pause that anybody can wish for."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

from tests.browser.frames import alike, seats_of, told
from tests.browser.people import Facilitator, Guest, said
from tests.browser.rooms import Room

NOBODY_WRONG = "We’re taking a short pause. This isn’t about anyone doing wrong."
SCALE = 0.5
BY_ITSELF_S = 20 * SCALE


def jo_has_the_space(room: Room) -> tuple[Facilitator, dict[str, Guest]]:
    """Jo writes, the others listen, and nothing else is about to happen."""
    guests = {name: room.joins(name) for name in ("Jo", "Lee", "Kim", "Ann")}
    ria = room.facilitator().goes_to_the_sharing()
    for name in ("Lee", "Kim", "Ann"):
        guests[name].looks_after_myself("Pass this round")
    ria.offers_the_space_to("Jo")
    guests["Jo"].takes_the_space()
    return ria, guests


def two_wish(one: Guest, other: Guest, *everybody: Facilitator | Guest) -> None:
    """Two wishes paused the room, long before one of them would have done so alone."""
    pressed = time.monotonic()
    one.taps("Pause please").reads(said("done.pause_sent"))
    other.taps("Pause please")
    for screen in everybody:
        screen.reads(NOBODY_WRONG)
    took = time.monotonic() - pressed
    print(f"paused {took:.2f} s after the first wish; one alone waits {BY_ITSELF_S} s")
    assert took < BY_ITSELF_S


def test_pause_please(open_circle: Callable[..., Room]) -> None:
    """Two wishes pause the room, name nobody, cost no time; a third doesn’t (I15, I41, I57)."""
    ria, guests = jo_has_the_space(open_circle(scale=SCALE))
    jo, lee, kim, ann = (guests[name] for name in ("Jo", "Lee", "Kim", "Ann"))

    two_wish(lee, kim, jo, lee, kim, ann, ria)
    ann.is_well("paused")
    jo.is_well("paused").reads("Your time is kept to the second.")
    ria.is_well("paused")
    left = jo.shown("you")["turn"]["timer"]["left"]
    assert left is not None
    for one in (jo, ann, ria):
        said_of_it = json.dumps([one.shown("room")["stop"], one.shown("room")["line"]])
        assert "Lee" not in said_of_it
        assert "Kim" not in said_of_it

    ria.presses("Go on")
    jo.no_longer_reads(NOBODY_WRONG).reads("The space is yours.")
    timer = jo.shown("you")["turn"]["timer"]
    now = jo.page.evaluate("() => Date.now()")
    print(f"time of the turn: {left} ms before the pause, {timer['ends'] - now} ms after it")
    assert abs(timer["ends"] - now - left) < 1500
    ann.taps("Pause please").reads(said("done.pause_sent"))
    ria.reads("Someone would like a pause.").is_well("a pause is wished")
    jo.shares("Still here.").reads("The circle rests a moment.")
    stops = [view["room"]["stop"] for view in ann.views() if "room" in view]
    paused = [one for at, one in enumerate(stops) if one and (at == 0 or not stops[at - 1])]
    assert len(paused) == 1
    for _ in ria.shown("desk")["signals"]:
        ria.presses("I’ve seen it")
    ria.reads("Nothing needs you. Be with the circle.")


def test_the_desk_cannot_tell_who_wished_it(open_circle: Callable[..., Room]) -> None:
    """Other people wish for a pause in the same way: Ria and Jo receive the same bytes (I15)."""
    first = received(open_circle(scale=SCALE), "Lee", "Kim")
    again = received(open_circle(scale=SCALE), "Ann", "Lee")

    print({name: (len(frames), sum(map(len, frames))) for name, frames in first.items()})
    assert len(first["Ria"]) >= 2
    assert first == again


def received(room: Room, one: str, other: str) -> dict[str, list[str]]:
    """What the desk and the one who has the space were sent while these two wished for a pause."""
    ria, guests = jo_has_the_space(room)
    jo = guests["Jo"]
    seats = seats_of(jo)
    # The last news of the turn that was taken is there.
    ria.reads("Jo has the space.")
    for screen in (ria, jo):
        told(screen)
        screen.heard.clear()
    guests[one].taps("Pause please")
    ria.reads("Someone would like a pause.")
    guests[other].taps("Pause please")
    for screen in (ria, jo):
        screen.reads(NOBODY_WRONG)
    return {screen.name: alike(told(screen), seats) for screen in (ria, jo)}
