"""Series and their meetings, from a draft to the last farewell."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import select

from facilitator.content.agenda_codec import template_to_json
from facilitator.content.agendas import AGENDAS
from facilitator.house import House
from facilitator.schedule.rule import Frequency, Rule, rule_from_json
from facilitator.store.database import read
from facilitator.store.meeting_tables import Meeting, MeetingHolder, MeetingReply, Notice, Series
from facilitator.store.meetings import meetings_of_series
from facilitator.store.outbox_tables import OutboxRow
from facilitator.use_cases.change_following import change_following
from facilitator.use_cases.change_meetings import (
    MeetingWish,
    cancel_meeting,
    change_meeting,
    move_meeting,
    skip_meeting,
)
from facilitator.use_cases.end_series import end_series
from facilitator.use_cases.extend_horizons import extend_horizons
from facilitator.use_cases.flaws import Flaws
from facilitator.use_cases.plan_series import drop_draft, plan_series, replan_series
from facilitator.use_cases.publish_series import publish_series
from facilitator.use_cases.series_wish import SeriesWish
from tests.calendar_rows import DAY_MS, a_group, a_support, belongs, replies
from tests.store.houses import StandingClock

# The clock of these houses stands at 17 March 2030, 17:46 UTC: a Sunday.
EIGHT_TUESDAYS = SeriesWish(
    rule=Rule(Frequency.WEEKLY, count=8),
    starts_local="2030-03-19T19:00",
    zone="Europe/Berlin",
    minutes=60,
    agenda=template_to_json(AGENDAS["standard_hour"]),
)


class Walkers:
    """A group that Ria organizes and holds; Lee and Sam are members, Tom may hold it too."""

    def __init__(self, house: House) -> None:
        self.house, self.id = house, a_group(house)
        a_support(house, self.id)
        words = {"role_words": "peer facilitator", "holds": "facilitator"}
        self.ria = belongs(house, self.id, "ria@example.org", organizes=True, **words)
        self.tom = belongs(house, self.id, "tom@example.org", **words)
        self.lee = belongs(house, self.id, "lee@example.org")
        self.sam = belongs(house, self.id, "sam@example.org", mail_meetings=False)

    def plans(self, **wishes: object) -> str:
        holders = ((self.ria, "lead"), (self.tom, "co"))
        wish = replace(EIGHT_TUESDAYS, **{"holders": holders, **wishes})
        return plan_series(self.house, self.id, wish)

    def publishes(self, **wishes: object) -> str:
        series = self.plans(**wishes)
        assert publish_series(self.house, self.id, series, by=self.ria) == ()
        return series

    def meetings(self, series: str) -> list[Meeting]:
        with read(self.house.database) as session:
            asked = select(Meeting).where(Meeting.series_id == series)
            return list(session.scalars(asked.order_by(Meeting.recurrence)))

    def told(self, kind: str = "") -> list[tuple[str, str]]:
        """Who is told what by mail, as kinds and first names."""
        names = {self.ria: "ria", self.tom: "tom", self.lee: "lee", self.sam: "sam"}
        with read(self.house.database) as session:
            rows = session.scalars(select(OutboxRow)).all()
        return sorted((row.kind, names[row.person_id]) for row in rows if kind in ("", row.kind))

    def facts(self, kind: str) -> list[dict[str, object]]:
        with read(self.house.database) as session:
            rows = session.scalars(select(OutboxRow).where(OutboxRow.kind == kind))
            return [json.loads(row.facts) for row in rows]

    def notices(self) -> list[tuple[str, str]]:
        with read(self.house.database) as session:
            return [(row.kind, row.said) for row in session.scalars(select(Notice))]

    def series(self, series: str) -> Series:
        with read(self.house.database) as session:
            return session.get_one(Series, series)


@pytest.fixture
def walkers(house: House) -> Walkers:
    return Walkers(house)


def codes(flaws: Flaws) -> list[str]:
    return [flaw.code for flaw in flaws]


# --- Planned and published ------------------------------------------------------------------------


def test_a_draft_has_its_dates_and_tells_nobody(walkers: Walkers) -> None:
    """Eight Tuesdays at seven, on both sides of a clock change."""
    series = walkers.plans()

    meetings = walkers.meetings(series)
    assert [one.starts_local[5:] for one in meetings[:3]] == [
        "03-19T19:00",
        "03-26T19:00",
        "04-02T19:00",
    ]
    assert [one.left_after for one in meetings] == [7, 6, 5, 4, 3, 2, 1, 0]
    assert meetings[2].starts_at - meetings[1].starts_at == 7 * DAY_MS - 3_600_000
    assert {one.state for one in meetings} == {"draft"}
    assert walkers.told() == []


def test_a_draft_can_be_planned_again_or_dropped(walkers: Walkers) -> None:
    """Nobody knew of it."""
    series = walkers.plans()
    later = replace(EIGHT_TUESDAYS, starts_local="2030-03-20T20:00", rule=Rule(Frequency.ONCE))

    assert replan_series(walkers.house, walkers.id, series, later)
    assert [one.starts_local for one in walkers.meetings(series)] == ["2030-03-20T20:00"]
    assert drop_draft(walkers.house, walkers.id, series)
    assert walkers.meetings(series) == []


def test_publishing_tells_members_and_asks_holders_once(walkers: Walkers) -> None:
    """Ria, who publishes it, has said yes to what she holds; Sam wished for no mail."""
    series = walkers.publishes()

    assert publish_series(walkers.house, walkers.id, series, by=walkers.ria) == ()
    assert walkers.told() == [
        ("holder_asked", "tom"),
        ("new_meetings", "lee"),
        ("new_meetings", "ria"),
        ("new_meetings", "tom"),
    ]
    with read(walkers.house.database) as session:
        asked = session.scalars(select(MeetingHolder)).all()
    assert {(one.person_id, one.part, one.answer) for one in asked} == {
        (walkers.ria, "lead", "yes"),
        (walkers.tom, "co", "asked"),
    }
    assert len(asked) == 16


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        ({"seats_max": 9}, ["seats/capacity"]),
        ({"seats_max": 13}, ["seats/range"]),
        ({"holders": ()}, ["holders/none"]),
        ({"minutes": 75}, ["minutes/agenda"]),
        ({"starts_local": "2030-03-12T19:00", "rule": Rule(Frequency.ONCE)}, ["dates/none_ahead"]),
    ],
)
def test_a_draft_with_flaws_is_not_published(
    walkers: Walkers, wish: dict[str, object], found: list[str]
) -> None:
    """Each flaw is said, and nothing is half done."""
    series = walkers.plans(**wish)

    assert codes(publish_series(walkers.house, walkers.id, series, by=walkers.ria)) == found
    assert walkers.series(series).state == "draft"
    assert walkers.told() == []


def test_too_many_seats_have_three_ways_out(walkers: Walkers) -> None:
    """Fewer seats, more time, or a shorter time for everybody; the last can be chosen."""
    series = walkers.plans(seats_max=9)
    flaw = publish_series(walkers.house, walkers.id, series)[0]
    chosen = walkers.plans(seats_max=9, shorter_time=True)

    assert len(flaw.ways_out) == 3
    assert publish_series(walkers.house, walkers.id, chosen) == ()


def test_without_other_support_nothing_is_published(house: House) -> None:
    """Nor while a place on the list was not looked at for a year."""
    walkers = Walkers(house)
    a_support(house, walkers.id, checked_on="2028-01-01", place=2, name="Old line")

    flaws = publish_series(house, walkers.id, walkers.plans())

    assert codes(flaws) == ["support/unchecked"]


def test_a_holder_without_role_words_has_no_card(house: House) -> None:
    """A card at the door says what somebody is."""
    walkers = Walkers(house)
    jo = belongs(house, walkers.id, "jo@example.org", holds="facilitator")

    flaws = publish_series(house, walkers.id, walkers.plans(holders=((jo, "lead"),)))

    assert codes(flaws) == ["holders/role"]


# --- One date -------------------------------------------------------------------------------------


def test_nothing_is_cancelled_or_ended_without_a_word(walkers: Walkers) -> None:
    """Nor moved, nor left out, nor changed from some date on (I45)."""
    house, group, series = walkers.house, walkers.id, walkers.publishes()
    third = walkers.meetings(series)[2].id

    assert codes(cancel_meeting(house, group, third, " ")) == ["said/empty"]
    assert codes(skip_meeting(house, group, third, "")) == ["said/empty"]
    assert codes(move_meeting(house, group, third, "2030-04-03T19:00", "")) == ["said/empty"]
    assert codes(end_series(house, group, series, "")) == ["said/empty"]
    assert codes(change_following(house, group, third, EIGHT_TUESDAYS, ""))[-1] == "said/empty"
    assert {one.state for one in walkers.meetings(series)} == {"scheduled"}
    assert walkers.notices() == []


def test_a_skipped_date_is_told_once_and_counted_out(walkers: Walkers) -> None:
    """The one before it is two from the end now, not three."""
    series = walkers.publishes()
    sixth = walkers.meetings(series)[5].id

    for _ in range(2):
        skip_meeting(walkers.house, walkers.id, sixth, "Easter: we rest too.")

    assert [one.left_after for one in walkers.meetings(series)][3:] == [3, 2, 2, 1, 0]
    assert walkers.notices() == [("skipped", "Easter: we rest too.")]
    assert [who for _kind, who in walkers.told("cancelled")] == ["lee", "ria", "tom"]
    assert walkers.facts("cancelled")[0] == {
        "series": series,
        "meeting": sixth,
        "said": "Easter: we rest too.",
    }


def test_a_moved_meeting_keeps_its_name_in_calendars(walkers: Walkers) -> None:
    """Its RECURRENCE-ID stays, its sequence grows, and places stay with those who have them."""
    series = walkers.publishes()
    second = walkers.meetings(series)[1]
    replies(walkers.house, second.id, walkers.lee)

    move_meeting(walkers.house, walkers.id, second.id, "2030-03-27T18:30", "The hall is taken.")

    moved = walkers.meetings(series)[1]
    assert (moved.recurrence, moved.starts_local) == ("2030-03-26T19:00", "2030-03-27T18:30")
    assert moved.sequence == 1
    assert moved.ends_at - moved.starts_at == 3_600_000
    assert len(walkers.told("changed")) == 3
    with read(walkers.house.database) as session:
        assert session.get_one(MeetingReply, (second.id, walkers.lee)).place == "seat"


def test_a_meeting_moves_to_no_time_that_has_been(walkers: Walkers) -> None:
    """Nor to words that are no time."""
    series = walkers.publishes()
    first = walkers.meetings(series)[0].id

    for wall, code in (("2030-03-16T19:00", "start/past"), ("soon", "start/unclear")):
        assert codes(move_meeting(walkers.house, walkers.id, first, wall, "Sorry.")) == [code]


def test_seats_never_go_below_those_who_come(walkers: Walkers) -> None:
    """Three have a place, so two seats are too few; three are enough and need no words."""
    series = walkers.publishes()
    first = walkers.meetings(series)[0].id
    for person in (walkers.lee, walkers.sam, walkers.tom):
        replies(walkers.house, first, person)

    fewer = change_meeting(walkers.house, walkers.id, first, MeetingWish(seats_max=2), "")
    enough = change_meeting(walkers.house, walkers.id, first, MeetingWish(seats_max=3), "")

    assert codes(fewer) == ["seats/coming"]
    assert enough == ()
    assert walkers.meetings(series)[0].seats_max == 3
    assert walkers.told("changed") == []


def test_more_seats_give_whoever_waits_a_place(walkers: Walkers) -> None:
    """The first in line has it, or is offered it."""
    series = walkers.publishes(seats_max=2)
    first = walkers.meetings(series)[0].id
    replies(walkers.house, first, walkers.lee)
    replies(walkers.house, first, walkers.tom)
    replies(walkers.house, first, walkers.sam, place="waiting", line=1)

    change_meeting(walkers.house, walkers.id, first, MeetingWish(seats_max=3), "")

    with read(walkers.house.database) as session:
        assert session.get_one(MeetingReply, (first, walkers.sam)).place in ("seat", "offered")


def test_the_last_meeting_may_have_an_agenda_of_its_own(walkers: Walkers) -> None:
    """The farewell, with words about it; the others stay as they were."""
    series = walkers.publishes()
    last = walkers.meetings(series)[-1].id
    farewell = MeetingWish(agenda=template_to_json(AGENDAS["farewell"]))

    unsaid = change_meeting(walkers.house, walkers.id, last, farewell, "")
    assert codes(unsaid) == ["said/empty"]
    change_meeting(walkers.house, walkers.id, last, farewell, "We part well.")

    with read(walkers.house.database) as session:
        facts = meetings_of_series(session, series)
    assert [json.loads(one.agenda)["key"] for one in facts][-2:] == ["standard_hour", "farewell"]


def test_two_who_call_it_off_at_once_call_it_off_once(walkers: Walkers) -> None:
    """One notice, one mail to each, and the calendars see one change."""
    series = walkers.publishes()
    first = walkers.meetings(series)[0].id

    with ThreadPoolExecutor() as both:
        answers = both.map(
            lambda said: cancel_meeting(walkers.house, walkers.id, first, said), ["Ill.", "Snow."]
        )

    assert list(answers) == [(), ()]
    assert len(walkers.notices()) == 1
    assert len(walkers.told("cancelled")) == 3
    assert walkers.meetings(series)[0].sequence == 1


def test_a_meeting_that_has_begun_stays_as_it_was(walkers: Walkers, clock: StandingClock) -> None:
    """What is on can't be moved away."""
    series = walkers.publishes()
    first = walkers.meetings(series)[0]
    clock.at = first.starts_at

    for change in (cancel_meeting, skip_meeting):
        assert codes(change(walkers.house, walkers.id, first.id, "Sorry.")) == ["meeting/begun"]


