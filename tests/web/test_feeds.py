"""Calendars to subscribe to, and the public list, over HTTP."""

import json

import pytest
from icalendar import Calendar

from facilitator.house import House
from facilitator.schedule.rule import Frequency, Rule, rule_to_json
from facilitator.store.database import write
from facilitator.store.links import LinkKind, kept_link
from facilitator.use_cases.keep_feed import feed_key, keep_feed
from facilitator.use_cases.read_membership import member_cookie
from tests.calendar_rows import a_group, a_meeting, a_series, belongs
from tests.web.visitors import Visitor

MONTHLY = rule_to_json(Rule(Frequency.MONTHLY))


@pytest.fixture
def group(house: House, ria: Visitor) -> str:
    """A group that Ria, who is signed in, organizes."""
    group = a_group(house)
    belongs(house, group, "ria@example.org", organizes=True)
    ria.signs_in()
    return group


def group_calendar(house: House, group: str) -> str:
    """The path of the group's calendar, which has an address now."""
    keep_feed(house, LinkKind.GROUP_FEED, group)
    return f"/calendars/{feed_key(house, LinkKind.GROUP_FEED, group)}.ics"


def test_an_organizer_makes_and_closes_the_groups_calendar(
    house: House, ria: Visitor, somebody: Visitor, group: str
) -> None:
    """Whoever has the address reads it without signing in, until it is closed."""
    a_meeting(house, a_series(house, group))
    ria.sends(f"/groups/{group}/feeds")
    path = f"/calendars/{feed_key(house, LinkKind.GROUP_FEED, group)}.ics"

    answer = somebody.opens(path)
    assert answer.mimetype == "text/calendar"
    assert len(Calendar.from_ical(answer.text).walk("VEVENT")) == 1
    ria.sends(f"/groups/{group}/feeds/end", page=f"/groups/{group}/feeds")

    assert somebody.opens(path).status_code == 404


def test_another_address_closes_the_one_before(
    house: House, ria: Visitor, somebody: Visitor, group: str
) -> None:
    """Asked twice, there is one new address and not two."""
    before = group_calendar(house, group)
    key = feed_key(house, LinkKind.GROUP_FEED, group) or ""
    for _ in range(2):
        ria.sends(f"/groups/{group}/feeds", instead_of=key)
        after = feed_key(house, LinkKind.GROUP_FEED, group)

        assert after != key
        assert somebody.opens(before).status_code == 404
        assert somebody.opens(f"/calendars/{after}.ics").status_code == 200


def test_what_is_known_is_not_sent_again(house: House, somebody: Visitor, group: str) -> None:
    """The same calendar is answered with 304 until something about it changes."""
    path = group_calendar(house, group)
    series = a_series(house, group)
    tag = somebody.opens(path).headers["ETag"]
    known = {"If-None-Match": tag}

    assert somebody.opens(path, **known).status_code == 304
    a_meeting(house, series, state="skipped", sequence=1)
    assert somebody.opens(path, **known).status_code == 200
    assert somebody.last.headers["Cache-Control"] == "no-store"


def test_keys_are_not_tried_one_after_another(somebody: Visitor) -> None:
    """Somebody who asks for many calendars in a minute is asked to wait."""
    answers = {somebody.opens(f"/calendars/{'k' * 31}{n}.ics").status_code for n in range(130)}

    assert answers == {404, 429}


@pytest.mark.parametrize("kind", [LinkKind.SEAT, LinkKind.GROUP, LinkKind.MAIL])
def test_no_other_key_opens_a_calendar(
    house: House, somebody: Visitor, group: str, kind: LinkKind
) -> None:
    """A link of another kind is no calendar's address."""
    sam = belongs(house, group, "sam@example.org")
    with write(house.database) as session:
        key = kept_link(session, house.secret, kind, group, sam, now=house.clock.now()).key

    assert somebody.opens(f"/calendars/{key}.ics").status_code == 404


def test_a_member_has_a_calendar_of_their_own(house: House, somebody: Visitor, group: str) -> None:
    """It is made and closed from their page, and nobody else's changes with it."""
    sam = belongs(house, group, "sam@example.org")
    groups_own = group_calendar(house, group)
    with write(house.database) as session:
        seat = kept_link(session, house.secret, LinkKind.SEAT, group, sam, now=house.clock.now())
    somebody.client.set_cookie(member_cookie(house, group), seat.key)

    made = somebody.sends(f"/my/{group}/feed", page="/")
    key = feed_key(house, LinkKind.MEMBER_FEED, group, sam)
    assert made.headers["Location"] == f"/my/{group}#calendar"
    assert somebody.opens(f"/calendars/{key}.ics").status_code == 200
    somebody.sends(f"/my/{group}/feed/end", page="/")

    assert somebody.opens(f"/calendars/{key}.ics").status_code == 404
    assert somebody.opens(groups_own).status_code == 200


def test_the_public_list_names_who_wishes_to_be_named(
    house: House, ria: Visitor, somebody: Visitor, group: str
) -> None:
    """Weekly meetings of a group that is listed, under the name it chose for the list."""
    other = a_group(house, name="Quiet ones")
    for one in (group, other):
        a_series(house, one, starts_local="2027-01-12T19:00")
    a_series(house, group, rule=MONTHLY)
    with write(house.database) as session:
        door = kept_link(session, house.secret, LinkKind.GROUP, group, now=house.clock.now())
    ria.sends(f"/groups/{group}/listing", listed="yes", name="Walkers", place="Leipzig, Germany")

    (told,) = json.loads(somebody.opens("/meetings.json").text)

    assert (told["name"], told["day"], told["time"]) == ("Walkers", 2, "19:00")
    assert (told["end_time"], told["timezone"], told["types"]) == ("20:00", "Europe/Berlin", ["O"])
    assert told["conference_url"].endswith(f"/meet/{door.key}")
    assert somebody.last.headers["Access-Control-Allow-Origin"] == "*"
    assert "Thursday walkers" not in somebody.last.text


def test_a_closed_group_lists_no_way_in(house: House, somebody: Visitor) -> None:
    """Who would like to come asks somebody."""
    group = a_group(house, access="closed", listed=True, listing='{"name": "Walkers"}')
    a_series(house, group)

    (told,) = json.loads(somebody.opens("/meetings.json").text)

    assert told["types"] == ["C"]
    assert "url" not in told
    assert "conference_url" not in told


def test_a_listed_group_has_a_name(ria: Visitor, group: str) -> None:
    """Without one the sentence stands beside the field, and nothing is listed."""
    answer = ria.sends(f"/groups/{group}/listing", listed="yes", name="")

    assert answer.status_code == 422
    assert 'id="name-error"' in answer.text
    assert ria.opens("/meetings.json").json == []
