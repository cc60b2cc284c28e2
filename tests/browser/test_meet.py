"""The link on the fridge: when a group meets, the way in, and when it meets again."""

from __future__ import annotations

from facilitator.content.agenda_codec import template_to_json
from facilitator.content.agendas import AGENDAS
from facilitator.use_cases.open_due_meetings import DOORS_OPEN_BEFORE_MS
from tests.browser.house import MovedServer
from tests.browser.organizing import LETTER_S, LOOK_S, Letters
from tests.browser.people import DESK, PHONE, Facilitator, Guest, Visitor, until
from tests.browser.rooms import FACILITATORS, PASSWORD, People
from tests.browser.rows import group_link, house_beside
from tests.calendar_rows import EVERY_WEEK, a_group, a_meeting, a_series, belongs, holds

HOUSE = MovedServer
SERVER_SCALE = 0.06
MINUTE = 60_000
WEEK = 7 * 24 * 60 * MINUTE


def test_one_link_before_during_and_after(people: People, server: MovedServer) -> None:
    """Sam reads when it is, on Sam's own clock; the same link leads in; the end tells the next."""
    house = house_beside(server)
    group = a_group(house, zone="Europe/Berlin", topics='["Walking"]')
    ria = belongs(house, group, FACILITATORS["Ria"], organizes=True, holds="facilitator")
    agenda = template_to_json(AGENDAS["just_company"])
    # 12 January 2029, 19:00 in Berlin, and two more.
    starts_at = 1_862_935_200_000
    series = a_series(
        house,
        group,
        agenda=agenda,
        minutes=20,
        rule=EVERY_WEEK.replace('"count": null', '"count": 3'),
        starts_local="2029-01-12T19:00",
        stored_until=starts_at + 3 * WEEK,
    )
    meeting, *_more = [
        a_meeting(house, series, starts_at + n * WEEK, left_after=2 - n) for n in range(3)
    ]
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
    until(lambda: sam.opens_the_link(sam.link).sees("What may we call you?"), "the door", LOOK_S)
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


def test_when_nobody_comes_to_hold_it(people: People, server: MovedServer) -> None:
    """Whoever waits reads whose doing it is, then the organizer's own words and the next date; and
    the organizer has a letter (domain.md 2.1)."""
    house = house_beside(server)
    group = a_group(house, fallback_words="I’ll write to each of you tomorrow. Ria")
    belongs(house, group, FACILITATORS["Ria"], organizes=True, holds="facilitator")
    series = a_series(house, group)
    starts_at = server.now + 60 * MINUTE
    a_meeting(house, series, starts_at)
    a_meeting(house, series)
    link = group_link(house, group)
    server.comes_to(starts_at - DOORS_OPEN_BEFORE_MS)

    sam = people.add(Guest, "Sam", viewport=PHONE)
    until(lambda: sam.opens_the_link(f"{server.url}{link}").sees("Come in"), "the door", LOOK_S)
    sam.comes_in().reads("The circle hasn’t begun yet.")
    minute = int(MINUTE * SERVER_SCALE)
    server.comes_to(starts_at + 5 * minute)
    sam.reloads().reads("No one has opened the room yet.", "That is on us, not you.")
    sam.is_well("nobody at the desk")
    until(Letters(server).came(FACILITATORS["Ria"], ""), "a letter to Ria", LETTER_S)

    server.comes_to(starts_at + 20 * minute)
    sam.reads("The circle didn’t open today", "I’ll write to each of you tomorrow. Ria")
    sam.reads("Next time:").axe().pictured("unopened")
    assert not sam.bar.is_visible()
    # Its circle closes first, and the meeting is over at the next look.
    nobody_came = "Nobody came to open the room"
    until(lambda: sam.goes_to(link).sees(nobody_came), nobody_came, LOOK_S)
    sam.reads("I’ll write to each of you tomorrow.")