def test_another_group_changes_nothing_here(walkers: Walkers) -> None:
    """A meeting is found by its group."""
    series = walkers.publishes()
    first = walkers.meetings(series)[0].id
    elsewhere = a_group(walkers.house)

    assert codes(cancel_meeting(walkers.house, elsewhere, first, "Ha.")) == ["meeting/set_aside"]
    assert codes(end_series(walkers.house, elsewhere, series, "Ha.")) == ["series/ended"]


# --- This and following ---------------------------------------------------------------------------


def test_this_and_following_is_a_series_of_its_own(walkers: Walkers) -> None:
    """From the fourth on it is Wednesdays at eight; what Lee said about the fifth goes along."""
    series = walkers.publishes()
    old = walkers.meetings(series)
    replies(walkers.house, old[4].id, walkers.lee)
    wish = replace(
        EIGHT_TUESDAYS,
        rule=Rule(Frequency.WEEKLY, count=5),
        starts_local="2030-04-10T20:00",
        holders=((walkers.ria, "lead"), (walkers.tom, "co")),
    )

    assert change_following(walkers.house, walkers.id, old[3].id, wish, "Wednesdays fit.") == ()

    before = walkers.meetings(series)
    assert [one.left_after for one in before] == [7, 6, 5]
    assert rule_from_json(walkers.series(series).rule).until == "2030-04-02"
    with read(walkers.house.database) as session:
        follows = session.scalars(select(Series).where(Series.id != series)).one()
        reply = session.scalars(select(MeetingReply)).one()
    after = walkers.meetings(follows.id)
    assert [one.starts_local[5:] for one in after] == [
        "04-10T20:00",
        "04-17T20:00",
        "04-24T20:00",
        "05-01T20:00",
        "05-08T20:00",
    ]
    assert [one.id for one in after] == [one.id for one in old[3:]]
    assert reply.meeting_id == after[1].id
    assert [fact["series"] for fact in walkers.facts("changed")].count(follows.id) == 3
    assert walkers.notices() == [("changed", "Wednesdays fit.")]


