"""After the farewell: whoever likes may stay a little, in company that asks nothing (I42-I44)."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from facilitator.circle import commands as c
from facilitator.circle import events as e
from facilitator.circle.codec import circle_from_json, circle_to_json
from facilitator.circle.decide import decide
from facilitator.circle.plan import MINUTE, Level
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Phase, Place
from tests.circle.agendas import SHORT
from tests.circle.deeds import opt_outs
from tests.circle.room import Room, room_of

PEOPLE = ("Sam", "Lee", "Jo")


def at_the_farewell(*, announced: bool = False, quiet: bool = True) -> Room:
    room = Room(SHORT)
    if not quiet:
        room.circle = replace(room.circle, timings=replace(room.circle.timings, quiet_after=0))
        room.watch = None
    room.facilitates("Ria")
    room.enters(*PEOPLE)
    room.begins()
    if announced:
        room.does("Ria", c.AnnounceStayOn())
    room.reaches("farewell")
    return room


def ends(room: Room) -> None:
    """The lead ends the circle once the farewell was long enough."""
    room.waits(60)
    room.does("Ria", c.EndCircle())


def staying_on(*people: str, announced: bool = True) -> Room:
    room = at_the_farewell(announced=announced)
    for who in people:
        room.does(who, c.Stay(on=True))
    ends(room)
    return room


# --- Saying so beforehand -------------------------------------------------------------------------


def test_everybody_knows_in_good_time_that_they_may_stay() -> None:
    """One plain line, by name, and it stays known."""
    room = room_of(*PEOPLE)
    room.does("Ria", c.AnnounceStayOn())
    room.does("Ria", c.AnnounceStayOn())

    assert room.sees("Sam").room["line"] == {"code": "stay_on", "by": "Ria", "number": None}
    assert room.sees("Sam").room["stay_on"] == "announced"
    assert len(room.happened(e.StayOnAnnounced)) == 1


def test_late_nobody_is_surprised_by_it() -> None:
    """Less than five minutes before the promised end it is not announced any more."""
    room = room_of(*PEOPLE)
    room.now = room.circle.promised_end - 5 * MINUTE + 1
    room.waits(0)

    assert room.asks("Ria", c.AnnounceStayOn()) == "stay/late"


def test_it_is_announced_by_those_who_hold_the_room_while_it_runs() -> None:
    room = Room(SHORT)
    room.facilitates("Ria")
    room.enters(*PEOPLE)
    assert room.asks("Sam", c.AnnounceStayOn()) == "role/facilitator"
    assert room.asks("Ria", c.AnnounceStayOn()) == "circle/not_begun"


# --- Choosing -------------------------------------------------------------------------------------


def test_staying_is_offered_from_the_farewell_on() -> None:
    """Before it the answer is yes as well, and nothing comes of it."""
    room = room_of(*PEOPLE)
    room.reaches("goodbye")
    assert not room.sees("Sam").you["may_stay"]
    room.does("Sam", c.Stay(on=True))
    assert not room.sees("Sam").you["staying"]

    room.reaches("farewell")
    assert room.sees("Sam").you["may_stay"]
    assert not room.sees("Ria").you["may_stay"]


def test_it_is_ones_own_choice_and_changes_freely() -> None:
    """Nobody else sees who stays; nobody is asked why."""
    room = at_the_farewell()
    others = {who: room.stream(who)[:] for who in ("Ria", "Lee", "Jo")}
    room.does("Sam", c.Stay(on=True))
    assert room.sees("Sam").you["staying"]
    room.does("Sam", c.Stay(on=False))
    assert not room.sees("Sam").you["staying"]

    assert {who: room.stream(who) for who in others} == others


def test_with_nobody_who_holds_it_there_is_nothing_to_stay_for() -> None:
    room = at_the_farewell()
    room.drops("Ria")

    assert not room.sees("Sam").you["may_stay"]


def test_where_there_is_no_room_after_it_nobody_is_offered_any() -> None:
    """A house without quiet company, and nothing announced."""
    room = at_the_farewell(quiet=False)

    assert not room.sees("Sam").you["may_stay"]


# --- Parting --------------------------------------------------------------------------------------


def test_where_nobody_stays_the_circle_closes_as_ever() -> None:
    """Being there after the end is nobody's default."""
    room = at_the_farewell(announced=True)
    ends(room)

    assert room.circle.phase is Phase.CLOSED
    assert not room.happened(e.AfterBegan)


