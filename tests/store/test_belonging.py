"""Who belongs to a group, on a real database: invited, come in, gone; also by two at once."""

from functools import partial

import pytest
from sqlalchemy import func, select, text

from facilitator.house import House
from facilitator.store import groups, links, people
from facilitator.store.database import read, write
from facilitator.store.group_tables import GroupPlace
from facilitator.store.links import LinkKind
from facilitator.store.meeting_tables import MeetingReply
from facilitator.store.outbox import MailKind, post
from facilitator.store.outbox_tables import OutboxRow
from facilitator.store.people_tables import Person
from facilitator.tokens import fresh_id
from facilitator.use_cases.answer_meeting import answer_meeting
from facilitator.use_cases.change_place import Hindrance, change_place, remove_from_group
from facilitator.use_cases.invite_people import Invited, invite_people
from facilitator.use_cases.join_group import Joined, Shut, accept_invitation_to_group
from facilitator.use_cases.leave_group import forget_me, leave_group
from facilitator.use_cases.open_circle import open_circle
from facilitator.use_cases.read_people import read_people
from facilitator.use_cases.take_seat import Seated, Wish, take_seat
from tests.calendar_rows import a_group, a_meeting, a_series, belongs
from tests.store.houses import at_once


def count(house: House, table: type) -> int:
    with read(house.database) as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def key_of(house: House, group: str, email: str) -> str:
    with read(house.database) as session:
        person = session.scalars(select(Person.id).where(Person.email == email)).one()
        link = links.link_of(session, house.secret, LinkKind.INVITATION, group, person)
    assert link is not None
    return link.key


def test_two_who_invite_the_same_people_invite_them_once(house: House, other: House) -> None:
    """One person each, one place, one letter."""
    group, emails = a_group(house), [f"p{n}@example.org" for n in range(20)]

    became = at_once(
        partial(invite_people, house, group, emails, "en"),
        partial(invite_people, other, group, emails[::-1], "en"),
    )

    assert {what for one in became for what in one.values()} == {Invited.INVITED, Invited.AGAIN}
    assert [count(house, table) for table in (Person, GroupPlace, OutboxRow)] == [20, 20, 20]


def test_an_invitation_opens_once_also_for_two_taps(house: House, other: House) -> None:
    """One comes in, the other reads that it was used."""
    group = a_group(house)
    invite_people(house, group, ["jo@example.org"], "en")
    key = key_of(house, group, "jo@example.org")

    first, second = at_once(
        partial(accept_invitation_to_group, house, key, "Jo", "en"),
        partial(accept_invitation_to_group, other, key, "Jo", "en"),
    )

    assert {type(first), type(second)} == {Joined, Shut}
    assert Shut.USED in (first, second)


def test_of_two_organizers_who_step_back_at_once_one_stays(house: House, other: House) -> None:
    """A group is never without anybody who organizes it."""
    group = a_group(house)
    ria = belongs(house, group, "ria@example.org", organizes=True)
    tom = belongs(house, group, "tom@example.org", organizes=True)

    answers = at_once(
        partial(change_place, house, group, ria, organizes=False, holds="", role_words=""),
        partial(remove_from_group, other, group, tom),
    )

    assert set(answers) == {None, Hindrance.LAST}
    assert sum(card.organizes for card in read_people(house, group, 1).cards) == 1


def test_of_two_organizers_who_go_at_once_one_stays(house: House, other: House) -> None:
    """Whoever leaves, and whoever wants to be known here no more."""
    for n in range(20):
        group = a_group(house)
        ria = belongs(house, group, f"ria{n}@example.org", organizes=True)
        tom = belongs(house, group, f"tom{n}@example.org", organizes=True)
        belongs(house, group, "jo@example.org")

        went = at_once(partial(leave_group, house, group, ria), partial(forget_me, other, tom))

        assert sorted(went) == [False, True]
        assert sum(card.organizes for card in read_people(house, group, 1).cards) == 1


@pytest.mark.parametrize("way", ["leaves", "is forgotten", "is taken out"])
def test_the_seat_of_somebody_who_goes_is_offered_to_the_next(house: House, way: str) -> None:
    """At once, and nothing is left of what they had said."""
    group = a_group(house)
    belongs(house, group, "ria@example.org", organizes=True)
    sam, lee = (belongs(house, group, f"{one}@example.org") for one in ("sam", "lee"))
    meeting = a_meeting(house, a_series(house, group, seats_max=1))
    for one in (sam, lee):
        assert answer_meeting(house, meeting, one, "coming") is None

    if way == "leaves":
        leave_group(house, group, sam)
    elif way == "is forgotten":
        forget_me(house, sam)
    else:
        remove_from_group(house, group, sam)

    with read(house.database) as session:
        left = session.execute(select(MeetingReply.person_id, MeetingReply.place))
        assert [tuple(one) for one in left] == [(lee, "offered")]


def test_mail_is_written_while_somebody_changes_who_belongs(
    url: str, house: House, other: House
) -> None:
    """Whoever changes a meeting holds that meeting still and writes to the group; whoever leaves
    holds the group still and then their meetings. Neither waits for the other for ever."""
    if url.startswith("sqlite"):
        pytest.skip("SQLite has one who writes at a time")
    group = a_group(house)
    jo = belongs(house, group, "jo@example.org")

    with write(house.database) as session, write(other.database) as beside:
        groups.locked(session, group)
        beside.execute(text("set local lock_timeout = '2s'"))
        facts: dict[str, str] = {"said": "See you."}
        now = house.clock.now()
        post(
            beside, MailKind.NOTE, once_key="n", person_id=jo, group_id=group, facts=facts, now=now
        )

    assert count(house, OutboxRow) == 1


def test_two_taps_at_the_door_of_a_closed_group_are_one_seat(house: House, other: House) -> None:
    """Whoever comes second gets a key of the same seat."""
    group = a_group(house, access="closed")
    ria = belongs(house, group, "ria@example.org", holds="facilitator", role_words="peer")
    jo = belongs(house, group, "jo@example.org")
    opened = open_circle(house, group_id=group, agenda="short", by=ria, starts_in_ms=0, seats_max=2)

    first, second = at_once(
        partial(take_seat, house, opened.door_key, Wish("Jo"), jo),
        partial(take_seat, other, opened.door_key, Wish("Jo, too"), jo),
    )

    assert isinstance(first, Seated)
    assert isinstance(second, Seated)
    assert first.seat_id == second.seat_id
    assert first.token != second.token


def test_somebody_the_house_knows_already_is_that_person(house: House) -> None:
    """Also when another process added them between two looks."""
    group = a_group(house)
    before = belongs(house, group, "jo@example.org")

    with write(house.database) as session:
        now = house.clock.now()
        fresh = Person(id=fresh_id(), name="", email="jo@example.org", created_at=now)
        found = people.add_person(session, fresh)

    assert found.id == before
    assert count(house, Person) == 1