def test_what_follows_has_a_seat_for_everybody_who_comes(walkers: Walkers) -> None:
    """Three come to the fifth date: from the fourth on there are three seats or more."""
    house, fourth, fifth = walkers.house, *walkers.meetings(walkers.publishes())[3:5]
    for one in ("lee", "sam", "jo"):
        replies(house, fifth.id, belongs(house, walkers.id, f"{one}@example.net"))
    wish = replace(EIGHT_TUESDAYS, starts_local="2030-04-09T19:00", rule=Rule(Frequency.WEEKLY))

    too_few = change_following(house, walkers.id, fourth.id, replace(wish, seats_max=2), "Fewer.")
    enough = change_following(house, walkers.id, fourth.id, replace(wish, seats_max=3), "Fewer.")

    assert "seats/coming" in codes(too_few)
    assert "seats/coming" not in codes(enough)


def test_an_ending_is_not_foretold_where_the_group_goes_on(walkers: Walkers) -> None:
    """I45: three Tuesdays, then Wednesdays without an end; skipping one of them ends nothing."""
    series = walkers.publishes()
    wish = replace(
        EIGHT_TUESDAYS,
        rule=Rule(Frequency.WEEKLY),
        starts_local="2030-04-10T20:00",
        holders=((walkers.ria, "lead"),),
    )
    fourth = walkers.meetings(series)[3].id

    assert change_following(walkers.house, walkers.id, fourth, wish, "Wednesdays fit.") == ()

    assert [one.left_after for one in walkers.meetings(series)] == [None] * 3
    follows = walkers.series(series).followed_by
    assert follows

    last = walkers.meetings(follows)[0].id
    assert end_series(walkers.house, walkers.id, follows, "We part then.", last) == ()

    assert [one.left_after for one in walkers.meetings(series)] == [3, 2, 1]


