"""Every kind of round, step by step (domain.md 2.4, 2.5), and how the rounds follow each other."""

import pytest

from facilitator.circle import commands as c
from facilitator.circle import events as e
from facilitator.circle.plan import MINUTE, SECOND, Level
from facilitator.circle.state import Mode
from tests.circle.agendas import AGENDAS, NEWCOMERS, QUIET, SHARING, SILENCE_FIRST, WITH_WORDS
from tests.circle.room import Room, room_of


def steps_of(room: Room, kind: str) -> list[str]:
    introduced = next(i for i in room.happened(e.RoundIntroduced) if i.kind == kind)
    return [step.name for step in introduced.steps]


def states(room: Room) -> list[str]:
    return [r["state"] for r in room.sees("Sam").room["agenda"]]


# --- The frame ------------------------------------------------------------------------------------


@pytest.mark.parametrize("agenda", AGENDAS, ids=lambda a: a.key)
def test_every_agenda_runs_from_its_first_round_to_its_end(agenda):
    """The lead carries it on; every round is introduced, in its order, and complete."""
    room = room_of("Sam", "Lee", agenda=agenda)
    room.runs_to_the_end()

    assert [i.index for i in room.happened(e.RoundIntroduced)] == list(range(len(agenda.rounds)))
    assert room.circle.ended_how == "ended"


def test_rounds_come_one_after_another():
    """Only the next round of the agenda is introduced, and only when the one before is complete."""
    room = room_of("Sam", "Lee")
    room.reaches("agreements")
    assert room.asks("Ria", c.IntroduceRound(1)) == "round/not_now"
    room.moves_on()
    assert states(room) == ["done", "next", "next", "next", "next"]
    assert room.asks("Ria", c.IntroduceRound(3)) == "round/not_now"
    assert room.asks("Ria", c.IntroduceRound(0)) == "round/not_now"
    room.does("Ria", c.IntroduceRound(1))

    assert states(room) == ["done", "now", "next", "next", "next"]
    assert room.sees("Sam").room["line"] == {"code": "round_introduced", "by": "Ria", "number": 1}


def test_an_introduction_cannot_be_skipped():
    """A10: ten seconds of what it is, how long, and what may be left out."""
    room = room_of("Sam", "Lee")
    room.reaches("introduced", kind="check_in")

    assert room.asks("Ria", c.MoveOn(1, "introduced")) == "round/introducing"
    assert room.sees("Sam").room["round"]["timer"]["length"] == 10 * SECOND
    room.waits(10)
    assert room.step == "choosing"


def test_moving_on_names_the_step_it_means():
    """A late click for a step that is over moves nothing."""
    room = room_of("Sam", "Lee")
    room.reaches("choosing")
    room.moves_on()

    assert room.asks("Ria", c.MoveOn(1, "choosing")) == "round/not_now"
    assert room.step == "reveal"


def test_a_round_may_be_left_for_today():
    """Set aside before or while it is on; what is done stays done, and the closing always stays."""
    room = room_of("Sam", "Lee")
    room.does("Ria", c.SetAsideRound(2))
    room.reaches("choosing")
    room.does("Ria", c.SetAsideRound(1))

    assert states(room) == ["done", "aside", "aside", "next", "next"]
    assert room.sees("Sam").room["round"] is None
    assert room.asks("Ria", c.SetAsideRound(0)) == "round/done"
    assert room.asks("Ria", c.SetAsideRound(2)) == "round/done"
    assert room.asks("Ria", c.SetAsideRound(4)) == "round/protected"
    assert room.asks("Ria", c.SetAsideRound(9)) == "round/unknown"
    room.does("Ria", c.IntroduceRound(3))


