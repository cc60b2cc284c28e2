"""Twin circles that differ only in a secret, compared byte by byte and instant by instant
(domain.md 2.10: I11, I12, I15, I18, I49). Who, when and with how many others is left to chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from facilitator.circle import commands as c
from facilitator.circle.plan import SECOND, Agenda, Level
from facilitator.circle.state import Mode
from tests.circle.agendas import SHARING, SHORT, SILENCE_FIRST, WITH_WORDS
from tests.circle.room import START, Room

PEOPLE = ("Sam", "Lee", "Jo", "Max", "Kim")
HOLDERS = ("Ria", "Tom")
Act = Callable[[Room, str], Any]
# Each example is several whole circles; looking for a smaller one would take minutes.
fewer = settings(
    max_examples=max(25, settings().max_examples // 8),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)

person = st.sampled_from(PEOPLE)
people = st.integers(3, 5)
lot = st.sampled_from(range(2**21))
turns_agenda = st.sampled_from((SHARING, WITH_WORDS, SILENCE_FIRST))
others_do = st.lists(st.sampled_from(("take", "pass", "lapse", "share", "later")), max_size=4)


def open_room(agenda: Agenda, count: int, lot: int) -> Room:
    room = Room(agenda, lot=lot, watch=False)
    room.facilitates(*HOLDERS)
    room.enters(*PEOPLE[:count])
    room.begins()
    return room


def at(room: Room, seconds: float, act: Act, who: str) -> None:
    """The act, at that instant and before anything that is due at the same one."""
    room.waits(seconds - 0.001)
    room.now += 1
    act(room, who)
    room.waits(0)


def nothing(room: Room, who: str) -> None:
    """Time alone does it."""


def told_alike(twins: Iterable[Room], *, but: Iterable[str], until: int | None = None) -> None:
    """Everybody else received the very same bytes at the very same instants."""
    first, *others = twins
    hidden = {name.lower() for name in but}
    for other in others:
        assert first.streams.keys() - hidden == other.streams.keys() - hidden
        for who in first.streams.keys() - hidden:
            one, two = first.streams[who], other.streams[who]
            if until is not None:
                one, two = ([b for b in s if b[0] <= until] for s in (one, two))
            assert one == two, f"{who} can tell the twins apart"


def life_goes_on(room: Room, secret: str, deeds: list[str]) -> None:
    """What the others do afterwards, as far as the round goes; the secret's person does nothing."""
    for deed in deeds:
        while room.step == "turns" and room.holder in (None, secret):
            room.waits_for_next()
        who = room.holder
        if who is None or room.turn.phase != "offered":
            room.waits_for_next()
            continue
        if deed == "take":
            room.takes(who, "quiet")
            room.waits(11)
            room.finishes(who)
        elif deed == "share":
            room.asks(who, c.TakeTurn(room.turn.id, "write"))
            room.asks(who, c.PublishShare(room.turn.id, room.says(who), Level.NONE))
            room.asks(who, c.FinishTurn(room.turn.id))
        elif deed == "pass":
            room.passes(who)
        elif deed == "later":
            room.later(who)
        room.waits_for_next()
    while room.step in ("turns", "last_space"):
        room.waits_for_next()


def until_offered(room: Room, who: str) -> bool:
    """Everybody before has passed; False when that person is not asked in this agenda."""
    room.reaches("turns")
    while room.step == "turns" and room.holder != who:
        if room.holder and room.turn.phase == "offered":
            room.passes(room.holder)
        room.waits_for_next()
    return room.step == "turns"


# --- I11: at the offer ----------------------------------------------------------------------------

AT_THE_OFFER: dict[str, Act] = {
    "pass": lambda room, who: room.passes(who),
    "pass round": lambda room, who: room.passes(who, whole_round=True),
    "listening": lambda room, who: room.listens(who),
    "let go": lambda room, who: room.lets_go(who),
    "skip": lambda room, _: room.does("Tom", c.SkipKindly(room.turn.id)),
    "lapse": nothing,
}


@fewer
@given(turns_agenda, people, lot, st.integers(0, 2), st.integers(0, 2), others_do)
def test_nobody_can_tell_why_an_offer_ended(agenda, count, lot, nth, moments, after):
    """I11, I12: passed, passed the round, listening, let go, skipped, lapsed: one stream."""
    twins = []
    for act in AT_THE_OFFER.values():
        room = open_room(agenda, count, lot)
        who = PEOPLE[nth]
        assert until_offered(room, who)
        for _ in range(moments):
            room.does(who, c.NeedMoment(room.turn.id))
        at(room, 60 * (1 + moments), act, who)
        assert room.turn.phase == "resting"
        life_goes_on(room, who, after)
        twins.append(room)

    told_alike(twins, but=[who])


