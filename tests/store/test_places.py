"""Places at meetings on a real database: taken, kept, passed on, also by many at once."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from sqlalchemy import select

from facilitator.house import House
from facilitator.store import replies
from facilitator.store.database import read, write
from facilitator.store.meeting_changes import most_coming
from facilitator.store.meeting_tables import Meeting, MeetingReply, Series
from facilitator.store.outbox_tables import OutboxRow
from facilitator.use_cases.answer_meeting import Unanswerable, answer_meeting, answer_offer
from facilitator.use_cases.lapse_offers import lapse_offers
from facilitator.use_cases.settle_places import settle_resized
from tests.calendar_rows import DAY_MS, HOUR_MS, a_group, a_meeting, a_series, belongs, holds
from tests.store.houses import StandingClock


class Evening:
    """A meeting in a week, with so many seats, and people who would like to come."""

    def __init__(self, house: House, clock: StandingClock, seats: int, *names: str) -> None:
        self.house, self.clock = house, clock
        self.group = a_group(house)
        self.people = {
            name: belongs(house, self.group, f"{name.lower()}@example.org", name=name)
            for name in names
        }
        self.series = a_series(house, self.group, seats_max=seats)
        self.meeting = a_meeting(house, self.series, clock.at + 7 * DAY_MS)

    def says(self, name: str, answer: str, house: House | None = None) -> Unanswerable | None:
        return answer_meeting(house or self.house, self.meeting, self.people[name], answer)

    def takes(self, name: str, taken: bool = True) -> Unanswerable | None:
        return answer_offer(self.house, self.meeting, self.people[name], taken=taken)

    @property
    def places(self) -> dict[str, str]:
        """By name, for everybody who has said something."""
        with read(self.house.database) as session:
            found = replies.replies_to(session, self.meeting)
        called = {person: name for name, person in self.people.items()}
        return {called[one.person]: one.place or one.answer for one in found if one.answer}

    @property
    def mails(self) -> list[tuple[str, str]]:
        called = {person: name for name, person in self.people.items()}
        with read(self.house.database) as session:
            rows = session.scalars(select(OutboxRow).order_by(OutboxRow.made_at, OutboxRow.id))
            return [(called[row.person_id], row.kind) for row in rows]


def test_whoever_comes_when_all_is_taken_is_first_in_line(
    house: House, clock: StandingClock
) -> None:
    """And the first to hear, when somebody gives their seat up."""
    evening = Evening(house, clock, 1, "Sam", "Lee", "Jo")
    for name in ("Sam", "Lee", "Jo"):
        evening.says(name, "coming")
    assert evening.places == {"Sam": "seat", "Lee": "waiting", "Jo": "waiting"}

    evening.says("Sam", "not_this_time")

    assert evening.places == {"Sam": "not_this_time", "Lee": "offered", "Jo": "waiting"}
    assert evening.mails == [("Lee", "place_offered")]


def test_an_offer_that_nobody_answered_goes_on_and_takes_nothing_from_them(
    house: House, clock: StandingClock
) -> None:
    """A day later the next is asked; the line stays as it was."""
    evening = Evening(house, clock, 1, "Sam", "Lee", "Jo")
    for name in ("Sam", "Lee", "Jo"):
        evening.says(name, "coming")
    evening.says("Sam", "maybe")
    assert lapse_offers(house) == 0

    clock.at += DAY_MS + 1

    assert lapse_offers(house) == 1
    assert evening.places == {"Sam": "maybe", "Lee": "waiting", "Jo": "offered"}
    assert sorted(evening.mails[1:]) == [("Jo", "place_offered"), ("Lee", "place_passed_on")]
    assert lapse_offers(house) == 0


def test_an_offer_is_taken_or_let_go(house: House, clock: StandingClock) -> None:
    """Whoever takes it has the seat; whoever lets it go, lets the next be asked."""
    evening = Evening(house, clock, 1, "Sam", "Lee", "Jo")
    for name in ("Sam", "Lee", "Jo"):
        evening.says(name, "coming")
    evening.says("Sam", "not_this_time")

    evening.takes("Lee", taken=False)
    evening.takes("Jo")
    evening.takes("Jo")

    assert evening.places == {"Sam": "not_this_time", "Lee": "not_this_time", "Jo": "seat"}


def test_near_the_doors_a_seat_is_given_without_asking(house: House, clock: StandingClock) -> None:
    """There would be no time to answer; whoever waits said already that they are coming."""
    evening = Evening(house, clock, 1, "Sam", "Lee")
    evening.says("Sam", "coming")
    evening.says("Lee", "coming")
    clock.at += 7 * DAY_MS - HOUR_MS

    evening.says("Sam", "not_this_time")

    assert evening.places["Lee"] == "seat"
    assert evening.mails == [("Lee", "place_yours")]


def test_an_open_seat_is_given_when_the_doors_come_near(house: House, clock: StandingClock) -> None:
    """Everybody in the line was asked and nobody answered: the first of them has it in the end."""
    evening = Evening(house, clock, 1, "Sam", "Lee")
    evening.says("Sam", "coming")
    evening.says("Lee", "coming")
    evening.says("Sam", "not_this_time")
    clock.at += DAY_MS + 1
    lapse_offers(house)
    assert evening.places["Lee"] == "waiting"

    clock.at += 6 * DAY_MS - HOUR_MS

    assert lapse_offers(house) == 1
    assert evening.places["Lee"] == "seat"


def test_an_answer_is_taken_back_and_leaves_nothing(house: House, clock: StandingClock) -> None:
    """The row is gone, and the seat is free again; twice is once."""
    evening = Evening(house, clock, 1, "Sam", "Lee")
    evening.says("Sam", "coming")

    evening.says("Sam", "")
    evening.says("Sam", "")

    with read(house.database) as session:
        assert list(session.scalars(select(MeetingReply))) == []
    evening.says("Lee", "coming")
    assert evening.places == {"Lee": "seat"}


def test_a_slip_of_the_thumb_costs_nobody_their_place_in_the_line(
    house: House, clock: StandingClock
) -> None:
    """Whoever waits, takes it back and comes again is where they were."""
    evening = Evening(house, clock, 1, "Sam", "Lee", "Jo")
    for name in ("Sam", "Lee", "Jo"):
        evening.says(name, "coming")

    evening.says("Lee", "")
    assert "Lee" not in evening.places
    evening.says("Lee", "coming")
    evening.says("Sam", "not_this_time")

    assert evening.places["Lee"] == "offered"


def test_more_seats_are_offered_at_once(house: House, clock: StandingClock) -> None:
    """An organizer found room for one more."""
    evening = Evening(house, clock, 1, "Sam", "Lee")
    evening.says("Sam", "coming")
    evening.says("Lee", "coming")

    with write(house.database) as session:
        session.get_one(Series, evening.series).seats_max = 2
        session.flush()
        settle_resized(session, house, evening.meeting)

    assert evening.places == {"Sam": "seat", "Lee": "offered"}


def test_a_seat_whose_owner_is_gone_finds_the_next_by_itself(
    house: House, clock: StandingClock
) -> None:
    """Whoever was erased left no word; the line moves on all the same."""
    evening = Evening(house, clock, 1, "Sam", "Lee")
    evening.says("Sam", "coming")
    evening.says("Lee", "coming")
    with write(house.database) as session:
        session.delete(session.get_one(MeetingReply, (evening.meeting, evening.people["Sam"])))

    assert lapse_offers(house) == 1

    assert evening.places == {"Lee": "offered"}


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"state": "cancelled"}, Unanswerable.NO_LONGER),
        ({"state": "skipped"}, Unanswerable.NO_LONGER),
        ({"state": "draft"}, Unanswerable.NOT_HERE),
        ({"ends_at": 1}, Unanswerable.NO_LONGER),
    ],
)
def test_nothing_is_said_about_a_meeting_that_isnt_there(
    house: House, clock: StandingClock, fields: dict[str, object], why: Unanswerable
) -> None:
    """Left out, cancelled, over, not yet told of: no answer is kept."""
    evening = Evening(house, clock, 1, "Sam")
    with write(house.database) as session:
        meeting = session.get_one(Meeting, evening.meeting)
        for name, value in fields.items():
            setattr(meeting, name, value)

    assert evening.says("Sam", "coming") is why
    assert evening.takes("Sam") is why
    assert evening.places == {}


def test_who_only_was_invited_has_no_seat_to_take(house: House, clock: StandingClock) -> None:
    """First comes yes to the group; a stranger's id opens nothing either."""
    evening = Evening(house, clock, 1)
    evening.people["Kim"] = belongs(house, evening.group, "kim@example.org", joined_at=None)
    elsewhere = a_group(house)
    evening.people["Ola"] = belongs(house, elsewhere, "ola@example.org")

    assert evening.says("Kim", "coming") is Unanswerable.NOT_HERE
    assert evening.says("Ola", "coming") is Unanswerable.NOT_HERE


