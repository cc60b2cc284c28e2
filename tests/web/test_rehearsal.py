from uuid import uuid4

import pytest

from facilitator.circle import commands as c
from facilitator.circle.state import Circle
from facilitator.house import House
from facilitator.tokens import token_hash
from facilitator.use_cases.accompany import accompany
from facilitator.use_cases.read_seat import read_circle
from facilitator.use_cases.rehearse import rehearse
from facilitator.use_cases.run_command import run_command, run_system
from facilitator.use_cases.take_seat import Seated, take_hold
from tests.web.visitors import FixedClock, Visitor


class Rehearsal:
    """A visitor who holds a rehearsal, and time that passes in it."""

    def __init__(self, house: House, clock: FixedClock) -> None:
        self.house, self.clock = house, clock
        seated = take_hold(house, rehearse(house))
        assert isinstance(seated, Seated)
        self.seated = seated
        run_system(house, seated.circle_id, c.RaiseLine(seated.seat_id))
        self.seen: list[Circle] = []

    @property
    def circle(self) -> Circle:
        kept = read_circle(self.house, self.seated.circle_id)
        assert kept is not None
        return kept.circle

    def does(self, command: c.Command) -> None:
        run_command(self.house, token_hash(self.seated.token), command, str(uuid4()))

    def passes(self, seconds: float) -> None:
        for _ in range(int(seconds * 2)):
            self.clock.instant += 500
            if read_circle(self.house, self.seated.circle_id) is None:
                return
            run_system(self.house, self.seated.circle_id, c.TimeRanOut())
            accompany(self.house)
            kept = read_circle(self.house, self.seated.circle_id)
            if kept is not None:
                self.seen.append(kept.circle)

    def goes_to_sharing(self) -> None:
        self.does(c.Begin())
        self.does(c.MoveOn(0, "settling"))
        self.does(c.MoveOn(0, "agreements"))
        self.does(c.IntroduceRound(1))
        self.passes(8)
        self.does(c.MoveOn(1, "choosing"))
        self.does(c.MoveOn(1, "reveal"))
        self.does(c.IntroduceRound(2))


@pytest.fixture
def rehearsal(house: House, clock: FixedClock) -> Rehearsal:
    return Rehearsal(house, clock)


def test_four_companions_are_there_and_marked_as_such(rehearsal: Rehearsal) -> None:
    """Nobody is taken for a person who is none."""
    names = {seat.name for seat in rehearsal.circle.seats.values() if seat.companion}

    assert names == {"Alma", "Bo", "Cleo", "Dev"}
    assert len(rehearsal.circle.roster) == 5


def test_one_shares_one_passes_one_lets_it_go_by_and_one_steps_out_and_returns(
    rehearsal: Rehearsal,
) -> None:
    """The four ways through a round are all seen in one sharing."""
    rehearsal.goes_to_sharing()
    rehearsal.passes(75)

    offered = {
        rehearsal.circle.seats[circle.turn.seat].name for circle in rehearsal.seen if circle.turn
    }
    out = [c for c in rehearsal.seen if any(s.place == "out" for s in c.seats.values())]
    assert {"Alma", "Bo", "Cleo"} <= offered
    assert [share.seat for share in rehearsal.circle.shares.values()] == [_seat(rehearsal, "Alma")]
    assert out
    assert rehearsal.circle.seats[_seat(rehearsal, "Dev")].inside


def test_a_rehearsal_ends_and_leaves_nothing(rehearsal: Rehearsal, house: House) -> None:
    """It is closed and purged like any circle."""
    rehearsal.goes_to_sharing()
    rehearsal.passes(20)
    rehearsal.does(c.ShortClose())
    rehearsal.passes(60)
    rehearsal.does(c.EndCircle())

    assert read_circle(house, rehearsal.seated.circle_id) is None
    assert not house.vault.has_key(rehearsal.seated.circle_id)


def test_one_click_from_the_start_page_opens_it(somebody: Visitor) -> None:
    """No account, no name, no link."""
    answer = somebody.sends("/rehearsal", page="/")

    assert answer.status_code == 303
    assert somebody.opens(answer.headers["Location"]).status_code == 200


def _seat(rehearsal: Rehearsal, name: str) -> str:
    return next(s.id for s in rehearsal.circle.seats.values() if s.name == name)
