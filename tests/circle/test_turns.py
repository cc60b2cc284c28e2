"""The turn: offered, taken or not, kept, rested (domain.md 2.3)."""

import pytest

from facilitator.circle import commands as c
from facilitator.circle import events as e
from facilitator.circle.plan import MINUTE, SECOND, Level
from tests.circle.agendas import NEWCOMERS, SHARING, SILENCE_FIRST
from tests.circle.room import Room, room_of


@pytest.fixture
def room() -> Room:
    """Sam has just been offered the space; Lee and Jo come after."""
    room = room_of("Sam", "Lee", "Jo", agenda=SHARING)
    room.reaches("turns")
    return room


def offers(room: Room) -> list[str]:
    return [room.circle.seats[o.seat].name for o in room.happened(e.TurnOffered)]


# --- The order ------------------------------------------------------------------------------------


def test_the_room_reads_for_whom_there_is_space(room):
    """Everybody sees the name and that it is an offer; only the person sees how long it stands."""
    assert room.sees("Lee").room["space"] == {
        "seat": "sam",
        "name": "Sam",
        "phase": "offered",
        "turn": 1,
    }
    assert room.sees("Sam").you["asked"] == "offered"
    assert room.sees("Sam").you["turn"]["timer"]["length"] == MINUTE
    assert room.sees("Lee").you["turn"] is None
    assert room.sees("Lee").room["round"]["timer"] is None


def test_the_next_one_knows_ahead_and_nobody_else_does(room):
    """UP_NEXT is for the person and for those who hold the room."""
    assert room.sees("Lee").you["asked"] == "up_next"
    assert room.sees("Jo").you["asked"] is None
    assert room.sees("Ria").desk["up_next"] == "lee"


def test_the_order_begins_where_the_lot_falls():
    """The same circle with another lot begins with somebody else and goes on in the same order."""
    room = room_of("Sam", "Lee", "Jo", agenda=SHARING, lot=1)
    room.reaches("turns")
    room.reaches("last_space")

    assert offers(room)[:3] == ["Lee", "Jo", "Sam"]


def test_facilitators_are_asked_last_and_only_if_they_wish():
    """C19: not in the order unless they choose so, then last, for the same time (I64)."""
    room = Room(SHARING)
    room.facilitates("Ria", "Tom")
    room.enters("Sam", "Lee")
    room.does("Tom", c.TakePart(takes_turns=True))
    room.begins()
    room.reaches("turns")
    for who in ("Sam", "Lee", "Tom"):
        room.takes(who)
        room.finishes(who)
        room.waits(15)

    assert offers(room) == ["Sam", "Lee", "Tom"]
    assert {t.length for t in room.happened(e.TurnTaken)} == {90 * SECOND}
    assert room.step == "last_space"


def test_a_facilitator_may_join_while_the_space_goes_round(room):
    """Joining late is joining last; leaving the order ends what was asked."""
    room.does("Ria", c.TakePart(takes_turns=True))
    assert room.circle.round.queue[-1] == "ria"
    room.does("Ria", c.TakePart(takes_turns=False))

    assert "ria" not in room.circle.round.queue


def test_when_time_is_short_it_is_short_for_everybody():
    """I63, I64: known before the round opens, and shared equally."""
    room = Room(NEWCOMERS, seats_max=12)
    room.facilitates("Ria")
    room.enters("Sam", "Lee", "Jo", "Max", "Kim", "Pat", "Ash", "Uma", "Eli", "Bo", "Zoe", "Ida")
    room.begins()
    for _ in range(200):
        if room.circle.round.kind == "silence" and room.step is None:
            break
        room.goes_on() or room.waits_for_next()
    capacity = room.sees("Ria").desk["capacity"]
    room.reaches("turns")

    assert capacity is None
    assert room.circle.round.share_time < 90 * SECOND
    for _ in range(3):
        room.takes(room.holder)
        room.finishes(room.holder)
        room.waits(15)
    assert len({t.length for t in room.happened(e.TurnTaken)}) == 1


def test_the_desk_knows_before_that_not_everybody_fits():
    """I63: before the round opens; the sum counts everybody, so it tells nothing about anybody."""
    room = Room(SHARING, seats_max=12)
    room.facilitates("Ria", "Tom")
    people = ("Sam", "Lee", "Jo", "Max", "Kim", "Pat", "Ash", "Uma", "Eli", "Bo", "Zoe", "Ida")
    room.enters(*people)
    for who in ("Ria", "Tom"):
        room.does(who, c.TakePart(takes_turns=True))
    before = room.sees("Ria").desk["capacity"]
    room.listens("Sam")

    assert before is None or before["needs"] > before["has"]
    assert room.sees("Ria").desk["capacity"] == before


# --- The offer ------------------------------------------------------------------------------------


def test_an_offer_that_nobody_answers_moves_on(room):
    """A minute, a rest as after any turn, and the next one; nothing is asked of Sam again (I1)."""
    room.waits(60)
    assert room.turn.phase == "resting"
    assert room.sees("Sam").you["settled"]
    assert room.sees("Sam").you["can_reclaim"]
    room.waits(15)

    assert room.holder == "Lee"


