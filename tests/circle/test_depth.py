"""How deep the circle goes: lighter at once, deeper only between rounds and only if nobody minds
(domain.md 2.7, I53, I54).
"""

from dataclasses import replace

import pytest

from facilitator.circle import commands as c
from facilitator.circle import commands_care as cc
from facilitator.circle.plan import SHARE_CHARS
from tests.circle.agendas import NEWCOMERS, SHORT
from tests.circle.room import Room, room_of

DEEPER = replace(SHORT, depth_most=2)
SHARING = 3


@pytest.fixture
def room() -> Room:
    """The check-in is over, a silence and the sharing are to come; nobody minds anything yet."""
    return between_rounds(DEEPER)


def between_rounds(agenda) -> Room:
    room = room_of("Sam", "Lee", "Jo", agenda=agenda)
    room.reaches("reveal")
    room.moves_on()
    assert room.step is None
    return room


def line(room: Room) -> dict:
    return room.sees("Jo").room["line"]


def test_a_proposal_stands_for_twenty_seconds_and_comes_true(room):
    """Everybody reads it; nobody minds; the round that comes is deeper, and longer."""
    assert room.sees("Ria").desk["deeper"] == {"round": SHARING, "depth": 2}
    room.does("Ria", cc.ProposeDepth(SHARING, 2))
    until = room.now + 20_000
    assert room.sees("Jo").room["proposal"] == {"round": SHARING, "depth": 2, "until": until}
    assert room.sees("Ria").desk["deeper"] is None
    room.waits(19)
    assert room.sees("Jo").room["proposal"] is not None
    room.waits(1)
    assert room.sees("Jo").room["proposal"] is None
    assert line(room) == {"code": "depth_raised", "by": "Ria", "number": 2}
    room.reaches("turns")

    assert room.sees("Jo").room["round"]["depth"] == 2
    assert room.sees("Jo").room["round"]["chars"] == SHARE_CHARS[2]


@pytest.mark.parametrize("when", ["before", "during", "at the end"])
def test_one_objection_keeps_it_and_nobody_learns_whose(room, when):
    """Whenever it comes, the answer comes at the same instant in the same words."""
    if when == "before":
        room.would_stay_lighter("Lee")
    room.does("Ria", cc.ProposeDepth(SHARING, 2))
    room.waits(10)
    if when == "during":
        room.would_stay_lighter("Lee")
    room.waits(9.999)
    if when == "at the end":
        room.would_stay_lighter("Lee")
    assert room.sees("Jo").room["proposal"] is not None
    room.waits(0.001)
    assert room.sees("Jo").room["proposal"] is None
    assert line(room) == {"code": "depth_kept", "by": None, "number": None}
    room.reaches("turns")

    assert room.sees("Jo").room["round"]["depth"] == 1


def test_an_objection_that_was_seen_and_answered_still_stands(room):
    room.would_stay_lighter("Lee")
    room.does("Ria", c.AnswerSignal(1, "seen"))
    room.does("Ria", cc.ProposeDepth(SHARING, 2))
    room.waits(20)

    assert line(room)["code"] == "depth_kept"


def test_an_objection_taken_back_is_none(room):
    room.would_stay_lighter("Lee")
    room.does("Ria", cc.ProposeDepth(SHARING, 2))
    room.would_stay_lighter("Lee", on=False)
    room.waits(20)

    assert line(room)["code"] == "depth_raised"


def test_it_is_asked_once_for_a_round(room):
    """Nobody is asked until they give in."""
    room.would_stay_lighter("Lee")
    room.does("Ria", cc.ProposeDepth(SHARING, 2))
    assert room.asks("Ria", cc.ProposeDepth(SHARING, 2)) == "depth/asking"
    room.waits(20)
    room.would_stay_lighter("Lee", on=False)

    assert room.asks("Ria", cc.ProposeDepth(SHARING, 2)) == "depth/asked"
    assert room.sees("Ria").desk["deeper"] is None


def test_the_round_waits_for_the_answer(room):
    room.does("Ria", cc.ProposeDepth(SHARING, 2))
    assert room.asks("Ria", c.IntroduceRound(2)) == "depth/asking"
    room.waits(20)

    room.does("Ria", c.IntroduceRound(2))


def test_a_pause_takes_nobodys_time_to_object(room):
    """I41: what was left of the twenty seconds is left after it."""
    room.does("Ria", cc.ProposeDepth(SHARING, 2))
    room.waits(10)
    room.pauses()
    assert room.sees("Jo").room["proposal"]["until"] is None
    room.waits(60)
    room.would_stay_lighter("Jo")
    room.resumes()
    room.waits(9)
    assert room.sees("Jo").room["proposal"] is not None
    room.waits(1)

    assert line(room)["code"] == "depth_kept"


def test_a_silence_ends_the_question(room):
    """Nothing would be told in it; the round stays as it is, and may be asked about afterwards."""
    room.does("Ria", cc.ProposeDepth(SHARING, 2))
    room.does("Ria", c.OfferSilence(60_000))
    assert room.sees("Jo").room["proposal"] is None
    room.waits(10 + 60 + 15)
    assert room.circle.agenda.rounds[SHARING].depth == 1

    room.does("Ria", cc.ProposeDepth(SHARING, 2))


def test_a_round_set_aside_takes_its_question_along(room):
    room.does("Ria", cc.ProposeDepth(SHARING, 2))
    room.does("Ria", c.SetAsideRound(SHARING))

    assert room.sees("Jo").room["proposal"] is None
    room.waits(30)
    assert line(room)["code"] == "round_set_aside"


def test_depth_is_never_asked_about_inside_a_round(room):
    """I53: nor before the beginning, for a round that is over, or for one that does not share."""
    assert room.asks("Ria", cc.ProposeDepth(2, 2)) == "round/not_now"
    assert room.asks("Ria", cc.ProposeDepth(0, 2)) == "round/not_now"
    assert room.asks("Lee", cc.ProposeDepth(SHARING, 2)) == "role/facilitator"
    room.does("Ria", c.IntroduceRound(2))
    assert room.asks("Ria", cc.ProposeDepth(SHARING, 2)) == "round/not_now"
    early = Room(DEEPER)
    early.facilitates("Ria")

    assert early.asks("Ria", cc.ProposeDepth(SHARING, 2)) == "round/not_now"


def test_no_deeper_than_was_promised(room):
    """The deepest sharing of the agenda where it promises no more; newcomers are never asked."""
    assert room.asks("Ria", cc.ProposeDepth(SHARING, 3)) == "depth/plan"
    assert room.asks("Ria", cc.ProposeDepth(SHARING, 1)) == "depth/plan"
    for agenda in (SHORT, NEWCOMERS):
        other = between_rounds(agenda)
        assert other.sees("Ria").desk["deeper"] is None
        assert other.asks("Ria", cc.ProposeDepth(SHARING, 2)) == "depth/plan"


def test_what_was_raised_can_be_lowered_at_once(room):
    room.does("Ria", cc.ProposeDepth(SHARING, 2))
    room.waits(20)
    room.reaches("turns")
    room.does("Ria", c.LowerDepth(SHARING, 1))

    assert room.sees("Jo").room["round"]["depth"] == 1
    assert line(room)["code"] == "depth_lowered"


def test_a_question_survives_a_restart(room):
    room.does("Ria", cc.ProposeDepth(SHARING, 2))
    room.restarts()
    room.connects("Ria")
    room.connects("Jo")
    room.waits(20)

    assert line(room)["code"] == "depth_raised"
