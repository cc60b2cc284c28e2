"""What is asked twice, by two at once or by one again, comes out as if it was asked once."""

from functools import partial

from sqlalchemy import select

from facilitator.house import House
from facilitator.store.database import read
from facilitator.store.group_tables import Group
from facilitator.store.meeting_tables import Notice
from facilitator.store.outbox_tables import OutboxRow
from facilitator.use_cases.answer_holding import answer_holding
from facilitator.use_cases.find_stand_in import find_stand_in
from facilitator.use_cases.holding import Hindrance
from facilitator.use_cases.keep_support import remove_support
from facilitator.use_cases.post_notice import post_notice
from tests.calendar_rows import a_group, a_meeting, a_series, a_support, belongs, holds
from tests.store.houses import StandingClock, at_once


def test_places_to_turn_to_that_two_take_out_are_out(house: House, other: House) -> None:
    """No door shows a line that isn't on the group's list any more."""
    for _ in range(20):
        group = a_group(house)
        first, second = (a_support(house, group, name=f"Line {n}", place=n) for n in (1, 2))

        at_once(
            partial(remove_support, house, group, first),
            partial(remove_support, other, group, second),
        )

        with read(house.database) as session:
            assert session.get_one(Group, group).other_support == ""


def test_a_note_sent_twice_is_told_once(house: House, other: House) -> None:
    """Both taps read that it was told."""
    for n in range(20):
        group = a_group(house)

        told = at_once(
            *(partial(post_notice, one, group, f"note{n}", "See you.") for one in (house, other))
        )

        assert told == [True, True]
        with read(house.database) as session:
            assert len(session.scalars(select(Notice).where(Notice.group_id == group)).all()) == 1


def test_asking_for_a_stand_in_twice_asks_once(house: House, clock: StandingClock) -> None:
    """Who was asked and hasn't answered has one letter about it; other words are another letter."""
    group = a_group(house)
    ria = belongs(house, group, "ria@example.org", holds="facilitator")
    belongs(house, group, "tom@example.org", holds="facilitator")
    meeting = a_meeting(house, a_series(house, group))
    holds(house, meeting, ria)

    for said, letters in (("Tom comes.", 1), ("Tom comes.", 1), ("Tom will be there.", 2)):
        clock.at += 1
        assert find_stand_in(house, group, meeting, ria, said=said) is None

        with read(house.database) as session:
            assert len(session.scalars(select(OutboxRow)).all()) == letters


def test_whoever_said_no_to_standing_in_is_not_asked_again(house: House) -> None:
    """No is no; somebody else may be asked, or nobody is left."""
    group = a_group(house)
    ria, tom = (
        belongs(house, group, f"{one}@example.org", holds="facilitator") for one in ("ria", "tom")
    )
    meeting = a_meeting(house, a_series(house, group))
    holds(house, meeting, ria)
    assert find_stand_in(house, group, meeting, ria, said="Tom comes.") is None
    assert answer_holding(house, group, meeting, tom, "no") is None

    assert find_stand_in(house, group, meeting, ria, said="Please.") is Hindrance.NOBODY_ELSE
