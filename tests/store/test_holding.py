"""Who holds a meeting: asked, answered, swapped in time, and told to those who come."""

import pytest
from sqlalchemy import select

from facilitator.house import House
from facilitator.store import meetings
from facilitator.store.database import read, write
from facilitator.store.meeting_tables import Meeting, MeetingReply, Notice
from facilitator.store.outbox_tables import OutboxRow
from facilitator.use_cases.answer_holding import answer_holding, answer_series
from facilitator.use_cases.answer_meeting import answer_meeting
from facilitator.use_cases.ask_holder import ask_holder
from facilitator.use_cases.find_stand_in import find_stand_in
from facilitator.use_cases.holding import Hindrance
from facilitator.use_cases.leave_group import leave_group
from facilitator.use_cases.swap_holder import Swap, swap_holder
from tests.calendar_rows import a_group, a_meeting, a_series, belongs, holds
from tests.store.houses import StandingClock

SAID = "Tom holds this one. It begins and ends as planned."


class Evening:
    """Ria organizes and leads, Tom and Mia may hold it, Sam comes."""

    def __init__(self, house: House) -> None:
        self.house, self.group = house, a_group(house)
        self.ria = self.somebody("Ria", organizes=True, holds="facilitator")
        self.tom = self.somebody("Tom", holds="co_facilitator")
        self.mia = self.somebody("Mia", holds="co_facilitator")
        self.sam = self.somebody("Sam")
        self.series = a_series(house, self.group)
        self.meeting = a_meeting(house, self.series)
        holds(house, self.meeting, self.ria)
        answer_meeting(house, self.meeting, self.sam, "coming")

    def somebody(self, name: str, **place: object) -> str:
        return belongs(self.house, self.group, f"{name.lower()}@example.org", name=name, **place)

    def swaps(self, goes: str, comes: str, said: str = SAID, **how: bool) -> Hindrance | None:
        wish = Swap(goes, comes, said, agreed=how.get("agreed", True))
        return swap_holder(self.house, self.group, self.meeting, wish, by=self.ria)

    def asks(self, person: str, part: str) -> Hindrance | None:
        return ask_holder(self.house, self.group, self.meeting, person, part, by=self.ria)

    def answers(self, person: str, answer: str) -> Hindrance | None:
        return answer_holding(self.house, self.group, self.meeting, person, answer)

    def looks(self, person: str, whom: str = "") -> Hindrance | None:
        return find_stand_in(self.house, self.group, self.meeting, person, whom=whom, said=SAID)

    @property
    def holders(self) -> dict[str, tuple[str, str]]:
        with read(self.house.database) as session:
            found = meetings.holders_of(session, [self.meeting]).get(self.meeting, [])
        return {one.name: (one.part, one.answer) for one in found}

    @property
    def mails(self) -> set[tuple[str, str]]:
        called = {self.ria: "Ria", self.tom: "Tom", self.mia: "Mia", self.sam: "Sam"}
        with read(self.house.database) as session:
            rows = list(session.scalars(select(OutboxRow)))
        assert len({(row.person_id, row.kind, row.facts) for row in rows}) == len(rows)
        return {(called[row.person_id], row.kind) for row in rows}

    @property
    def notices(self) -> list[tuple[str, str]]:
        with read(self.house.database) as session:
            rows = session.scalars(select(Notice).where(Notice.meeting_id == self.meeting))
            return [(row.kind, row.said) for row in rows]


@pytest.fixture
def evening(house: House) -> Evening:
    return Evening(house)


def test_a_swap_is_told_to_those_who_come_before_the_doors(evening: Evening) -> None:
    """Who comes, who goes and who comes to hold it read the same words; sent twice, once."""
    evening.swaps(evening.ria, evening.tom)
    evening.swaps(evening.ria, evening.tom)

    assert evening.holders == {"Ria": ("lead", "no"), "Tom": ("lead", "yes")}
    assert evening.notices == [("holders", SAID)]
    assert evening.mails == {(name, "holders_changed") for name in ("Ria", "Tom", "Sam")}


def test_a_swap_without_words_is_no_swap(evening: Evening) -> None:
    """Nobody finds somebody else in the room without having been told (domain.md 2.1)."""
    with pytest.raises(ValueError, match="words"):
        evening.swaps(evening.ria, evening.tom, said="")

    assert evening.holders == {"Ria": ("lead", "yes")}


def test_asked_first_nothing_changes_until_they_say_yes(evening: Evening) -> None:
    """What was written for those who come waits along with the question."""
    evening.swaps(evening.ria, evening.tom, agreed=False)
    assert evening.holders["Ria"] == ("lead", "yes")
    assert evening.notices == []
    assert evening.mails == {("Tom", "holder_asked")}

    evening.answers(evening.tom, "yes")
    evening.answers(evening.tom, "yes")

    assert evening.holders == {"Ria": ("lead", "no"), "Tom": ("lead", "yes")}
    assert evening.notices == [("holders", SAID)]
    assert ("Sam", "holders_changed") in evening.mails


def test_a_tired_facilitator_finds_a_stand_in(evening: Evening) -> None:
    """Everybody who may hold it is asked; the first yes counts, and the others are let go."""
    evening.looks(evening.ria)
    assert evening.mails == {("Tom", "holder_asked"), ("Mia", "holder_asked")}
    assert evening.holders["Ria"] == ("lead", "yes")

    evening.answers(evening.mia, "yes")

    assert evening.holders == {"Ria": ("lead", "no"), "Mia": ("lead", "yes")}
    assert evening.answers(evening.tom, "yes") is Hindrance.NOT_HERE


