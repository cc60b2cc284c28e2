import re
from dataclasses import dataclass
from uuid import uuid4

import pytest
from flask import Flask

from facilitator.circle import commands as c
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Seat
from facilitator.house import House
from facilitator.store.circles import Kept
from facilitator.tokens import token_hash
from facilitator.use_cases.open_circle import OpenedCircle, open_circle
from facilitator.use_cases.read_seat import read_circle
from facilitator.use_cases.read_sign_in import read_sign_in
from facilitator.use_cases.run_command import run_command, run_system
from facilitator.use_cases.take_seat import Seated, Wish, take_hold, take_seat
from tests.web.visitors import FixedClock, Visitor

WORDS = {
    "name": "Thursday walkers",
    "role_words": "peer facilitator",
    "contact": "hello@example.org",
    "other_support": "Crisis line: 555 0100",
}
AGREED = {"agreements": "yes", "adult": "yes", "mode": "open", "level": "none"}


@dataclass
class Room:
    """A circle of Ria's group, with two seats for participants."""

    house: House
    opened: OpenedCircle
    facilitator: Seated

    @property
    def door(self) -> str:
        return f"/door/{self.opened.door_key}"

    @property
    def page(self) -> str:
        return f"/circle/{self.opened.circle_id}"

    def facilitates(self, command: c.Command) -> object:
        return run_command(self.house, token_hash(self.facilitator.token), command, str(uuid4()))


@pytest.fixture
def room(ria: Visitor, house: House) -> Room:
    ria.signs_in()
    group_id = ria.sends("/groups/new", **WORDS).headers["Location"].rpartition("/")[2]
    with ria.client.session_transaction() as session:
        person_id = _person_of(house, session["_user_id"])
    opened = open_circle(
        house, group_id=group_id, agenda="short", by=person_id, starts_in_ms=0, seats_max=2
    )
    facilitator = take_hold(house, opened.hold_key)
    assert isinstance(facilitator, Seated)
    run_system(house, opened.circle_id, c.RaiseLine(facilitator.seat_id))
    return Room(house, opened, facilitator)


def _person_of(house: House, token: str) -> str:
    found = read_sign_in(house, token)
    assert found is not None
    return found.person_id


def test_the_door_says_everything_before_it_asks_for_a_name(somebody: Visitor, room: Room) -> None:
    """Who holds it, how long, what happens, how many, how close, what is kept, how to leave."""
    somebody.opens(room.door)

    for words in (
        "Thursday walkers",
        "peer facilitator",
        "We end when we say we do",
        "Check-in, 5 min",
        "Up to 2 people",
        "Light prompts only",
        "Nothing you say",
        "At any moment, without a word",
        "Crisis line: 555 0100",
    ):
        assert words in somebody.reads
    assert somebody.reads.index("What is kept") < somebody.reads.index("What may we call you?")


def test_somebody_comes_in_and_no_address_holds_a_key(somebody: Visitor, room: Room) -> None:
    """The door leads to the circle's own address; the seat is in a cookie no script can read."""
    answer = somebody.sends(room.door, name="Sam", **AGREED)

    cookie = answer.headers["Set-Cookie"]
    assert answer.status_code == 303
    assert answer.headers["Location"] == room.page
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert room.opened.door_key not in somebody.opens(room.page).text


def test_the_same_link_brings_somebody_back_without_a_question(
    somebody: Visitor, room: Room
) -> None:
    """Whoever has a seat is led straight to it."""
    somebody.sends(room.door, name="Sam", **AGREED)

    answer = somebody.opens(room.door)

    assert (answer.status_code, answer.headers["Location"]) == (303, room.page)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "name"),
        ("   ", "name"),
        ("x" * 1000, "name"),
        ("Sam\u202eylno", "name"),
        ("S" + "\u0301" * 9 + "am", "name"),
        ("Sa\0m", "name"),
        ("ria", "name"),
    ],
)
def test_a_name_that_cannot_be_used_is_answered_in_words(
    somebody: Visitor, room: Room, name: str, words: str
) -> None:
    """The page comes back with a sentence beside the field, and nobody has a seat."""
    answer = somebody.sends(room.door, name=name, **AGREED)

    assert answer.status_code == 422
    assert f'id="{words}-error"' in answer.text
    assert "Set-Cookie: seat" not in str(answer.headers)
    assert len(_seats(room)) == 1


def test_without_the_agreements_and_eighteen_years_the_door_explains(
    somebody: Visitor, room: Room
) -> None:
    """Both boxes come first, each with a sentence of its own."""
    answer = somebody.sends(room.door, name="Sam", mode="open")

    assert answer.status_code == 422
    assert "The circle rests on these" in somebody.reads
    assert "This circle is for adults" in somebody.reads


def test_a_full_circle_says_so_kindly(somebody: Visitor, room: Room) -> None:
    """The third of two reads why, and where else to turn."""
    for name in ("Sam", "Jo"):
        take_seat(room.house, room.opened.door_key, Wish(name))

    answer = somebody.opens(room.door)

    assert answer.status_code == 200
    assert "This circle is full today" in somebody.reads
    assert "Crisis line: 555 0100" in somebody.reads


def test_a_locked_door_stays_open_for_those_who_were_there(app: Flask, room: Room) -> None:
    """Locking is kind: a new face reads that it is closed, Sam walks in again (I50)."""
    sam, lee = Visitor(app.test_client()), Visitor(app.test_client())
    sam.sends(room.door, name="Sam", **AGREED)
    room.facilitates(c.LockDoor(locked=True))

    lee.opens(room.door)
    back = sam.opens(room.door)

    assert "The door has closed for today" in lee.reads
    assert back.headers["Location"] == room.page


