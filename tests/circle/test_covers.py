"""Set aside for now: hidden from everybody but the author, never deleted (domain.md 2.5, 2.7)."""

import pytest

from facilitator.circle import commands as c
from facilitator.circle import commands_care as cc
from facilitator.circle.plan import Level
from tests.circle.agendas import SHARING
from tests.circle.room import Room, room_of


@pytest.fixture
def room() -> Room:
    """Sam gave a share, Lee answered it; it is Jo's turn to be asked."""
    room = room_of("Sam", "Lee", "Jo", agenda=SHARING)
    room.reaches("turns")
    room.shares("Sam", Level.REFLECTION)
    room.waits_for_next()
    room.replies("Lee", 1, Level.REFLECTION)
    room.waits_for_next()
    return room


def shared(room: Room, who: str) -> dict:
    return room.sees(who).room["shares"][0]


def test_a_covered_share_is_a_card_without_words(room):
    """Everybody else reads that it is set aside; its author reads it, and that it is."""
    text = room.words["share:1"]
    room.does("Ria", cc.Cover(1))

    for who in ("Lee", "Jo", "Ria"):
        assert (shared(room, who)["covered"], shared(room, who)["text"]) == (True, None)
    own = room.sees("Sam").you["shares"][0]
    assert (own["covered"], own["text"]) == (True, text)
    assert room.sees("Ria").desk["shares"] == [{"id": 1, "name": "Sam", "covered": True}]


def test_a_covered_share_may_be_shown_again(room):
    """To the same audience, word for word."""
    before = {who: room.sees(who) for who in ("Sam", "Lee", "Jo")}
    room.does("Ria", cc.Cover(1))
    room.does("Ria", cc.Cover(1))
    room.does("Ria", cc.Cover(1, covered=False))

    assert {who: room.sees(who) for who in before} == before


def test_a_covered_reply_is_hidden_from_whom_it_came_to(room):
    """The sharer reads that a reply is set aside; the desk still reads it."""
    text = room.words["reply:1"]
    room.does("Ria", cc.Cover(1, 1))
    reply = room.sees("Sam").you["shares"][0]["replies"][0]

    assert (reply["covered"], reply["text"], reply["name"]) == (True, None, "Lee")
    assert [(r["covered"], r["text"]) for r in room.sees("Ria").desk["replies"]] == [(True, text)]
    room.does("Ria", cc.Cover(1, 1, covered=False))
    assert room.sees("Sam").you["shares"][0]["replies"][0]["text"] == text


def test_nothing_is_said_aloud_about_a_cover(room):
    """No line, no name: the card alone says it."""
    line = room.sees("Jo").room["line"]
    room.does("Ria", cc.Cover(1))

    assert room.sees("Jo").room["line"] == line


def test_nobody_answers_what_is_set_aside():
    room = room_of("Sam", "Lee", agenda=SHARING)
    room.reaches("turns")
    room.shares("Sam", Level.REFLECTION)
    room.waits_for_next()
    room.does("Ria", cc.Cover(1))
    assert room.sees("Lee").you["reply_to"] is None
    assert room.asks("Lee", c.Reply(1, Level.PRESENCE, "here")) == "share/covered"
    room.does("Ria", cc.Cover(1, covered=False))

    room.replies("Lee", 1, Level.PRESENCE)


def test_a_covered_share_is_still_its_authors(room):
    """Taken back, it is gone; nobody else can take it back or set it aside."""
    room.does("Ria", cc.Cover(1))
    assert room.asks("Lee", cc.Cover(1, covered=False)) == "role/facilitator"
    assert room.asks("Ria", c.TakeBackShare(1)) == "share/not_yours"
    room.does("Sam", c.TakeBackShare(1))

    assert room.words == {}
    assert room.asks("Ria", cc.Cover(1)) == "share/gone"
    assert room.asks("Ria", cc.Cover(1, 1)) == "share/gone"


def test_a_cover_works_while_the_room_is_paused_and_waits_for_a_silence(room):
    """In a silence nothing moves on a screen; whoever must act at once pauses first."""
    room.pauses()
    room.does("Ria", cc.Cover(1))
    room.resumes()
    room.passes(room.holder or "Jo")
    room.does("Ria", c.OfferSilence(60_000))
    room.reaches("quiet")
    assert room.asks("Ria", cc.Cover(1, covered=False)) == "silence/on"
    room.pauses()

    room.does("Ria", cc.Cover(1, covered=False))


def test_a_cover_survives_a_restart(room):
    room.does("Ria", cc.Cover(1))
    room.restarts()
    room.connects("Lee")

    assert shared(room, "Lee")["text"] is None