def test_from_the_first_on_it_stays_one_series(walkers: Walkers) -> None:
    """Nothing comes before, so calendars keep its name; its dates may take each other's place."""
    series = walkers.publishes()
    old = walkers.meetings(series)
    wish = replace(
        EIGHT_TUESDAYS,
        starts_local="2030-03-26T19:00",
        rule=Rule(Frequency.WEEKLY, count=8),
        holders=((walkers.tom, "lead"),),
    )

    assert change_following(walkers.house, walkers.id, old[0].id, wish, "A week later.") == ()

    after = walkers.meetings(series)
    assert [one.id for one in after][:7] == [one.id for one in old][1:]
    assert [one.number for one in after] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert walkers.series(series).sequence == 1
    with read(walkers.house.database) as session:
        asked = session.scalars(select(MeetingHolder)).all()
    assert {(one.person_id, one.part) for one in asked} == {(walkers.tom, "lead")}


def test_what_follows_does_not_begin_in_the_past(walkers: Walkers) -> None:
    """A date that has been can't be kept for anybody; nothing is changed."""
    series = walkers.publishes()
    old = walkers.meetings(series)
    wish = replace(EIGHT_TUESDAYS, starts_local="2020-03-24T19:00", rule=Rule(Frequency.WEEKLY))

    flaws = change_following(walkers.house, walkers.id, old[3].id, wish, "As it was.")

    assert "start/past" in codes(flaws)
    assert [one.id for one in walkers.meetings(series)] == [one.id for one in old]