def test_a_round_is_not_set_aside_over_somebodys_turn():
    """A turn that is on ends first."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.reaches("turns")

    assert room.asks("Ria", c.SetAsideRound(0)) == "round/not_now"
    assert room.asks("Ria", c.MoveOn(0, "turns")) == "round/not_now"


def test_no_round_begins_that_would_not_fit():
    """I42: a silence that would reach into the closing is not begun."""
    room = room_of("Sam", "Lee", agenda=QUIET)
    room.reaches("agreements")
    room.waits(5 * 60)
    room.moves_on()

    assert room.asks("Ria", c.IntroduceRound(1)) == "time/reserve"
    room.does("Ria", c.SetAsideRound(1))
    assert room.sees("Ria").desk["primary"] == {"do": "introduce_round", "index": 2}


def test_the_time_of_a_step_may_be_changed_but_not_the_closings():
    """S10: longer until the reserve, shorter at will, and the room reads it."""
    room = room_of("Sam", "Lee")
    room.reaches("thinking")
    index, extended = room.index, 0
    while room.asks("Ria", c.ExtendStep(index, "thinking", 5 * MINUTE)) is None:
        extended += 1
    assert extended >= 1
    assert room.asks("Ria", c.ExtendStep(index, "thinking", 5 * MINUTE)) == "time/reserve"
    assert room.asks("Ria", c.ExtendStep(index, "thinking", 0)) == "time/range"
    assert room.sees("Sam").room["line"]["code"] == "step_extended"
    room.does("Ria", c.TrimStep(index, "thinking", 60 * MINUTE))

    assert room.step == "turns"


# --- Arrival --------------------------------------------------------------------------------------


def test_arrival_settles_before_anything_is_asked():
    """A minute of nothing, then the agreements, which wait for the lead."""
    room = room_of("Sam", "Lee")
    assert room.step == "settling"
    assert room.sees("Sam").you["asked"] is None
    room.waits(60)
    assert room.step == "agreements"
    room.waits(600)
    assert room.step == "agreements"
    room.moves_on()

    assert room.step is None


def test_newcomers_practise_passing():
    """Everybody passes once, or simply waits; nothing is shown of it."""
    room = room_of("Sam", "Lee", agenda=NEWCOMERS)
    room.reaches("practice")
    assert room.sees("Sam").you["asked"] == "practice"
    for who in ("Ria", "Sam"):
        room.passes(who)
    assert room.sees("Ria").desk["gathering"] == "some"
    room.passes("Lee")

    assert room.step is None
    assert room.happened(e.GatheringRevealed) == []


# --- Check-in -------------------------------------------------------------------------------------


def test_check_ins_appear_together():
    """Nobody sees anything until all do; the desk knows only some or all."""
    room = room_of("Sam", "Lee", "Jo")
    room.reaches("choosing")
    room.shows("Sam")
    assert room.sees("Sam").you["shown"]
    assert room.sees("Lee").room["round"]["words"] is None
    assert room.sees("Ria").desk["gathering"] == "some"
    room.shows("Lee")
    room.passes("Jo")
    assert room.step == "choosing"
    room.passes("Ria")

    assert room.step == "reveal"
    words = room.sees("Jo").room["round"]["words"]
    assert [seat for seat, _ in words] == ["sam", "lee"]


def test_a_choice_may_be_changed_until_it_is_shown():
    room = room_of("Sam", "Lee")
    room.reaches("choosing")
    room.shows("Sam")
    room.does("Sam", c.ShowTogether(1, "choosing", "weather.fog"))
    room.moves_on()

    assert room.sees("Lee").room["round"]["words"] == [["sam", "weather.fog"]]
    assert room.asks("Sam", c.ShowTogether(1, "choosing", "late")) == "round/not_now"


def test_a_check_in_that_was_shown_can_be_taken_back():
    """Before or after the reveal: gone from every screen."""
    room = room_of("Sam", "Lee")
    room.reaches("choosing")
    room.shows("Sam")
    room.shows("Lee")
    room.does("Sam", c.TakeBackShown(1, "choosing"))
    room.moves_on()
    assert [seat for seat, _ in room.sees("Ria").room["round"]["words"]] == ["lee"]
    room.does("Lee", c.TakeBackShown(1, "choosing"))

    assert room.sees("Ria").room["round"]["words"] == []
    assert room.words == {}


def test_choosing_ends_when_its_time_is_over():
    """Ninety seconds; whoever chose nothing is simply there."""
    room = room_of("Sam", "Lee")
    room.reaches("choosing")
    room.shows("Sam")
    room.waits(90)

    assert room.step == "reveal"
    assert len(room.sees("Lee").room["round"]["words"]) == 1


def test_somebody_who_was_out_at_the_reveal_does_not_get_it():
    """I19 for what is shown together."""
    room = room_of("Sam", "Lee", "Jo")
    room.reaches("choosing")
    room.shows("Sam")
    room.steps_out("Jo")
    room.moves_on()
    room.comes_back("Jo")

    assert room.sees("Lee").room["round"]["words"]
    assert room.sees("Jo").room["round"]["words"] is None


def test_check_in_words_go_round_when_the_agenda_says_so():
    """Turns of half a minute, replies none; showing a check-in is no answer to them."""
    room = room_of("Sam", "Lee", agenda=WITH_WORDS)
    room.reaches("choosing")
    room.shows("Sam")
    room.passes("Lee")
    room.passes("Lee")
    room.reaches("words")

    assert steps_of(room, "check_in") == ["introduced", "choosing", "reveal", "words"]
    assert room.holder == "Sam"
    room.takes("Sam")
    assert room.turn.timer.length == 30 * SECOND
    room.finishes("Sam")
    room.waits(15)
    assert room.holder == "Lee"


# --- Micro-sharing --------------------------------------------------------------------------------


def test_micro_sharing_has_its_steps():
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.reaches("thinking")
    assert room.sees("Sam").room["round"]["timer"]["length"] == 45 * SECOND
    room.reaches("last_space")

    assert steps_of(room, "micro_sharing") == ["introduced", "thinking", "turns", "last_space"]
    room.waits(20)
    assert room.step is None


def test_lowering_the_depth_is_instant():
    """Fewer characters, the same time for everybody; never deeper (I54)."""
    room = room_of("Sam", "Lee", agenda=WITH_WORDS)
    room.reaches("turns")
    index = room.index
    assert room.sees("Sam").room["round"]["chars"] == 500
    room.does("Ria", c.LowerDepth(index, 1))

    assert room.sees("Sam").room["round"]["chars"] == 280
    assert room.sees("Sam").room["line"]["code"] == "depth_lowered"
    assert room.asks("Ria", c.LowerDepth(index, 2)) == "time/range"


def test_a_round_in_which_everybody_listens_goes_on():
    """Listening is enough: the turns are over before anybody was asked."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.listens("Sam")
    room.listens("Lee")
    room.reaches("last_space")

    assert room.happened(e.TurnOffered) == []


