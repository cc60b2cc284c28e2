"""Planning with the keyboard alone: an agenda of one's own, and a form that shows what it comes
to."""

from __future__ import annotations

import pytest

from facilitator.store.database import write
from facilitator.store.people_tables import Person as PersonRow
from tests.browser.close_look import CUT_OFF, UNDER_THE_WAY_OUT
from tests.browser.house import MovedServer
from tests.browser.organizing import Organizer
from tests.browser.people import DESK, until
from tests.browser.rooms import FACILITATORS, People
from tests.browser.rows import house_beside
from tests.calendar_rows import (
    a_group,
    a_meeting,
    a_series,
    a_support,
    belongs,
    holds,
    replies,
)

HOUSE = MovedServer
WIDTHS = (320, 768, 1280)
LONG_NAME = "Bartholomäus von der Heide-Lindenberg-Wolkenstein"


@pytest.fixture
def ria(people: People, server: MovedServer) -> Organizer:
    """Ria, who organizes and holds a group in Berlin; Lee lives by the clock of Kathmandu."""
    house = house_beside(server)
    group = a_group(house)
    a_support(house, group)
    role = {"holds": "facilitator", "role_words": "peer facilitator"}
    belongs(house, group, FACILITATORS["Ria"], organizes=True, **role)
    lee = belongs(house, group, "lee@example.org", name="Lee")
    with write(house.database) as session:
        session.get_one(PersonRow, lee).zone = "Asia/Kathmandu"
    ria = people.add(Organizer, "Ria", viewport=DESK, timezone_id="Europe/Berlin")
    ria.group = group
    return ria


def rounds(ria: Organizer) -> list[str]:
    return [one.split()[-1] for one in ria.page.locator("#rounds legend").all_inner_texts()]


def focused(ria: Organizer) -> str:
    """The control that has the focus, by the key that the page gives it."""
    return str(ria.page.evaluate("() => document.activeElement.dataset.key"))


def goes_to_control(ria: Organizer, key: str) -> None:
    """By tab, as often as it takes."""
    for _ in range(80):
        if focused(ria) == key:
            return
        ria.page.keyboard.press("Tab")
    raise AssertionError(f"no way to {key} by tab")


def test_an_agenda_is_arranged_by_keys(ria: Organizer) -> None:
    """A round goes up and the focus with it; at the top the way back has it. What it comes to is
    counted as it is typed, and the enter key in a field moves nothing."""
    ria.is_at_the_group("/agendas/new?from=short")
    keys = ria.page.keyboard
    goes_to_control(ria, "up-2")
    keys.press("Enter")
    until(lambda: rounds(ria)[1] == "Silence", "the silence to be second")
    assert focused(ria) == "up-1"
    keys.press("Enter")
    until(lambda: rounds(ria)[0] == "Silence", "the silence to be first")
    ria.reads("The first two minutes ask nothing of anybody: begin with an arrival.")
    assert focused(ria) == "down-0"
    keys.press("Space")
    until(lambda: rounds(ria)[0] == "Arrival", "the arrival to be first again")

    goes_to_control(ria, "minutes-3")
    keys.press("Control+A")
    keys.type("24")

    ria.reads("It takes 42 minutes. Up to 10 people", "It keeps what it promises.")
    assert focused(ria) == "minutes-3"
    keys.press("Enter")
    assert rounds(ria) == ["Arrival", "Silence", "Check-in", "Sharing", "Closing"]
    ria.writes("What is it called?", "Our evening").presses("Keep the agenda")
    ria.reads("Made by this group", "Our evening", "42 minutes, up to 10 people")


def test_the_form_shows_what_it_comes_to(ria: Organizer) -> None:
    """The next dates on two clocks, over a clock change; the weekday follows the first day; too
    many seats have three ways out."""
    ria.is_at_the_group("/meetings/new")
    ria.writes("First day", "2027-03-09").writes("Begins at", "19:00")
    ria.selects("Also on the clock of", "Asia/Kathmandu: Lee")
    ria.reads("Every week on Tuesday, at 7:00 PM.", "Tue, Mar 23, 2027", "11:45 PM", "10:45 PM")

    ria.checks("By the month")
    ria.reads("Every month on the second Tuesday, at 7:00 PM.", "Tue, Apr 13, 2027")
    ria.selects("Seats", "12")
    ria.reads("12 seats need 36 minutes.", "Have fewer seats", "shorter, equal time: about")
    ria.checks("More seats, and a shorter, equal time")
    ria.reads("Everybody has a shorter, equal time: 12 seats.")


def test_without_a_script_the_same_is_a_button(people: People, ria: Organizer) -> None:
    """Look at the dates, and the page comes with them."""
    ria.is_at_the_group("/meetings/new")
    other = people.add(
        Organizer,
        "Ria",
        viewport=DESK,
        java_script_enabled=False,
        storage_state=ria.context.storage_state(),
    )
    other.goes_to(f"/groups/{ria.group}/meetings/new")
    other.writes("First day", "2027-03-28").writes("Begins at", "02:30").checks("Just once")

    other.page.locator(".planning-look button").click()

    until(
        lambda: "so it begins at 3:30" in other.page.locator("#look").inner_text(), "the gap said"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_planning_stands_well(
    people: People, server: MovedServer, ria: Organizer, scheme: str
) -> None:
    """On a phone, a tablet and a desk: nothing is cut off, nothing lies under the way out, and
    axe-core finds nothing. Somebody has a very long name."""
    house = house_beside(server)
    series = a_series(house, ria.group)
    meeting = a_meeting(house, series, left_after=0)
    tom = belongs(house, ria.group, "t@example.org", name=LONG_NAME, holds="facilitator")
    holds(house, meeting, tom)
    replies(house, meeting, tom)
    places = {
        "plan": "/meetings/new",
        "series": f"/series/{series}",
        "end": f"/series/{series}/end",
        "following": f"/series/{series}/following?from={meeting}",
        "meeting": f"/meetings/{meeting}",
        "move": f"/meetings/{meeting}/move",
        "change": f"/meetings/{meeting}/change",
        "agendas": "/agendas",
        "editor": "/agendas/new?from=long",
    }
    ria.is_at_the_group()
    looks = people.add(
        Organizer, "Ria", color_scheme=scheme, storage_state=ria.context.storage_state()
    )
    found = []
    for name, place in places.items():
        looks.goes_to(f"/groups/{ria.group}{place}")
        for width in WIDTHS:
            looks.page.set_viewport_size({"width": width, "height": 800})
            seen = looks.page.evaluate(CUT_OFF) + looks.page.evaluate(UNDER_THE_WAY_OUT)
            # On a phone tables are cards, and their headings are for screen readers alone.
            heads = looks.page.locator("thead th").all_text_contents()
            seen = [one for one in seen if one.removeprefix("cut off: ") not in heads]
            found += [f"{name}, {width} px: {one}" for one in seen]
            looks.pictured(f"planning-{name}-{width}-{scheme}")
        looks.axe()

    assert found == []
