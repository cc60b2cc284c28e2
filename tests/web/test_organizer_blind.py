"""Organizers see nothing that happens in a circle (I56): meetings that differ in what was said,
passed, asked for or left are the same bytes on every page that isn't a room's."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from flask import Flask

from facilitator import create_app
from facilitator.circle import commands as c
from facilitator.config import Settings
from facilitator.house import House, house_of
from facilitator.store.database import write
from facilitator.store.meeting_tables import Meeting
from facilitator.use_cases.close_circle import close_circle
from facilitator.use_cases.open_circle import OpenedCircle
from facilitator.use_cases.take_seat import Wish, take_hold, take_seat
from tests.store.houses import Ring, StandingClock
from tests.web.furnished import Furnished, furnish
from tests.web.routes import WHO, For

GUESTS = ("Sam", "Lee", "Jo", "Kim")
LOOKS_AT = {For.ACCOUNT, For.MEMBER, For.WORKER, For.HOLDER, For.ORGANIZER}
# Drawn anew for each page, whatever happened anywhere; and versions of files, which somebody may
# be writing meanwhile.
DRAWN = re.compile(
    r'name="(?:csrf_token|note|once)" value="[^"]*"|"csrf_token": "[^"]*"|nonce="[^"]*"|\?v=\w+'
)
MIDDLE_MS, END_MS = 15 * 60_000, 30 * 60_000
SECRET = "a word that was said in the circle"
Happens = Callable[["GroupRing"], object]
Looks = Callable[..., dict[str, bytes]]


class GroupRing(Ring):
    """The open circle of a furnished house, with four guests."""

    def __init__(self, house: House, opened: OpenedCircle) -> None:
        self.house, self.id = house, opened.circle_id
        self.door, self.hold = opened.door_key, opened.hold_key
        self.seats, self.tokens = {}, {}
        self._sits("Ria", take_hold(house, self.hold))
        for name in GUESTS:
            self._sits(name, take_seat(house, self.door, Wish(name)))

    def goes_to_check_in(self, clock: StandingClock) -> None:
        """Everybody is asked how they are here."""
        self.asks("Ria", c.Begin(with_few=True))
        self._until(lambda: self.step() is None, clock)
        self.asks("Ria", c.IntroduceRound(1))
        self._until(lambda: self.step() == "choosing", clock)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> Iterator[Furnished]:
    """A furnished house whose group is in a meeting now; every story begins with a copy of it."""
    home = tmp_path_factory.mktemp("begun")
    shutil.copy(empty_database, home / "holdspace.db")
    app = opened_house(home)
    furnished = furnish(app, home)
    yield furnished
    house_of(app).database.dispose()


@pytest.fixture(scope="module")
def looks(begun: Furnished, tmp_path_factory: pytest.TempPathFactory) -> Looks:
    """What every page is to a role while this happens in the room, and when it is over."""

    @cache
    def seen(
        happens: Happens, over: bool = False, role: str = "organizer", at_check_in: bool = False
    ) -> dict[str, bytes]:
        home = tmp_path_factory.mktemp("story") / "home"
        shutil.copytree(begun.as_it_was.parent, home)
        shutil.copy(begun.as_it_was, home / "holdspace.db")
        app = opened_house(home)
        house = house_of(app)
        its_meeting(house, begun.ids["meeting_id"], begun.ids["circle_id"])
        clock = house.clock
        assert isinstance(clock, StandingClock)
        began = clock.at
        ring = GroupRing(house, begun.opened)
        ring.goes_to_check_in(clock) if at_check_in else ring.goes_to_turns(clock)
        happens(ring)
        clock.at = began + (END_MS if over else MIDDLE_MS)
        if over:
            assert close_circle(house, ring.id)
        pages = every_page(app, begun, role)
        house.database.dispose()
        return pages

    return seen


def opened_house(home: Path) -> Flask:
    environ = {
        "HOLDSPACE_INSTANCE_DIR": str(home),
        "HOLDSPACE_KEY_DIR": str(home / "keys"),
        "HOLDSPACE_SECRET_KEY": "k" * 40,
        "HOLDSPACE_PUBLIC_URL": "http://localhost",
        "HOLDSPACE_TESTING": "1",
    }
    return create_app(Settings.from_environ(environ), clock=StandingClock(1_800_000_000_000))


def its_meeting(house: House, meeting_id: str, circle_id: str) -> None:
    """The circle is that of the group's next meeting."""
    with write(house.database) as session:
        session.get_one(Meeting, meeting_id).circle_id = circle_id


