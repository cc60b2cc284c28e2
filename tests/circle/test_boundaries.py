"""The opt-outs (domain.md 2.6): what each does at once, what nobody else sees, how it is undone."""

import pytest

from facilitator.circle import commands as c
from facilitator.circle import commands_care as cc
from facilitator.circle import events as e
from facilitator.circle.decide import decide
from facilitator.circle.plan import Level
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Mode, Place
from tests.circle.agendas import AGENDAS, NEWCOMERS, SHARING, WITH_WORDS
from tests.circle.deeds import opt_outs
from tests.circle.room import Room, room_of


def offered_to(room: Room) -> list[str]:
    return [o.seat for o in room.happened(e.TurnOffered)]


@pytest.fixture
def room() -> Room:
    """Sam has just been offered the space; Lee, Jo and Max come after."""
    room = room_of("Sam", "Lee", "Jo", "Max", agenda=SHARING)
    room.reaches("turns")
    return room


# --- Every one of them, everywhere ----------------------------------------------------------------


def everywhere():
    """Every step of every agenda, running, paused and held, and the last pages."""
    for agenda in AGENDAS:
        room = Room(agenda, watch=False)
        room.facilitates("Ria")
        room.enters("Sam", "Lee")
        yield room
        for _ in range(120):
            if room.circle.ended_at is not None:
                break
            yield room
            if not room.goes_on():
                room.waits_for_next()


def test_every_opt_out_is_answered_yes_everywhere():
    """I2: in each step, turn, pause, held room and on each last page; twice is once."""
    asked = 0
    for room in everywhere():
        running = room.circle
        states = [running]
        for stop in (c.PauseRoom(), c.EmergencyClose(), c.ShortClose()):
            decision = decide(running, stop, "ria", room.now)
            states += [] if isinstance(decision, Refusal) else [decision.circle]
        for state in states:
            for command in opt_outs(state, "sam"):
                once = decide(state, command, "sam", room.now)
                assert not isinstance(once, Refusal), (command, once)
                twice = decide(once.circle, command, "sam", room.now)
                assert not isinstance(twice, Refusal)
                if not isinstance(command, c.NeedMoment | c.AskMoreTime | cc.WritePrivately):
                    assert twice.circle == once.circle, command
                asked += 1

    assert asked > 5000


def test_every_opt_out_works_while_nobody_holds_the_room(room):
    """I2 in HELD: people may pass, step out and leave without anybody there."""
    room.drops("Ria")
    room.waits(15)
    assert room.circle.held is not None

    for command in opt_outs(room.circle, "sam"):
        assert not isinstance(decide(room.circle, command, "sam", room.now), Refusal)


# --- Pass, listen, later --------------------------------------------------------------------------


def test_a_pass_ends_the_offer_and_is_not_asked_again(room):
    """I4: settled for this round, and the circle rests as it always does."""
    room.passes("Sam")
    assert room.turn.phase == "resting"
    assert room.sees("Sam").you["settled"]
    room.reaches("last_space")

    assert offered_to(room) == ["sam", "lee", "jo", "max"]


def test_a_pass_ahead_is_seen_by_nobody(room):
    """WAITING and passing: the person knows, the desk reads resting, peers read nothing."""
    before = room.stream("Jo")[:]
    room.passes("Lee")

    assert all(part.startswith(b"you") for _, part in room.stream("Jo")[len(before) :])
    assert {s["seat"]: s["resting"] for s in room.sees("Ria").desk["seats"]}["lee"]


def test_a_pass_answers_only_what_is_asked():
    """Passing the check-in is not passing its words; a second tap a moment later neither."""
    room = room_of("Sam", "Lee", agenda=WITH_WORDS)
    room.reaches("choosing")
    for who in ("Ria", "Sam", "Lee", "Lee"):
        room.passes(who)
    room.reaches("words")

    assert room.holder == "Sam"
    assert room.circle.round.queue == ("lee",)


def test_passing_the_whole_round_answers_all_of_it():
    room = room_of("Sam", "Lee", agenda=WITH_WORDS)
    room.reaches("introduced", kind="check_in")
    room.passes("Sam", whole_round=True)
    room.reaches("words")

    assert room.holder == "Lee"


def test_a_pass_for_another_round_does_nothing(room):
    room.does("Sam", c.Pass(1))

    assert room.turn.phase == "offered"


def test_just_listening_asks_nothing_more(room):
    """No offers from now on, in this round or the next ones, until the person says otherwise."""
    room.listens("Sam")
    assert room.turn.phase == "resting"
    room.does("Sam", c.ChooseMode(Mode.OPEN))
    room.reaches("last_space")
    assert offered_to(room) == ["sam", "lee", "jo", "max"]

    assert room.sees("Sam").you["can_reclaim"]


