"""Words a third longer than the English ones, and words that run from right to left: nothing is
cut off, nothing needs scrolling sideways, and the ways out stay where they are.

Both languages are pretended (facilitator/web/pretend.py). The circle's states come from the
gallery, the other pages from a house that was told to offer them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from facilitator.web.pretend import from_the_right, longer
from tests.browser.close_look import BAR, BARE_NAMES, CUT_OFF, UNDER_THE_WAY_OUT
from tests.browser.gallery import open_state, served
from tests.browser.people import AXE, ON_TOP, PICTURES, TOUCH, Visitor
from tests.browser.rooms import FACILITATORS, PASSWORD, Room

SETTINGS = {"HOLDSPACE_PSEUDO": "1"}
LONGER, FROM_THE_RIGHT = "en_150", "ar"
SMALL, LARGE = {"width": 320, "height": 640}, {"width": 1280, "height": 720}

# Every kind of screen a circle has: before it, asked, writing, quiet, parting, at the desk.
STATES = (
    "waiting", "check-in-choosing", "offered", "composer-twelve", "replying", "silence-quiet",
    "closing-goodbye", "closing-leaving", "held", "out", "ending-emergency", "holding-introduce",
    "holding-grace", "holding-replies",
)  # fmt: skip
PANELS = {
    "look_after": "[data-boundary=look_after]",
    "where": "#where",
    "support": "#support > summary",
}
DOORS = ("door_errors", "removed")
MIRRORED = (
    "offered",
    "composer-twelve",
    "replying-words",
    "holding-grace",
)


@pytest.fixture(scope="module")
def gallery() -> Iterator[str]:
    with served() as address:
        yield address


@pytest.fixture
def screen(browser: Browser, gallery: str) -> Iterator[Callable[..., Page]]:
    """A fresh screen that asks the gallery for this language."""
    opened = []

    def screen(language: str, size: dict[str, int]) -> Page:
        context = browser.new_context(viewport=size)  # type: ignore[arg-type]
        context.add_cookies([{"name": "language", "value": language, "url": gallery}])
        opened.append(context)
        return context.new_page()

    yield screen
    for context in opened:
        context.close()


def troubles(page: Page, way_out: str) -> list[str]:
    """What a person would stumble over on this screen."""
    found: list[str] = page.evaluate(CUT_OFF)
    page.evaluate("scrollTo(0, 0)")
    found += page.evaluate(UNDER_THE_WAY_OUT)
    out: dict[str, Any] = page.locator(".leave-fast").evaluate(ON_TOP)
    if out["word"] != way_out or not out["met"] or min(out["box"][2:]) < TOUCH:
        found.append(f"the way out: {out}")
    for button in page.evaluate(BAR):
        if button["wide"] > 0 or button["high"] > 0:
            found.append(f"the bar: {button}")
    return found


def pictured(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/{name}.png")


@pytest.mark.parametrize("state", STATES)
def test_long_words_fit_a_small_phone(
    screen: Callable[..., Page], gallery: str, state: str
) -> None:
    """In each state of the circle, at 320 px."""
    page = screen(LONGER, SMALL)
    open_state(page, gallery, state)
    pictured(page, f"long-{state}")

    assert troubles(page, longer("Leave fast")) == []


@pytest.mark.parametrize("panel", PANELS)
def test_long_words_fit_the_panels(screen: Callable[..., Page], gallery: str, panel: str) -> None:
    """Look after myself, Where am I and other support, opened over the room."""
    page = screen(LONGER, SMALL)
    open_state(page, gallery, "other-sharing")
    page.locator(PANELS[panel]).click()
    page.wait_for_timeout(400)
    pictured(page, f"long-panel-{panel}")

    assert troubles(page, longer("Leave fast")) == []


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("language", [LONGER, FROM_THE_RIGHT])
def test_pretended_words_fit_the_door(
    screen: Callable[..., Page], gallery: str, door: str, language: str
) -> None:
    """All of the door, in both."""
    page = screen(language, SMALL)
    page.goto(f"{gallery}/door/{door}")
    pictured(page, f"{language}-door-{door}")
    way_out = longer("Leave fast") if language == LONGER else from_the_right("Leave fast")

    assert troubles(page, way_out) == []


def test_long_words_fit_the_other_pages(
    visitor: Callable[..., Visitor], open_circle: Callable[..., Room]
) -> None:
    """The start page, the sign-in, a group and its forms, the journal, a real door; in both."""
    door = open_circle().join_url
    vera = visitor("Ria", viewport=SMALL)
    signs_in_and_makes_a_group(vera)
    group = vera.page.url
    for language, written in ((LONGER, longer), (FROM_THE_RIGHT, from_the_right)):
        vera.goes_to(f"{vera.address}/?language={language}")
        for path in (
            "/",
            "/groups",
            "/groups/new",
            group,
            "/other-support",
            "/journal",
            "/nowhere",
            door,
        ):
            vera.expects_a_refusal(404).goes_to(path)
            name = path.removeprefix(vera.address).strip("/").split("/")[0] or "start"
            pictured(vera.page, f"{language}-page-{name}")
            assert troubles(vera.page, written("Leave fast")) == [], path


def signs_in_and_makes_a_group(vera: Visitor) -> None:
    vera.goes_to("/sign-in")
    vera.writes("E-mail", FACILITATORS["Ria"]).writes("Password", PASSWORD).presses("Sign in")
    vera.page.wait_for_url("**/groups")
    vera.goes_to("/groups/new").writes("Name of the group", "Mittwochabendgesprächskreis نور")
    vera.writes("How you can be reached", "ria@example.org").presses("Make the group")
    vera.reads("Open a circle now")


@pytest.mark.parametrize("state", MIRRORED)
@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["320", "1280"])
def test_from_the_right_everything_is_mirrored(
    screen: Callable[..., Page], gallery: str, state: str, size: dict[str, int]
) -> None:
    """The bar begins at the right, the way out is at the left, and nothing is cut off."""
    page = screen(FROM_THE_RIGHT, size)
    open_state(page, gallery, state)
    pictured(page, f"rtl-{state}-{size['width']}")

    assert page.locator("html").get_attribute("dir") == "rtl"
    assert troubles(page, from_the_right("Leave fast")) == []
    buttons = page.evaluate(BAR)
    first_row = [one["x"] for one in buttons if one["y"] == buttons[0]["y"]]
    assert first_row == sorted(first_row, reverse=True)
    assert page.locator(".leave-fast").bounding_box()["x"] < TOUCH  # type: ignore[index]
    assert strip_begins_at_the_right(page)
    if state.startswith("holding") and size is LARGE:
        assert page.locator("#desk").bounding_box()["x"] == 0  # type: ignore[index]


def strip_begins_at_the_right(page: Page) -> bool:
    """The first part of the agenda that is shown stands right of what follows it."""
    boxes = page.locator(".strip li:visible, .strip .until:visible").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect()).map(({ right, y }) => [right, y])"
    )
    first_row = [right for right, y in boxes if abs(y - boxes[0][1]) < 4]
    return first_row == sorted(first_row, reverse=True)


@pytest.mark.parametrize("language", ["en", FROM_THE_RIGHT])
def test_a_name_keeps_the_sentence_around_it(
    screen: Callable[..., Page], gallery: str, language: str
) -> None:
    """A name of Latin and Arabic letters is one piece wherever it stands (bdi, isolates)."""
    page = screen(language, SMALL)
    open_state(page, gallery, "replying-words")

    pieces = page.evaluate(BARE_NAMES, "نور")
    assert pieces == []
    if AXE.exists():
        page.evaluate(AXE.read_text())
        found = page.evaluate("async () => (await axe.run()).violations.map(({ id }) => id)")
        assert found == []
