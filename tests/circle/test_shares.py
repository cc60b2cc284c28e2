"""What comes with a share: a heads-up before it, and the wish to let it rest after it."""

from __future__ import annotations

import json

import pytest

from facilitator.circle import commands as c
from facilitator.circle import events as e
from facilitator.circle.codec import circle_from_json, circle_to_json
from tests.circle.agendas import SHARING
from tests.circle.room import Room, room_of


def shared(room: Room, *, heads_up: bool) -> int:
    room.reaches("turns")
    who, turn = room.holder or "", room.turn.id
    room.takes(who)
    room.does(who, c.PublishShare(turn, room.says(who), heads_up=heads_up))
    room.waits(20)
    return turn


def test_a_heads_up_comes_with_the_share() -> None:
    """Whoever receives it knows that something heavy is coming, before the words."""
    room = room_of("Sam", "Lee", "Jo", agenda=SHARING)
    author = (room.reaches("turns"), room.holder)[1]
    shared(room, heads_up=True)
    other = next(name for name in ("Sam", "Lee", "Jo") if name != author)

    assert [s["heads_up"] for s in room.sees(other).room["shares"]] == [True]
    assert [s["heads_up"] for s in room.sees(author or "").you["shares"]] == [True]


def test_without_one_a_share_has_none() -> None:
    """Nobody gives a heads-up for somebody else's share."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    shared(room, heads_up=False)

    assert [s["heads_up"] for s in room.sees("Ria").room["shares"]] == [False]


def test_a_circle_from_before_heads_ups_still_opens() -> None:
    """What was stored without the field is read as a share without one."""
    room = room_of("Sam", "Lee", agenda=SHARING)
    shared(room, heads_up=False)
    stored = json.loads(json.dumps(circle_to_json(room.circle)))
    for _, share in stored["circle"]["shares"]:
        del share["heads_up"]

    assert circle_from_json(stored) == room.circle


# --- Please let that go ---------------------------------------------------------------------------


def speaks(room: Room) -> tuple[str, int]:
    """Whoever is asked next takes the space, says something aloud and is done."""
    room.waits_for_offer()
    who, turn = room.holder or "", room.turn.id
    room.takes(who, "speak")
    room.finishes(who)
    return who, turn


def lines_of(room: Room, who: str) -> list[str]:
    """Every sentence that this person read about the room, in its order."""
    said = [json.loads(body[4:])["line"] for _, body in room.stream(who) if body[:4] == b"room"]
    codes = [f"{line['code']} {line['by']}" for line in said if line]
    return [code for at, code in enumerate(codes) if at == 0 or codes[at - 1] != code]


@pytest.fixture
def room() -> Room:
    room = room_of("Sam", "Lee", "Jo", agenda=SHARING)
    room.reaches("turns")
    return room


def test_who_spoke_may_ask_that_it_rests(room: Room) -> None:
    """The room is told by name, once, as soon as nobody is disturbed by it (A18)."""
    who, turn = speaks(room)
    assert room.sees(who).you["spoken"] == [turn]

    room.does(who, c.LetRest(turn))
    assert room.sees("Ria").room["line"]["code"] != "let_rest"
    room.waits(15)
    assert room.sees("Ria").room["line"] == {"code": "let_rest", "by": who, "number": None}
    assert room.sees(who).you["spoken"] == []
    room.does(who, c.LetRest(turn))
    room.waits(120)
    assert lines_of(room, "Ria").count(f"let_rest {who}") == 1


def test_it_waits_while_somebody_else_has_the_space(room: Room) -> None:
    """I59: nothing comes between somebody and the others while they speak."""
    who, turn = speaks(room)
    room.waits_for_offer()
    room.takes(room.holder or "", "speak")
    room.does(who, c.LetRest(turn))
    room.waits(60)
    assert f"let_rest {who}" not in lines_of(room, "Ria")

    room.finishes(room.holder or "")
    room.waits(15)
    assert lines_of(room, "Ria")[-1] == f"let_rest {who}"


def test_two_wishes_are_told_one_after_the_other(room: Room) -> None:
    """Each of them can be read."""
    first = speaks(room)
    second = speaks(room)
    for who, turn in (first, second):
        room.does(who, c.LetRest(turn))
    room.waits_for_offer()
    room.waits(200)

    told = [line for line in lines_of(room, "Ria") if line.startswith("let_rest")]
    assert told == [f"let_rest {first[0]}", f"let_rest {second[0]}"]


def test_it_is_told_after_a_silence_and_never_in_it(room: Room) -> None:
    """I38: somebody who asks for it during a silence is heard when it is over."""
    who, turn = speaks(room)
    room.does("Ria", c.OfferSilence(60_000))
    room.reaches("quiet", "silence")
    room.does(who, c.LetRest(turn))
    room.waits(30)
    assert f"let_rest {who}" not in lines_of(room, "Ria")

    room.waits(60)
    assert f"let_rest {who}" in lines_of(room, "Ria")


def test_nobody_asks_it_for_another(room: Room) -> None:
    """I5, I2: the answer is yes, and nothing comes of it."""
    who, turn = speaks(room)
    other = next(name for name in ("Sam", "Lee", "Jo") if name != who)
    room.does(other, c.LetRest(turn))
    room.waits(200)

    assert not any("let_rest" in line for line in lines_of(room, "Ria"))


def test_what_was_written_is_taken_back_instead(room: Room) -> None:
    """Only what was said aloud cannot be taken from the screens, so only that is asked for."""
    who, turn = room.holder or "", room.shares(room.holder or "")

    assert room.sees(who).you["spoken"] == []
    room.does(who, c.LetRest(turn))
    room.waits(60)
    assert not room.happened(e.LetRestTold)
