"""What can happen in a circle, as chance would have it: deeds of people, of those who hold the
room, of lines and of the clock. Each is a function of a room and of what Hypothesis draws for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from facilitator.circle import commands as c
from facilitator.circle.plan import MINUTE, SECOND, Level
from facilitator.circle.state import Circle, Mode, Place, Role, SeatId, TurnPhase
from tests.circle.deeds_care import likely, opt_outs_beside
from tests.circle.room import Room

SILENT = "Jane"  # never asks for anything (I1, S1)
PEOPLE = ("Sam", "Lee", "Jo", "Max", "Kim")
HOLDERS = ("Ria", "Tom")
LATE = ("Pat", "Ash", "Uma")


def opt_outs(circle: Circle, seat: SeatId) -> list[c.Command]:
    """Set O of domain.md 2.6, as that seat would ask it now."""
    index = circle.round.index if circle.round else 0
    turn = circle.turns_begun
    spoken = next((t for t, who in circle.round.spoken if who == seat), 0) if circle.round else 0
    own = next((s.id for s in circle.shares.values() if s.seat == seat), 0)
    step = circle.round.step.name if circle.round and circle.round.step else "choosing"
    shown = circle.round.revealed[-1][0] if circle.round and circle.round.revealed else step
    return [
        c.Pass(index),
        c.Pass(index, whole_round=True),
        c.ChooseMode(Mode.LISTENING),
        c.ChooseMode(Mode.OPEN),
        c.Later(circle.suspended.index if circle.suspended else index),
        c.NeedMoment(turn),
        c.StepOut(),
        c.ComeBack(),
        c.Leave(),
        c.Leave(with_words=True),
        c.TakeBackShare(own),
        c.TakeBackShown(index, shown),
        c.SetReplyLevel(Level.NONE, own),
        c.SetReplyLevel(Level.NONE),
        c.PausePlease(f"mark of {seat}"),
        c.CancelPausePlease(f"mark of {seat}"),
        c.LetGo(turn),
        c.FinishTurn(turn),
        c.AskMoreTime(turn),
        c.LetRest(spoken),
        c.Stay(on=True),
        c.Stay(on=False),
        *opt_outs_beside(circle, seat),
    ]


def named(room: Room, nth: int) -> str:
    """Somebody who has a seat, whatever became of it, but never the silent one."""
    names = [s.name for s in room.circle.seats.values() if s.name != SILENT]
    return names[nth % len(names)] if names else "Nobody"


def _index(room: Room) -> int:
    return room.circle.round.index if room.circle.round else 0


# --- Time and lines -------------------------------------------------------------------------------


def time_passes(room: Room, ms: int) -> None:
    room.waits(ms / SECOND)


def server_sleeps(room: Room, ms: int) -> None:
    room.sleeps(ms / SECOND)


def next_thing_happens(room: Room) -> None:
    room.waits_for_next()


def lead_goes_on(room: Room) -> None:
    if not room.goes_on():
        room.waits_for_next()


def line_changes(room: Room, nth: int, up: bool) -> None:
    room.asks(None, (c.RaiseLine if up else c.DropLine)(named(room, nth).lower()))


def silent_line_changes(room: Room, up: bool) -> None:
    room.asks(None, (c.RaiseLine if up else c.DropLine)(SILENT.lower()))


def everybody_connects(room: Room) -> None:
    for seat in list(room.circle.seats):
        room.asks(None, c.RaiseLine(seat))


def server_restarts(room: Room, back: int) -> None:
    if room.circle.ended_at is None:
        room.restarts()
        for seat in list(room.circle.seats)[:back]:
            room.asks(None, c.RaiseLine(seat))


def words_are_lost(room: Room) -> None:
    room.asks(None, c.LoseWords())


def somebody_comes(room: Room, who: str, mode: Mode) -> None:
    role = Role.FACILITATOR if who in HOLDERS else Role.PARTICIPANT
    room.asks(None, c.TakeSeat(who.lower(), who, role, mode))
    room.asks(None, c.RaiseLine(who.lower()))


# --- People ---------------------------------------------------------------------------------------


def somebody_opts_out(room: Room, nth: int, which: int, off: int) -> None:
    circle, who = room.circle, named(room, nth)
    if who.lower() not in circle.seats:
        return
    every = opt_outs(circle, who.lower())
    command = every[which % len(every)]
    if isinstance(command, c.Pass | c.Later) and off:
        command = type(command)(command.round + off)
    refusal = room.asks(who, command)
    removed = circle.seats[who.lower()].place is Place.REMOVED and circle.open
    assert refusal == ("seat/removed" if removed else None)


def holder_of_the_turn_acts(room: Room, what: int, how: str, level: Level) -> None:
    who = room.holder
    if who is None or who == SILENT:
        lead_goes_on(room)
        return
    turn, text = room.turn, room.says(who)
    likely = c.TakeTurn(turn.id, how)
    if turn.phase is TurnPhase.SHARING:
        likely = c.PublishShare(turn.id, text, level)
    acts: list[c.Command] = [
        likely,
        likely,
        c.PublishShare(turn.id, text, Level.NONE),
        c.FinishTurn(turn.id),
        c.AskMoreTime(turn.id),
        c.NeedMoment(turn.id),
        c.LetGo(turn.id),
        c.Later(_index(room)),
        c.Pass(_index(room)),
    ]
    room.asks(who, acts[what])


def share_is_given_and_met(room: Room, level: Level, others: list[tuple[int, Level]]) -> None:
    """Whoever is asked takes the space, gives a share, and some of the others answer it."""
    who = room.holder
    if who is None or who == SILENT:
        lead_goes_on(room)
        return
    turn = room.turn
    room.asks(who, c.TakeTurn(turn.id, "write"))
    room.asks(who, c.PublishShare(turn.id, room.says(who), level))
    room.waits_for_next()
    for nth, back in others:
        other = named(room, nth)
        room.asks(other, c.Reply(turn.id, back, room.says(other)))


def somebody_speaks(room: Room, nth: int, what: int, off: int, level: Level) -> None:
    circle, who = room.circle, named(room, nth)
    turn, index = circle.turns_begun + off, _index(room)
    text = room.says(who)
    acts: list[c.Command] = [
        c.TakeTurn(turn, "write"),
        c.PublishShare(turn, text, level),
        c.Reclaim(index + off),
        c.Reply(turn, level, text),
        c.SetReplyLevel(level, turn),
        c.SetReplyLevel(level),
        c.AcceptAgreements(circle.agreements + off),
    ]
    room.asks(who, acts[what])


def author_changes_a_share(room: Room, nth: int, level: Level, back: bool) -> None:
    """The author lowers, raises or takes back something of theirs; sometimes another tries to."""
    shares = list(room.circle.shares.values())
    if not shares:
        lead_goes_on(room)
        return
    share = shares[nth % len(shares)]
    who = room.circle.seats[share.seat].name if nth % 5 else named(room, nth)
    room.asks(who, c.TakeBackShare(share.id) if back else c.SetReplyLevel(level, share.id))


def somebody_shows(room: Room, nth: int, off: int) -> None:
    who = named(room, nth)
    room.asks(who, c.ShowTogether(_index(room) + off, room.step or "choosing", room.says(who)))


def somebody_would_like_the_space(room: Room, nth: int) -> None:
    room.asks(named(room, nth), c.Reclaim(_index(room)))


def somebody_asks_that_it_rests(room: Room, nth: int, off: int) -> None:
    """Whoever spoke aloud asks that it rest; sometimes another tries to."""
    turns = room.circle.round.spoken if room.circle.round else ()
    if not turns:
        lead_goes_on(room)
        return
    turn, seat = turns[nth % len(turns)]
    who = room.circle.seats[seat].name if off == 0 else named(room, nth)
    if who != SILENT:
        room.asks(who, c.LetRest(turn))


def somebody_speaks_aloud(room: Room, rests: bool) -> None:
    """Whoever is asked says something aloud, and would like it to rest here."""
    who = room.holder
    if who is None or who == SILENT:
        lead_goes_on(room)
        return
    turn = room.turn.id
    room.asks(who, c.TakeTurn(turn, "speak"))
    room.asks(who, c.FinishTurn(turn))
    if rests:
        room.asks(who, c.LetRest(turn))


def somebody_would_stay(room: Room, nths: list[int], on: bool) -> None:
    for who in [named(room, nth) for nth in nths]:
        room.asks(who, c.Stay(on=on))


def circle_parts(room: Room, nths: list[int]) -> None:
    """Once the farewell was long enough, some of those who are here stay."""
    for who in [named(room, nth) for nth in nths]:
        room.asks(who, c.Stay(on=True))
    if room.circle.farewell_since is not None and room.circle.lead is not None:
        room.asks(room.circle.lead, c.EndCircle())


def pause_is_wished_for(room: Room, nths: list[int]) -> None:
    for who in [named(room, nth) for nth in nths]:
        room.asks(who, c.PausePlease(f"mark of {who.lower()}"))


def everybody_accepts(room: Room) -> None:
    for seat in list(room.circle.seats.values()):
        if seat.name != SILENT:
            room.asks(seat.name, c.AcceptAgreements(room.circle.agreements))


# --- Those who hold the room ----------------------------------------------------------------------


def frame(room: Room, who: str, what: int, off: int) -> None:
    index, step = _index(room), room.step or "choosing"
    acts: list[c.Command] = [
        c.Begin(with_few=off == 0),
        c.IntroduceRound(index + 1 + off),
        c.MoveOn(index + off, step),
        c.SetAsideRound(index + off),
        c.SetAsideRound(index + 1),
        c.LowerDepth(index + off, 1),
        c.LockDoor(locked=off == 0),
        c.NeedMinute(),
        c.AnnounceStayOn(),
        c.TakePart(takes_turns=off == 0),
        c.AddAgreement(f"We go gently, {off}"),
        c.EndCircle(),
    ]
    room.asks(who, acts[what])


def turn_is_helped(room: Room, who: str, what: int, off: int) -> None:
    turn = room.circle.turns_begun + off
    acts: list[c.Command] = [c.SkipKindly(turn), c.CloseTurn(turn), c.GiveTime(turn)]
    room.asks(who, acts[what])


def lead_is_handed_over(room: Room, to: str, accepts: bool) -> None:
    lead = room.circle.lead
    if lead is not None:
        room.asks(lead, c.HandOver(to.lower()))
    if accepts:
        room.asks(to, c.AcceptLead())


def step_changes_length(room: Room, who: str, by: int, longer: bool, off: int) -> None:
    change = c.ExtendStep if longer else c.TrimStep
    room.asks(who, change(_index(room) + off, room.step or "quiet", by))


def silence_is_offered(room: Room, who: str, length: int) -> None:
    room.asks(who, c.OfferSilence(length))


def room_stops(room: Room, who: str, what: int) -> None:
    room.asks(who, (c.PauseRoom(), c.HoldRoom())[what])


def room_goes_on(room: Room, who: str) -> None:
    room.asks(who, c.ResumeRoom())


def signal_is_answered(room: Room, who: str, how: str) -> None:
    signals = room.circle.signals
    room.asks(who, c.AnswerSignal(signals[0].id if signals else 1, how))


def seat_is_removed(room: Room, who: str, nth: int) -> None:
    room.asks(who, c.RemoveSeat(named(room, nth).lower()))


def circle_is_closed(room: Room, who: str, shortly: bool) -> None:
    room.asks(who, c.ShortClose() if shortly else c.EmergencyClose())


# --- How likely each is ---------------------------------------------------------------------------


def _any(*values: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(values)


NTH = st.sampled_from(range(60))
WHO = _any(*HOLDERS, HOLDERS[0], HOLDERS[0], PEOPLE[0])
OFF = _any(0, 0, 0, 0, 0, 0, -1, 1)  # a stale or foreign id now and then
LEVEL = _any(*Level)
MS = _any(0, 1, SECOND, 5 * SECOND, 16 * SECOND, MINUTE, 125 * SECOND, 4 * MINUTE, 11 * MINUTE)
LENGTH = _any(1, 30 * SECOND, MINUTE, MINUTE, 2 * MINUTE, 3 * MINUTE, 10 * MINUTE, 30 * MINUTE)
YES_NO = st.booleans()

Deed = tuple[Callable[..., None], dict[str, Any]]

_LIKELY: list[tuple[int, Callable[..., None], dict[str, st.SearchStrategy[Any]]]] = [
    (2, time_passes, {"ms": MS}),
    (1, server_sleeps, {"ms": MS}),
    (3, next_thing_happens, {}),
    (3, lead_goes_on, {}),
    (2, line_changes, {"nth": NTH, "up": YES_NO}),
    (1, silent_line_changes, {"up": YES_NO}),
    (2, everybody_connects, {}),
    (1, server_restarts, {"back": _any(0, 1, 2, 9)}),
    (1, words_are_lost, {}),
    (1, somebody_comes, {"who": _any(*LATE, HOLDERS[1], PEOPLE[4]), "mode": _any(*Mode)}),
    (7, somebody_opts_out, {"nth": NTH, "which": NTH, "off": OFF}),
    (
        6,
        holder_of_the_turn_acts,
        {"what": _any(*range(9)), "how": _any("write", "speak", "quiet"), "level": LEVEL},
    ),
    (
        9,
        share_is_given_and_met,
        {"level": LEVEL, "others": st.lists(st.tuples(NTH, LEVEL), max_size=3)},
    ),
    (2, somebody_speaks, {"nth": NTH, "what": _any(*range(7)), "off": OFF, "level": LEVEL}),
    (3, author_changes_a_share, {"nth": NTH, "level": LEVEL, "back": YES_NO}),
    (3, somebody_shows, {"nth": NTH, "off": OFF}),
    (2, somebody_would_like_the_space, {"nth": NTH}),
    (2, pause_is_wished_for, {"nths": st.lists(NTH, min_size=1, max_size=2)}),
    (1, everybody_accepts, {}),
    (4, frame, {"who": WHO, "what": _any(*range(12)), "off": OFF}),
    (2, somebody_would_stay, {"nths": st.lists(NTH, min_size=1, max_size=3), "on": YES_NO}),
    (2, somebody_asks_that_it_rests, {"nth": NTH, "off": OFF}),
    (4, somebody_speaks_aloud, {"rests": YES_NO}),
    (1, circle_parts, {"nths": st.lists(NTH, min_size=1, max_size=4)}),
    (2, turn_is_helped, {"who": WHO, "what": _any(0, 1, 2), "off": OFF}),
    (1, lead_is_handed_over, {"to": _any(*HOLDERS), "accepts": YES_NO}),
    (2, step_changes_length, {"who": WHO, "by": LENGTH, "longer": YES_NO, "off": OFF}),
    (2, silence_is_offered, {"who": WHO, "length": LENGTH}),
    (2, room_stops, {"who": WHO, "what": _any(0, 1)}),
    (3, room_goes_on, {"who": WHO}),
    (1, signal_is_answered, {"who": WHO, "how": _any("pause", "end_of_turn", "seen")}),
    (1, seat_is_removed, {"who": WHO, "nth": NTH}),
    (1, circle_is_closed, {"who": WHO, "shortly": YES_NO}),
    *likely(NTH, WHO, _any(*HOLDERS)),
]


def _deed(what: Callable[..., None], how: dict[str, st.SearchStrategy[Any]]) -> Any:
    return st.tuples(st.just(what), st.fixed_dictionaries(how))


# One choice with weights: a rule each would let Hypothesis leave most of them out of a run.
deeds: st.SearchStrategy[Deed] = st.sampled_from(
    [_deed(what, how) for weight, what, how in _LIKELY for _ in range(weight)]
).flatmap(lambda one: one)
