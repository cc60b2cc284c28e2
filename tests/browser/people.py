"""People in front of screens: what they read, press and write, in the words that they see."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar, Self

from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Error,
    Locator,
    Page,
    Request,
    ViewportSize,
)

from facilitator.content.microcopy import circle_texts

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PICTURES = os.environ.get("HOLDSPACE_SCREENSHOTS")

PATIENCE_S = 15
PHONE: ViewportSize = {"width": 320, "height": 640}
DESK: ViewportSize = {"width": 1280, "height": 720}
TOUCH = 44

TEXTS = {code: str(text) for code, text in circle_texts().items()}
BAR = ("Pass", "Pause please", "Private line", "Curtain", "Step out", "Look after myself")
PASSES = {"Pass", "Sit this one out", "Skip this step"}

OFFLINE = r"ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|WebSocket"
DOWN = r"ERR_CONNECTION_(REFUSED|RESET|CLOSED)|ERR_EMPTY_RESPONSE|ERR_SOCKET|WebSocket"
# A page that goes away gives up what it was still asking for.
GONE = r"ERR_ABORTED"

# What can be read on the screen: not the live region, and no marks that only direct the text.
READ = """() => [...document.body.children]
  .filter((one) => one.id !== "say" && one.checkVisibility({visibilityProperty: true}))
  .map((one) => one.innerText).join("\\n").replace(/[\\u2066-\\u2069]/g, "")"""

# What a finger would meet there.
ON_TOP = """(one) => {
  const {x, y, width, height} = one.getBoundingClientRect()
  const met = document.elementFromPoint(x + width / 2, y + height / 2)
  return {
    word: one.textContent.trim(), disabled: one.matches(":disabled, [aria-disabled=true]"),
    met: Boolean(met && one.contains(met)), box: [x, y, width, height].map(Math.round),
  }
}"""


def until(true: Callable[[], Any], what: str, within_s: float = PATIENCE_S) -> None:
    """Waits for a state, never for a time."""
    deadline = time.monotonic() + within_s
    while not true():
        assert time.monotonic() < deadline, f"waited {within_s} s for {what}"
        time.sleep(0.04)  # between two looks


def said(code: str, **values: str) -> str:
    """A sentence of the catalogue, as somebody reads it."""
    return TEXTS[code].format(**values)


def named(words: str) -> re.Pattern[str]:
    """The whole name of a control, whatever directs the text around the names in it."""
    return re.compile("^" + "[\u2066-\u2069]*".join(map(re.escape, words)) + "[\u2066-\u2069]*$")


# Nothing fades any more. A pacer that somebody chose has no end and is not waited for.
STANDS = """() => Promise.all(document.getAnimations()
  .filter(({playState, effect}) => playState === "running"
    && effect?.getComputedTiming().endTime !== Infinity)
  .map((one) => one.finished.catch(() => null))).then(() => true)"""


class Person:
    """Somebody, their browser, and everything that went wrong in it."""

    def __init__(self, context: BrowserContext, name: str, address: str) -> None:
        self.context = context
        self.name = name
        self.address = address
        self.page: Page = context.new_page()
        self.page.set_default_timeout(PATIENCE_S * 1000)
        self._wrong: list[str] = []
        self._asked: list[str] = []
        self._excused = [GONE]
        self.heard: list[str] = []
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self._wrong.append(f"page error: {error}"))
        self.page.on("requestfailed", self._request_failed)
        self.page.on("request", lambda request: self._asked.append(request.url))
        self.page.on("websocket", self._websocket)

    # --- Going places

    def goes_to(self, path: str) -> Self:
        self.page.goto(path if "://" in path else f"{self.address}{path}")
        return self

    def reloads(self) -> Self:
        self.page.reload()
        return self

    def excuses(self, pattern: str) -> Self:
        """Such lines in the console are part of the story."""
        self._excused.append(pattern)
        return self

    def loses_the_line(self) -> Self:
        self.context.set_offline(True)
        return self.excuses(OFFLINE)

    def has_the_line_back(self) -> Self:
        self.context.set_offline(False)
        return self

    def expects_the_server_to_go(self) -> Self:
        return self.excuses(DOWN)

    def expects_a_refusal(self, status: int) -> Self:
        """The browser writes such an answer to its console; the page itself says it in words."""
        return self.excuses(f"status of {status}")

    def closes_the_browser(self) -> None:
        self.page.close()

    # --- Reading

    @property
    def text(self) -> str:
        """All that can be read on the screen at this moment."""
        try:
            return re.sub(r"\s+", " ", str(self.page.evaluate(READ)))
        except Error:
            return ""  # between two pages

    def sees(self, *words: str) -> bool:
        text = self.text
        return all(re.sub(r"\s+", " ", one) in text for one in words)

    def reads(self, *words: str, within_s: float = PATIENCE_S) -> Self:
        """The words are on the screen, now or soon."""
        for one in words:
            try:
                until(lambda one=one: self.sees(one), one, within_s)  # type: ignore[misc]
            except AssertionError:
                text = f"{self.name} doesn't read {one!r} but:\n{self.text}"
                raise AssertionError(text) from None
        return self

    def no_longer_reads(self, *words: str, within_s: float = PATIENCE_S) -> Self:
        for one in words:
            until(lambda one=one: not self.sees(one), f"no {one!r} for {self.name}", within_s)  # type: ignore[misc]
        return self

    def never_read(self, *words: str) -> Self:
        """The words are not on the screen, and not anywhere in the page or on the wire."""
        page, heard = self.page.content(), "\n".join(self.heard)
        for one in words:
            assert one not in page, f"{self.name}'s page holds {one!r}"
            assert one not in heard, f"{self.name} was sent {one!r}"
        return self

    # --- Pressing

    def button(self, words: str) -> Locator:
        return self.page.get_by_role("button", name=named(words)).first

    def presses(self, words: str) -> Self:
        self.button(words).click()
        return self

    def opens(self, words: str) -> Self:
        """A part of the page that was folded away."""
        self.page.get_by_text(words, exact=True).first.click()
        return self

    def follows(self, words: str) -> Self:
        self.page.get_by_role("link", name=named(words)).first.click()
        return self

    def writes(self, label: str, words: str) -> Self:
        self.page.get_by_label(named(label)).fill(words)
        return self

    # --- Looking closely

    def axe(self) -> Self:
        """axe-core finds nothing on the screen as it is, once what fades in has done so."""
        self.page.evaluate(STANDS)
        if not self.page.evaluate("() => 'axe' in globalThis"):
            self.page.evaluate(AXE.read_text())
        found = self.page.evaluate(
            """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations
              .map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target.join(" "))}`)"""
        )
        assert found == [], f"{self.name}: {found}"
        return self

    def can_leave_fast(self) -> Self:
        """The way out is there, large enough, and nothing lies on it (I58)."""
        out = self.page.get_by_text("Leave fast", exact=True).first.evaluate(ON_TOP)
        assert out["met"], f"{self.name}: something covers Leave fast"
        assert min(out["box"][2:]) >= TOUCH
        return self

    def pictured(self, name: str) -> Self:
        """A picture of the screen, where somebody wants to look at it."""
        if PICTURES:
            folder = Path(PICTURES)
            folder.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=folder / f"{name}.png")
        return self

    def troubles(self, homes: tuple[str, ...]) -> list[str]:
        """Errors nobody excused, and requests to anywhere but these homes."""
        excuse = re.compile("|".join(self._excused))
        wrong = [one for one in self._wrong if not excuse.search(one)]
        ours = (*homes, *(home.replace("http", "ws", 1) for home in homes), "data:", "blob:")
        foreign = [f"asked {url}" for url in self._asked if not url.startswith(ours)]
        return [f"{self.name}: {one}" for one in wrong + foreign]

    def _console(self, message: ConsoleMessage) -> None:
        where = message.location.get("url", "")
        # To measure, axe writes a style into the page, and our policy doesn't let it.
        of_axe = not where and message.text.startswith("Applying inline style")
        if message.type == "error" and not of_axe:
            self._wrong.append(f"console: {message.text} {where}")

    def _request_failed(self, request: Request) -> None:
        self._wrong.append(f"request: {request.method} {request.url} {request.failure}")

    def _websocket(self, socket: Any) -> None:
        socket.on("framereceived", lambda frame: self.heard.append(str(frame)))


class Visitor(Person):
    """Somebody at the pages around the circles."""


class InRoom(Person):
    """Somebody whose screen shows a circle."""

    kind = "seat"
    _checked: ClassVar[set[tuple[str, str]]] = set()
    _places: ClassVar[dict[tuple[str, int], list[Any]]] = {}

    @property
    def bar(self) -> Locator:
        return self.page.get_by_role("navigation", name="Always yours")

    def taps(self, boundary: str) -> Self:
        """One tap on the boundary bar."""
        self.bar.get_by_role("button", name=boundary, exact=True).click()
        return self

    def looks_after_myself(self, item: str) -> Self:
        self.taps("Look after myself")
        self.page.get_by_role("region", name="Look after myself").get_by_role(
            "button", name=item, exact=True
        ).first.click()
        return self

    def presses_shift(self, times: int = 3) -> Self:
        for _ in range(times):
            self.page.keyboard.press("Shift")
        return self

    def views(self) -> list[dict[str, Any]]:
        """What the server told this screen since it was last forgotten, oldest first."""
        # What came in meanwhile is taken note of while the page is asked something.
        with suppress(Error):
            self.page.evaluate("() => null")
        told = [json.loads(one[2:]) for one in self.heard if one.startswith('42["view"')]
        return [parts for _, parts in told]

    def shown(self, part: str) -> dict[str, Any]:
        """The newest `room`, `you` or `desk` that this screen was told."""
        return next(view[part] for view in reversed(self.views()) if part in view)

    def offers(self) -> set[int]:
        """The turns that were ever offered to this seat."""
        mine = [view["you"] for view in self.views() if "you" in view]
        return {you["turn"]["id"] for you in mine if you["asked"] == "offered"}

    def heard_last(self) -> str:
        """What a screen reader was told last."""
        return re.sub("[\u2066-\u2069]", "", self.page.locator("#say").text_content() or "")

    def is_well(self, state: str) -> Self:
        """In this state everything stands where it always stands, on a phone and on a desk."""
        before = self.page.viewport_size
        for size in (PHONE, DESK):
            self.page.set_viewport_size(size)
            self._bar_stands(state, size["width"])
            self.can_leave_fast()
            self.pictured(f"{self.kind}-{state}-{size['width']}")
        self._support_is_near(state)
        self.page.set_viewport_size(before or DESK)
        if (self.kind, state) not in self._checked:
            self.axe()
            self._checked.add((self.kind, state))
        return self

    def _bar_stands(self, state: str, width: int) -> None:
        found = [one.evaluate(ON_TOP) for one in self.bar.get_by_role("button").all()]
        words = [one["word"] for one in found]
        where = f"{self.name}, {state}, {width} px"
        assert words[0] in PASSES, where
        assert tuple(words[1:]) == BAR[1:], where
        assert not any(one["disabled"] for one in found), where
        assert all(one["met"] for one in found), f"{where}: {found}"
        assert all(min(one["box"][2:]) >= TOUCH for one in found), f"{where}: {found}"
        places = [one["box"] for one in found]
        assert self._places.setdefault((self.kind, width), places) == places, where

    def _support_is_near(self, state: str) -> None:
        near = self.page.get_by_text("Other support", exact=True).first
        near.scroll_into_view_if_needed()
        assert near.evaluate(ON_TOP)["met"], f"{self.name}, {state}: other support is covered"


class Guest(InRoom):
    """A participant."""

    link = ""

    def opens_the_link(self, link: str) -> Self:
        self.link = link
        return self.goes_to(link)

    def fills_the_form(self, name: str | None = None, *, level: str = "", mode: str = "") -> Self:
        self.page.get_by_label("I agree to these").check()
        self.page.get_by_label("I’m eighteen or older").check()
        field = self.page.get_by_label("What may we call you?")
        # Some names are longer than a finger could type into it.
        field.evaluate("(one, name) => one.value = name", self.name if name is None else name)
        for choice in filter(None, (mode, level)):
            self.page.get_by_label(choice).check()
        return self

    def comes_in(self, name: str | None = None, *, level: str = "", mode: str = "") -> Self:
        """Through the door, to the place where the circle is."""
        self.fills_the_form(name, level=level, mode=mode).presses("Come in")
        self.page.wait_for_url("**/circle/*")
        return self.is_connected()

    def is_connected(self) -> Self:
        self.no_longer_reads("The circle is on its way to this screen.")
        return self

    def comes_back(self) -> Self:
        """By the same link, with no question asked."""
        self.goes_to(self.link)
        return self.is_connected()

    def passes(self) -> Self:
        return self.taps("Pass").reads(said("done.passed"))

    def chooses(self, word: str) -> Self:
        self.page.get_by_label(word, exact=True).check()
        return self

    def takes_the_space(self, how: str = "I’ll write") -> Self:
        return self.presses("Take the space").presses(how).reads("The space is yours.")

    def shares(self, words: str, level: str = "") -> Self:
        self.writes("Your words", words)
        if level:
            self.page.get_by_role("radio", name=re.compile(f"^{level}")).check()
        return self.presses("Share")

    @property
    def draft(self) -> str:
        return self.page.get_by_label("Your words", exact=True).input_value()


class Facilitator(InRoom):
    """Somebody at the desk."""

    kind = "desk"

    def takes_the_desk(self, link: str) -> Self:
        return self.goes_to(link).reads("What may need you")

    @property
    def desk(self) -> Locator:
        return self.page.get_by_role("complementary", name="Your desk")

    def next_step(self) -> str:
        """What the one primary button says."""
        try:
            found = self.desk.locator(".button-primary")
            return found.first.inner_text(timeout=500) if found.count() else ""
        except Error:
            return ""  # it is becoming another one

    def leads_to(self, step: str, within_s: float = 60) -> Self:
        """Every next step was taken, and this one is next."""

        def there() -> bool:
            found = self.next_step()
            if found not in ("", step):
                self._takes(found)
            return found == step

        return self._waits_for(there, f"{step!r} as the next step", within_s)

    def takes(self, *steps: str) -> Self:
        """The next step had this name, and was taken; and the ones after it."""
        for step in steps:
            self._waits_for(lambda step=step: self.next_step() == step, step, PATIENCE_S)  # type: ignore[misc]
            self._waits_for(
                lambda step=step: self._takes(step), f"{step!r} to be taken", PATIENCE_S
            )  # type: ignore[misc]
        return self

    def leads_until(self, words: str, within_s: float = 120) -> Self:
        """Every next step was taken until the words were on the screen."""

        def there() -> bool:
            if not self.sees(words):
                self._takes(self.next_step())
            return self.sees(words)

        return self._waits_for(there, words, within_s)

    def goes_to_the_sharing(self) -> Self:
        """The rounds before it are left for today; a quiet moment to think is on."""
        if self.sees("The circle hasn’t begun yet."):
            self.begins()
        self.opens(said("frame.title"))
        for kind in ("Check-in", "Silence"):
            self.presses(f"Leave this for today: {kind}")
        self.leads_to("Introduce the sharing").takes("Introduce the sharing")
        return self.reads("A quiet moment to think")

    def offers_the_space_to(self, name: str) -> Self:
        """The thinking is over, by the button or by its time."""
        if self.next_step() == "Open the space":
            self._takes("Open the space")
        return self.reads(f"There’s space for {name}.")

    def begins(self) -> Self:
        return self.presses("Open the arrival").reads("Settle in.")

    def ends(self) -> Self:
        """Every next step to the end, and the circle is over."""
        return self.leads_until("It’s finished for today")

    def _takes(self, step: str) -> bool:
        """The step was pressed, and something else is next."""
        if step:
            # It may become another button under the finger.
            with suppress(Error):
                self.desk.get_by_role("button", name=named(step)).first.click(timeout=1000)
        return self.next_step() != step

    def _waits_for(self, true: Callable[[], bool], what: str, within_s: float) -> Self:
        try:
            until(true, what, within_s)
        except AssertionError as late:
            raise AssertionError(f"{late}; {self.name} reads:\n{self.text}") from None
        return self