@fewer
@given(turns_agenda, people, lot, st.integers(0, 2), st.integers(1, 59_000), others_do)
def test_the_moment_of_a_choice_tells_nothing_either(agenda, count, lot, nth, ms, after):
    """I11 at any moment within the offer."""
    twins = []
    for name, act in AT_THE_OFFER.items():
        if name == "lapse":
            continue
        room = open_room(agenda, count, lot)
        who = PEOPLE[nth]
        assert until_offered(room, who)
        at(room, ms / SECOND, act, who)
        life_goes_on(room, who, after)
        twins.append(room)

    told_alike(twins, but=[who])


# --- I11: while somebody has the space ------------------------------------------------------------


def closed_by_tom(room: Room, _: str) -> None:
    room.does("Tom", c.CloseTurn(room.turn.id))


AT_THE_SPACE: dict[str, Act] = {
    "let go": lambda room, who: room.lets_go(who),
    "finish": lambda room, who: room.finishes(who),
    "pass": lambda room, who: room.passes(who),
    "closed": closed_by_tom,
    "line lost": nothing,
}


@fewer
@given(turns_agenda, people, lot, st.integers(0, 2), st.integers(91, 400), others_do)
def test_peers_cannot_tell_why_a_turn_ended(agenda, count, lot, nth, seconds, after):
    """I11: let go, done, passed, closed by a facilitator, line lost and not back in time."""
    twins = []
    for name, act in AT_THE_SPACE.items():
        room = open_room(agenda, count, lot)
        who = PEOPLE[nth]
        assert until_offered(room, who)
        room.takes(who, "quiet")
        room.waits(seconds)
        if name == "line lost":
            room.drops(who)
        at(room, 60, act, who)
        assert room.turn.phase == "resting"
        if name == "line lost":
            room.connects(who)
        life_goes_on(room, who, after)
        twins.append(room)

    told_alike(twins, but=[who, *HOLDERS])


# --- I11, I12: ahead ------------------------------------------------------------------------------

AHEAD: dict[str, Act] = {
    "pass": lambda room, who: room.passes(who),
    "pass round": lambda room, who: room.passes(who, whole_round=True),
    "listening": lambda room, who: room.listens(who),
}


@fewer
@given(
    turns_agenda,
    people,
    lot,
    st.integers(0, 2),
    st.sampled_from(("introduced", "thinking", "turns")),
    st.integers(0, 9_000),
    others_do,
)
def test_nobody_can_tell_how_somebody_opted_out_ahead(agenda, count, lot, nth, step, ms, after):
    """I11, I12: passed ahead, passed the round, just listening; before or while others share."""
    twins = []
    for act in AHEAD.values():
        room = open_room(agenda, count, lot)
        who = PEOPLE[nth]
        room.reaches(step, kind="micro_sharing")
        if step == "turns" and room.holder == who:
            room.later(who)
            room.waits(15)
        at(room, 0.001 + ms / SECOND, act, who)
        room.reaches("turns")
        life_goes_on(room, who, after)
        twins.append(room)

    told_alike(twins, but=[who])


@fewer
@given(people, lot, st.integers(0, 80_000), st.booleans())
def test_nobody_can_tell_how_a_check_in_was_kept(count, lot, ms, taken_back):
    """A check-in kept, the round passed, listening, or shown and taken back: nothing shows."""

    def shown_and_taken_back(room: Room, who: str) -> None:
        room.shows(who)
        room.does(who, c.TakeBackShown(room.index, "choosing"))

    acts = [*AHEAD.values(), *([shown_and_taken_back] if taken_back else [])]
    twins = []
    for act in acts:
        room = open_room(SHORT, count, lot)
        room.reaches("choosing")
        room.does("Lee", c.ShowTogether(room.index, "choosing", "weather.fog"))
        at(room, 0.001 + ms / SECOND, act, "Sam")
        room.passes("Jo")
        room.waits(95)
        assert room.step == "reveal"
        twins.append(room)

    told_alike(twins, but=["Sam"])


def test_the_desk_has_one_mark_for_whoever_rests():
    """I12: passed ahead, passed, listening, had a turn, skipped and lapsed read the same."""
    room = open_room(SHARING, 5, 0)
    room.enters("Pat")
    room.reaches("turns")
    room.passes("Pat")
    room.takes("Sam", "quiet")
    room.finishes("Sam")
    room.waits(15)
    room.passes("Lee")
    room.waits(15)
    room.does("Tom", c.SkipKindly(room.turn.id))
    room.waits(15)
    room.waits(75)
    room.listens("Kim")
    room.waits(15)
    assert room.step == "last_space"
    marks = [
        {k: v for k, v in seat.items() if k not in ("seat", "name")}
        for seat in room.sees("Ria").desk["seats"]
        if not seat["facilitates"]
    ]

    assert len(marks) == 6
    assert all(mark == marks[0] for mark in marks)
    assert marks[0]["resting"]


# --- I15: signals ---------------------------------------------------------------------------------