def test_a_moment_may_be_asked_for_as_often_as_wanted(room):
    """Another minute each time, known to the person alone."""
    before = room.stream("Lee")[:]
    for _ in range(3):
        room.does("Sam", c.NeedMoment(room.turn.id))
    room.waits(239)
    assert room.turn.phase == "offered"
    room.waits(1)

    assert room.turn.phase == "resting"
    assert len(room.stream("Lee")) == len(before) + 1


def test_an_offer_that_was_lengthened_does_not_eat_the_closing(room):
    """I42: when the time kept for closing has come, an open offer ends as offers end."""
    for _ in range(60):
        room.does("Sam", c.NeedMoment(room.turn.id))
    room.waits((room.circle.promised_end - room.now - SHARING.closing_reserve) / SECOND)

    assert room.circle.round.kind == "closing"


def test_later_is_the_end_of_the_order(room):
    """The space is offered once more, after everybody else."""
    room.later("Sam")
    assert room.turn.phase == "resting"
    assert room.sees("Sam").you["queued"]
    room.waits(15)
    for who in ("Lee", "Jo"):
        assert room.holder == who
        room.passes(who)
        room.waits(15)

    assert room.holder == "Sam"


def test_later_ahead_of_ones_turn_is_seen_by_nobody(room):
    before = room.stream("Jo")[:]
    room.later("Lee")

    assert room.circle.round.queue == ("jo", "lee")
    assert [b for b in room.stream("Jo") if b not in before][-1][1].startswith(b"you")


def test_only_the_person_asked_takes_the_space(room):
    """Another seat, an older turn, or nothing at all: told why (I5)."""
    assert room.asks("Lee", c.TakeTurn(1, "write")) == "turn/not_yours"
    assert room.asks("Sam", c.TakeTurn(7, "write")) == "turn/not_now"
    assert room.asks("Sam", c.TakeTurn(1, "shout")) == "turn/medium"
    room.passes("Sam")
    assert room.asks("Sam", c.TakeTurn(1, "write")) == "turn/not_offered"


def test_a_second_click_takes_nothing_twice(room):
    room.takes("Sam")
    ends = room.turn.timer.ends
    room.waits(5)
    room.takes("Sam")

    assert room.turn.timer.ends == ends


@pytest.mark.parametrize(
    ("agenda", "no", "yes"), [(NEWCOMERS, "speak", "write"), (SILENCE_FIRST, "write", "speak")]
)
def test_the_medium_is_the_agendas(agenda, no, yes):
    """A written circle is not spoken in, a spoken one not written in; quiet is always right."""
    room = room_of("Sam", "Lee", agenda=agenda)
    room.reaches("turns")

    assert room.asks("Sam", c.TakeTurn(room.turn.id, no)) == "turn/medium"
    room.takes("Sam", "quiet")
    room.finishes("Sam")
    room.waits_for_offer()
    room.takes("Lee", yes)


# --- The space ------------------------------------------------------------------------------------


def test_a_quiet_turn_is_a_whole_turn(room):
    """C49: no words are needed to have the space."""
    room.takes("Sam", "quiet")
    assert room.sees("Lee").room["space"]["phase"] == "sharing"
    room.finishes("Sam")

    assert room.turn.phase == "resting"
    assert room.words == {}


def test_the_rest_is_as_long_as_reading_takes(room):
    """Fifteen seconds, or a fifteenth of a second for each character (0.6)."""
    room.takes("Sam")
    room.does("Sam", c.PublishShare(1, "a" * 280, Level.NONE))
    room.waits(18.5)
    assert room.turn.phase == "resting"
    room.waits(0.5)

    assert room.holder == "Lee"


def test_words_that_do_not_fit_change_nothing(room):
    """Too long, empty or of signs that cannot be shown: told why, the space is kept."""
    room.takes("Sam")
    for text, code in (("a" * 281, "long"), ("  \n ", "empty"), ("a\x00b", "marks")):
        assert room.asks("Sam", c.PublishShare(1, text, Level.NONE)) == f"text/{code}"

    assert room.turn.phase == "sharing"
    assert room.happened(e.ShareGiven) == []


def test_a_share_asks_for_no_more_than_the_agenda_allows(room):
    room.takes("Sam")

    assert room.asks("Sam", c.PublishShare(1, "words", Level.IDEAS)) == "level/plan"


def test_the_audience_is_named_before_and_fixed_at_publishing(room):
    """I19, I21: who is named is who receives it."""
    room.takes("Sam")
    assert room.sees("Sam").you["audience"] == ["Ria", "Lee", "Jo"]
    room.steps_out("Jo")
    assert room.sees("Sam").you["audience"] == ["Ria", "Lee"]
    share = room.shares("Sam")

    assert room.circle.shares[share].audience == {"ria", "lee"}


