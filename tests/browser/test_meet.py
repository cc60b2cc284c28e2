"""The link on the fridge: when a group meets, the way in, and when it meets again."""

from __future__ import annotations

from facilitator.content.agenda_codec import template_to_json
from facilitator.content.agendas import AGENDAS
from facilitator.use_cases.open_due_meetings import DOORS_OPEN_BEFORE_MS
from tests.browser.house import MovedServer
from tests.browser.people import DESK, PHONE, Facilitator, Guest, Visitor, until
from tests.browser.rooms import FACILITATORS, PASSWORD, People
from tests.browser.rows import group_link, house_beside
from tests.calendar_rows import a_group, a_meeting, a_series, belongs, holds

HOUSE = MovedServer
SERVER_SCALE = 0.06
MINUTE = 60_000


def test_one_link_before_during_and_after(people: People, server: MovedServer) -> None:
    """Sam reads when it is, on Sam's own clock; the same link leads in; the end tells the next."""
    house = house_beside(server)
    group = a_group(house, zone="Europe/Berlin", topics='["Walking"]')
    ria = belongs(house, group, FACILITATORS["Ria"], organizes=True, holds="facilitator")
    agenda = template_to_json(AGENDAS["just_company"])
    series = a_series(house, group, agenda=agenda, minutes=20)
    # 12 January 2029, 19:00 in Berlin.
    starts_at = 1_862_935_200_000
    meeting = a_meeting(house, series, starts_at, left_after=2)
    a_meeting(house, series)
    holds(house, meeting, ria)
    server.comes_to(starts_at - 60 * MINUTE)
    link = group_link(house, group)

    sam = people.add(Guest, "Sam", viewport=PHONE, timezone_id="Asia/Kathmandu")
    sam.opens_the_link(f"{server.url}{link}").reads(
        "Thursday walkers", "As your own clock shows it."
    )
    sam.reads("11:45 PM", "Two more meetings come after this one.", "Ria").axe().can_leave_fast()
    sam.pictured("meet-before")
    assert sam.page.title() == "Holdspace"

    server.comes_to(starts_at - DOORS_OPEN_BEFORE_MS)
    until(lambda: sam.opens_the_link(sam.link).sees("What may we call you?"), "the door")
    sam.reads("Two more meetings come after this one.").axe()
    sam.comes_in().reads("The circle hasn’t begun yet.")
    people.add(Guest, "Lee").opens_the_link(sam.link).comes_in()

    ria_there = people.add(Visitor, "Ria", viewport=DESK).goes_to("/sign-in")
    ria_there.writes("E-mail", FACILITATORS["Ria"]).writes("Password", PASSWORD).presses("Sign in")
    ria_there.goes_to(f"/groups/{group}").presses("Go to the room")
    desk = people.beside(ria_there, Facilitator).goes_to(ria_there.page.url)
    ria_there.closes_the_browser()
    desk.reads("What may need you")
    desk.begins().ends()

    sam.reads("It’s finished for today", "Next time:", "11:45 PM").pictured("meet-after").axe()
    sam.follows("The group’s meetings").reads("The next meeting")