def every_page(app: Flask, begun: Furnished, role: str) -> dict[str, bytes]:
    """Status and bytes of everything that can be opened outside rooms and doors by somebody who is
    known here."""
    there = replace(begun, app=app)
    browser = app.test_client()
    browser._cookies = dict(begun.browsers[role]._cookies or {})
    pages = {}
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and WHO.get(rule.endpoint) in LOOKS_AT:
            answer = browser.get(there.path(rule), environ_base={"REMOTE_ADDR": "198.51.100.9"})
            body = DRAWN.sub("", answer.get_data(as_text=True))
            pages[rule.endpoint] = f"{answer.status} {body}".encode()
    return pages


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The pages that aren't the same bytes."""
    return [name for name in one if one[name] != other[name]]


def nothing(_ring: GroupRing) -> None:
    """Time alone goes by."""


def everybody(act: Callable[[GroupRing, str], object]) -> Happens:
    """Each of the guests does it."""
    return lambda ring: [act(ring, name) for name in GUESTS]


def says(ring: GroupRing) -> None:
    """Whoever has the space shares."""
    turn = ring.kept().circle.turn
    assert turn is not None
    ring.shares(next(name for name, seat in ring.seats.items() if seat == turn.seat), SECRET)


def passes(ring: GroupRing, name: str) -> object:
    current = ring.kept().circle.round
    assert current is not None
    return ring.asks(name, c.Pass(current.index))


def leaves(ring: GroupRing, name: str) -> object:
    return ring.asks(name, c.Leave())


def steps_out(ring: GroupRing, name: str) -> object:
    return ring.asks(name, c.StepOut())


def checks_in(ring: GroupRing, name: str) -> object:
    return ring.asks(name, c.ShowTogether(1, "choosing", f"{SECRET}, and I am {name}"))


def wishes_a_pause(ring: GroupRing, name: str) -> object:
    return ring.asks(name, c.PausePlease())


STORIES: dict[str, Happens] = {
    "words": says,
    "one pass": lambda ring: passes(ring, "Jo"),
    "nothing but passes": everybody(passes),
    "one leaving": lambda ring: leaves(ring, "Sam"),
    "everybody leaves": everybody(leaves),
    "everybody steps out": everybody(steps_out),
}
SIGNALS: dict[str, Happens] = {
    name: lambda ring, who=name: wishes_a_pause(ring, who)  # type: ignore[misc]
    for name in GUESTS[:2]
}


@pytest.mark.parametrize("story", [*STORIES, *SIGNALS])
def test_while_it_goes_on_every_page_is_the_same(looks: Looks, story: str) -> None:
    """Whatever happens in the room, nothing of it reaches a page of the group's organizer."""
    quiet, other = looks(nothing), looks({**STORIES, **SIGNALS}[story])

    assert differing(quiet, other) == []
    assert SECRET.encode() not in b"".join(other.values())


def test_how_people_check_in_is_on_no_page(looks: Looks) -> None:
    """Neither what they chose nor who chose something."""
    quiet = looks(nothing, at_check_in=True)
    one = looks(lambda ring: checks_in(ring, "Jo"), at_check_in=True)
    all_of_them = looks(everybody(checks_in), at_check_in=True)

    assert differing(quiet, one) == differing(quiet, all_of_them) == []


@pytest.mark.parametrize("story", STORIES)
def test_when_it_is_over_every_page_is_the_same(looks: Looks, story: str) -> None:
    """Counts tell how many came and that it ended as promised, not what was said or passed."""
    quiet, other = looks(nothing, over=True), looks(STORIES[story], over=True)

    assert differing(quiet, other) == []


def test_nobody_learns_who_sent_a_signal(looks: Looks) -> None:
    """That one stayed without an answer may count; whose it was is in no byte."""
    first, *others = [looks(happens, over=True) for happens in SIGNALS.values()]

    for other in others:
        assert differing(first, other) == []


def test_a_facilitator_reads_no_more_than_that_outside_the_room(
    looks: Looks,
) -> None:
    """Their desk is in the room; the group's pages are as quiet to them."""
    quiet, other = (looks(one, role="co_facilitator") for one in (nothing, STORIES["words"]))

    assert differing(quiet, other) == []


def test_during_a_meeting_the_group_is_open_and_held_by_somebody(
    looks: Looks,
) -> None:
    """And that is all; nobody who came is named."""
    page = looks(STORIES["words"])["groups.show"].decode()

    assert "Open, held by Facilitator" in page
    assert not [name for name in GUESTS if re.search(rf"\b{name}\b", page)]