def test_one_minute_more_comes_by_itself_once(room):
    """Then those who hold the room are asked, and nobody else knows."""
    room.takes("Sam")
    before = room.stream("Lee")[:]
    room.does("Sam", c.AskMoreTime(1))
    assert room.turn.timer.length == 150 * SECOND
    room.does("Sam", c.AskMoreTime(1))
    assert room.turn.timer.length == 150 * SECOND
    assert room.sees("Ria").desk["turn"]["more_asked"]
    room.does("Ria", c.GiveTime(1))

    assert room.turn.timer.length == 210 * SECOND
    assert not room.sees("Ria").desk["turn"]["more_asked"]
    assert room.stream("Lee") == before


def test_time_running_out_takes_nothing_away(room):
    """I37: the sharer keeps the space; after the grace only the desk knows."""
    room.takes("Sam")
    room.waits(90)
    assert not room.sees("Ria").desk["turn"]["may_close"]
    assert room.asks("Ria", c.CloseTurn(1)) == "turn/within_time"
    before = room.stream("Lee")[:]
    room.waits(30)
    assert room.sees("Ria").desk["turn"]["may_close"]
    room.waits(300)

    assert room.turn.phase == "sharing"
    assert room.stream("Lee") == before


def test_a_turn_is_closed_after_the_grace_and_nothing_is_published(room):
    """I6: what was not given stays with the person."""
    room.takes("Sam")
    room.waits(120)
    room.does("Ria", c.CloseTurn(1))

    assert room.turn.phase == "resting"
    assert room.happened(e.ShareGiven) == []
    assert room.words == {}


def test_a_turn_is_kept_for_a_broken_line(room):
    """A minute; then it ends as letting go would."""
    room.takes("Sam")
    room.drops("Sam")
    assert room.sees("Ria").desk["turn"]["reconnecting"]
    room.waits(59)
    assert room.turn.phase == "sharing"
    room.connects("Sam")
    room.waits(59)
    assert room.turn.phase == "sharing"
    room.drops("Sam")
    room.waits(60)

    assert room.turn.phase == "resting"


def test_a_turn_taken_and_let_go_may_be_had_again(room):
    """Letting go is no share: the space is Sam's again, last (reclaim)."""
    room.takes("Sam")
    room.lets_go("Sam")
    room.reclaims("Sam")

    assert room.circle.round.queue == ("lee", "jo", "sam")


def test_whoever_has_shared_has_shared(room):
    """One share a round."""
    room.shares("Sam")

    assert not room.sees("Sam").you["can_reclaim"]
    assert room.asks("Sam", c.Reclaim(0)) == "turn/has_shared"


def test_reclaiming_is_for_the_round_that_is_on(room):
    room.passes("Sam")

    assert room.asks("Sam", c.Reclaim(1)) == "round/not_now"
    room.reclaims("Sam")
    room.reclaims("Sam")
    assert room.circle.round.queue.count("sam") == 1


def test_nothing_comes_back_while_the_circle_rests(room):
    """A17: a reply waits for its window."""
    share = room.shares("Sam", Level.PRESENCE)

    assert room.asks("Lee", c.Reply(share, Level.PRESENCE, "here")) == "reply/not_now"


def test_stale_commands_hit_nobody(room):
    """A late double click never skips or closes the next person."""
    room.passes("Sam")
    room.waits(15)
    assert room.holder == "Lee"

    assert room.asks("Ria", c.SkipKindly(1)) == "turn/not_now"
    assert room.asks("Ria", c.CloseTurn(1)) == "turn/not_now"
    assert room.asks("Ria", c.GiveTime(1)) == "turn/not_now"
    room.does("Sam", c.LetGo(1))
    room.does("Sam", c.FinishTurn(1))
    assert room.turn.phase == "offered"


def test_help_for_a_turn_fits_its_phase(room):
    """Skipping is for offers, closing and more time for a space that is taken."""
    assert room.asks("Ria", c.CloseTurn(1)) == "turn/not_sharing"
    assert room.asks("Ria", c.GiveTime(1)) == "turn/not_sharing"
    room.takes("Sam")
    assert room.asks("Ria", c.SkipKindly(1)) == "turn/not_offered"


def test_more_time_never_comes_out_of_the_closing(room):
    """I42: refused to the facilitator, passed on by the sharer's own control."""
    room.takes("Sam")
    room.waits((room.circle.promised_end - room.now - SHARING.closing_reserve) / SECOND - 60)
    room.does("Sam", c.AskMoreTime(1))

    assert room.turn.timer.length == 90 * SECOND
    assert room.sees("Ria").desk["turn"]["more_asked"]
    assert room.asks("Ria", c.GiveTime(1)) == "time/reserve"


def test_everybody_is_asked_once_before_the_last_space():
    """I63, and the last space is addressed to the room: nobody is named, nobody is asked again."""
    room = room_of("Sam", "Lee", "Jo", agenda=SHARING)
    room.reaches("last_space")
    assert offers(room) == ["Sam", "Lee", "Jo"]
    assert room.sees("Sam").room["space"] is None
    assert room.sees("Sam").you["asked"] == "space"
    room.reclaims("Lee")
    assert room.holder == "Lee"
    room.shares("Lee")
    room.waits(20)

    assert room.step is None
    assert offers(room) == ["Sam", "Lee", "Jo", "Lee"]