def test_who_holds_a_meeting_takes_no_seat(house: House, clock: StandingClock) -> None:
    """The list is for those who come to be held."""
    evening = Evening(house, clock, 1, "Ria")
    holds(house, evening.meeting, evening.people["Ria"])

    assert evening.says("Ria", "coming") is Unanswerable.HOLDS_IT


def test_organizers_read_answers_by_name_without_anything_else(
    house: House, clock: StandingClock
) -> None:
    """Coming, maybe, not this time, and the place (domain.md 2.8)."""
    evening = Evening(house, clock, 1, "Sam", "Lee")
    evening.says("Sam", "coming")
    evening.says("Lee", "maybe")

    with read(house.database) as session:
        said = replies.named_replies(session, [evening.meeting])[evening.meeting]

    assert [(one.name, one.answer, one.place) for one in said] == [
        ("Lee", "maybe", ""),
        ("Sam", "coming", "seat"),
    ]


def test_two_take_the_last_place_at_once(house: House, other: House, clock: StandingClock) -> None:
    """One has it, the other is first in line; ten times over, in two processes' connections."""
    for round_ in range(10):
        evening = Evening(house, clock, 2, f"Sam{round_}", f"Lee{round_}", f"Jo{round_}")
        sam, lee, jo = evening.people
        evening.says(sam, "coming")

        _at_once(partial(evening.says, lee, "coming"), partial(evening.says, jo, "coming", other))

        places = evening.places
        assert places[sam] == "seat"
        assert sorted((places[lee], places[jo])) == ["seat", "waiting"]


