"""The private line: two ends, opened by the participant, never forwarded (domain.md 2.6, I28)."""

import pytest

from facilitator.circle import commands as c
from facilitator.circle import commands_care as cc
from facilitator.circle import events as e
from facilitator.circle import events_care as ec
from facilitator.circle.plan import LINE_MESSAGES, PRIVATE_CHARS
from tests.circle.agendas import SHARING, SHORT
from tests.circle.room import Room, as_bytes


@pytest.fixture
def room() -> Room:
    """Ria holds the room, Tom helps; Sam, Lee and Jo are in it, and the space goes round."""
    room = Room(SHARING)
    room.facilitates("Ria", "Tom")
    room.enters("Sam", "Lee", "Jo")
    room.begins()
    room.reaches("turns")
    return room


def all_but(room: Room, *who: str) -> dict[str, bytes]:
    """Everything on everybody else's screen."""
    others = {"Ria", "Tom", "Sam", "Lee", "Jo"} - set(who)
    views = {name: room.sees(name) for name in others}
    return {n: as_bytes([v.room, v.you, v.desk]) for n, v in views.items()}


def said(room: Room, who: str, other: str) -> list[tuple[bool, str]]:
    line = room.line(who, other)
    return [(m["mine"], m["text"]) for m in line["messages"]] if line else []


# --- Two ends -------------------------------------------------------------------------------------


def test_a_word_reaches_the_one_it_is_for_and_nobody_else(room):
    """S8: Ria reads it; Tom, who facilitates as well, and everybody else see not one byte more."""
    before = all_but(room, "Lee", "Ria")
    rooms = [room.sees(who).room for who in ("Lee", "Ria")]
    desk = room.sees("Ria").desk
    text = room.writes("Lee", "Ria")

    assert said(room, "Ria", "Lee") == [(False, text)]
    assert said(room, "Lee", "Ria") == [(True, text)]
    assert all_but(room, "Lee", "Ria") == before
    assert [room.sees(who).room for who in ("Lee", "Ria")] == rooms
    assert room.sees("Ria").desk == desk


def test_the_line_goes_both_ways_once_the_participant_wrote(room):
    first = room.writes("Lee", "Ria")
    back = room.writes("Ria", "Lee")

    assert said(room, "Lee", "Ria") == [(True, first), (False, back)]
    assert room.line("Lee", "Ria")["unread"]
    assert not room.line("Ria", "Lee")["unread"], "whoever answers has read"
    room.opens("Lee", "Ria")
    assert not room.line("Lee", "Ria")["unread"]


def test_a_facilitator_does_not_write_first(room):
    """Not to somebody who never wrote, nor to somebody who wrote to the other one."""
    room.writes("Lee", "Tom")

    for who in ("sam", "lee", "tom", "nobody"):
        assert room.asks("Ria", cc.WritePrivately(who, "hello")) == "line/not_open"
        assert room.asks("Ria", cc.Signpost(who, "hello")) == "line/not_open"


def test_participants_have_no_line_between_them(room):
    """I27: nothing is stored, nothing arrives, and the answer is the same yes."""
    before = all_but(room)
    room.does("Lee", cc.WritePrivately("sam", "«lee-x»"))
    room.does("Lee", cc.WritePrivately("lee", "«lee-y»"))
    room.does("Lee", cc.WritePrivately("nobody", "«lee-z»"))

    assert all_but(room) == before
    assert room.circle.lines == ()
    assert room.words == {}


def test_people_read_whom_they_may_write_to(room):
    """Those who facilitate and are connected; facilitators themselves are told of nobody."""
    assert [r["name"] for r in room.sees("Lee").you["receivers"]] == ["Ria", "Tom"]
    assert room.sees("Tom").you["receivers"] == []
    room.passes("Sam")
    room.waits(16)
    room.drops("Tom")

    assert [r["name"] for r in room.sees("Lee").you["receivers"]] == ["Ria"]


def test_who_may_be_written_to_changes_when_nobody_is_disturbed(room):
    """I59: Tom's line breaks while Sam has the space, and no screen moves until it is round."""
    room.takes("Sam", "quiet")
    before = all_but(room, "Tom", "Ria")
    room.drops("Tom")
    assert all_but(room, "Tom", "Ria") == before
    room.finishes("Sam")
    room.waits_for_next()

    assert [r["name"] for r in room.sees("Lee").you["receivers"]] == ["Ria"]


def test_a_signpost_is_marked_as_one(room):
    room.writes("Lee", "Ria")
    room.does("Ria", cc.Signpost("lee", "«ria-s»"))
    message = room.line("Lee", "Ria")["messages"][-1]

    assert (message["signpost"], message["text"]) == (True, "«ria-s»")
    assert room.asks("Lee", cc.Signpost("ria", "words")) == "role/facilitator"


