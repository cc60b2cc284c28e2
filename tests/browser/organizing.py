"""People between meetings: who organizes a group, and who reads the letters it sends."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any, Self
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator

from tests.browser.house import MovedServer
from tests.browser.people import Facilitator, Guest, Person, until
from tests.browser.rooms import FACILITATORS, PASSWORD, People

BERLIN = ZoneInfo("Europe/Berlin")
DAY_MS = 24 * 60 * 60 * 1000
# On a busy machine the house looks at its meetings late; after trouble, mail rests for thirty.
LOOK_S = 30
LETTER_S = 45


def evening(server: MovedServer, days_ahead: int) -> datetime:
    """Seven o'clock in Berlin, so many days after what the server's clock shows."""
    then = datetime.fromtimestamp(server.now / 1000 + days_ahead * 24 * 60 * 60, UTC)
    return then.astimezone(BERLIN).replace(hour=19, minute=0, second=0, microsecond=0)


def instant(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


class Organizer(Person):
    """Somebody with an account, at the pages of their groups."""

    group = ""

    def is_at(self, path: str) -> Self:
        """On that page; whoever was signed out by the time signs in again."""
        self.goes_to(path)
        if self.page.get_by_label("Password", exact=True).count():
            self.writes("E-mail", FACILITATORS[self.name]).writes("Password", PASSWORD)
            self.presses("Sign in")
            self.goes_to(path)
        return self

    def is_at_the_group(self, rest: str = "") -> Self:
        return self.is_at(f"/groups/{self.group}{rest}")

    def checks(self, label: str) -> Self:
        begins = re.compile(f"^{re.escape(label)}")
        one = self.page.get_by_role("radio", name=begins)
        one.or_(self.page.get_by_role("checkbox", name=begins)).first.check()
        return self

    def selects(self, label: str, words: str) -> Self:
        """The choice that begins with these words."""
        field = self.page.get_by_label(label, exact=True)
        choices = field.locator("option").all_inner_texts()
        field.select_option(index=next(n for n, one in enumerate(choices) if one.startswith(words)))
        return self

    def plans(self, first: datetime, agenda: str, *, times: int, seats: str = "") -> Self:
        """A weekly series of so many times, led by whoever plans it, is published."""
        self.is_at_the_group("/meetings/new")
        self.writes("First day", f"{first:%Y-%m-%d}").writes("Begins at", f"{first:%H:%M}")
        self.checks("By the week").checks("A number of times")
        self.page.get_by_label("How many times").fill(str(times))
        self.selects("Agenda", agenda).selects("Leads it", self.name)
        if seats:
            self.selects("Seats", seats)
        self.presses("Keep the draft").reads("A draft", self.name)
        return self.presses("Publish and tell the group").reads("A series of meetings")

    def opens_the_meeting(self, day: date) -> Self:
        """From the group's calendar to that date."""
        self.is_at(f"/calendar?view=week&on={day:%Y-%m-%d}&group={self.group}")
        links = self.page.locator(f"a[href^='/groups/{self.group}/meetings/']")
        until(lambda: links.count() > 0, f"a meeting in the week of {day}")
        links.first.click()
        return self

    def goes_to_the_room(self, people: People) -> Facilitator:
        self.is_at_the_group().presses("Go to the room")
        self.page.wait_for_url("**/circle/*")
        desk = people.beside(self, Facilitator).goes_to(self.page.url)
        self.closes_the_browser()
        return desk.reads("What may need you")


class Member(Guest):
    """Somebody who belongs to a group by the link in a letter."""

    group = ""

    def joins(self, link: str) -> Self:
        """The invitation was for them, and they said yes."""
        self.goes_to(link).reads("You’re invited to this group.")
        self.writes("What may the group call you?", self.name)
        self.presses("That’s me, I’d like to join").reads("You’re here as", self.name)
        self.group = self.page.url.rpartition("/")[2]
        return self

    def is_on_their_page(self) -> Self:
        self.goes_to(f"/my/{self.group}")
        return self.reads("Next meetings")

    @property
    def next_meeting(self) -> Locator:
        return self.page.locator(".my-meeting").first

    def answers(self, words: str) -> Self:
        """About the next meeting."""
        self.is_on_their_page()
        self.next_meeting.get_by_role("button", name=words, exact=True).click()
        return self

    def comes_to_the_door(self) -> Self:
        """The next meeting has a way in now."""
        coming_in = self.next_meeting.get_by_role("link", name="Come in", exact=True)
        until(lambda: self.is_on_their_page() and coming_in.count() > 0, "the way in", LOOK_S)
        coming_in.click()
        return self.reads("What may we call you?")


class Letters:
    """What the house has sent, which without a mail server lies in a folder of its own."""

    def __init__(self, server: MovedServer) -> None:
        self._folder: Path = server.instance / "outbox"

    def to(self, email: str, *, with_words: str = "") -> list[str]:
        """The plain text of every letter to that address, oldest first."""
        found = []
        for path in sorted(self._folder.glob("*.eml"), key=lambda one: one.stat().st_mtime_ns):
            letter = message_from_bytes(path.read_bytes(), policy=policy.default)
            plain: Any = letter.get_body(("plain",))
            if email in str(letter["To"]) and with_words in plain.get_content():
                found.append(plain.get_content())
        return found

    def link(self, email: str, kind: str) -> str:
        """The newest link of that kind in a letter to that address; waits for it."""
        pattern = re.compile(rf"https?://\S+/{kind}/\S+")

        def links() -> list[str]:
            return [one for words in self.to(email) for one in pattern.findall(words)]

        until(links, f"a letter to {email} with a link to /{kind}/", LETTER_S)
        return links()[-1]

    def came(self, email: str, words: str) -> Callable[[], bool]:
        return lambda: bool(self.to(email, with_words=words))