# --- Silence --------------------------------------------------------------------------------------


def test_a_silence_begins_and_ends_softly():
    room = room_of("Sam", "Lee", agenda=QUIET)
    room.reaches("quiet")
    assert room.sees("Sam").room["round"]["timer"]["length"] == 10 * MINUTE
    room.moves_on()
    assert room.step == "landing"
    room.waits(15)

    assert room.step is None
    assert steps_of(room, "silence") == ["introduced", "quiet", "landing"]


def test_a_silence_is_extended_twice_at_most_and_in_time():
    """I40: a minute at most, with a quarter of a minute left to know of it."""
    room = room_of("Sam", "Lee")
    room.reaches("quiet")
    index = room.index
    assert room.asks("Ria", c.ExtendStep(index, "quiet", 2 * MINUTE)) == "time/range"
    for _ in range(2):
        room.does("Ria", c.ExtendStep(index, "quiet", MINUTE))
    assert room.sees("Sam").room["line"]["code"] == "silence_extended"
    assert room.asks("Ria", c.ExtendStep(index, "quiet", MINUTE)) == "silence/extended"

    room = room_of("Sam", "Lee")
    room.reaches("quiet")
    room.waits(106)
    assert room.asks("Ria", c.ExtendStep(index, "quiet", MINUTE)) == "silence/late"