def test_a_circle_that_nobody_opened_says_so_afterwards(
    somebody: Visitor, room: Room, clock: FixedClock
) -> None:
    """Whoever waited reads that nobody came, and where else to turn (I44)."""
    somebody.sends(room.door, name="Sam", **AGREED)
    run_system(room.house, room.opened.circle_id, c.DropEveryLine())
    clock.pass_days(1)
    run_system(room.house, room.opened.circle_id, c.TimeRanOut())

    answer = somebody.opens(room.page)

    assert answer.status_code == 410
    assert "The circle didn’t open today" in somebody.reads
    assert "Crisis line: 555 0100" in somebody.reads


def test_a_removed_person_reads_about_a_limit_and_the_cookie_opens_nothing(
    somebody: Visitor, room: Room
) -> None:
    """The page has a contact and other support, and blames nobody."""
    somebody.sends(room.door, name="Sam", **AGREED)
    sam = next(seat for seat in _seats(room).values() if seat.name == "Sam")
    room.facilitates(c.RemoveSeat(sam.id))

    answer = somebody.opens(room.page)

    assert answer.status_code == 403
    assert "This is about today’s limits." in somebody.reads
    assert "hello@example.org" in somebody.reads


def test_the_door_lets_nobody_in_again_who_was_removed(somebody: Visitor, room: Room) -> None:
    """The link that everybody has leads to the same page; no new name makes a new seat (I49)."""
    somebody.sends(room.door, name="Sam", **AGREED)
    sam = next(seat for seat in _seats(room).values() if seat.name == "Sam")
    room.facilitates(c.RemoveSeat(sam.id))
    before = set(_seats(room))

    looked = somebody.opens(room.door)
    sent = somebody.sends(room.door, page="/sign-in", name="Somebody else", **AGREED)

    assert (looked.status_code, sent.status_code) == (403, 403)
    assert "This is about today’s limits." in somebody.reads
    assert set(_seats(room)) == before


def test_links_that_open_nothing_look_alike(somebody: Visitor, room: Room) -> None:
    """A wrong door, a wrong holding link and a circle nobody was in give the same page."""
    pages = {
        somebody.opens(path).text
        for path in ("/door/none-of-ours", "/hold/none-of-ours", "/circle/0123456789abcdef")
    }
    somebody.opens(room.page)

    assert "This door has closed" in somebody.reads
    assert len({_without_nonce(page) for page in pages}) == 1


def test_a_tampered_cookie_opens_no_seat(somebody: Visitor, room: Room) -> None:
    """Another token in the cookie is no seat, and no error."""
    somebody.client.set_cookie(f"seat-{room.opened.circle_id}", "x" * 32)

    answer = somebody.opens(room.page)

    assert answer.status_code == 403
    assert "Traceback" not in answer.text


def test_the_holding_link_is_the_same_seat_each_time(room: Room) -> None:
    """A facilitator on a second device is no second facilitator (I52)."""
    again = take_hold(room.house, room.opened.hold_key)

    assert isinstance(again, Seated)
    assert again.seat_id == room.facilitator.seat_id
    assert len(_seats(room)) == 1


def test_leaving_by_beacon_needs_no_form(somebody: Visitor, room: Room) -> None:
    """A page that is being covered can still say that somebody left."""
    somebody.sends(room.door, name="Sam", **AGREED)

    answer = somebody.posts(f"{room.page}/leave")

    sam = next(seat for seat in _seats(room).values() if seat.name == "Sam")
    assert answer.status_code == 204
    assert sam.place == "left"


def test_after_closing_the_link_leads_to_what_comes_next(somebody: Visitor, room: Room) -> None:
    """No link leads into nothing (I44)."""
    somebody.sends(room.door, name="Sam", **AGREED)
    run_system(room.house, room.opened.circle_id, c.CloseNow())

    somebody.opens(room.door)
    assert "Nothing you said was kept." in somebody.reads
    somebody.opens(room.page)

    assert "Nothing you said was kept." in somebody.reads
    assert "Crisis line: 555 0100" in somebody.reads


def test_the_group_page_leads_every_facilitator_back_to_the_room(ria: Visitor, room: Room) -> None:
    """On another device Ria finds the open circle on the group's page, and her own seat in it."""
    group = ria.opens("/groups").text.partition('href="/groups/')[2].partition('"')[0]
    path = f"/groups/{group}/circles/{room.opened.circle_id}/hold"

    answer = ria.sends(path, page=f"/groups/{group}")

    assert answer.headers["Location"] == room.page
    assert len(_seats(room)) == 1


def test_a_second_command_of_the_same_id_happens_once(room: Room) -> None:
    """Sent twice, answered twice, told once."""
    token = token_hash(room.facilitator.token)
    first = run_command(room.house, token, c.LockDoor(locked=True), "the-same-id")
    room.facilitates(c.LockDoor(locked=False))

    second = run_command(room.house, token, c.LockDoor(locked=True), "the-same-id")

    assert not isinstance(first, Refusal)
    assert not isinstance(second, Refusal)
    kept = _kept(room)
    assert kept.circle.locked is False


def _kept(room: Room) -> Kept:
    kept = read_circle(room.house, room.opened.circle_id)
    assert kept is not None
    return kept


def _seats(room: Room) -> dict[str, Seat]:
    return _kept(room).circle.seats


def _without_nonce(page: str) -> str:
    return re.sub(r'nonce="[^"]+"', "", page)