def test_no_line_tells_how_much_is_written_on_another(room):
    """Messages are numbered on each line from one."""
    room.writes("Sam", "Ria")
    room.writes("Sam", "Ria")
    room.writes("Lee", "Ria")

    assert [m["id"] for m in room.line("Lee", "Ria")["messages"]] == [1]
    assert [m["id"] for m in room.line("Ria", "Sam")["messages"]] == [1, 2]


# --- Waiting --------------------------------------------------------------------------------------


def test_after_two_minutes_unopened_the_writer_is_told(room):
    """I62: told, and offered the other one; nothing is forwarded."""
    room.writes("Lee", "Ria")
    assert not room.line("Lee", "Ria")["waiting"]
    room.waits(119)
    assert not room.line("Lee", "Ria")["waiting"]
    room.waits(1)
    assert room.line("Lee", "Ria")["waiting"]
    assert room.line("Tom", "Lee") is None
    assert not room.line("Ria", "Lee")["waiting"], "it is no pressure on whoever facilitates"
    room.opens("Ria", "Lee")

    assert not room.line("Lee", "Ria")["waiting"]


def test_an_opened_line_does_not_wait(room):
    room.writes("Lee", "Ria")
    room.opens("Ria", "Lee")
    room.waits(300)

    assert not room.line("Lee", "Ria")["waiting"]


def test_somebody_who_is_not_there_is_known_at_once(room):
    """Tom's line is down: the writer reads it now, and what they wrote waits for him."""
    room.drops("Tom")
    text = room.writes("Lee", "Tom")
    assert room.line("Lee", "Tom")["waiting"]
    room.connects("Tom")

    assert said(room, "Tom", "Lee") == [(False, text)]


def test_the_other_facilitator_is_the_writers_choice(room):
    room.writes("Lee", "Ria")
    room.waits(120)
    text = room.writes("Lee", "Tom")

    assert said(room, "Tom", "Lee") == [(False, text)]
    assert room.line("Lee", "Ria")["waiting"]


def test_two_minutes_run_before_a_circle_begins_and_in_a_pause():
    room = Room(SHORT)
    room.facilitates("Ria")
    room.enters("Sam", "Lee")
    room.writes("Lee", "Ria")
    room.waits(120)
    assert room.line("Lee", "Ria")["waiting"]
    room.begins()
    room.pauses()
    room.writes("Sam", "Ria")
    room.waits(120)

    assert room.line("Sam", "Ria")["waiting"]


# --- Everywhere -----------------------------------------------------------------------------------


def test_in_a_silence_only_the_two_ends_move():
    """I38: both may write; nobody else's screen moves, and the room's does not either."""
    room = Room(SHORT)
    room.facilitates("Ria", "Tom")
    room.enters("Sam", "Lee", "Jo")
    room.begins()
    room.reaches("quiet")
    before = all_but(room, "Lee", "Ria")
    shared = room.sees("Lee").room
    room.writes("Lee", "Ria")
    room.writes("Ria", "Lee")
    room.opens("Lee", "Ria")

    assert all_but(room, "Lee", "Ria") == before
    assert room.sees("Lee").room == shared


def test_while_nobody_holds_the_room_nothing_is_sent(room):
    """HELD: the answer is yes, the draft stays on the device, and the room says what else helps."""
    room.drops("Tom")
    room.drops("Ria")
    room.waits(15)
    assert room.circle.held is not None
    room.does("Lee", cc.WritePrivately("ria", "«lee-h»"))

    assert room.circle.lines == ()
    assert room.words == {}


def test_somebody_who_stepped_out_may_write_and_read(room):
    """Out of the circle's words, not out of reach of help."""
    room.steps_out("Lee")
    text = room.writes("Lee", "Ria")
    back = room.writes("Ria", "Lee")

    assert said(room, "Lee", "Ria") == [(True, text), (False, back)]
    assert room.sees("Lee").room["shares"] == []


def test_new_agreements_hold_back_the_other_side(room):
    """I10: until they are accepted there is only what one wrote oneself."""
    room = Room(SHORT)
    room.facilitates("Ria")
    room.enters("Sam", "Lee")
    room.begins()
    room.reaches("agreements")
    own = room.writes("Lee", "Ria")
    room.writes("Ria", "Lee")
    room.does("Ria", c.AddAgreement("We go gently"))
    assert said(room, "Lee", "Ria") == [(True, own)]
    room.does("Lee", c.AcceptAgreements(2))

    assert len(said(room, "Lee", "Ria")) == 2


# --- Bounds ---------------------------------------------------------------------------------------


def test_a_facilitator_is_told_when_it_is_too_much(room):
    room.writes("Lee", "Ria")

    assert room.asks("Ria", cc.WritePrivately("lee", "x" * (PRIVATE_CHARS + 1))) == "line/long"
    assert room.asks("Ria", cc.WritePrivately("lee", " ")) == "text/empty"
    room.does("Ria", cc.WritePrivately("lee", "x" * PRIVATE_CHARS))