def test_nothing_moves_in_a_silence():
    """I38: the door, the lead and the agenda wait for its end; so does everybody's ring."""
    room = Room(QUIET)
    room.facilitates("Ria", "Tom")
    room.enters("Sam", "Lee", "Jo")
    room.begins()
    room.reaches("quiet")
    before = room.stream("Jo")[:]
    room.does("Ria", c.HandOver("tom"))
    assert room.asks("Tom", c.AcceptLead()) == "silence/on"
    assert room.asks("Ria", c.LockDoor(locked=True)) == "silence/on"
    assert room.asks("Ria", c.SetAsideRound(1)) == "silence/on"
    assert room.asks("Ria", c.OfferSilence(MINUTE)) == "silence/on"
    room.enters("Pat")
    room.leaves("Lee")
    room.steps_out("Sam")
    room.would_like_a_pause("Jo")
    room.does("Ria", c.AnswerSignal(1, "end_of_turn"))

    assert room.stream("Jo") == before


# --- A silence inside another round ---------------------------------------------------------------


def test_an_offered_silence_gives_back_the_same_place_and_time():
    """A19: after it the round is at the step where it was, with what was left of its time."""
    room = room_of("Sam", "Lee")
    room.reaches("choosing")
    room.waits(30)
    room.shows("Sam")
    room.does("Ria", c.OfferSilence(MINUTE))
    assert room.index == -1
    assert room.sees("Sam").room["line"]["code"] == "silence_offered"
    assert states(room)[1] == "now"
    room.waits(10 + 60 + 15)

    assert (room.index, room.step) == (1, "choosing")
    assert room.circle.round.timer.ends - room.circle.circle_time(room.now) == 60 * SECOND
    assert room.sees("Sam").you["shown"]


def test_an_offered_silence_waits_for_the_end_of_a_turn():
    """The room reads that a quiet is coming; the order goes on where it was."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.reaches("turns")
    room.takes("Sam")
    room.does("Ria", c.OfferSilence(30 * SECOND))
    assert room.sees("Lee").room["quiet_asked"]
    assert room.turn.phase == "sharing"
    room.finishes("Sam")
    room.waits(15)
    assert room.index == -1
    room.waits(10 + 30 + 15)

    assert (room.step, room.holder) == ("turns", "Lee")


def test_sitting_out_an_offered_silence_gives_nothing_else_up():
    """A pass in the silence is about the silence; the round behind it still asks."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.reaches("turns")
    room.passes("Sam")
    room.does("Ria", c.OfferSilence(30 * SECOND))
    room.waits(30)
    room.does("Lee", c.Pass(-1))
    room.waits(60)

    assert room.holder == "Lee"


def test_an_opt_out_in_an_offered_silence_holds_for_the_round_behind_it():
    """Listening and stepping out end every question of the round that waits (I4)."""
    room = room_of("Sam", "Lee", "Jo", agenda=WITH_WORDS)
    room.reaches("choosing")
    room.does("Ria", c.OfferSilence(30 * SECOND))
    room.listens("Lee")
    room.does("Lee", c.ChooseMode(Mode.OPEN))
    room.steps_out("Jo")
    room.comes_back("Jo")
    room.reaches("words")
    asked = []
    while room.step == "words":
        asked.append(room.holder)
        room.waits(75)

    assert asked == ["Sam"]


def test_later_in_an_offered_silence_is_later_in_the_order_that_waits():
    """The seat is last when the round comes back; nobody's screen moves meanwhile (I38)."""
    room = room_of("Sam", "Lee", "Jo", agenda=SHARING)
    room.reaches("turns")
    room.passes(room.holder)
    room.does("Ria", c.OfferSilence(30 * SECOND))
    room.reaches("quiet", "silence")
    first, last = room.circle.suspended.queue
    told = {who: len(room.stream(who)) for who in ("sam", "lee", "jo", "ria") if who != first}
    for _ in range(2):
        room.does(first, c.Later(room.circle.suspended.index))
    assert {who: len(room.stream(who)) for who in told} == told
    room.waits(30 + 15)

    assert room.circle.turn.seat == last
    assert room.circle.round.queue == (first,)


