"""Wishes without a name on them: lighter, a flag, a new line (domain.md 2.6, 6.3)."""

import pytest

from facilitator.circle import commands as c
from facilitator.circle import commands_care as cc
from facilitator.circle import events as e
from facilitator.circle.codec import circle_to_json
from facilitator.circle.plan import Level
from facilitator.circle.words import alive
from tests.circle.agendas import SHARING
from tests.circle.room import Room, as_bytes, room_of


@pytest.fixture
def room() -> Room:
    """Sam has given a share; Lee and Jo received it, and so did Ria, who holds the room."""
    room = room_of("Sam", "Lee", "Jo", agenda=SHARING)
    room.reaches("turns")
    room.shares("Sam", Level.REFLECTION)
    return room


def tray(room: Room) -> list[dict]:
    return room.sees("Ria").desk["signals"]


def seen_by(room: Room, who: str) -> bytes:
    """All that is on that person's screen."""
    view = room.sees(who)
    return as_bytes([view.room, view.you])


# --- Lighter --------------------------------------------------------------------------------------


def test_a_lighter_pace_is_a_wish_of_nobody(room):
    """It is on the tray without a name, and on no other screen, the sender's included."""
    before = {who: seen_by(room, who) for who in ("Sam", "Lee", "Jo", "Ria")}
    room.would_stay_lighter("Lee")

    assert [(s["kind"], s["name"], s["text"]) for s in tray(room)] == [("lighter", None, None)]
    assert {who: seen_by(room, who) for who in before} == before


def test_a_lighter_pace_stands_until_its_sender_takes_it_back(room):
    """Also once a facilitator has seen it; a second tap changes nothing."""
    room.would_stay_lighter("Lee")
    room.would_stay_lighter("Lee")
    assert len(tray(room)) == 1
    room.does("Ria", c.AnswerSignal(tray(room)[0]["id"], "seen"))
    room.would_stay_lighter("Lee")
    assert tray(room) == []
    assert room.circle.lighter
    room.would_stay_lighter("Lee", on=False)

    assert not room.circle.lighter


def test_a_wish_for_lighter_taken_back_leaves_the_tray(room):
    room.would_stay_lighter("Lee")
    room.would_stay_lighter("Jo")
    room.would_stay_lighter("Lee", on=False)

    assert len(tray(room)) == 1
    assert len(room.circle.lighter) == 1


def test_only_a_wish_for_a_pause_pauses(room):
    """Two lighter wishes and a flag within a minute, and the room goes on; a pause alone waits."""
    room.waits(20)
    room.would_stay_lighter("Lee")
    room.would_stay_lighter("Jo")
    room.flags("Lee", 1)
    room.waits(30)
    assert room.circle.stop is None
    room.would_like_a_pause("Lee")
    assert room.circle.stop is None
    room.waits(20)

    assert room.circle.stop.kind == "auto"


def test_taking_back_a_flag_takes_back_no_pause(room):
    """Each wish is its own, also where one person has several."""
    room.does("Lee", c.PausePlease("Lee"))
    room.does("Lee", cc.Flag(1, None, "Lee"))
    room.does("Lee", cc.CancelFlag(1, None, "Lee"))
    assert [s["kind"] for s in tray(room)] == ["pause"]
    room.does("Lee", cc.Flag(1, None, "Lee"))
    room.does("Lee", c.CancelPausePlease("Lee"))

    assert [s["kind"] for s in tray(room)] == ["flag"]


# --- Flags ----------------------------------------------------------------------------------------


def test_a_flag_points_to_a_share(room):
    """The facilitators read whose words these are, and which; nobody reads who pointed."""
    text = room.words["share:1"]
    before = {who: seen_by(room, who) for who in ("Sam", "Lee", "Jo", "Ria")}
    room.flags("Lee", 1)
    (flag,) = tray(room)

    assert (flag["kind"], flag["share"], flag["reply"]) == ("flag", 1, None)
    assert (flag["seat"], flag["name"], flag["text"]) == ("sam", "Sam", text)
    assert "lee" not in str(flag).casefold()
    assert {who: seen_by(room, who) for who in before} == before


def test_a_flag_points_to_a_reply(room):
    """Whoever a reply came to may point to it, once it has come."""
    room.waits_for_next()
    room.replies("Jo", 1, Level.PRESENCE)
    room.flags("Sam", 1, 1)
    assert tray(room) == []
    room.waits_for_next()
    reply = room.sees("Sam").you["shares"][0]["replies"][0]
    room.flags("Sam", 1, reply["id"])
    (flag,) = tray(room)

    assert (flag["share"], flag["reply"], flag["name"]) == (1, reply["id"], "Jo")
    assert flag["text"] == reply["text"]


def test_a_flood_of_flags_is_one_flag(room):
    """One flag an item and a person; three people are three flags."""
    for _ in range(20):
        room.flags("Lee", 1)
    assert len(tray(room)) == 1
    room.flags("Jo", 1)
    room.flags("Ria", 1)

    assert len(tray(room)) == 3


def test_nobody_flags_what_did_not_reach_them(room):
    """Their own share, a reply to somebody else, what is gone, what they left: yes, and nothing."""
    room.waits_for_next()
    room.replies("Jo", 1, Level.PRESENCE)
    room.waits_for_next()
    room.flags("Sam", 1)
    room.flags("Lee", 1, 1)
    room.flags("Lee", 99)
    room.steps_out("Jo")
    room.flags("Jo", 1)

    assert tray(room) == []


def test_a_flag_is_taken_back(room):
    room.flags("Lee", 1)
    room.flags("Jo", 1)
    room.does("Lee", cc.CancelFlag(1, None, "flag of Lee"))

    assert len(tray(room)) == 1