def test_for_whoever_did_not_choose_it_the_circle_is_over() -> None:
    """They see nothing more of it, cannot come back into it, and their opt-outs are answered."""
    room = staying_on("Sam")
    assert room.circle.phase is Phase.STAY_ON
    assert room.is_blind("Lee")
    assert [one["name"] for one in room.sees("Sam").room["roster"]] == ["Ria", "Sam"]

    assert room.asks(None, c.RaiseLine("lee")) == "circle/closed"
    for command in opt_outs(room.circle, "lee"):
        room.does("Lee", command)
    assert room.asks("Lee", c.AcceptAgreements(1)) == "circle/closed"
    assert room.is_blind("Lee")


def test_words_of_before_are_gone() -> None:
    """What was said belongs to the circle that has parted."""
    room = room_of(*PEOPLE)
    room.does("Ria", c.AnnounceStayOn())
    room.reaches("turns")
    room.shares(room.holder or "")
    room.reaches("goodbye")
    room.shows("Sam")
    room.reaches("farewell")
    room.does("Sam", c.Stay(on=True))
    assert room.words
    ends(room)

    assert room.words == {}
    assert room.circle.shares == {}


def test_staying_on_is_an_open_space_to_which_nothing_comes_back() -> None:
    """Depth one, no replies, and only for whoever asks for it."""
    room = staying_on("Sam", "Lee")
    current = room.sees("Sam").room["round"]
    assert (current["kind"], current["step"]) == ("stay_on", "space")
    assert (current["depth"], current["replies_max"]) == (1, "none")
    assert room.sees("Sam").you["asked"] == "space"
    assert room.sees("Sam").room["line"]["code"] == "stay_on_begins"

    room.reclaims("Sam")
    share = room.shares("Sam")
    room.waits(30)
    assert [s["id"] for s in room.sees("Lee").room["shares"]] == [share]
    assert room.asks("Sam", c.SetReplyLevel(Level.PRESENCE, share)) == "level/plan"


def test_it_leads_on_to_quiet_company_without_words() -> None:
    """After ten minutes at most; then no word reaches the room, and nobody has a turn."""
    room = staying_on("Sam", "Lee")
    until = room.sees("Sam").room["after"]["until"]
    assert until == room.now + 10 * MINUTE
    room.reclaims("Sam")
    room.shares("Sam")
    room.waits(10 * 60)

    assert room.circle.phase is Phase.QUIET_AFTER
    assert room.now == until
    seen = room.sees("Sam")
    assert (seen.room["round"], seen.room["shares"], seen.room["space"]) == (None, [], None)
    assert room.words == {}
    for command in (c.TakeTurn(1, "speak"), c.PublishShare(1, "a word"), c.Reclaim(5)):
        assert room.asks("Sam", command) == "circle/parted"


def test_quiet_company_ends_by_itself_too() -> None:
    room = staying_on("Sam", announced=False)
    assert room.circle.phase is Phase.QUIET_AFTER
    room.waits(10 * 60 - 1)
    assert room.circle.phase is Phase.QUIET_AFTER

    room.waits(1)
    assert room.circle.phase is Phase.CLOSED
    assert room.circle.ended_how == "ended"


def test_the_lead_ends_either_at_any_time() -> None:
    room = staying_on("Sam")
    room.does("Ria", c.EndCircle())
    assert room.circle.phase is Phase.QUIET_AFTER
    room.does("Ria", c.EndCircle())
    assert room.circle.phase is Phase.CLOSED


def test_a_turn_that_is_on_may_end_first() -> None:
    """I37: nobody is cut off by a time that runs out."""
    room = staying_on("Sam", "Lee")
    room.waits(8 * 60)
    room.reclaims("Sam")
    room.takes("Sam", "speak")
    room.waits(125)
    assert room.circle.phase is Phase.STAY_ON
    room.finishes("Sam")
    room.waits(15)

    assert room.circle.phase is Phase.QUIET_AFTER


def test_the_space_is_not_offered_where_no_time_is_left() -> None:
    room = staying_on("Sam", "Lee")
    room.waits(9 * 60)
    room.does("Sam", c.Reclaim(room.index))

    assert room.circle.turn is None
    assert room.circle.phase is Phase.STAY_ON


def test_whoever_forgets_to_end_it_is_waited_for_ten_minutes() -> None:
    """I43: nothing is asked of anybody after the promised end, and those who stay do stay."""
    room = at_the_farewell()
    room.does("Sam", c.Stay(on=True))
    while room.circle.phase is Phase.WINDING_DOWN:
        room.waits_for_next()

    assert room.circle.phase is Phase.QUIET_AFTER
    assert room.now == room.circle.promised_end + room.circle.timings.linger


# --- Leaving it -----------------------------------------------------------------------------------