def test_a_participant_is_never_told_no(room):
    """Too long is cut, what cannot be shown is left out, and nothing at all is nothing."""
    room.does("Lee", cc.WritePrivately("ria", "x" * 2000))
    room.does("Lee", cc.WritePrivately("ria", "please\x00 \u202ecome"))
    room.does("Lee", cc.WritePrivately("ria", " \x00 \u200b"))

    assert [text for _, text in said(room, "Lee", "Ria")] == ["x" * PRIVATE_CHARS, "please come"]


def test_a_full_line_lets_go_of_its_oldest_words():
    """A participant can always go on; a facilitator is told that it is full."""
    room = Room(SHORT, watch=False)
    room.facilitates("Ria")
    room.enters("Sam", "Lee")
    for _ in range(LINE_MESSAGES + 3):
        last = room.writes("Lee", "Ria")
    assert len(said(room, "Ria", "Lee")) == LINE_MESSAGES
    assert said(room, "Ria", "Lee")[-1] == (False, last)
    assert len(room.words) == LINE_MESSAGES

    assert room.asks("Ria", cc.WritePrivately("lee", "words")) == "line/full"


# --- Going ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["Lee", "Ria"])
def test_either_end_wipes_the_line(room, who):
    """Gone on both sides and from the vault; the participant may open it anew."""
    room.writes("Lee", "Ria")
    room.writes("Ria", "Lee")
    other = "Ria" if who == "Lee" else "Lee"
    room.does(who, cc.WipeLine(other.lower()))
    room.does(who, cc.WipeLine(other.lower()))
    assert room.line("Lee", "Ria") is None
    assert room.line("Ria", "Lee") is None
    assert room.words == {}
    assert room.asks("Ria", cc.WritePrivately("lee", "still there?")) == "line/not_open"

    room.writes("Lee", "Ria")


def test_nobody_wipes_or_opens_the_line_of_others(room):
    room.writes("Lee", "Ria")
    before = room.circle
    room.does("Sam", cc.WipeLine("ria"))
    room.does("Tom", cc.WipeLine("lee"))
    room.does("Tom", cc.OpenLine("lee"))

    assert room.circle == before


def test_a_removed_seat_takes_its_lines_along(room):
    """Nothing of it is left, at the other end neither."""
    room.writes("Lee", "Ria")
    room.does("Tom", c.RemoveSeat("lee"))

    assert room.words == {}
    assert room.line("Ria", "Lee") is None


def test_leaving_keeps_the_line_unless_the_words_go_along(room):
    room.writes("Lee", "Ria")
    room.writes("Jo", "Ria")
    room.leaves("Lee")
    room.leaves("Jo", with_words=True)

    assert room.line("Ria", "Lee") is not None
    assert not room.line("Ria", "Lee")["here"]
    assert room.line("Ria", "Jo") is None


def test_a_facilitator_who_leaves_is_not_seen_to_on_the_line_until_a_pause(room):
    """I59: the line stays as it was while Sam has the space; then the other end is not here."""
    room.writes("Lee", "Tom")
    room.opens("Tom", "Lee")
    room.takes("Sam", "quiet")
    room.leaves("Tom", with_words=True)
    assert room.line("Lee", "Tom")["here"]
    room.finishes("Sam")
    room.waits_for_next()

    assert not room.line("Lee", "Tom")["here"]


def test_lines_end_with_the_circle(room):
    room.writes("Lee", "Ria")
    room.does("Ria", c.EmergencyClose())
    assert room.words == {}

    assert room.sees("Lee").you["lines"] == []


def test_lost_words_leave_no_empty_line(room):
    room.writes("Lee", "Ria")
    room.does(None, c.LoseWords())

    assert room.line("Lee", "Ria") is None


def test_a_line_survives_a_restart(room):
    text = room.writes("Lee", "Ria")
    room.restarts()
    for who in ("ria", "lee"):
        room.does(None, c.RaiseLine(who))

    assert said(room, "Ria", "Lee") == [(False, text)]


# --- Offers ---------------------------------------------------------------------------------------


def may_offer(room: Room, who: str) -> bool:
    seats = room.sees("Ria").desk["seats"]
    return next(s["may_offer"] for s in seats if s["name"] == who)


def test_one_soft_offer_and_no_second_one(room):
    """I55: by whoever it comes; only the one it is for reads it."""
    before = all_but(room, "Lee", "Ria", "Tom")
    room.does("Ria", cc.PrivateOffer("lee"))
    assert room.sees("Lee").you["offer"] == {"seat": "ria", "name": "Ria"}
    assert all_but(room, "Lee", "Ria", "Tom") == before
    assert not may_offer(room, "Lee")

    for who in ("Ria", "Tom"):
        assert room.asks(who, cc.PrivateOffer("lee")) == "offer/not_now"
    assert len(room.happened(ec.OfferMade)) == 1