def test_opening_again_is_being_asked_like_anybody():
    """Who listened before the round and opens in it has a place at the end of its order."""
    room = Room(SHARING)
    room.facilitates("Ria")
    room.enters("Sam", "Lee", "Jo")
    room.listens("Jo")
    room.begins()
    room.reaches("turns")
    assert room.circle.round.queue == ("lee",)
    room.does("Jo", c.ChooseMode(Mode.OPEN))

    assert room.circle.round.queue == ("lee", "jo")


def test_practice_can_be_passed_by_doing_nothing():
    room = room_of("Sam", "Lee", agenda=NEWCOMERS)
    room.reaches("practice")
    room.waits(60)

    assert room.step is None


# --- Out, away, gone ------------------------------------------------------------------------------


def test_stepping_out_is_at_once_and_comes_back_without_being_asked(room):
    """Not called while out; after coming back only an own reclaim brings the space (I4)."""
    room.steps_out("Lee")
    assert room.seat("Lee").place is Place.OUT
    room.comes_back("Lee")
    room.reaches("last_space")
    assert "lee" not in offered_to(room)
    room.reclaims("Lee")

    assert room.holder == "Lee"


def test_stepping_out_between_rounds_gives_nothing_up():
    room = room_of("Sam", "Lee")
    room.reaches("agreements")
    room.moves_on()
    room.steps_out("Lee")
    room.comes_back("Lee")
    room.reaches("choosing")

    assert room.sees("Lee").you["asked"] == "choosing"


def test_leaving_leaves_the_words_unless_they_are_taken_along(room):
    """Own shares stay until the end, or go with the person."""
    share = room.shares("Sam")
    room.waits(20)
    other = room.shares("Lee")
    room.leaves("Sam")
    room.leaves("Lee", with_words=True)
    room.waits(20)

    assert [s["id"] for s in room.sees("Jo").room["shares"]] == [share]
    assert other not in room.circle.shares


def test_leaving_takes_a_shown_check_in_along():
    room = room_of("Sam", "Lee")
    room.reaches("choosing")
    room.shows("Sam")
    room.shows("Lee")
    room.leaves("Sam")
    room.leaves("Lee", with_words=True)
    room.passes("Ria")

    assert [seat for seat, _ in room.sees("Ria").room["round"]["words"]] == ["sam"]


# --- Words ----------------------------------------------------------------------------------------


def test_words_taken_back_are_gone(room):
    """S3, I23, I24: lowering takes the replies away; taking back takes the share away, for all."""
    share = room.shares("Sam", Level.REFLECTION)
    room.waits_for_next()
    room.replies("Lee", share, Level.REFLECTION)
    room.replies("Jo", share, Level.PRESENCE)
    assert room.sees("Sam").you["shares"][0]["replies"] == []
    room.waits_for_next()
    assert len(room.sees("Sam").you["shares"][0]["replies"]) == 2
    assert len(room.sees("Ria").desk["replies"]) == 1
    room.does("Sam", c.SetReplyLevel(Level.PRESENCE, share))
    assert len(room.sees("Sam").you["shares"][0]["replies"]) == 1
    assert room.sees("Ria").desk["replies"] == []
    room.does("Sam", c.SetReplyLevel(Level.NONE, share))
    assert room.sees("Sam").you["shares"][0]["replies"] == []
    assert len(room.words) == 1
    room.does("Sam", c.TakeBackShare(share))

    assert room.words == {}
    assert room.sees("Lee").room["shares"] == []
    room.restarts()
    room.connects("Lee")
    assert room.sees("Lee").room["shares"] == []


def test_a_share_taken_back_while_somebody_answers_it(room):
    """The answer is told that it is gone; nothing arrives."""
    share = room.shares("Sam", Level.PRESENCE)
    room.waits_for_next()
    assert room.sees("Lee").you["reply_to"]["share"] == share
    room.does("Sam", c.TakeBackShare(share))

    assert room.sees("Lee").you["reply_to"] is None
    assert room.asks("Lee", c.Reply(share, Level.PRESENCE, "here")) == "share/gone"


def test_nobody_takes_back_or_opens_anothers_share(room):
    """I5, I25: only the author; the two refusals an opt-out can meet."""
    share = room.shares("Sam", Level.PRESENCE)

    for who in ("Lee", "Ria"):
        assert room.asks(who, c.TakeBackShare(share)) == "share/not_yours"
        assert room.asks(who, c.SetReplyLevel(Level.NONE, share)) == "share/not_yours"
    assert room.asks("Sam", c.SetReplyLevel(Level.IDEAS, share)) == "level/plan"
    room.does("Sam", c.SetReplyLevel(Level.REFLECTION, share))
    room.does("Sam", c.TakeBackShare(99))


def test_a_level_is_raised_as_far_as_its_own_round_allows(room):
    """The agenda of the share's round counts, not that of the round that is on now."""
    share = room.shares("Sam", Level.NONE)
    room.does("Ria", c.ShortClose())

    room.does("Sam", c.SetReplyLevel(Level.REFLECTION, share))
    assert room.asks("Sam", c.SetReplyLevel(Level.IDEAS, share)) == "level/plan"


