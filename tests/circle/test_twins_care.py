"""Twin circles that differ in one secret beside the rounds, compared byte by byte: who wished, who
pointed, who objected, who wrote privately (domain.md 2.10: I15, I28, I54).
"""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from facilitator.circle import commands as c
from facilitator.circle import commands_care as cc
from facilitator.circle.plan import Level
from tests.circle.agendas import SHARING, SHORT
from tests.circle.room import Room
from tests.circle.test_twins import (
    HOLDERS,
    PEOPLE,
    fewer,
    lot,
    open_room,
    person,
    told_alike,
    turns_agenda,
    until_offered,
)

answers = st.sampled_from(("pause", "end_of_turn", "seen", None))
kinds = st.sampled_from(("lighter", "flag", "suggestion", "pause"))
DEEPER = replace(SHORT, depth_most=2)


def signals(room: Room, who: str, kind: str) -> None:
    """The same wish, whoever's it is."""
    mark = f"{kind} of {who}"
    wishes: dict[str, c.Command] = {
        "lighter": cc.KeepLighter(on=True, mark=mark),
        "flag": cc.Flag(1, None, mark),
        "suggestion": cc.SuggestAgreement("We go gently", mark),
        "pause": c.PausePlease(mark),
    }
    room.asks(who, wishes[kind])


def takes_back(room: Room, who: str, kind: str) -> None:
    mark = f"{kind} of {who}"
    ways: dict[str, c.Command] = {
        "lighter": cc.KeepLighter(on=False, mark=mark),
        "flag": cc.CancelFlag(1, None, mark),
        "pause": c.CancelPausePlease(mark),
    }
    if kind in ways:
        room.does(who, ways[kind])


@fewer
@given(
    st.lists(st.tuples(person, kinds, st.booleans(), st.integers(0, 70)), min_size=1, max_size=5),
    st.booleans(),
    answers,
    lot,
)
def test_nobody_can_tell_whose_signal_it_is(wishes, author_takes_back, answer, lot):
    """I15: of four people who received the same share, one or another: every stream is the same,
    the senders' own and both desks' too.
    """
    twins = []
    for turned in (0, 1, 3):
        room = open_room(SHARING, 5, lot)
        assert until_offered(room, "Sam")
        room.takes("Sam")
        room.does("Sam", c.PublishShare(room.turn.id, "words", Level.PRESENCE))
        others = [name for name in PEOPLE if name != "Sam"]
        for who, kind, back, gap in wishes:
            nth = PEOPLE.index(who) + turned
            sender = others[nth % 4]
            signals(room, sender, kind)
            if back:
                takes_back(room, sender, kind)
            room.waits(gap)
        if author_takes_back:
            room.does("Sam", c.TakeBackShare(1))
        if answer and room.circle.signals:
            room.does("Ria", c.AnswerSignal(room.circle.signals[0].id, answer))
        room.waits(30)
        room.asks("Tom", c.ResumeRoom())
        room.waits(200)
        twins.append(room)

    told_alike(twins, but=[])


@fewer
@given(
    st.lists(st.tuples(person, st.integers(-5000, 19_999)), min_size=1, max_size=3),
    st.booleans(),
)
def test_nobody_can_tell_who_kept_the_depth(objections, seen):
    """I54: one or another, before or during the question, several or one: the desk alone may know
    that somebody minded, and nobody knows who.
    """
    twins = []
    for turned in (0, 2):
        room = open_room(DEEPER, 5, 0)
        room.reaches("reveal")
        room.moves_on()
        began = room.now + 6000
        for who, at in sorted(objections, key=lambda o: o[1]):
            asked = room.circle.proposal is not None
            if at >= 0 and not asked:
                room.waits((began - room.now) / 1000)
                room.does("Ria", cc.ProposeDepth(3, 2))
            room.waits((began + at - room.now) / 1000)
            signals(room, PEOPLE[(PEOPLE.index(who) + turned) % 5], "lighter")
        if room.circle.proposal is None:
            room.waits((began - room.now) / 1000)
            room.does("Ria", cc.ProposeDepth(3, 2))
        if seen:
            room.does("Tom", c.AnswerSignal(1, "seen"))
        room.waits(30)
        assert room.circle.line is not None
        assert room.circle.line.code == "depth_kept"
        room.waits(60)
        twins.append(room)

    told_alike(twins, but=[])


