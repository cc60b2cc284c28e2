"""Circles opened from the command line, and the people who come to them."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from playwright.sync_api import Browser

from tests.browser.house import Server
from tests.browser.people import Facilitator, Guest, Person

P = TypeVar("P", bound=Person)

PASSWORD = "a quiet evening together"
FACILITATORS = {"Ria": "ria@example.org", "Tom": "tom@example.org"}


class People:
    """Everybody in a test, each in a browser of their own."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self._browser = browser
        self._server = server
        self.everybody: list[Person] = []

    def add(self, kind: type[P], name: str, **how: Any) -> P:
        """Somebody with a fresh browser; `how` is what the browser is like."""
        one = kind(self._browser.new_context(**how), name, self._server.url)
        self.everybody.append(one)
        return one

    def beside(self, other: Person, kind: type[P]) -> P:
        """The same person in another tab."""
        one = kind(other.context, other.name, self._server.url)
        self.everybody.append(one)
        return one

    def troubles(self) -> list[str]:
        """What went wrong on anybody's screen, seen or not."""
        homes = (self._server.url, self._server.exit_url.rstrip("/"))
        return [trouble for one in self.everybody for trouble in one.troubles(homes)]

    def go_home(self) -> None:
        for one in self.everybody:
            one.context.close()


class Room:
    """One circle by its links."""

    def __init__(self, people: People, links: dict[str, Any]) -> None:
        self._people = people
        self.id: str = links["circle"]
        self.join_url: str = links["join_url"]
        self.facilitate_url: str = links["facilitate_url"]
        self.co_facilitate_urls: list[str] = links["co_facilitate_urls"]

    def facilitator(self, name: str = "Ria", **how: Any) -> Facilitator:
        """Ria opened her link and sits at her desk."""
        return self._people.add(Facilitator, name, **how).takes_the_desk(self.facilitate_url)

    def co_facilitator(self, name: str = "Tom", **how: Any) -> Facilitator:
        link = self.co_facilitate_urls[0]
        return self._people.add(Facilitator, name, **how).takes_the_desk(link)

    def guest(self, name: str, **how: Any) -> Guest:
        """Somebody stands before the door and hasn't knocked."""
        return self._people.add(Guest, name, **how).opens_the_link(self.join_url)

    def joins(self, name: str, *, level: str = "", mode: str = "", **how: Any) -> Guest:
        """Somebody came through the door."""
        return self.guest(name, **how).comes_in(level=level, mode=mode)


def open_room(
    people: People,
    server: Server,
    *more: str,
    scale: float,
    starts_in: float = 1.0,
    agenda: str = "short",
    co: bool = False,
) -> Room:
    """A circle with open doors at its own pace, facilitated by Ria (and Tom)."""
    holders = ["--facilitator", FACILITATORS["Ria"]]
    if co:
        holders += ["--facilitator", FACILITATORS["Tom"]]
    printed = server.command(
        "circle", "new", "--agenda", agenda, *holders, *more,
        "--starts-in", str(starts_in), "--json", scale=scale,
    )  # fmt: skip
    return Room(people, json.loads(printed))