def test_somebody_who_comes_in_during_an_offered_silence_is_asked():
    """I63: whoever came in meanwhile has a place in the order that waited."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.reaches("turns")
    room.passes("Sam")
    room.does("Ria", c.OfferSilence(30 * SECOND))
    room.waits(40)
    room.enters("Pat")
    room.waits(20)
    assert room.step == "landing"
    room.waits(15)

    assert room.holder == "Lee"
    assert room.circle.round.queue == ("pat",)


def test_a_silence_does_not_reach_into_the_closing():
    """I42: refused when it cannot fit; forgone when a turn took its time."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.reaches("turns")
    room.takes("Sam")
    left = room.circle.promised_end - SHARING.closing_reserve - room.now
    assert room.asks("Ria", c.OfferSilence(20 * MINUTE)) is None
    assert room.asks("Ria", c.OfferSilence(MINUTE)) == "silence/on"
    room.waits(left / SECOND - 30)
    room.finishes("Sam")
    room.waits(15)

    assert not room.sees("Lee").room["quiet_asked"]
    assert room.happened(e.SilenceForgone)
    room.waits(15)
    assert room.circle.round.kind == "closing"


def test_a_silence_that_comes_late_is_shorter():
    """I42: the pause before it cost time; the silence ends before the closing all the same."""
    room = room_of("Sam", "Lee", agenda=QUIET)
    room.reaches("introduced", kind="silence")
    room.pauses()
    room.waits(5 * 60)
    room.resumes()
    room.reaches("quiet")
    room.reaches("introduced", kind="closing")

    assert room.circle.promised_end - room.now >= QUIET.closing_reserve


# --- Reflection, break, closing -------------------------------------------------------------------


def test_reflection_is_private_and_then_open():
    """In an open step whoever asks has the space; nobody is called on."""
    room = room_of("Sam", "Lee", agenda=WITH_WORDS)
    room.reaches("words", kind="reflection")
    assert steps_of(room, "reflection") == ["introduced", "private", "words"]
    assert room.sees("Sam").you["asked"] == "space"
    assert room.sees("Ria").you["asked"] is None
    room.reclaims("Lee")
    assert room.holder == "Lee"
    room.reclaims("Sam")
    room.shares("Lee")
    room.waits(15)

    assert room.holder == "Sam"
    assert len(room.happened(e.TurnOffered)) > 0


def test_whoever_listens_is_not_invited_in_an_open_step():
    """No offers while just listening; the space can still be asked for."""
    room = room_of("Sam", "Lee", agenda=WITH_WORDS)
    room.listens("Lee")
    room.reaches("words", kind="reflection")

    assert room.sees("Lee").you["asked"] is None
    assert room.sees("Lee").you["can_reclaim"]


def test_a_break_is_a_length_and_nothing_else():
    room = room_of("Sam", "Lee", agenda=SILENCE_FIRST)
    room.reaches("resting")
    assert room.sees("Sam").room["round"]["timer"]["length"] == 4 * MINUTE
    room.waits(240)

    assert room.step is None


def test_the_closing_has_all_its_steps():
    room = room_of("Sam", "Lee")
    room.reaches("leaving")

    assert steps_of(room, "closing") == [
        "introduced",
        "private",
        "words",
        "release",
        "goodbye",
        "farewell",
        "leaving",
    ]


def test_goodbyes_appear_together_and_stay_through_the_farewell():
    room = room_of("Sam", "Lee")
    room.reaches("goodbye")
    room.shows("Sam")
    for who in ("Lee", "Ria"):
        room.passes(who)

    assert room.step == "farewell"
    assert room.sees("Lee").room["round"]["words_step"] == "goodbye"
    assert len(room.sees("Lee").room["round"]["words"]) == 1
    room.waits(80 + 60)
    assert room.sees("Lee").room["round"]["words"] is None
    assert room.words == {}


def test_replies_are_none_in_the_closing():
    room = room_of("Sam", "Lee")
    room.reaches("words", kind="closing")
    room.reclaims("Sam")
    room.takes("Sam")

    assert room.asks("Sam", c.PublishShare(room.turn.id, "words", Level.PRESENCE)) == "level/plan"
