"""Nothing moves under a finger: the desk with prepared views, on the real page."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.gallery import open_state, served
from tests.browser.gallery_desk import sharing, signal, told
from tests.browser.people import said

PAUSE = "Someone would like a pause."


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served() as one:
        yield one


@pytest.fixture
def desk(browser: Browser, address: str) -> Iterator[Page]:
    """A facilitator's screen while two signals wait, the pause being the older one."""
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    open_state(page, address, "desk-many")
    yield page
    page.close()


def plays(page: Page, *signals: dict[str, Any]) -> None:
    scene = told(sharing(now_ms(), 12, 5), *signals)
    page.evaluate("view => window.play('view', view)", scene.views())


def now_ms() -> int:
    return int(time.time() * 1000)


def lighter_stands(page: Page) -> float:
    box = page.locator(".tray").get_by_text("Let’s stay at this depth.").bounding_box()
    assert box
    return box["y"]


def test_what_went_leaves_its_place_for_a_moment(desk: Page) -> None:
    """The pause is taken back: its card offers nothing more, and what is below doesn't move."""
    before = lighter_stands(desk)
    plays(desk, signal(now_ms(), 2, "lighter", 10))
    desk.get_by_text(said("tray.settled")).wait_for()

    assert lighter_stands(desk) == before
    assert desk.get_by_role("button", name="Pause now").count() == 0
    desk.mouse.move(10, 10)
    desk.get_by_text(said("tray.settled")).wait_for(state="detached")
    assert lighter_stands(desk) < before


def test_what_comes_stands_last(desk: Page) -> None:
    """A newer signal moves neither of those that wait, however old the server says it is."""
    before = lighter_stands(desk)
    pair = signal(now_ms(), 1, "pause", 15), signal(now_ms(), 2, "lighter", 10)
    plays(desk, *pair, signal(now_ms(), 3, "suggestion", 60, text="We begin on time."))
    desk.locator(".tray").get_by_text("A suggestion for the agreements.").wait_for()

    assert lighter_stands(desk) == before


def test_under_a_finger_that_is_down_nothing_changes(desk: Page) -> None:
    """What came meanwhile is drawn when the finger is up, and the press still counts."""
    desk.get_by_role("button", name="I’ve seen it").first.hover()
    desk.mouse.down()
    plays(desk, signal(now_ms(), 2, "lighter", 10))
    desk.wait_for_timeout(200)
    assert desk.locator(".tray").get_by_text(PAUSE).count() == 1
    desk.mouse.up()
    desk.get_by_text(said("tray.settled")).wait_for()

    sent = desk.evaluate("window.sent.filter(([event]) => event === 'command').map(([, c]) => c)")
    assert [(one["do"], one["signal"], one["how"]) for one in sent] == [
        ("answer_signal", 1, "seen")
    ]


def test_the_ring_stands_still_where_motion_is_less(browser: Browser, address: str) -> None:
    """Nothing fills for whoever asked for less motion; the words say that the pause comes."""
    page = browser.new_page(reduced_motion="reduce", viewport={"width": 1280, "height": 720})
    open_state(page, address, "desk-pause")

    assert page.get_by_text(said("tray.by_itself")).is_visible()
    assert not page.locator(".ring-fill").is_visible()
    page.close()