def test_a_flagged_share_that_is_taken_back_stays_for_the_facilitators_alone(room):
    """6.3: gone from every other screen at once; kept as this one item until they answer."""
    text = room.words["share:1"]
    room.flags("Lee", 1)
    room.does("Sam", c.TakeBackShare(1))
    for who in ("Sam", "Lee", "Jo"):
        assert text.encode() not in seen_by(room, who)
    assert text.encode() not in seen_by(room, "Ria")
    assert [(s["name"], s["text"]) for s in tray(room)] == [("Sam", text)]
    assert room.words == {"share:1": text}
    room.does("Ria", c.AnswerSignal(tray(room)[0]["id"], "seen"))

    assert room.words == {}
    assert "share:1" not in alive(room.circle)


def test_a_share_taken_back_before_any_flag_is_gone(room):
    """Only a flag that was open already keeps anything."""
    room.does("Sam", c.TakeBackShare(1))
    room.flags("Lee", 1)

    assert room.words == {}
    assert tray(room) == []


def test_taking_the_flag_back_lets_the_words_go(room):
    room.flags("Lee", 1)
    room.does("Sam", c.TakeBackShare(1))
    room.does("Lee", cc.CancelFlag(1, None, "flag of Lee"))

    assert room.words == {}


def test_a_flagged_reply_outlives_a_lowered_level(room):
    """Lowering takes it from the sharer's screen; the one item stays on the tray until answered."""
    room.waits_for_next()
    room.replies("Jo", 1, Level.REFLECTION)
    room.waits_for_next()
    text = room.words["reply:1"]
    room.flags("Sam", 1, 1)
    room.does("Sam", c.SetReplyLevel(Level.NONE, 1))
    assert room.sees("Sam").you["shares"][0]["replies"] == []
    assert room.sees("Ria").desk["replies"] == []
    assert tray(room)[0]["text"] == text
    room.does("Ria", c.AnswerSignal(1, "seen"))

    assert "reply:1" not in room.words


def test_a_flagged_share_is_gone_when_the_circle_ends(room):
    """Whether the circle closes or shows its last page first."""
    room.flags("Lee", 1)
    room.does("Sam", c.TakeBackShare(1))
    room.does("Ria", c.EmergencyClose())
    assert room.words == {}
    room.waits(30)

    assert room.circle.signals == ()
    assert room.circle.signals_unmet == 1


def test_a_flag_without_its_words_still_stands(room):
    """The key is gone: the facilitators know that somebody pointed, and to whom."""
    room.flags("Lee", 1)
    room.does(None, c.LoseWords())

    assert [(s["name"], s["text"]) for s in tray(room)] == [("Sam", None)]


# --- Lines for the agreements ---------------------------------------------------------------------


def test_a_line_for_the_agreements_is_suggested_by_nobody():
    """The facilitators read the line; whoever wrote it sees nothing more of it."""
    room = room_of("Sam", "Lee")
    room.reaches("agreements")
    before = {who: seen_by(room, who) for who in ("Sam", "Lee", "Ria")}
    text = room.says("Lee")
    room.does("Lee", cc.SuggestAgreement(text, "Lee"))
    (suggestion,) = tray(room)
    assert (suggestion["kind"], suggestion["text"], suggestion["name"]) == (
        "suggestion",
        text,
        None,
    )
    assert {who: seen_by(room, who) for who in before} == before
    room.does("Ria", c.AnswerSignal(suggestion["id"], "seen"))

    assert room.words == {}


def test_one_suggestion_at_a_time(room):
    """A second one is told to wait; somebody else's is welcome; an answer makes room again."""
    room.does("Lee", cc.SuggestAgreement("«lee-a»", "Lee"))
    assert room.asks("Lee", cc.SuggestAgreement("«lee-b»", "Lee")) == "suggestion/open"
    room.does("Jo", cc.SuggestAgreement("«jo-a»", "Jo"))
    assert [s["text"] for s in tray(room)] == ["«lee-a»", "«jo-a»"]
    room.does("Ria", c.AnswerSignal(tray(room)[0]["id"], "seen"))

    room.does("Lee", cc.SuggestAgreement("«lee-b»", "Lee"))


def test_a_suggestion_has_words_and_a_place(room):
    assert room.asks("Lee", cc.SuggestAgreement("  ", "Lee")) == "text/empty"
    assert room.asks("Lee", cc.SuggestAgreement("x" * 201, "Lee")) == "text/long"
    room.steps_out("Lee")
    assert room.asks("Lee", cc.SuggestAgreement("gently", "Lee")) == "seat/not_inside"


# --- What is kept ---------------------------------------------------------------------------------


def test_no_sender_is_in_what_is_stored(room):
    """I15: neither the facts nor the picture name who wished, pointed or suggested."""
    told = len(room.story)
    room.does("Lee", cc.KeepLighter(on=True, mark="m1"))
    room.does("Lee", cc.Flag(1, None, "m2"))
    room.does("Lee", cc.SuggestAgreement("gently", "m3"))
    room.does("Lee", cc.CancelFlag(1, None, "m2"))

    assert "lee" not in str(room.story[told:])
    circle = circle_to_json(room.circle)["circle"]
    assert "lee" not in str([circle["signals"], circle["lighter"], circle["recent_marks"]])


def test_a_signal_of_an_older_circle_is_read():
    """A pause that was asked for before flags existed stands as it stood."""
    room = room_of("Sam", "Lee")
    room.would_like_a_pause("Sam")
    old = room.happened(e.SignalRaised)[0]

    assert (old.share, old.reply, old.author) == (None, None, None)
