"""From the link that a fresh server prints to a circle that is held."""

from __future__ import annotations

import time
from collections.abc import Callable

from tests.browser.house import Server
from tests.browser.people import Facilitator, Guest, Visitor
from tests.browser.rooms import PASSWORD, People

UNFURNISHED = True
SERVER_SCALE = 0.3
CUT_WITHIN_S = 1.5


def test_from_the_first_account_to_a_held_circle(
    server: Server, people: People, visitor: Callable[..., Visitor]
) -> None:
    """Ria makes an account, a group and a circle, sends the link on, and holds whoever comes."""
    ria = visitor("Ria").goes_to(server.printed(f"{server.url}/begin/")).axe()
    ria.writes("Your name", "Ria").writes("E-mail", "ria@example.org")
    ria.writes("Password", PASSWORD).presses("Begin")
    ria.reads("There is no group yet.").axe().follows("Make a group")
    ria.writes("Name of the group", "Wednesday circle").axe()
    ria.writes("What your card says you are", "A peer facilitator")
    ria.writes("How you can be reached", "hello@example.org")
    ria.writes("Other support", "Telephone counselling: 0800 111 0 111").presses("Make the group")
    ria.reads("Open a circle now").axe().follows("Open a circle now").axe()
    ria.page.get_by_label("Short circle").check()
    ria.presses("Open the circle").reads("The room is ready").axe()
    link = ria.page.get_by_label("Link for the group").input_value()
    ria.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ria.presses("Copy the link")
    assert ria.page.evaluate("() => navigator.clipboard.readText()") == link

    sam = people.add(Guest, "Sam").opens_the_link(link)
    sam.reads("Wednesday circle", "Ria", "A peer facilitator", "What is kept").axe()
    sam.comes_in().reads("The circle hasn’t begun yet.")
    people.add(Guest, "Lee").opens_the_link(link).comes_in()
    ria.follows("Go to the room")
    desk = people.beside(ria, Facilitator)
    ria.closes_the_browser()
    desk.goes_to(f"{server.url}/groups").follows("Wednesday circle")
    desk.presses("Go to the room").reads("What may need you").begins()
    sam.reads("Settle in.", "Ria")
    assert "Wednesday" not in sam.page.title() + sam.page.url

    other_tab = people.beside(desk, Visitor).goes_to("/groups")
    other_tab.presses("Sign out").reads("Sign in")
    signed_out = time.monotonic()
    desk.reads("You’re signed out here", within_s=CUT_WITHIN_S)
    print(f"cut off {time.monotonic() - signed_out:.2f} s after signing out")
    desk.no_longer_reads("What may need you", "Sam").is_well("signed out")
    sam.reads("Ria lost the connection.")