def test_an_answered_offer_is_a_line(room):
    """Writing to whoever offered answers it; the offer is gone and the line is open."""
    room.does("Ria", cc.PrivateOffer("lee"))
    assert room.asks("Ria", cc.WritePrivately("lee", "hello")) == "line/not_open"
    room.writes("Lee", "Ria")
    assert room.sees("Lee").you["offer"] is None

    room.writes("Ria", "Lee")


def test_nobody_else_learns_that_an_offer_was_answered(room):
    """I28: on the other desk it reads as it did."""
    room.does("Ria", cc.PrivateOffer("lee"))
    before = all_but(room, "Lee", "Ria")
    desk = room.sees("Ria").desk
    room.writes("Lee", "Ria")

    assert all_but(room, "Lee", "Ria") == before
    assert room.sees("Ria").desk == desk


def test_an_offer_that_was_answered_may_be_made_again(room):
    """By the one who was answered, once the line is gone."""
    room.does("Ria", cc.PrivateOffer("lee"))
    room.writes("Lee", "Ria")
    assert room.asks("Ria", cc.PrivateOffer("lee")) == "offer/not_now"
    room.does("Lee", cc.WipeLine("ria"))
    assert room.asks("Tom", cc.PrivateOffer("lee")) == "offer/not_now"

    room.does("Ria", cc.PrivateOffer("lee"))


def test_writing_to_somebody_else_answers_no_offer(room):
    room.does("Ria", cc.PrivateOffer("lee"))
    room.writes("Lee", "Tom")

    assert room.sees("Lee").you["offer"] is not None


def test_whoever_asked_for_none_is_offered_none(room):
    """The same no as for one who was offered a line already; one that is open is gone."""
    room.does("Lee", cc.NoPrivateOffers(on=True))
    assert room.asks("Ria", cc.PrivateOffer("lee")) == "offer/not_now"
    assert not may_offer(room, "Lee")
    assert not room.sees("Lee").you["private_offers"]
    room.does("Ria", cc.PrivateOffer("jo"))
    room.does("Jo", cc.NoPrivateOffers(on=True))
    assert room.sees("Jo").you["offer"] is None
    room.does("Jo", cc.NoPrivateOffers(on=False))
    assert room.asks("Ria", cc.PrivateOffer("jo")) == "offer/not_now"
    room.does("Lee", cc.NoPrivateOffers(on=False))

    room.does("Ria", cc.PrivateOffer("lee"))


def test_no_offer_comes_in_a_silence_or_to_those_who_facilitate(room):
    assert room.asks("Ria", cc.PrivateOffer("tom")) == "seat/facilitator"
    assert room.asks("Ria", cc.PrivateOffer("nobody")) == "seat/unknown"
    assert room.asks("Lee", cc.PrivateOffer("sam")) == "role/facilitator"
    room.leaves("Jo")
    assert room.asks("Ria", cc.PrivateOffer("jo")) == "offer/not_now"
    room.passes("Sam")
    room.does("Ria", c.OfferSilence(60_000))
    room.reaches("quiet")

    assert room.asks("Ria", cc.PrivateOffer("lee")) == "silence/on"


# --- Between those who hold the room --------------------------------------------------------------


def test_those_who_facilitate_confer_beside_the_room(room):
    """On both desks and on no other screen; the last fifty stay, and none after the end."""
    before = all_but(room, "Ria", "Tom")
    text = room.says("Tom")
    room.does("Tom", cc.WriteToFacilitators(text))

    for who in ("Ria", "Tom"):
        assert room.sees(who).desk["process"] == [{"id": 1, "name": "Tom", "text": text}]
    assert all_but(room, "Ria", "Tom") == before
    assert room.asks("Lee", cc.WriteToFacilitators("words")) == "role/facilitator"
    assert room.asks("Tom", cc.WriteToFacilitators("x" * 701)) == "line/long"
    assert room.asks("Tom", cc.WriteToFacilitators("")) == "text/empty"
    for _ in range(55):
        room.does("Tom", cc.WriteToFacilitators(room.says("Tom")))
    assert [n["id"] for n in room.sees("Ria").desk["process"]] == list(range(7, 57))
    assert len(room.words) == 50
    room.does("Ria", c.EmergencyClose())
    assert room.words == {}


def test_no_word_of_a_line_is_in_what_is_stored(room):
    """I31: facts and picture know that there is a line, never what it says."""
    told = len(room.story)
    text = room.writes("Lee", "Ria")

    assert text not in str(room.story[told:])
    assert not [x for x in room.story[told:] if isinstance(x, e.RosterShown)]