# --- Endings and horizons -------------------------------------------------------------------------


def test_a_series_ends_with_a_meeting_that_is_told_ahead(walkers: Walkers) -> None:
    """The third is the last: the first says so two ahead."""
    series = walkers.publishes(rule=Rule(Frequency.WEEKLY))
    third = walkers.meetings(series)[2].id

    assert end_series(walkers.house, walkers.id, series, "We part in April.", third) == ()

    assert [one.left_after for one in walkers.meetings(series)] == [2, 1, 0]
    assert walkers.series(series).state == "published"
    assert walkers.notices() == [("last", "We part in April.")]


def test_a_series_that_ends_at_once_calls_each_date_off(walkers: Walkers) -> None:
    """Nobody stands before a door without a word, and nothing happens twice."""
    series = walkers.publishes()

    for _ in range(2):
        assert end_series(walkers.house, walkers.id, series, "I can’t go on.") == ()

    assert {one.state for one in walkers.meetings(series)} == {"cancelled"}
    assert walkers.series(series).state == "ended"
    assert walkers.notices() == [("cancelled", "I can’t go on.")]
    assert len(walkers.told("cancelled")) == 3


def test_the_horizon_goes_along(walkers: Walkers, clock: StandingClock) -> None:
    """An endless series always has its dates for 400 days; who said yes has said it for them."""
    series = walkers.publishes(rule=Rule(Frequency.WEEKLY))
    so_many = len(walkers.meetings(series))
    assert extend_horizons(walkers.house) == 0
    clock.at += 14 * DAY_MS

    assert extend_horizons(walkers.house) == 2
    assert extend_horizons(walkers.house) == 0

    meetings = walkers.meetings(series)
    assert [one.number for one in meetings] == list(range(1, so_many + 3))
    with read(walkers.house.database) as session:
        asked = select(MeetingHolder).where(MeetingHolder.meeting_id == meetings[-1].id)
        answers = {one.person_id: one.answer for one in session.scalars(asked)}
    assert answers == {walkers.ria: "yes", walkers.tom: "asked"}


def test_an_ending_is_told_by_mail_before_each_of_the_last_three(
    walkers: Walkers, clock: StandingClock
) -> None:
    """Two, one, none left; each once, however often the house looks."""
    series = walkers.publishes(rule=Rule(Frequency.WEEKLY, count=4))

    for _ in range(4):
        extend_horizons(walkers.house)
        extend_horizons(walkers.house)
        clock.at += 7 * DAY_MS

    told = [fact["left"] for fact in walkers.facts("ending")]
    assert sorted(told) == [0, 0, 0, 1, 1, 1, 2, 2, 2]
    assert series == walkers.facts("ending")[0]["series"]
