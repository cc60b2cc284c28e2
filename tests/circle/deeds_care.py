"""What can happen beside the rounds, as chance would have it. A part of deeds.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from facilitator.circle import commands as c
from facilitator.circle import commands_care as cc
from facilitator.circle.depth import may_go_deeper
from facilitator.circle.plan import Level
from facilitator.circle.state import Circle, SeatId
from tests.circle.room import Room

SILENT = "Jane"


def opt_outs_beside(circle: Circle, seat: SeatId) -> list[c.Command]:
    """The rest of set O: anonymous wishes, and the private line."""
    holders = [s.id for s in circle.seats.values() if s.facilitates]
    people = [s.id for s in circle.seats.values() if not s.facilitates]
    facilitates = seat in holders
    other = next(iter(people if facilitates else holders), "nobody")
    writes = [cc.WritePrivately(other, f"«{seat}-p»"), cc.WritePrivately(seat, f"«{seat}-q»")]
    share = max(circle.shares, default=1)
    return [
        cc.KeepLighter(on=True, mark=f"lighter of {seat}"),
        cc.KeepLighter(on=False, mark=f"lighter of {seat}"),
        cc.Flag(share, None, f"flag of {seat}"),
        cc.Flag(share, circle.replies_begun, f"flag of {seat}"),
        cc.CancelFlag(share, None, f"flag of {seat}"),
        cc.OpenLine(other),
        cc.WipeLine(other),
        cc.NoPrivateOffers(on=True),
        cc.NoPrivateOffers(on=False),
        *([] if facilitates else writes),
    ]


def _named(room: Room, nth: int) -> str:
    names = [s.name for s in room.circle.seats.values() if s.name != SILENT]
    return names[nth % len(names)] if names else "Nobody"


def somebody_writes_privately(room: Room, nth: int, to: str, answered: int) -> None:
    """They write to somebody who facilitates, or by mistake to anybody; perhaps it is answered."""
    who = _named(room, nth)
    whom = to if nth % 4 else _named(room, nth // 4)
    room.asks(who, cc.WritePrivately(whom.lower(), room.says(who)))
    answers: list[c.Command] = [
        cc.OpenLine(who.lower()),
        cc.WritePrivately(who.lower(), room.says(to)),
        cc.Signpost(who.lower(), room.says(to)),
        cc.WipeLine(who.lower()),
    ]
    for answer in answers[answered : answered + 2]:
        room.asks(to, answer)


def line_is_changed(room: Room, nth: int, what: int) -> None:
    """One end of some line opens, writes or wipes; with no line, somebody tries."""
    lines = room.circle.lines
    ends = lines[nth % len(lines)].ends if lines else ("sam", "ria")
    one, other = ends if nth % 2 else (ends[1], ends[0])
    name = room.circle.seats[one].name if one in room.circle.seats else "Nobody"
    acts: list[c.Command] = [
        cc.OpenLine(other),
        cc.WritePrivately(other, room.says(name)),
        cc.WipeLine(other),
        cc.Signpost(other, room.says(name)),
    ]
    if name != SILENT:
        room.asks(name, acts[what])


def somebody_is_offered_a_line(room: Room, who: str, nth: int, wanted: bool) -> None:
    whom = _named(room, nth)
    if not wanted:
        room.asks(whom, cc.NoPrivateOffers(on=True))
    room.asks(who, cc.PrivateOffer(whom.lower()))
    if nth % 3 == 0:
        room.asks(whom, cc.WritePrivately(who.lower(), room.says(whom)))


def something_is_flagged(room: Room, nth: int, back: bool, answered: bool) -> None:
    """Somebody points to a share or to a reply, its author takes it back, a facilitator answers."""
    shares = list(room.circle.shares.values())
    if not shares:
        return
    share = shares[nth % len(shares)]
    reply = share.replies[0].id if share.replies and nth % 2 else None
    who = _named(room, nth) if reply is None else room.circle.seats[share.seat].name
    room.asks(who, cc.Flag(share.id, reply, f"flag of {who}"))
    if back:
        room.asks(room.circle.seats[share.seat].name, c.TakeBackShare(share.id))
    flags = [s.id for s in room.circle.signals if s.kind == "flag"]
    if answered and flags:
        room.asks("Ria", c.AnswerSignal(flags[0], "seen"))


def words_are_set_aside(room: Room, who: str, nth: int, covered: bool) -> None:
    shares = list(room.circle.shares.values())
    share = shares[nth % len(shares)] if shares else None
    reply = share.replies[0].id if share and share.replies and nth % 2 else None
    room.asks(who, cc.Cover(share.id if share else 1, reply, covered))


def share_is_given_and_looked_at(room: Room, who: str, nth: int, level: Level, what: int) -> None:
    """A share and a reply to it; then one of them is set aside, pointed to, or taken back."""
    author = room.holder
    if author is None or author == SILENT:
        if not room.goes_on():
            room.waits_for_next()
        return
    turn, other = room.turn.id, _named(room, nth)
    room.asks(author, c.TakeTurn(turn, "write"))
    room.asks(author, c.PublishShare(turn, room.says(author), level))
    room.waits_for_next()
    room.asks(other, c.Reply(turn, level, room.says(other)))
    room.waits_for_next()
    reply = room.circle.replies_begun
    looks: list[tuple[str, c.Command]] = [
        (who, cc.Cover(turn)),
        (who, cc.Cover(turn, reply)),
        (other, cc.Flag(turn, None, f"flag of {other}")),
        (author, cc.Flag(turn, reply, f"flag of {author}")),
        (author, c.SetReplyLevel(Level.NONE, turn)),
        (author, c.TakeBackShare(turn)),
        (who, cc.Cover(turn, covered=False)),
    ]
    for by, look in looks[what % 6 : what % 6 + 1 + nth % 3]:
        room.asks(by, look)


def depth_is_asked_about(room: Room, who: str, nth: int, objects: bool, ms: int) -> None:
    """The lead goes on until depth can be asked about: a proposal, perhaps an objection before or
    during it, and some of its time.
    """
    for _ in range(8):
        if may_go_deeper(room.circle) is not None or not room.circle.open:
            break
        if not room.goes_on():
            room.waits_for_next()
    somebody = _named(room, nth)
    if objects and nth % 2:
        room.asks(somebody, cc.KeepLighter(on=True, mark=f"lighter of {somebody}"))
    round_, depth = may_go_deeper(room.circle) or (nth % 6, 2)
    room.asks(who, cc.ProposeDepth(round_, depth))
    if objects and not nth % 2:
        room.asks(somebody, cc.KeepLighter(on=True, mark=f"lighter of {somebody}"))
    room.waits(ms / 1000)


def everybody_is_free_of_wishes(room: Room) -> None:
    for seat in list(room.circle.seats.values()):
        for mark in (f"lighter of {seat.name}", f"lighter of {seat.id}"):
            room.asks(seat.name, cc.KeepLighter(on=False, mark=mark))


def line_is_suggested(room: Room, nth: int) -> None:
    who = _named(room, nth)
    room.asks(who, cc.SuggestAgreement(room.says(who), f"suggestion of {who}"))


def holders_confer(room: Room, who: str) -> None:
    room.asks(who, cc.WriteToFacilitators(room.says(who)))


Likely = tuple[int, Callable[..., None], dict[str, st.SearchStrategy[Any]]]


def likely(nth: Any, who: Any, holder: Any) -> list[Likely]:
    """How likely each of these is."""
    yes_no = st.booleans()
    ms = st.sampled_from((0, 1000, 19_999, 20_000, 40_000))
    return [
        (
            4,
            somebody_writes_privately,
            {"nth": nth, "to": holder, "answered": st.sampled_from(range(5))},
        ),
        (3, line_is_changed, {"nth": nth, "what": st.sampled_from(range(4))}),
        (2, somebody_is_offered_a_line, {"who": who, "nth": nth, "wanted": yes_no}),
        (4, something_is_flagged, {"nth": nth, "back": yes_no, "answered": yes_no}),
        (6, words_are_set_aside, {"who": who, "nth": nth, "covered": yes_no}),
        (
            6,
            share_is_given_and_looked_at,
            {"who": holder, "nth": nth, "level": st.sampled_from(Level), "what": nth},
        ),
        (4, depth_is_asked_about, {"who": holder, "nth": nth, "objects": yes_no, "ms": ms}),
        (1, everybody_is_free_of_wishes, {}),
        (1, line_is_suggested, {"nth": nth}),
        (1, holders_confer, {"who": who}),
    ]