def test_no_reply_above_the_level_exists(room):
    """I24: refused, to the same person and to somebody who did not receive the share."""
    room.steps_out("Max")
    share = room.shares("Sam", Level.PRESENCE)
    room.waits_for_next()

    assert room.asks("Lee", c.Reply(share, Level.REFLECTION, "words")) == "reply/level"
    assert room.asks("Lee", c.Reply(share, Level.NONE, "words")) == "reply/level"
    assert room.asks("Max", c.Reply(share, Level.PRESENCE, "words")) == "seat/not_inside"
    assert room.asks("Sam", c.Reply(share, Level.PRESENCE, "words")) == "reply/not_received"


def test_somebody_who_listens_is_not_asked_for_replies(room):
    share = room.shares("Sam", Level.PRESENCE)
    room.listens("Lee")
    room.waits_for_next()

    assert room.sees("Lee").you["reply_to"] is None
    assert room.sees("Jo").you["reply_to"]["share"] == share


def test_no_replies_look_like_no_replies_asked_for(room):
    """I18: a share that nobody answered reads like one that asked for nothing."""
    answered = room.shares("Sam", Level.PRESENCE)
    room.waits(15 + 45)
    plain = room.shares("Lee", Level.NONE)
    room.waits(60)

    def without(share: dict) -> dict:
        return {k: v for k, v in share.items() if k not in ("id", "text", "level")}

    first, second = room.sees("Sam").you["shares"][0], room.sees("Lee").you["shares"][0]
    assert (first["id"], second["id"]) == (answered, plain)
    assert without(first) == without(second)
    assert first["replies"] == []


# --- Pause please ---------------------------------------------------------------------------------


def test_a_wish_for_a_pause_is_met_within_twenty_seconds(room):
    """I62: on the desk at once, a pause by itself if nobody answers; nobody is named."""
    room.would_like_a_pause("Lee")
    room.would_like_a_pause("Lee")
    assert [s["kind"] for s in room.sees("Ria").desk["signals"]] == ["pause"]
    room.waits(19)
    assert room.circle.stop is None
    room.waits(1)

    assert room.sees("Jo").room["stop"] == {"kind": "auto", "by": None, "until": None}
    assert room.sees("Jo").room["line"] == {"code": "auto_paused", "by": None, "number": None}
    assert room.sees("Ria").desk["signals"], "it stays until it is acted on"


def test_two_wishes_within_a_minute_pause_at_once(room):
    """S5: and a third one in the same turn does not pause again (I57)."""
    room.takes("Sam")
    room.would_like_a_pause("Lee")
    room.waits(10)
    room.would_like_a_pause("Jo")
    assert room.circle.stop.kind == "auto"
    left = room.sees("Sam").you["turn"]["timer"]["left"]
    room.waits(30)
    assert room.sees("Sam").you["turn"]["timer"]["left"] == left
    room.resumes()
    room.would_like_a_pause("Max")
    room.waits(30)

    assert room.circle.stop is None


def test_a_wish_taken_back_counts_for_nothing(room):
    """Somebody else's wish is the first one then."""
    room.would_like_a_pause("Lee")
    room.does("Lee", c.CancelPausePlease("mark of Lee"))
    room.would_like_a_pause("Jo")

    assert room.circle.stop is None
    assert len(room.sees("Ria").desk["signals"]) == 1


def test_a_pause_by_hand_is_a_pause(room):
    """A wish that led to a pause does not pause the room again after it."""
    room.would_like_a_pause("Lee")
    room.waits(5)
    room.pauses()
    room.waits(60)
    room.resumes()
    room.waits(5)

    assert room.circle.stop is None


@pytest.mark.parametrize(("how", "stops"), [("pause", True), ("seen", False)])
def test_a_wish_is_answered(room, how, stops):
    room.would_like_a_pause("Lee")
    room.does("Ria", c.AnswerSignal(1, how))

    assert (room.circle.stop is not None) is stops
    assert room.sees("Ria").desk["signals"] == []
    assert room.asks("Ria", c.AnswerSignal(1, how)) == "signal/unknown"


def test_a_pause_at_the_end_of_the_turn_waits_for_it(room):
    room.takes("Sam")
    room.would_like_a_pause("Lee")
    room.does("Ria", c.AnswerSignal(1, "end_of_turn"))
    assert room.circle.stop is None
    room.finishes("Sam")
    room.waits(15)

    assert room.circle.stop.kind == "pause"
    assert room.circle.turn is None


def test_permissions_have_no_memory(room):
    """I65: whoever opted out of everything so far is asked in the next round like anybody."""
    for who in ("Sam", "Lee", "Jo"):
        room.passes(who, whole_round=True)
    room.steps_out("Sam")
    room.comes_back("Sam")
    room.does("Lee", c.TakeBackShare(1))
    room.reaches("words", kind="closing")

    views = [room.sees(who).you for who in ("Sam", "Lee", "Max")]
    assert all(you["asked"] == "space" and you["can_reclaim"] for you in views)
