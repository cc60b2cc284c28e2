"""A facilitator practises each hard moment of domain.md 3.8, and it comes every time."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest

from facilitator.circle import commands as c
from facilitator.circle.plan import Level
from facilitator.circle.state import Circle, Seat, SeatId
from facilitator.circle.view import Sight
from facilitator.content.hard_moments import BY_CODE, HARD_MOMENTS
from facilitator.content.scripts import SCRIPTS
from facilitator.house import House
from facilitator.tokens import token_hash
from facilitator.use_cases.accompany import accompany
from facilitator.use_cases.hard_moment_deeds import DEEDS
from facilitator.use_cases.read_seat import read_circle
from facilitator.use_cases.rehearse import rehearse
from facilitator.use_cases.run_command import run_command, run_system
from facilitator.use_cases.take_seat import Seated, take_hold
from tests.web.visitors import FixedClock, Visitor

STEP_MS = 700


class Practice:
    """Somebody who holds a rehearsal of one moment, and time that passes in it."""

    def __init__(self, house: House, clock: FixedClock, code: str) -> None:
        self.house, self.clock = house, clock
        seated = take_hold(house, rehearse(house, BY_CODE[code]))
        assert isinstance(seated, Seated)
        self.seated = seated
        self.my_line(up=True)
        self.seen: list[Circle] = []

    @property
    def circle(self) -> Circle:
        kept = read_circle(self.house, self.seated.circle_id)
        assert kept is not None
        return kept.circle

    def seat(self, name: str) -> Seat:
        return next(s for s in self.circle.seats.values() if s.name == name)

    def my_line(self, *, up: bool) -> None:
        mine = self.seated.seat_id
        run_system(self.house, self.seated.circle_id, c.RaiseLine(mine) if up else c.DropLine(mine))

    def does(self, command: c.Command) -> None:
        run_command(self.house, token_hash(self.seated.token), command, str(uuid4()))

    def goes_to_sharing(self) -> None:
        self.waits_for("the companions are there", _all_there)
        self.does(c.Begin(with_few=True))
        self.does(c.MoveOn(0, "settling"))
        self.does(c.MoveOn(0, "agreements"))
        self.does(c.IntroduceRound(1))

    def waits_for(self, what: str, true: Callable[[Circle], object], seconds: int = 400) -> Circle:
        """Time passes, and companions act, until it is true."""
        for _ in range(seconds * 1000 // STEP_MS):
            self.clock.instant += STEP_MS
            run_system(self.house, self.seated.circle_id, c.TimeRanOut())
            accompany(self.house)
            self.seen.append(self.circle)
            if true(self.circle):
                return self.circle
        raise AssertionError(f"it never came that {what}")

    def sees(self, seat_id: SeatId | None = None) -> dict[str, object]:
        kept = read_circle(self.house, self.seated.circle_id)
        assert kept is not None
        view = Sight(kept.circle, kept.words).of(seat_id or self.seated.seat_id)
        assert view is not None
        return {"room": view.room, "you": view.you, "desk": view.desk}


@pytest.fixture
def practises(house: House, clock: FixedClock) -> Callable[[str], Practice]:
    def begin(code: str) -> Practice:
        practice = Practice(house, clock, code)
        practice.goes_to_sharing()
        return practice

    return begin


def _all_there(circle: Circle) -> bool:
    return all(seat.connected for seat in circle.seats.values() if seat.name != "Fay")


def _shared(circle: Circle, name: str) -> bool:
    return any(circle.seats[s.seat].name == name for s in circle.shares.values())


def _sharing(circle: Circle, name: str) -> bool:
    turn = circle.turn
    return turn is not None and turn.phase == "sharing" and circle.seats[turn.seat].name == name


def test_every_moment_has_somebody_who_brings_it_about_and_lines_that_exist() -> None:
    """The list, the deeds and the scripts belong together."""
    assert {moment.code for moment in HARD_MOMENTS} == set(DEEDS)
    assert all(script in SCRIPTS for moment in HARD_MOMENTS for script in moment.scripts)


def test_nobody_takes_the_space(practises: Callable[[str], Practice]) -> None:
    """The round is whole without a share."""
    practice = practises("quiet_offers")
    end = practice.waits_for(
        "everybody was asked",
        lambda x: x.round and x.round.step and x.round.step.name == "last_space",
    )

    assert not end.shares


def test_somebody_goes_on_beyond_their_time(practises: Callable[[str], Practice]) -> None:
    """They were given a minute more, and the facilitator may close with warmth."""
    practice = practises("long")
    practice.waits_for("the grace is over", lambda x: x.turn and x.turn.grace_over)
    turn = practice.circle.turn
    assert turn is not None
    assert turn.more_given or turn.more_asked
    practice.does(c.CloseTurn(turn.id))

    assert practice.circle.turn is not None
    assert practice.circle.turn.phase == "resting"


def test_a_pause_is_wished_by_nobody_in_particular(practises: Callable[[str], Practice]) -> None:
    """It comes while Alma has the space, once."""
    practice = practises("pause")
    circle = practice.waits_for("somebody would like a pause", lambda x: x.signals)

    assert _sharing(circle, "Alma")
    assert [signal.kind for signal in circle.signals] == ["pause"]


def test_advice_slips_in(practises: Callable[[str], Practice]) -> None:
    """One reply is a plan for somebody else."""
    practice = practises("advice")
    circle = practice.waits_for(
        "replies are there", lambda x: any(s.delivered for s in x.shares.values())
    )
    [share] = circle.shares.values()

    assert [(r.level, circle.seats[r.seat].name) for r in share.replies] == [
        (Level.REFLECTION, "Bo")
    ]


@pytest.mark.parametrize("code", ["detail", "strong_feeling"])
def test_a_share_is_harder_than_usual(practises: Callable[[str], Practice], code: str) -> None:
    """What Alma says is the moment's own."""
    practice = practises(code)
    practice.waits_for("Alma shared", lambda x: _shared(x, "Alma"))

    kept = read_circle(practice.house, practice.seated.circle_id)
    assert kept is not None
    assert str(BY_CODE[code].share) in kept.words.values()


