"""S12: a series of eight comes to its end, and nobody is surprised by it."""

from __future__ import annotations

from datetime import datetime, timedelta

from facilitator.house import House
from facilitator.schedule.zones import local_of
from facilitator.store.database import write
from facilitator.store.group_tables import SupportEntry
from facilitator.tokens import fresh_id
from tests.browser.house import MovedServer
from tests.browser.organizing import LETTER_S, LOOK_S, Letters, Member, Organizer, evening, instant
from tests.browser.people import DESK, PHONE, Guest, until
from tests.browser.rooms import FACILITATORS, People
from tests.browser.rows import group_link, house_beside, seat_link
from tests.calendar_rows import a_group, belongs

HOUSE = MovedServer
WEEK = timedelta(weeks=1)
HOUR = timedelta(hours=1)
SAM = "sam@example.org"
TWO_MORE = "Two more meetings come after this one."
ONE_MORE = "One more meeting comes after this one."
THE_LAST = "This is the last meeting of the series."
SWAPPED = "I’m away that evening. Tom holds it, and you know him."
TAKES_LEAVE = "It’s our last evening, so there is more time to say goodbye."


def a_group_of_three(house: House) -> tuple[str, str]:
    """Ria organizes and holds it, Tom holds it too, Sam belongs to it: the group's id and Sam's."""
    group = a_group(house, zone="Europe/Berlin")
    role = {"holds": "facilitator", "role_words": "peer facilitator"}
    belongs(house, group, FACILITATORS["Ria"], organizes=True, **role)
    belongs(house, group, FACILITATORS["Tom"], **role)
    sam = belongs(house, group, SAM, name="Sam")
    with write(house.database) as session:
        session.add(
            SupportEntry(
                id=fresh_id(),
                group_id=group,
                place=1,
                region="",
                kind="crisis",
                name="Crisis line",
                how="555 0100, at any hour",
                checked_on=local_of(house.clock.now(), "Europe/Berlin")[:10],
            )
        )
    return group, sam


def test_a_series_of_eight_ends_as_foretold(people: People, server: MovedServer) -> None:
    """Told at the sixth, seventh and eighth; with another facilitator told before doors, a farewell
    suggested, and nothing called off without a word (I45)."""
    house = house_beside(server)
    group, sam_id = a_group_of_three(house)
    ria = people.add(Organizer, "Ria", viewport=DESK, timezone_id="Europe/Berlin")
    ria.group = group
    first = evening(server, 3)
    ria.plans(first, "Standard hour", times=8)
    page = group_link(house, group)
    sam = people.add(Member, "Sam", viewport=PHONE, timezone_id="Europe/Berlin")
    sam.group = group
    sam.goes_to(seat_link(house, group, sam_id)).reads("Next meetings").no_longer_reads(TWO_MORE)
    sam.goes_to(page).reads("The next meeting").no_longer_reads(TWO_MORE)

    for number, words in ((6, TWO_MORE), (7, ONE_MORE), (8, THE_LAST)):
        server.comes_to(instant(first + (number - 1) * WEEK - 24 * HOUR))
        until(lambda words=words: sam.goes_to(page).sees(words), words, LOOK_S)  # type: ignore[misc]
        sam.axe().is_on_their_page().reads(words)
        ria.is_at_the_group().reads(words)
        if number == 7:
            somebody_else_holds_it(ria, sam, server, first + 6 * WEEK)
        if number == 8:
            sam.goes_to(page).pictured("last-meeting")
            nothing_is_called_off_without_a_word(ria, first + 7 * WEEK)
            a_farewell_is_suggested(ria, first + 7 * WEEK)

    sam.goes_to(page).reads(TAKES_LEAVE, THE_LAST)
    server.comes_to(instant(first + 7 * WEEK) - 8 * 60_000)
    door = people.add(Guest, "Lee", viewport=PHONE)
    until(lambda: door.opens_the_link(page).sees("What may we call you?"), "the door", LOOK_S)
    door.reads(THE_LAST, "Sharing, 24 min", "Closing, 19 min").axe()


def somebody_else_holds_it(ria: Organizer, sam: Member, server: MovedServer, at: datetime) -> None:
    """Ria can't; Sam, who comes, reads it before the doors, in her words and by mail."""
    sam.answers("I’m coming").reads("you have a seat")
    ria.opens_the_meeting(at.date()).follows("Ask, or swap")
    ria.selects("Who doesn’t hold it?", "Ria").selects("Who holds it in their place?", "Tom")
    ria.checks("They have said yes.").writes("What those who come will read", "")
    ria.expects_a_refusal(422).presses("Change who holds it").reads("One more look, please")
    ria.writes("What those who come will read", SWAPPED).presses("Change who holds it")
    ria.is_at_the_group().reads("Held by Tom")
    sam.is_on_their_page().reads(SWAPPED, "Held by Tom")
    sam.goes_to(group_link(house_beside(server), ria.group)).reads(SWAPPED, "Tom")
    until(Letters(server).came(SAM, SWAPPED), "a letter to Sam", LETTER_S)


def nothing_is_called_off_without_a_word(ria: Organizer, at: datetime) -> None:
    """The form comes back with a sentence, and the meeting is as it was."""
    ria.opens_the_meeting(at.date()).follows("Call it off").expects_a_refusal(422)
    ria.presses("Call it off and tell the group")
    ria.reads("Please say in your own words what changes").axe().pictured("no-word")
    ria.is_at_the_group().reads(THE_LAST)


def a_farewell_is_suggested(ria: Organizer, at: datetime) -> None:
    ria.opens_the_meeting(at.date()).reads("The agenda Farewell has time to part well.")
    ria.pictured("farewell-suggested").follows("Take the farewell")
    assert ria.page.get_by_label("Agenda", exact=True).input_value() == "farewell"
    ria.writes("What everyone reads about it", TAKES_LEAVE).presses("Change this meeting")
    ria.reads("Farewell")