def test_only_one_is_asked_when_only_one_was_meant(evening: Evening) -> None:
    """And nobody who said no is asked again."""
    evening.looks(evening.ria, whom=evening.tom)
    assert set(evening.holders) == {"Ria", "Tom"}

    evening.answers(evening.tom, "no")
    evening.looks(evening.ria)

    assert evening.holders["Tom"] == ("stand_in", "no")
    assert evening.holders["Mia"] == ("stand_in", "asked")


def test_whoever_stands_by_takes_it_over_at_once(evening: Evening) -> None:
    """They said yes to standing in before."""
    holds(evening.house, evening.meeting, evening.tom, "stand_in", "yes")

    evening.looks(evening.ria)

    assert evening.holders == {"Ria": ("lead", "no"), "Tom": ("lead", "yes")}
    assert evening.notices == [("holders", SAID)]


def test_with_nobody_else_there_is_nobody_to_ask(evening: Evening) -> None:
    """That is said, and nothing has changed."""
    for person in (evening.tom, evening.mia):
        leave_group(evening.house, evening.group, person)

    assert evening.looks(evening.ria) is Hindrance.NOBODY_ELSE
    assert evening.holders == {"Ria": ("lead", "yes")}


def test_a_no_is_left_with_the_organizers(evening: Evening) -> None:
    """They are told that, never why."""
    evening.asks(evening.tom, "co")
    assert evening.mails == {("Tom", "holder_asked")}

    evening.answers(evening.tom, "no")
    evening.answers(evening.tom, "no")

    assert evening.holders["Tom"] == ("co", "no")
    assert ("Ria", "left_with_holder") in evening.mails


def test_who_holds_it_gives_their_seat_to_the_next(evening: Evening) -> None:
    """Tom was coming for himself, and now holds it."""
    answer_meeting(evening.house, evening.meeting, evening.tom, "coming")
    evening.asks(evening.tom, "co")

    evening.answers(evening.tom, "yes")

    with read(evening.house.database) as session:
        assert session.get(MeetingReply, (evening.meeting, evening.tom)) is None


def test_an_organizer_who_takes_it_on_has_said_yes(evening: Evening) -> None:
    """And asking twice, or somebody who is asked already, changes nothing."""
    meeting = a_meeting(evening.house, evening.series)
    ask_holder(evening.house, evening.group, meeting, evening.ria, "lead", by=evening.ria)
    ask_holder(evening.house, evening.group, meeting, evening.tom, "co", by=evening.ria)
    ask_holder(evening.house, evening.group, meeting, evening.tom, "stand_in", by=evening.ria)

    with read(evening.house.database) as session:
        found = meetings.holders_of(session, [meeting])[meeting]
    assert [(one.name, one.part, one.answer) for one in found] == [
        ("Ria", "lead", "yes"),
        ("Tom", "co", "asked"),
    ]


def test_a_lead_is_swapped_and_never_doubled(evening: Evening) -> None:
    """So that those who come are told."""
    assert evening.asks(evening.tom, "lead") is Hindrance.HELD_ALREADY


def test_a_co_facilitator_who_leads_leaves_no_part_without_a_lead(evening: Evening) -> None:
    """Put in the co-facilitator's place, whoever leads goes on leading."""
    holds(evening.house, evening.meeting, evening.tom, "co")

    evening.swaps(evening.tom, evening.ria)

    assert evening.holders["Ria"] == ("lead", "yes")


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"state": "cancelled"}, Hindrance.NO_LONGER),
        ({"ends_at": 1}, Hindrance.NO_LONGER),
    ],
)
def test_a_meeting_that_isnt_held_needs_nobody(
    evening: Evening, fields: dict[str, object], why: Hindrance
) -> None:
    """Every way of changing who holds it says so."""
    with write(evening.house.database) as session:
        meeting = session.get_one(Meeting, evening.meeting)
        for name, value in fields.items():
            setattr(meeting, name, value)

    assert evening.asks(evening.tom, "co") is why
    assert evening.swaps(evening.ria, evening.tom) is why
    assert evening.looks(evening.ria) is why
    assert evening.answers(evening.ria, "no") is why


def test_members_and_strangers_are_never_asked(evening: Evening) -> None:
    """Who may hold a group's meetings is for its organizers to say first."""
    stranger = belongs(
        evening.house, a_group(evening.house), "ola@example.org", holds="facilitator"
    )

    for person in (evening.sam, stranger, "nobody"):
        assert evening.asks(person, "co") is Hindrance.NOT_HERE
        assert evening.swaps(evening.ria, person) is Hindrance.NOT_HERE
        assert evening.answers(person, "yes") is Hindrance.NOT_HERE
        assert evening.looks(person) is Hindrance.NOT_HERE


def test_one_yes_for_every_date_of_a_series(evening: Evening) -> None:
    """Somebody who holds all of it answers once."""
    dates = [a_meeting(evening.house, evening.series) for _ in range(3)]
    for date in dates:
        holds(evening.house, date, evening.tom, "co", "asked")

    answer_series(evening.house, evening.group, dates[0], evening.tom, "yes")

    with read(evening.house.database) as session:
        found = meetings.holders_of(session, dates)
    assert {one.answer for of in found.values() for one in of} == {"yes"}


def test_who_leaves_the_group_leaves_its_meetings_with_the_organizers(
    evening: Evening, clock: StandingClock
) -> None:
    """They read it once, however many dates there were."""
    dates = [evening.meeting, *(a_meeting(evening.house, evening.series) for _ in range(3))]
    for date in dates:
        holds(evening.house, date, evening.tom, "co")
    clock.at += 1

    leave_group(evening.house, evening.group, evening.tom)

    assert "Tom" not in evening.holders
    assert evening.mails == {("Ria", "left_with_holder")}
