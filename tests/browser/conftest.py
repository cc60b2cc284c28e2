"""A server for each file of stories, one browser for all, and nothing that goes wrong unseen."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.house import Server, find_chromium
from tests.browser.people import Visitor
from tests.browser.rooms import FACILITATORS, PASSWORD, People, Room, open_room

NO_BROWSER = "No Chromium here: set CHROMIUM to one, or install it, to run the browser tests."
NEUTRAL = (
    b"<!doctype html><title>Weather</title><link rel=icon href='data:,'><p>Cloudy, later fair."
)
USUAL_SCALE = 0.1


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Every story is marked; without a browser one of them says so for all."""
    stories = [item for item in items if Path(__file__).parent in item.path.parents]
    for story in stories:
        story.add_marker(pytest.mark.browser)
    if find_chromium() is None and not os.environ.get("HOLDSPACE_REQUIRE_BROWSER"):
        config.hook.pytest_deselected(items=stories[1:])
        items[:] = [item for item in items if item not in stories[1:]]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    chromium = find_chromium()
    if chromium is None and os.environ.get("HOLDSPACE_REQUIRE_BROWSER"):
        pytest.fail(NO_BROWSER)
    if chromium is None:
        pytest.skip(NO_BROWSER)  # a laptop without Chromium; CI sets HOLDSPACE_REQUIRE_BROWSER
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium)
        yield opened
        opened.close()


@pytest.fixture(scope="package")
def neutral_site() -> Iterator[str]:
    """A page about the weather, on another origin of this machine: where leaving fast leads."""

    class Weather(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(NEUTRAL)

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    site = ThreadingHTTPServer(("127.0.0.1", 0), Weather)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{site.server_port}/"
    site.shutdown()


@pytest.fixture(scope="package")
def furnished(neutral_site: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a house in which Ria and Tom have accounts, to be copied."""
    house = Server(tmp_path_factory.mktemp("furnished"), neutral_site, 1)
    house.command("migrate")
    for name, email in FACILITATORS.items():
        house.command("person", "add", email, "--name", name, "--password-stdin", typed=PASSWORD)
    return house.instance


@pytest.fixture(scope="module")
def server(
    browser: Browser,  # noqa: ARG001 -- without one no server is needed
    neutral_site: str,
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> Iterator[Server]:
    """A server. `SERVER_SCALE` in a file sets the pace of what its pages open; with `UNFURNISHED`
    nobody has an account yet; `SETTINGS` are further ones of its environment; `HOUSE` is its kind.
    """
    scale = getattr(request.module, "SERVER_SCALE", USUAL_SCALE)
    more = getattr(request.module, "SETTINGS", {})
    kind = getattr(request.module, "HOUSE", Server)
    one = kind(tmp_path_factory.mktemp("house"), neutral_site, scale, **more)
    if not getattr(request.module, "UNFURNISHED", False):
        shutil.copytree(request.getfixturevalue("furnished"), one.instance)
    one.start()
    yield one
    one.stop()


@pytest.fixture
def people(browser: Browser, server: Server) -> Iterator[People]:
    """Who comes to this test. At its end: no trouble on a screen or in a log, nobody else asked."""
    before = len(server.troubles())
    everybody = People(browser, server)
    yield everybody
    found = everybody.troubles()
    everybody.go_home()
    assert found + server.troubles()[before:] == []


@pytest.fixture
def open_circle(people: People, server: Server) -> Callable[..., Room]:
    """Opens a circle from the command line; `scale` is its own pace."""

    def opened(*more: str, scale: float = USUAL_SCALE, **how: object) -> Room:
        return open_room(people, server, *more, scale=scale, **how)  # type: ignore[arg-type]

    return opened


@pytest.fixture
def visitor(people: People) -> Callable[..., Visitor]:
    """Somebody who looks at pages."""
    return lambda name="Vera", **how: people.add(Visitor, name, **how)