@pytest.mark.parametrize("how", [c.Leave(), c.Stay(on=False)])
def test_the_last_one_who_goes_ends_it(how: c.Command) -> None:
    """Nobody is kept waiting for somebody who has gone."""
    room = staying_on("Sam", "Lee", announced=False)
    room.does("Sam", how)
    assert room.is_blind("Sam")
    assert room.circle.phase is Phase.QUIET_AFTER
    room.does("Lee", how)

    assert room.circle.phase is Phase.CLOSED


def test_whoever_steps_out_may_come_back() -> None:
    room = staying_on("Sam", "Lee")
    room.steps_out("Sam")
    assert room.circle.phase is Phase.STAY_ON
    room.comes_back("Sam")

    assert room.circle.seats["sam"].place is Place.CIRCLE


def test_without_anybody_who_holds_it_it_ends_at_once() -> None:
    """Quiet company is company: nobody is left in an empty room."""
    room = staying_on("Sam", "Lee")
    room.leaves("Ria")

    assert room.circle.phase is Phase.CLOSED


def test_a_line_that_broke_is_given_fifteen_seconds() -> None:
    room = staying_on("Sam", "Lee", announced=False)
    room.drops("Ria")
    room.waits(14)
    room.connects("Ria")
    room.waits(60)
    assert room.circle.phase is Phase.QUIET_AFTER

    room.drops("Ria")
    room.waits(15)
    assert room.circle.phase is Phase.CLOSED


def test_somebody_else_who_facilitates_may_hold_it() -> None:
    room = Room(SHORT)
    room.facilitates("Ria", "Tom")
    room.enters(*PEOPLE)
    room.begins()
    room.reaches("farewell")
    room.does("Sam", c.Stay(on=True))
    ends(room)
    room.leaves("Ria")
    room.waits(16)

    assert room.circle.phase is Phase.QUIET_AFTER
    assert room.circle.lead == "tom"


@pytest.mark.parametrize("announced", [True, False])
def test_every_opt_out_is_answered_yes_there(announced: bool) -> None:
    """I2: after the farewell as before it, and twice is once."""
    room = staying_on("Sam", "Lee", announced=announced)
    for command in opt_outs(room.circle, "sam"):
        once = decide(room.circle, command, "sam", room.now)
        assert not isinstance(once, Refusal), f"{command} was refused"
        twice = decide(once.circle, command, "sam", room.now)
        assert not isinstance(twice, Refusal)


def test_the_frame_of_rounds_is_over() -> None:
    """Nobody opens a round, a silence or a door for new people after the farewell."""
    room = staying_on("Sam", "Lee")
    for command in (
        c.IntroduceRound(0),
        c.MoveOn(room.index, "space"),
        c.OfferSilence(60_000),
        c.ShortClose(),
        c.AnnounceStayOn(),
    ):
        assert room.asks("Ria", command) == "circle/parted"
    assert room.asks(None, c.TakeSeat("pat", "Pat")) == "door/closing"
    room.does("Ria", c.EndCircle())
    assert room.asks("Ria", c.PauseRoom()) == "circle/parted"


def test_a_pause_ends_with_it() -> None:
    """The lead ends a room that stands still, and those who stay are in one that goes on."""
    room = at_the_farewell()
    room.does("Sam", c.Stay(on=True))
    room.waits(60)
    room.pauses()
    room.does("Ria", c.EndCircle())

    assert room.circle.phase is Phase.QUIET_AFTER
    assert not room.circle.frozen


def test_an_emergency_shows_its_page_there_too() -> None:
    """I44: whatever happens, it is not the end of the page."""
    room = staying_on("Sam", "Lee")
    room.does("Ria", c.EmergencyClose())

    assert room.sees("Sam").room["ending"] == {"page": "emergency"}
    assert room.is_blind("Jo")


def test_a_server_that_restarts_finds_them_together() -> None:
    room = staying_on("Sam", "Lee")
    room.restarts()
    for seat in ("ria", "sam"):
        room.connects(seat)

    assert room.circle.phase is Phase.STAY_ON
    assert room.sees("Sam").room["after"] is not None


def test_a_circle_from_before_all_this_still_opens() -> None:
    """What was stored by an older Holdspace has fields we do not know, and lacks some of ours."""
    room = room_of(*PEOPLE)
    room.reaches("turns")
    stored = json.loads(json.dumps(circle_to_json(room.circle)))
    for name in ("let_rest", "stay_announced", "staying", "after_until"):
        del stored["circle"][name]
    for name in ("stay_on", "stay_notice", "quiet_after"):
        del stored["circle"]["timings"][name]
    for name in ("quiet_between", "between", "activity", "spoken"):
        del stored["circle"]["round"][name]
    for plan in stored["circle"]["agenda"]["rounds"]:
        del plan["quiet_between"], plan["activity"]
    for _, seat in stored["circle"]["seats"]:
        seat["admitted"] = True

    assert circle_from_json(stored) == room.circle