@fewer
@given(st.integers(-5000, 19_999), st.integers(-5000, 19_999))
def test_peers_cannot_tell_when_somebody_minded(one, other):
    """I54: the answer comes at its instant, whenever the objection came."""
    twins = []
    for at in (one, other):
        room = open_room(DEEPER, 4, 0)
        room.reaches("reveal")
        room.moves_on()
        began = room.now + 6000
        if at < 0:
            room.waits((began + at - room.now) / 1000)
            signals(room, "Sam", "lighter")
        room.waits((began - room.now) / 1000)
        room.does("Ria", cc.ProposeDepth(3, 2))
        if at >= 0:
            room.waits(at / 1000)
            signals(room, "Sam", "lighter")
        room.waits((began + 60_000 - room.now) / 1000)
        twins.append(room)

    told_alike(twins, but=HOLDERS)


@fewer
@given(
    turns_agenda,
    st.sampled_from(("settling", "thinking", "turns", "quiet")),
    st.lists(st.tuples(st.sampled_from(range(6)), st.integers(0, 130)), min_size=1, max_size=6),
    lot,
)
def test_nobody_else_can_tell_that_somebody_wrote_privately(agenda, step, deeds, lot):
    """I28: written, answered, opened, left unopened, wiped: the others, and whoever else
    facilitates, receive not a byte, nor anything at another instant.
    """
    twins = []
    for writes in (True, False):
        room = open_room(SHORT if step == "quiet" else agenda, 4, lot)
        if step != "settling":
            room.reaches(step, kind="silence" if step == "quiet" else "micro_sharing")
        room.does("Tom", cc.PrivateOffer("lee")) if step != "quiet" else None
        room.writes("Jo", "Ria")
        for what, gap in deeds:
            acts: list[tuple[str, c.Command]] = [
                ("Lee", cc.WritePrivately("ria", room.says("Lee"))),
                ("Ria", cc.WritePrivately("lee", room.says("Ria"))),
                ("Ria", cc.OpenLine("lee")),
                ("Lee", cc.OpenLine("ria")),
                ("Lee", cc.WipeLine("ria")),
                ("Ria", cc.Signpost("lee", room.says("Ria"))),
            ]
            if writes:
                room.asks("Lee", cc.WritePrivately("ria", room.says("Lee")))
                room.asks(*acts[what])
            room.waits(gap)
        twins.append(room)

    told_alike(twins, but=["Lee", "Ria"])


@fewer
@given(lot, st.booleans())
def test_an_answered_offer_is_nobody_elses_news(lot, answers):
    """I28, I55: the other facilitator's desk reads the same after an answer and without one."""
    twins = []
    for writes in (True, False):
        room = open_room(SHARING, 4, lot)
        room.does("Ria", cc.PrivateOffer("lee"))
        room.waits(5)
        if writes:
            room.writes("Lee", "Ria")
            if answers:
                room.writes("Ria", "Lee")
        room.waits(150)
        twins.append(room)

    told_alike(twins, but=["Lee", "Ria"])


@fewer
@given(lot, st.booleans())
def test_no_is_the_same_no(lot, covered_line):
    """I55: a facilitator cannot tell somebody who asked for no offers from one who was asked."""
    told = []
    for refuses in (True, False):
        room = open_room(SHARING, 4, lot)
        if refuses:
            room.does("Lee", cc.NoPrivateOffers(on=True))
        else:
            room.does("Tom", cc.PrivateOffer("lee"))
        if covered_line:
            room.writes("Lee", "Tom")
        told.append((room.asks("Ria", cc.PrivateOffer("lee")), room.sees("Ria").desk))

    assert told[0] == told[1]