@fewer
@given(
    turns_agenda,
    st.lists(st.tuples(person, person, st.integers(0, 70)), min_size=1, max_size=4),
    st.sampled_from(("introduced", "thinking", "turns")),
    st.sampled_from(("pause", "end_of_turn", "seen", None)),
)
def test_nobody_can_tell_who_would_like_a_pause(agenda, wishes, step, answer):
    """I15: one seat or another, alone or in pairs: every stream is the same, the desk's too."""
    twins = []
    names = list(PEOPLE)
    for turned in (0, 1, 3):
        room = open_room(agenda, 5, 0)
        room.reaches(step)
        for one, other, gap in wishes:
            for who in (one, other):
                sender = names[(names.index(who) + turned) % 5]
                room.would_like_a_pause(sender)
                room.waits(gap)
        if answer and room.circle.signals:
            room.does("Ria", c.AnswerSignal(room.circle.signals[0].id, answer))
        room.waits(30)
        room.asks("Tom", c.ResumeRoom())
        room.waits(200)
        twins.append(room)

    told_alike(twins, but=[])


# --- I18: replies ---------------------------------------------------------------------------------


@fewer
@given(people, lot, st.integers(0, 44_000), st.sampled_from((Level.PRESENCE, Level.REFLECTION)))
def test_others_cannot_tell_whether_somebody_answered(count, lot, ms, level):
    """A reply is between its writer, the sharer and, at reflection, those who hold the room."""
    twins = []
    for answers in (True, False):
        room = open_room(SHARING, count, lot)
        assert until_offered(room, "Sam")
        share = room.turn.id
        room.takes("Sam")
        room.does("Sam", c.PublishShare(share, "words", level))
        room.waits_for_next()
        room.waits(ms / SECOND)
        if answers:
            room.replies("Lee", share, level)
        room.waits(60)
        twins.append(room)

    told_alike(twins, but=["Sam", "Lee", *(HOLDERS if level is Level.REFLECTION else ())])


# --- I49, I60: going ------------------------------------------------------------------------------


def removed(room: Room, who: str) -> None:
    room.does("Tom", c.RemoveSeat(who.lower()))


GOING: dict[str, Act] = {
    "leaves": lambda room, who: room.leaves(who),
    "removed": removed,
}


@fewer
@given(
    st.sampled_from((SHORT, SHARING, WITH_WORDS)),
    people,
    lot,
    st.sampled_from(
        ("settling", "agreements", "choosing", "reveal", "quiet", "thinking", "turns", "private")
    ),
    st.sampled_from(("nothing", "took", "shared", "shown", "out")),
    st.integers(0, 20_000),
)
def test_peers_cannot_tell_a_removal_from_a_leaving(agenda, count, lot, step, had, ms):
    """I49: whatever the person had at that moment, to the very end of the circle."""
    if step not in ("thinking", "turns", "private") and (agenda is not SHORT):
        step = "turns"
    twins = []
    for act in GOING.values():
        room = open_room(agenda, count, lot)
        room.reaches(step)
        if step in ("turns",) and had in ("took", "shared") and until_offered(room, "Sam"):
            room.takes("Sam")
            if had == "shared":
                room.does("Sam", c.PublishShare(room.turn.id, "words", Level.PRESENCE))
        if had == "shown" and step == "choosing":
            room.does("Sam", c.ShowTogether(room.index, "choosing", "weather.fog"))
        if had == "out":
            room.steps_out("Sam")
        at(room, 0.001 + ms / SECOND, act, "Sam")
        room.waits(130)
        room.runs_to_the_end()
        twins.append(room)

    told_alike(twins, but=["Sam", *HOLDERS])


@fewer
@given(people, lot, st.integers(0, 60_000))
def test_a_line_that_is_lost_looks_like_leaving(count, lot, ms):
    """Two minutes after the line broke, peers see what they would see of somebody leaving."""
    twins = []
    for act in (nothing, GOING["leaves"]):
        room = open_room(SHORT, count, lot)
        room.reaches("agreements")
        room.waits(ms / SECOND)
        if act is nothing:
            room.drops("Sam")
        at(room, 120, act, "Sam")
        room.runs_to_the_end()
        twins.append(room)

    told_alike(twins, but=["Sam", *HOLDERS])


# --- I65: the past --------------------------------------------------------------------------------


@fewer
@given(people, lot, st.booleans())
def test_the_past_changes_no_permission(count, lot, listened):
    """I65: whoever opted out of every round so far is asked in the next one like anybody."""
    twins = []
    for opts_out in (True, False):
        room = open_room(WITH_WORDS, count, lot)
        room.reaches("choosing")
        if opts_out:
            room.passes("Sam", whole_round=True)
            room.steps_out("Sam")
            room.comes_back("Sam")
            if listened:
                room.listens("Sam")
                room.does("Sam", c.ChooseMode(Mode.OPEN))
        else:
            room.does("Sam", c.ShowTogether(room.index, "choosing", "weather.fog"))
        room.waits(START / SECOND + 600 - room.now / SECOND)
        room.reaches("turns", kind="micro_sharing")
        twins.append(room)

    one, other = twins
    asked = [{**room.sees("Sam").you, "turn": None} for room in twins]
    assert asked[0] == asked[1]
    assert one.circle.round.queue == other.circle.round.queue
    assert one.circle.turn.seat == other.circle.turn.seat
    assert one.circle.round.share_time == other.circle.round.share_time
