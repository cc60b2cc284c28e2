"""The whole path of somebody who sets up a group: people, meetings, places, changes, and an end."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from tests.browser.house import MovedServer
from tests.browser.organizing import LETTER_S, LOOK_S, Letters, Member, Organizer, evening, instant
from tests.browser.people import DESK, PHONE, until
from tests.browser.rooms import FACILITATORS, People

HOUSE = MovedServer
SERVER_SCALE = 0.05
NAMES = ("Ada", "Ben", "Cleo", "Dee", "Eli", "Fay", "Gus", "Hana")
MINUTE = 60_000
WEEK = timedelta(weeks=1)
SEAT = "You’re coming, and you have a seat."
SWAPPED = "I’m travelling that day. Tom holds it in my place."
LEFT_OUT = "The house is closed for the holidays, so we leave this evening out."


def test_from_a_group_to_its_last_meeting(people: People, server: MovedServer) -> None:
    """Group, recurring meeting, eight invited, places, a swap, a date left out, a circle held, and
    the last one."""
    letters = Letters(server)
    ria = makes_a_group(people)
    first = evening(server, 3)
    members = invites(ria, letters, people)
    ria.plans(first, "Short circle", times=3).axe().pictured("series")
    five_seats_for_eight(members, letters)
    tom_holds_the_first(ria, members[0], first, letters)
    leaves_out_the_second(ria, members[0], first + WEEK)
    the_circle_is_held(people, server, members[:3], first)
    the_last_one(ria, members[0], server, first + 2 * WEEK)


def makes_a_group(people: People) -> Organizer:
    """A closed group of Ria's, on Berlin's clock."""
    ria = people.add(Organizer, "Ria", viewport=DESK, timezone_id="Europe/Berlin").is_at("/groups")
    ria.follows("Make a group").writes("Name of the group", "Wednesday circle")
    ria.writes("What your card says you are", "peer facilitator")
    ria.writes("How you can be reached", "hello@example.org")
    ria.checks("Members only").writes("Other support", "Crisis line: 555 0100, at any hour")
    ria.axe().pictured("make-a-group")
    ria.presses("Make the group").reads("First steps").axe().pictured("new-group")
    ria.group = ria.page.url.rpartition("/")[2]
    return ria


def invites(ria: Organizer, letters: Letters, people: People) -> list[Member]:
    """Eight addresses and Tom's are pasted, and each line is told; everybody opens their letter."""
    addresses = [f"{name.lower()}@example.org" for name in NAMES]
    pasted = "\n".join([*addresses, FACILITATORS["Tom"], "ada@example.org", "not an address"])
    ria.is_at_the_group("/invitations").writes("E-mail addresses", pasted)
    ria.presses("Look at it first").reads("These get a letter", "not an address").axe()
    ria.pictured("looked-at").presses("Send the letters").reads(
        "Invited; a letter is on its way"
    ).axe()
    ria.pictured("invited")
    members = []
    for name, address in zip(NAMES, addresses, strict=True):
        one = people.add(Member, name, viewport=PHONE, timezone_id="Europe/Berlin")
        members.append(one.joins(letters.link(address, "invitation")))
    members[0].axe().pictured("joined")
    tom = people.add(Organizer, "Tom").goes_to(letters.link(FACILITATORS["Tom"], "invitation"))
    tom.presses("That’s me, I’d like to join").reads("You’re here as")
    tom.closes_the_browser()
    ria.is_at_the_group("/people").follows("Tom").checks("Holds it, also alone")
    ria.writes("What the card at the door says they are", "a listener").presses("Keep it")
    ria.is_at_the_group("/people").reads("a listener").axe()
    return members


def five_seats_for_eight(members: list[Member], letters: Letters) -> None:
    """The first five have a seat; when one gives it back the sixth is offered it, and takes it."""
    for member in members[:5]:
        member.answers("I’m coming").reads(SEAT)
    sixth, seventh = members[5], members[6]
    sixth.answers("I’m coming").reads("you’re next in line").axe().pictured("in-line")
    seventh.answers("I’m coming").reads("You’re on the list")
    members[7].answers("Maybe").reads("You may come.")

    members[4].answers("Not this time").reads("Not this time. That’s all anybody needs to know.")
    until(letters.came("fay@example.org", "Wednesday circle"), "a letter about the place", LETTER_S)
    sixth.is_on_their_page().reads("A place has come free").pictured("offered")
    sixth.next_meeting.get_by_role("button", name="Take the place").click()
    sixth.reads(SEAT)
    seventh.is_on_their_page().reads("you’re next in line")


def tom_holds_the_first(ria: Organizer, ada: Member, first: datetime, letters: Letters) -> None:
    """Told to who comes, days before the doors open."""
    ria.opens_the_meeting(first.date()).follows("Ask, or swap")
    ria.selects("Who doesn’t hold it?", "Ria").selects("Who holds it in their place?", "Tom")
    ria.checks("They have said yes.").writes("What those who come will read", SWAPPED)
    ria.presses("Change who holds it").reads("Tom").axe()
    ada.is_on_their_page().reads(SWAPPED, "Held by Tom")
    until(letters.came("ada@example.org", SWAPPED), "a letter about who holds it", LETTER_S)


def leaves_out_the_second(ria: Organizer, ada: Member, second: datetime) -> None:
    """In words, which Ada reads beside the date."""
    ria.opens_the_meeting(second.date()).follows("Leave this date out")
    ria.writes("What everyone reads about it", LEFT_OUT).presses("Leave it out and tell the group")
    ria.reads("Left out")
    ada.is_on_their_page().reads(LEFT_OUT)


def the_circle_is_held(
    people: People, server: MovedServer, coming: list[Member], first: datetime
) -> None:
    """Tom goes to the room, the others come in from their own pages, and the end is an end."""
    server.comes_to(instant(first) - 9 * MINUTE)
    for member in coming:
        member.comes_to_the_door().comes_in().reads("The circle hasn’t begun yet.")
    tom = people.add(Organizer, "Tom", viewport=DESK)
    tom.group = coming[0].group
    until(
        lambda: tom.is_at_the_group().sees("Go to the room"), "the room on the group's page", LOOK_S
    )
    desk = tom.goes_to_the_room(people).begins()
    coming[0].reads("Settle in.", "Tom")
    desk.ends()
    for member in coming:
        member.reads("It’s finished for today", "Next time:").no_longer_reads("No next date")
    coming[0].axe().pictured("finished")


def the_last_one(ria: Organizer, ada: Member, server: MovedServer, last: datetime) -> None:
    """It is the next one now, and both pages say that it is the last."""
    server.comes_to(instant(last - timedelta(hours=30)))
    ada.is_on_their_page().reads("This is the last meeting of the series.")
    ada.answers("I’m coming").reads(SEAT).axe()
    ria.is_at_the_group().reads("This is the last meeting of the series.").axe()
    ria.pictured("group-at-its-end")
    ria.is_at_the_group("/counts").reads("After meetings").axe()
    seen = ria.page.content()
    assert not [name for name in NAMES if re.search(rf"\b{name}\b", seen)]
