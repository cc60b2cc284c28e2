"""The laws about what people see: whose words reach whom, and what may change in a silence."""

from __future__ import annotations

import json
import re
from typing import Any

from facilitator.circle import commands as c
from facilitator.circle import commands_care as cc
from facilitator.circle.after import has_gone
from facilitator.circle.state import Circle, Phase, Place, Seat, SeatId
from facilitator.circle.view import Sight, View, hears, room_class, show_room
from facilitator.circle.words import alive, flagged_key
from facilitator.content.microcopy import TEXTS
from tests.circle.whitelist import DESK, ROOM, YOU, unknown

TOKEN = re.compile("«[^»]*»")
IN_SILENCE = {"stop", "holding", "line"}
LINES_IN_SILENCE = {
    "silence_extended",
    "step_trimmed",
    "paused",
    "holding",
    "auto_paused",
    "resumed",
    "need_minute",
}
LINES_IN_PAUSE = LINES_IN_SILENCE | {"locked", "unlocked", "handed_over"}


class Sights:
    """What everybody sees now, held against what they saw before."""

    def __init__(self, readers: dict[str, set[SeatId]]) -> None:
        self._readers = readers
        self._circle: Circle | None = None
        self._views: dict[SeatId, View] = {}

    def check(
        self, circle: Circle, words: dict[str, str], asked: list[tuple[SeatId | None, c.Command]]
    ) -> None:
        """`asked`: what was asked since the last look, and by whom."""
        assert words.keys() <= alive(circle), "the vault holds words that nobody may read"
        sight = Sight(circle, words)
        views: dict[SeatId, View] = {}
        for seat in circle.seats.values():
            view = sight.of(seat.id)
            if view is not None:
                views[seat.id] = view
            self._one(circle, words, seat, view)
        if self._circle is not None and not any(isinstance(a, c.LoseWords) for _, a in asked):
            meant = {by for by, _ in asked}
            meant |= {getattr(a, name, None) for _, a in asked for name in ("seat", "to", "with_")}
            if circle.frozen:
                covers = [a for _, a in asked if isinstance(a, cc.Cover)]
                meant |= {circle.shares[a.share].seat for a in covers if a.share in circle.shares}
            self._silence(circle, views, meant)
        self._circle, self._views = circle, views

    def _one(self, circle: Circle, words: dict[str, str], seat: Seat, view: View | None) -> None:
        if seat.place is Place.REMOVED:
            assert view is None, "something reaches a removed seat (I49)"
        if view is None:
            return
        assert unknown(view.room, ROOM) == []
        line = view.room["line"]
        assert line is None or f"line.{line['code']}" in TEXTS, f"nobody can read {line}"
        assert unknown(view.you, YOU) == []
        assert view.desk is None or unknown(view.desk, DESK) == []
        assert (view.desk is not None) == (seat.facilitates and seat.inside)
        assert not has_gone(circle, seat.id), "something reaches who did not stay"
        assert not (circle.phase is Phase.QUIET_AFTER and view.room["shares"])
        assert view.room == show_room(circle, seat, words), "seats of one class see another room"
        assert room_class(circle, seat) is not None
        self._words(circle, words, seat, view)

    def _words(self, circle: Circle, words: dict[str, str], seat: Seat, view: View) -> None:
        """I10, I19, I23, I24: each word on a screen is alive, and its reader received it."""
        keys = {text: key for key, text in words.items()}
        room, you, desk = (
            json.dumps(p, ensure_ascii=False) for p in (view.room, view.you, view.desk)
        )
        for token in TOKEN.findall(room + you + desk):
            assert token in keys, f"{token} is on a screen and not in the vault"
            author = token[1:-1].rpartition("-")[0]
            if author == seat.id:
                continue
            key = keys[token]
            private = key.startswith("private:") and seat.agreed == circle.agreements
            assert private or hears(circle, seat), f"{token} reached a seat that may hear nothing"
            oversees = seat.facilitates and _overseen(circle, key)
            assert oversees or seat.id in self._readers.get(key, ()), f"{token} reached {seat.id}"
        covered = _covered_from(circle, seat)
        for key, text in words.items():
            # Set aside: read by its author, and at the desk, where harm is seen to.
            assert not (key in covered and text in room + you), f"{key} is covered, and seen"
            # I28: a private line is in `you` alone; what facilitators share is on the desk alone.
            assert not (key.startswith("private:") and text in room + desk), key
            assert not (key.startswith(("process:", "suggestion:")) and text in room + you), key

    def _silence(
        self, circle: Circle, views: dict[SeatId, View], meant: set[SeatId | None]
    ) -> None:
        """I38, I39: from the beginning of a silence to its end only the silence moves."""
        before = self._circle
        assert before is not None
        if not (before.in_silence and circle.in_silence and _same_round(before, circle)):
            return
        if circle.phase is Phase.CLOSED:
            return
        lines = LINES_IN_PAUSE if circle.frozen or before.frozen else LINES_IN_SILENCE
        for who, view in views.items():
            old = self._views.get(who)
            if old is None or who in meant or circle.seats[who].facilitates:
                continue
            moved = {k for k in view.room if view.room[k] != old.room[k]}
            may = IN_SILENCE | ({"door_locked"} if circle.frozen else set())
            if not before.facilitators_present():
                may |= {"holders"}  # somebody came to hold a room that nobody held
            assert _but_timer(view.room["round"]) == _but_timer(old.room["round"])
            assert moved - {"round"} <= may, f"{moved} moved in a silence"
            assert "line" not in moved or view.room["line"]["code"] in lines
            # A line's own end may read that nobody has opened it yet.
            assert _but_waiting(view.you) == _but_waiting(old.you), "said to one in a silence"


def _same_round(one: Circle, other: Circle) -> bool:
    if one.round is None or other.round is None:
        return False
    return one.round.index == other.round.index


def _covered_from(circle: Circle, seat: Seat) -> set[str]:
    """What is set aside, but for the seat's own words."""
    shares = circle.shares.values()
    replies = {f"reply:{r.id}" for share in shares for r in share.replies if r.covered}
    return replies | {f"share:{s.id}" for s in shares if s.covered and s.seat != seat.id}


def _overseen(circle: Circle, key: str) -> bool:
    """What those who facilitate read although it was not given to them: replies, what somebody
    pointed to, suggestions, notes among themselves.
    """
    flagged = {flagged_key(s) for s in circle.signals if s.kind == "flag"}
    return key.startswith(("reply:", "suggestion:", "process:")) or key in flagged


def _but_waiting(you: dict[str, Any]) -> dict[str, Any]:
    lines = [{k: v for k, v in line.items() if k != "waiting"} for line in you["lines"]]
    return {**you, "lines": lines}


def _but_timer(current: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in current.items() if k != "timer"}
