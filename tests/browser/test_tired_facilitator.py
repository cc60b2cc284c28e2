"""S13: whoever holds a room may be tired."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.browser.house import Server
from tests.browser.journals import Writer
from tests.browser.people import Facilitator, until
from tests.browser.rooms import FACILITATORS, PASSWORD, People, Room

GROUP = {
    "Name of the group": "Wednesday circle",
    "What your card says you are": "A peer facilitator",
    "How you can be reached": "hello@example.org",
    "Other support": "Telephone counselling: 0800 111 0 111",
}
NOT_STEADY = "Somewhere between the sofa and the moon-9127."
FROM_MY_LIFE = "My mother’s hospital bed, ward heron-4410."

# What is drawn anew for each page: it protects the forms and the scripts.
DRAWN = re.compile(r'(name="csrf_token"[^>]*value|nonce)="[^"]*"')


@pytest.fixture
def ria(people: People) -> Writer:
    """Ria is signed in, at the page of a group of hers. All that leaves her browser is noted."""
    ria = people.add(Writer, "Ria", permissions=["clipboard-read", "clipboard-write"])
    ria.goes_to("/sign-in")
    ria.writes("E-mail", FACILITATORS["Ria"]).writes("Password", PASSWORD).presses("Sign in")
    ria.reads("Your groups").goes_to("/groups/new")
    for label, words in GROUP.items():
        ria.writes(label, words)
    return ria.presses("Make the group").reads("Open a circle now")


def test_the_lead_is_shared_before_it_is_too_much(
    ria: Writer, server: Server, people: People, open_circle: Callable[..., Room]
) -> None:
    """Ria asks herself, shares the lead, and hands the room over in two taps; nobody else is told
    that she asked herself anything (I51, I56)."""
    group = ria.page.url
    before = page_of(ria, group)
    ria.follows("Before you hold a circle").reads("For you alone.")
    message = shares_the_lead(ria)
    ria.goes_to(group).reads("Open a circle now")
    assert page_of(ria, group) == before
    ria.is_sealed_in(server.instance, NOT_STEADY, FROM_MY_LIFE)

    # She sends it to Tom in her own way. He says yes, and comes by his link.
    assert said_by(message)
    room = open_circle("--group", group.rpartition("/")[2], scale=0.5, co=True)
    sam, lee = room.joins("Sam"), room.joins("Lee")
    desk = people.beside(ria, Facilitator).takes_the_desk(room.facilitate_url)
    tom = room.co_facilitator()
    desk.begins()
    tom.reads("Settle in.")
    during = page_of(ria, group)
    assert "Go to the room" in during

    desk.presses("I need a minute").presses("Yes, a minute for me")
    tom.reads("Ria would like you to hold the room.").presses("Accept the lead")
    for one in (desk, tom, sam, lee):
        until(lambda one=one: one.shown("room")["holding"] == "Tom", "Tom to hold the room")  # type: ignore[misc]
    leads = [one.shown("you")["leads"] for one in (desk, tom)]
    assert leads == [False, True]
    tom.presses("Go on")
    sam.reads("Tom lets the room go on.")
    tom.takes("Come to the agreements")
    sam.reads("What we agree on")
    assert page_of(ria, group) == during
    for one in (sam, lee, tom, desk):
        one.never_read(NOT_STEADY, FROM_MY_LIFE)
    ria.is_sealed_in(server.instance, NOT_STEADY, FROM_MY_LIFE)


def shares_the_lead(ria: Writer) -> str:
    """What she answers and chooses stays on the page: not one request. The words for Tom are hers
    to send."""
    ria.page.wait_for_load_state("networkidle")
    asked = len(ria.sent)
    ria.writes("Am I somewhere within reach of steady?", NOT_STEADY)
    ria.writes("What from my own life may walk in with me today?", FROM_MY_LIFE)
    ria.page.get_by_label("Share the lead", exact=True).check()
    ria.reads("A message for somebody who could hold it with you:", "Nothing is sent from here.")
    ria.axe().can_leave_fast().presses("Copy the message").reads("It’s copied. Nothing was sent.")
    assert ria.sent[asked:] == []
    return str(ria.page.evaluate("() => navigator.clipboard.readText()"))


def said_by(message: str) -> bool:
    """The copied words ask for somebody beside her, and say nothing of what she answered."""
    asks = message.startswith("Would you hold the next circle together with me?")
    return asks and NOT_STEADY not in message and FROM_MY_LIFE not in message


def page_of(one: Writer, address: str) -> str:
    """The organizer’s page as it was sent, but for what is drawn anew each time."""
    sent = one.page.evaluate("async (address) => (await fetch(address)).text()", address)
    return DRAWN.sub(r"\1", sent)
