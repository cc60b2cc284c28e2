"""The door: what is said before a name is asked, and how it says no."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.people import Guest, Visitor
from tests.browser.rooms import People, Room

MARKS = "That name holds signs that would cover other names. Please leave them out."
EMPTY = "Please choose a name of one letter or more."
LONG = "That name is longer than the ring has room for: up to forty characters."
NAMES = {
    "nothing": ("", EMPTY),
    "spaces": ("   ", EMPTY),
    "a thousand characters": ("x" * 1000, LONG),
    "bidi": ("Sam\u202eadmin", MARKS),
    "zalgo": ("S" + "\u0301\u0336\u0334\u0335" * 4 + "am", MARKS),
    "NUL": ("Sa\x00m", MARKS),
}


def test_the_door_answers_before_it_asks(open_circle: Callable[..., Room]) -> None:
    """Who holds it, how long, what happens, what is kept, how to leave; and then a name (A22)."""
    dora = open_circle().guest("Dora").axe().pictured("door")
    order = ["Who holds the room", "How long", "What will happen", "What is kept"]
    order += ["How to leave", "What we agree on", "What may we call you?", "Come in"]
    places = [dora.text.index(words) for words in order]
    assert places == sorted(places)
    assert "Ria" in dora.text


def test_names_that_cannot_stand_beside_others(open_circle: Callable[..., Room]) -> None:
    """Each is answered in words beside the field, and what was filled in stays filled in."""
    dora = open_circle().guest("Dora").expects_a_refusal(422)
    for name, sentence in NAMES.values():
        dora.fills_the_form(name, mode="I’m listening")
        # Two of the sentences are the same, so that reading one would not say which was answered.
        with dora.page.expect_response(lambda answer: answer.request.method == "POST"):
            dora.presses("Come in")
        dora.reads("One more look, please", sentence)
        assert dora.page.get_by_label("I’m listening").is_checked()
    dora.axe().pictured("door-errors")
    dora.comes_in("Dora").reads("The circle hasn’t begun yet.")


def test_without_agreements_or_age_the_door_says_what_is_missing(
    open_circle: Callable[..., Room],
) -> None:
    """Two sentences, one beside each box, and a heading that sums them up."""
    dora = open_circle().guest("Dora").expects_a_refusal(422)
    dora.page.get_by_label("What may we call you?").fill("Dora")
    dora.presses("Come in")
    dora.reads("The circle rests on these, so they come first.", "This circle is for adults.").axe()


def test_a_name_that_is_here_already(open_circle: Callable[..., Room]) -> None:
    """The second Sam is asked to add something."""
    room = open_circle()
    room.joins("Sam")
    other = room.guest("sam").expects_a_refusal(422)
    other.fills_the_form().presses("Come in")
    other.reads("Somebody here goes by that name. Could you add something to yours?")
    other.comes_in("Sam from the hill")


def test_a_circle_that_is_full(open_circle: Callable[..., Room]) -> None:
    """The next one reads why, and where else to turn."""
    room = open_circle("--seats", "2")
    room.joins("Sam")
    room.joins("Lee")
    late = room.guest("Late").can_leave_fast().axe().pictured("full")
    late.reads("This circle is full today", "so that everyone has space", "Other support")


def test_a_locked_door_lets_back_in_whoever_was_inside(open_circle: Callable[..., Room]) -> None:
    """New people read that it has closed; Sam comes straight in (I50)."""
    room = open_circle(scale=0.3)
    sam, _lee = room.joins("Sam"), room.joins("Lee")
    ria = room.facilitator().begins()
    ria.presses("Lock the door")
    sam.reads("Ria closed the door. Anyone who was here can come back.")
    late = room.guest("Late").reads("The door has closed for today", "Other support")
    late.can_leave_fast().axe().pictured("locked")
    sam.looks_after_myself("Leave quietly").reads("Go well")
    sam.comes_back().reads("Settle in.")


def test_somebody_whose_time_was_ended(open_circle: Callable[..., Room]) -> None:
    """Two steps, no reason; Mo reads a limit and where to turn, and can't come back (I49)."""
    room = open_circle(scale=0.3)
    mo, lee = room.joins("Mo"), room.joins("Lee")
    ria = room.facilitator().begins()
    mo.reads("Settle in.")
    ria.opens("Limits and early endings")
    ria.presses("End Mo’s time").reads("Mo reads that a limit was reached and where to turn.")
    ria.presses("Yes, end their time for today")
    mo.reads("Your time in this circle has ended", "This is about today’s limits.").is_well(
        "removed"
    )
    lee.no_longer_reads("Mo")
    mo.expects_a_refusal(403).reloads()
    mo.reads("Your time in this circle has ended", "Other support").can_leave_fast().axe()


def test_a_wrong_link_and_a_cookie_somebody_changed(
    open_circle: Callable[..., Room], visitor: Callable[..., Visitor]
) -> None:
    """One neutral page for every link that opens nothing; a false cookie opens no seat."""
    room = open_circle()
    for path in ("/door/abcdefghijkl", "/hold/abcdefghijkl", f"/circle/{room.id}"):
        vera = visitor().expects_a_refusal(404).goes_to(path)
        vera.reads("This door has closed", "Other support").can_leave_fast().axe()
    sam = room.joins("Sam")
    false = {"name": f"seat-{room.id}", "value": "x" * 43, "url": sam.address, "httpOnly": True}
    sam.context.add_cookies([false])  # type: ignore[list-item]
    sam.expects_a_refusal(403).reloads()
    sam.reads("Other support").can_leave_fast()
    # A cookie whose key was taken away looks the same, so the door asks again only without it.
    sam.context.clear_cookies()
    sam.goes_to(room.join_url).reads("What may we call you?")


def test_an_emergency_and_the_link_afterwards(
    open_circle: Callable[..., Room], people: People
) -> None:
    """Everyone reads a last page; afterwards the link says that it's finished (I44)."""
    room = open_circle(scale=0.1)
    sam, _lee = room.joins("Sam"), room.joins("Lee")
    ria = room.facilitator().begins()
    ria.opens("Limits and early endings")
    ria.presses("Close the circle now").presses("Yes, close it now")
    sam.reads("The circle is closing now", "It isn’t about anything you did").is_well("emergency")
    sam.reads("It’s finished for today", within_s=20)
    late = people.add(Guest, "Late").expects_a_refusal(410).opens_the_link(room.join_url)
    late.reads("It’s finished for today", "Nothing you said was kept.").can_leave_fast().axe()