def test_a_seat_that_is_taken_away_meanwhile_is_not_given(
    house: House, other: House, clock: StandingClock
) -> None:
    """An organizer lowers the seats to those who come, while somebody takes the last one."""
    evening = Evening(house, clock, 2, "Sam", "Lee")
    evening.says("Sam", "coming")

    with ThreadPoolExecutor(1) as pool:
        with write(house.database) as session:
            assert most_coming(session, [evening.meeting]) == 1
            lee = pool.submit(evening.says, "Lee", "coming", other)
            # Time for the answer to reach the database, where it has to wait.
            time.sleep(0.3)
            session.get_one(Series, evening.series).seats_max = 1
        lee.result()

    assert evening.places == {"Sam": "seat", "Lee": "waiting"}


def test_a_crowd_at_once_fills_the_seats_and_no_more(
    house: House, other: House, clock: StandingClock
) -> None:
    """Twelve people, four seats: four have one, and everybody else has a line of their own."""
    names = [f"N{n}" for n in range(12)]
    evening = Evening(house, clock, 4, *names)

    _at_once(
        *(
            partial(evening.says, name, "coming", where)
            for name, where in zip(names, (house, other) * 6, strict=True)
        )
    )

    with read(house.database) as session:
        said = replies.replies_to(session, evening.meeting)
    assert sum(one.place == "seat" for one in said) == 4
    waiting = [one.line for one in said if one.place == "waiting"]
    assert len(set(waiting)) == len(waiting) == 8


def _at_once(*deeds: Callable[[], object]) -> None:
    """All of these begin at the same moment, each in a thread; what one raises is raised."""
    gate = threading.Barrier(len(deeds))

    def do(deed: Callable[[], object]) -> None:
        gate.wait()
        deed()

    with ThreadPoolExecutor(len(deeds)) as threads:
        for done in [threads.submit(do, deed) for deed in deeds]:
            done.result()