def test_something_lands_hard_and_is_flagged(practises: Callable[[str], Practice]) -> None:
    """The flag names its words, not its sender."""
    practice = practises("repair")
    circle = practice.waits_for("a flag came", lambda x: x.signals)

    assert [signal.kind for signal in circle.signals] == ["flag"]
    assert "Bo" not in str(practice.sees()["desk"]["signals"])  # type: ignore[index]


def test_somebody_goes_on_hurting_others_and_is_sent_away(
    practises: Callable[[str], Practice],
) -> None:
    """A sharp reply, a sharp share, a flag; and a time that is ended for today."""
    practice = practises("harm")
    circle = practice.waits_for(
        "Dev shared and was flagged", lambda x: _shared(x, "Dev") and x.signals
    )
    replied = [circle.seats[r.seat].name for s in circle.shares.values() for r in s.replies]
    assert "Dev" in replied
    practice.does(c.RemoveSeat(practice.seat("Dev").id))

    assert practice.seat("Dev").place == "removed"


def test_a_private_note_comes(practises: Callable[[str], Practice]) -> None:
    """It reaches who holds the room while somebody else has the space."""
    practice = practises("note")
    practice.waits_for("Cleo wrote", lambda _: practice.sees()["you"]["lines"])  # type: ignore[index]

    [line] = practice.sees()["you"]["lines"]  # type: ignore[index]
    assert line["name"] == "Cleo"


def test_words_are_lowered_and_then_taken_back(practises: Callable[[str], Practice]) -> None:
    """Both can be seen, one after the other."""
    practice = practises("takes_back")
    practice.waits_for("Alma shared", lambda x: _shared(x, "Alma"))
    lowered = practice.waits_for(
        "the level is lowered", lambda x: all(s.level is Level.NONE for s in x.shares.values())
    )
    assert lowered.shares
    practice.waits_for("the share is gone", lambda x: not x.shares)

    levels = {s.level for circle in practice.seen for s in circle.shares.values()}
    assert levels == {Level.REFLECTION, Level.NONE}


def test_a_line_breaks_and_comes_back(practises: Callable[[str], Practice]) -> None:
    """The turn is kept, and the share is given after all."""
    practice = practises("their_line")
    practice.waits_for("the line is down", lambda x: x.turn and x.turn.dropped)
    practice.waits_for("Alma shared", lambda x: _shared(x, "Alma"))

    assert practice.seat("Alma").connected


def test_somebody_late_waits_and_comes_in(practises: Callable[[str], Practice]) -> None:
    """Not before nobody is disturbed."""
    practice = practises("late")
    waiting = practice.waits_for(
        "Fay is at the door",
        lambda x: any(s.name == "Fay" and s.connected for s in x.seats.values()),
    )
    assert waiting.turn is not None
    assert practice.seat("Fay").place == "door"
    practice.waits_for("Fay is in", lambda _: practice.seat("Fay").inside)


def test_somebody_leaves_without_a_word(practises: Callable[[str], Practice]) -> None:
    """The ring tells it at the next moment that disturbs nobody."""
    practice = practises("leaves")
    practice.waits_for("Dev has gone", lambda _: practice.seat("Dev").place == "left")


def test_a_tired_facilitator_hands_over(practises: Callable[[str], Practice]) -> None:
    """Eli accepts, and there is one lead before and after."""
    practice = practises("handover")
    eli = practice.seat("Eli")
    practice.does(c.HandOver(eli.id))
    practice.waits_for("Eli leads", lambda x: x.lead == eli.id)


def test_the_facilitators_own_line_breaks(practises: Callable[[str], Practice]) -> None:
    """Eli holds the room, and offers it back."""
    practice = practises("own_line")
    practice.my_line(up=False)
    eli = practice.seat("Eli").id
    practice.waits_for("Eli leads", lambda x: x.lead == eli)
    practice.my_line(up=True)
    practice.waits_for("the lead is offered", lambda x: x.handing_to == practice.seated.seat_id)
    practice.does(c.AcceptLead())

    assert practice.circle.lead == practice.seated.seat_id


def test_the_list_is_one_page_and_each_moment_one_click(somebody: Visitor) -> None:
    """Without an account; an unknown moment is said so, and nothing is opened."""
    page = somebody.opens("/rehearsal").get_data(as_text=True)
    assert all(f'value="{moment.code}"' in page for moment in HARD_MOMENTS)

    opened = somebody.sends("/rehearsal", page="/rehearsal", moment="pause")
    assert opened.status_code == 303
    room = somebody.opens(opened.headers["Location"]).get_data(as_text=True)
    assert str(BY_CODE["pause"].happens).split(".")[0] in room

    unknown = somebody.sends("/rehearsal", page="/rehearsal", moment="no_such")
    assert unknown.status_code == 400
    assert "isn’t on the list" in unknown.get_data(as_text=True)
