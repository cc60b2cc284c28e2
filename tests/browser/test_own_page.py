"""A member's own page on the smallest phone: what a tired thumb finds there."""

from __future__ import annotations

from playwright.sync_api import Locator, ViewportSize

from facilitator.use_cases.open_due_meetings import DOORS_OPEN_BEFORE_MS
from tests.browser.house import MovedServer
from tests.browser.organizing import LOOK_S
from tests.browser.people import TOUCH, Visitor, until
from tests.browser.rooms import FACILITATORS, People
from tests.browser.rows import group_link, house_beside, seat_link
from tests.calendar_rows import a_group, a_meeting, a_series, a_support, belongs, holds

HOUSE = MovedServer
SMALL: ViewportSize = {"width": 320, "height": 568}
MINUTE = 60_000

LINES = """(one) => {
  const {height, lineHeight} = getComputedStyle(one)
  return Math.round(parseFloat(height) / parseFloat(lineHeight))
}"""

# Whatever may be pressed, with its label if it has one; not the words inside a sentence.
LOW = """(touch) => [...document.querySelectorAll("a[href], button, input, summary")]
  .filter((one) => one.checkVisibility() && !one.matches(".skip-link"))
  .filter((one) => ![...one.parentNode.childNodes].some((near) =>
    near.nodeType === Node.TEXT_NODE && near.textContent.trim()))
  .map((one) => one.closest("label") ?? one)
  .filter((one) => one.getBoundingClientRect().height < touch)
  .map((one) => one.textContent.trim())"""


def test_a_thumb_finds_everything_and_other_support_at_once(
    people: People, server: MovedServer
) -> None:
    """On the member's page, the group's, and those that lead away, nothing is smaller than a
    thumb; other support, and the way in once there is one, are there before anybody scrolls."""
    house = house_beside(server)
    group = a_group(house, access="closed")
    a_support(house, group)
    ria = belongs(
        house, group, FACILITATORS["Ria"], organizes=True, holds="facilitator", role_words="peer"
    )
    sam = belongs(house, group, "sam@example.org", name="Maximiliane von Hohenstein-Wittelsbach")
    series = a_series(house, group)
    meeting = a_meeting(house, series, server.now + 60 * MINUTE)
    a_meeting(house, series)
    holds(house, meeting, ria)
    link = group_link(house, group)
    phone = people.add(Visitor, "Sam", viewport=SMALL, timezone_id="Asia/Kathmandu")
    phone.goes_to(seat_link(house, group, sam)).reads("Next meetings")

    lies_well(phone, "page")
    for page in ("me", "mail", "leave", "erase"):
        lies_well(phone.goes_to(f"/my/{group}/{page}"), page)
    lies_well(phone.goes_to(link), "meet")

    server.comes_to(server.now + 61 * MINUTE - DOORS_OPEN_BEFORE_MS)
    way_in = phone.page.get_by_role("link", name="Come in", exact=True)
    until(lambda: phone.goes_to(f"/my/{group}") and way_in.count() > 0, "the way in", LOOK_S)
    lies_well(phone, "open")
    assert is_on_the_screen(way_in)


def test_a_long_word_has_the_whole_line_at_the_door(people: People, server: MovedServer) -> None:
    """A group's name begins below the way out, so that it isn't squeezed beside it."""
    house = house_beside(server)
    group = a_group(house, name="Nachbarschaftshilfegruppe am Abend")
    a_meeting(house, a_series(house, group), server.now + 60 * MINUTE)
    phone = people.add(Visitor, "Lee", viewport=SMALL).goes_to(group_link(house, group))

    name = phone.page.get_by_role("heading", level=1)

    assert name.evaluate(LINES) == 2
    phone.can_leave_fast().axe().pictured("own-long-word")


def lies_well(phone: Visitor, where: str) -> None:
    assert phone.page.evaluate(LOW, TOUCH) == [], where
    near = phone.page.get_by_role("link", name="Other support", exact=True).first
    assert is_on_the_screen(near), where
    wide = phone.page.evaluate("() => document.documentElement.scrollWidth")
    assert wide <= SMALL["width"], where
    phone.can_leave_fast().axe().pictured(f"own-{where}")


def is_on_the_screen(one: Locator) -> bool:
    """Before anybody scrolls."""
    box = one.bounding_box()
    return box is not None and box["y"] + box["height"] <= SMALL["height"]
