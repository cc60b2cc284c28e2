from collections.abc import Callable
from uuid import uuid4

import pytest
from flask import Flask

from facilitator.circle import commands as c
from facilitator.house import House
from facilitator.store.database import write
from facilitator.store.links import LinkKind, open_link
from facilitator.tokens import token_hash
from facilitator.use_cases.agree import agree
from facilitator.use_cases.change_place import remove_from_group
from facilitator.use_cases.open_circle import OpenedCircle, open_circle
from facilitator.use_cases.read_seat import read_circle
from facilitator.use_cases.run_command import run_command, run_system
from facilitator.use_cases.take_seat import Seated, Wish, take_hold, take_seat
from tests import calendar_rows as rows
from tests.web.letters import person_with
from tests.web.visitors import Visitor

WISH = {"agreements": "yes", "adult": "yes", "mode": "open", "level": "none"}


@pytest.fixture
def group(house: House) -> str:
    """A closed group that Ria organizes and holds, with Jo as a member."""
    group = rows.a_group(house, access="closed", topics='["Quiet evenings"]')
    rows.belongs(
        house, group, "ria@example.org", organizes=True, holds="facilitator", role_words="peer"
    )
    rows.belongs(house, group, "jo@example.org")
    return group


@pytest.fixture
def opened(house: House, group: str) -> OpenedCircle:
    """Its circle, which Ria holds."""
    return an_open_circle(house, group)


def an_open_circle(house: House, group: str) -> OpenedCircle:
    ria = person_with(house, "ria@example.org")
    return open_circle(house, group_id=group, agenda="short", by=ria, starts_in_ms=0, seats_max=2)


@pytest.fixture
def jo(app: Flask, house: House, group: str) -> Callable[[], Visitor]:
    """Makes one browser more in which Jo has opened the link in her mail."""
    person = person_with(house, "jo@example.org")
    with write(house.database) as session:
        now = house.clock.now()
        key = open_link(session, house.secret, LinkKind.SEAT, group, person, now=now).key

    def browser() -> Visitor:
        jo = Visitor(app.test_client(), address="198.51.100.40")
        jo.opens(f"/mine/{key}")
        return jo

    return browser


def door_of(opened: OpenedCircle) -> str:
    return f"/door/{opened.door_key}"


def test_a_closed_groups_door_knows_only_its_members(
    somebody: Visitor, opened: OpenedCircle, house: House
) -> None:
    """Whoever has the link, and isn't one of them, reads how to come in; by no way a seat."""
    assert somebody.opens(door_of(opened)).status_code == 403
    assert "open the link in your own mail" in somebody.reads

    sent = somebody.sends(door_of(opened), page="/sign-in", name="Jo", **WISH)

    assert sent.status_code == 403
    assert take_seat(house, opened.door_key, Wish("Jo")) is None


def test_a_member_comes_in_and_their_seat_is_one(
    jo: Callable[[], Visitor], opened: OpenedCircle, house: House
) -> None:
    """In a second browser it is the same seat, whatever name is tried there (I22)."""
    first, second = jo(), jo()
    assert "Quiet evenings" in (first.opens(door_of(opened)) and first.reads)
    assert first.sends(door_of(opened), name="Jo", **WISH).status_code == 303

    assert "Your seat is inside already" in (second.opens(door_of(opened)) and second.reads)
    assert second.sends(door_of(opened), name="Another", **WISH).status_code == 303

    kept = read_circle(house, opened.circle_id)
    assert kept is not None
    assert [seat.name for seat in kept.circle.seats.values()] == ["Jo"]
    assert second.opens(f"/circle/{opened.circle_id}").status_code == 200


def test_two_taps_at_once_take_one_seat(
    jo: Callable[[], Visitor], opened: OpenedCircle, house: House
) -> None:
    """The form sent twice from two browsers that both saw it."""
    first, second = jo(), jo()
    for browser in (first, second):
        browser.opens(door_of(opened))

    person = person_with(house, "jo@example.org")
    one = take_seat(house, opened.door_key, Wish("Jo"), person)
    two = take_seat(house, opened.door_key, Wish("Jo again"), person)

    assert isinstance(one, Seated)
    assert isinstance(two, Seated)
    assert one.seat_id == two.seat_id


def test_in_a_closed_group_a_removal_holds_for_the_person(
    jo: Callable[[], Visitor], opened: OpenedCircle, house: House, group: str
) -> None:
    """No other browser and no other name leads back into that circle (I49); the next is open."""
    jo().sends(door_of(opened), name="Jo", **WISH)
    holder = take_hold(house, opened.hold_key)
    kept = read_circle(house, opened.circle_id)
    assert isinstance(holder, Seated)
    assert kept is not None
    seat = next(iter(kept.circle.seats))
    run_system(house, opened.circle_id, c.RaiseLine(holder.seat_id))
    run_command(house, token_hash(holder.token), c.RemoveSeat(seat), str(uuid4()))

    elsewhere = jo()

    assert elsewhere.opens(door_of(opened)).status_code == 403
    sent = elsewhere.sends(door_of(opened), page="/sign-in", name="Somebody else", **WISH)
    assert sent.status_code == 403
    assert elsewhere.opens(door_of(an_open_circle(house, group))).status_code == 200


def test_who_holds_a_circle_takes_no_second_seat_in_it(
    ria: Visitor, opened: OpenedCircle, group: str
) -> None:
    """Their way in is the group's page (I52)."""
    ria.signs_in()

    answer = ria.opens(door_of(opened))

    assert answer.status_code == 403
    assert "You hold this circle" in ria.reads
    assert f'href="/groups/{group}"' in answer.text


def test_somebody_who_left_the_group_is_a_stranger_at_its_door(
    jo: Callable[[], Visitor], opened: OpenedCircle, house: House, group: str
) -> None:
    """The cookie is still there; what it opens is asked of the store each time."""
    browser = jo()
    assert browser.opens(door_of(opened)).status_code == 200
    remove_from_group(house, group, person_with(house, "jo@example.org"))

    assert browser.opens(door_of(opened)).status_code == 403


def test_a_circle_begins_with_what_its_group_agreed_on(
    jo: Callable[[], Visitor], house: House, group: str
) -> None:
    """At the door and inside; what is written later is the next circle's."""
    agree(house, group, ("We leave phones in the hall.",), "Ria is a teacher.", seen=0)
    opened = an_open_circle(house, group)
    agree(house, group, ("Another line.",), "", seen=1)

    browser = jo()
    browser.opens(door_of(opened))

    assert "We leave phones in the hall." in browser.reads
    assert "point to people who can help. Ria is a teacher." in browser.reads
    assert browser.reads.count("Ria is a teacher.") == 1
    assert "Another line." not in browser.reads
    kept = read_circle(house, opened.circle_id)
    assert kept is not None
    assert kept.circle.added_agreements == ("Ria is a teacher.", "We leave phones in the hall.")
