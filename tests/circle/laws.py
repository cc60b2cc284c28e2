"""The laws of domain.md 2.9 that every step of every circle must keep, whatever was asked.

`Watch` stands beside a room. It sees each decision fact by fact, with the circle before and after
every fact, and the circle at rest when everything that was due has happened.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from facilitator.circle import commands as c
from facilitator.circle import commands_care as cc
from facilitator.circle import events as e
from facilitator.circle import events_care as ec
from facilitator.circle.codec import (
    circle_from_json,
    circle_to_json,
    event_from_json,
    event_to_json,
)
from facilitator.circle.decide import Decision
from facilitator.circle.evolve import evolve
from facilitator.circle.plan import MINUTE, SECOND, Nature
from facilitator.circle.state import Circle, Mode, Phase, Place, Round, SeatId, StopKind, TurnPhase
from facilitator.circle.timing import closing_due, next_due, remaining
from facilitator.circle.turns import audience
from tests.circle.laws_care import CARE_AT_REST, CARE_LAWS
from tests.circle.sights import Sights

DELIVERS = (
    e.TurnOffered,
    e.TurnTaken,
    e.ShareGiven,
    e.ReplyGiven,
    e.RepliesOpened,
    e.RepliesDelivered,
    e.GatheringRevealed,
    e.ShownTogether,
    e.StepBegan,
)
CANARY = "«"


class Watch:
    """Keeps what the laws need to remember about the past of one circle."""

    def __init__(self, circle: Circle) -> None:
        self.before, self.after = circle, circle
        self.now = 0
        self.by: SeatId | None = None
        self.command: c.Command = c.TimeRanOut()
        self.asked: list[tuple[SeatId | None, c.Command]] = []
        self.barred: dict[tuple[int, str], set[SeatId]] = {}
        self.readers: dict[str, set[SeatId]] = {}
        self.auto_pauses: list[tuple[int, int | None]] = []
        self.sights = Sights(self.readers)

    def decided(
        self, before: Circle, command: c.Command, by: SeatId | None, now: int, decision: Decision
    ) -> None:
        """Each fact keeps the laws, and the facts alone lead to the same circle."""
        self.now, self.by, self.command = now, by, command
        self.asked.append((by, command))
        self._opt_out(before)
        circle = before
        for event in decision.events:
            assert event_from_json(json.loads(_dump(event_to_json(event)))) == event
            assert CANARY not in _dump(event_to_json(event)), "a word is in an event (I31)"
            self.before, self.after = circle, evolve(circle, event)
            for law in LAWS.get(type(event), ()):
                law(self, event)
            time_goes_on(self, event)
            frame_is_stable(self, event)
            nothing_is_delivered_while_frozen(self, event)
            circle = self.after
        assert circle == decision.circle, "the facts do not lead to the decided circle"

    def settled(self, circle: Circle, now: int, words: dict[str, str]) -> None:
        """The circle at rest keeps the laws, and so does what everybody sees of it."""
        snapshot = _dump(circle_to_json(circle))
        assert circle_from_json(json.loads(snapshot)) == circle
        assert CANARY not in snapshot, "a word is in the state (I31)"
        for law in AT_REST:
            law(circle, now)
        self.sights.check(circle, words, self.asked)
        self.asked = []

    # --- What is remembered ----------------------------------------------------------------------

    def _opt_out(self, circle: Circle) -> None:
        """I4: from here on the seat is not called again in that round, by its own opt-out."""
        seat = circle.seats.get(self.by) if self.by else None
        if seat is None or seat.place is Place.REMOVED:
            return
        match self.command:
            case c.Pass(round=index, whole_round=whole):
                self._bar(circle, seat.id, index, whole=whole)
            case c.ChooseMode(mode=Mode.LISTENING) | c.Leave():
                self._bar_everywhere(circle, seat.id)
            case c.StepOut() if seat.inside:
                self._bar_everywhere(circle, seat.id)

    def _bar_everywhere(self, circle: Circle, seat: SeatId) -> None:
        for current in (circle.round, circle.suspended):
            if current is not None:
                self._bar(circle, seat, current.index, whole=True)

    def _bar(self, circle: Circle, seat: SeatId, index: int, *, whole: bool) -> None:
        current = next(
            (r for r in (circle.round, circle.suspended) if r is not None and r.index == index),
            None,
        )
        if current is None or current.step is None:
            return
        step = current.step
        asked = [s.question for s in current.steps[current.at :] if s.asks]
        if not whole and not step.asks and any(s.asks for s in current.steps[: current.at]):
            asked = []
        for question in asked if whole else asked[:1]:
            self.barred.setdefault((index, question), set()).add(seat)


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _round(circle: Circle) -> Round:
    assert circle.round is not None
    return circle.round


# --- Facts ----------------------------------------------------------------------------------------


def time_goes_on(watch: Watch, event: e.Event) -> None:
    """I41: no fact makes circle time jump, and a stop leaves every timer as it was."""
    b, a = watch.before, watch.after
    if isinstance(event, e.EndingShown | e.CircleClosed):
        return
    assert b.circle_time(watch.now) == a.circle_time(watch.now), f"time jumped at {event}"
    if isinstance(event, e.RoomStopped | e.RoomResumed | e.RoomHeld | e.RoomTakenUp):
        assert (b.round, b.suspended) == (a.round, a.suspended)


def frame_is_stable(watch: Watch, event: e.Event) -> None:
    """I53: inside a round what it promised does not change, but for a depth that is lowered."""
    b, a = watch.before, watch.after
    assert (b.agenda.medium, b.agenda.ideas_welcome) == (a.agenda.medium, a.agenda.ideas_welcome)
    if b.round is None or a.round is None or isinstance(event, e.RoundIntroduced):
        return
    if b.round.index != a.round.index or isinstance(event, e.RoundCameBack):
        return
    for name in ("kind", "steps", "replies_max", "quiet_between", "activity"):
        assert getattr(b.round, name) == getattr(a.round, name), f"{name} changed inside a round"
    assert a.round.depth <= b.round.depth


def nothing_is_delivered_while_frozen(watch: Watch, event: e.Event) -> None:
    """I46: no offer, share, reply or next step while the room is paused or held."""
    if isinstance(event, DELIVERS):
        assert not watch.before.frozen, f"{type(event).__name__} while the room stands still"


def door_holds(watch: Watch, event: e.SeatEntered) -> None:
    """I20: nobody comes in while somebody has the space or a silence is on, except to hold a room
    that nobody holds.
    """
    b = watch.before
    assert b.seats[event.seat].place in (Place.DOOR, Place.OUT, Place.LEFT)
    unheld = b.seats[event.seat].facilitates and not b.facilitators_present()
    assert b.door_moment or unheld, "somebody came in at a moment that disturbs"


def rings_change_softly(watch: Watch, _: e.RosterShown) -> None:
    """I59: nobody is seen to come or go while somebody has the space or a silence is on."""
    assert watch.before.door_moment


def only_publish_publishes(watch: Watch, event: e.ShareGiven) -> None:
    """I6, I19, I24: a share is its author's act; its audience is who is there then."""
    assert isinstance(watch.command, c.PublishShare)
    assert watch.by == event.seat
    b = watch.before
    assert event.audience == audience(b, event.seat)
    here = {s.id for s in b.inside() if s.agreed == b.agreements}
    assert event.audience == here - {event.seat}
    assert event.level.height <= _round(b).replies_max.height
    watch.readers[f"share:{event.share}"] = set(event.audience)


def reply_is_own_and_within(watch: Watch, event: e.ReplyGiven) -> None:
    """I6, I24: a reply is its author's act and never above what the sharer asked for."""
    assert isinstance(watch.command, c.Reply)
    assert watch.by == event.seat
    share = watch.before.shares[event.share]
    assert 0 < event.level.height <= share.level.height
    assert event.seat in share.audience
    watch.readers[f"reply:{event.reply}"] = {share.seat}


def shown_is_own(watch: Watch, event: e.ShownTogether) -> None:
    assert isinstance(watch.command, c.ShowTogether)
    assert watch.by == event.seat


def revealed_to_those_present(watch: Watch, event: e.GatheringRevealed) -> None:
    b = watch.before
    here = {s.id for s in b.inside() if s.agreed == b.agreements}
    assert event.audience == here
    for step, seat in _round(b).shown:
        if step == event.step:
            watch.readers[f"shown:{_round(b).index}:{step}:{seat}"] = set(here)


def gone(watch: Watch, event: e.SeatLeft | e.SeatSteppedOut | e.SeatRemoved) -> None:
    """I19: whoever was gone does not get back what was said to the circle before."""
    for key, readers in watch.readers.items():
        if not key.startswith(("reply", "private")):
            readers.discard(event.seat)


def own_choice(watch: Watch, event: Any) -> None:
    """I5, I8: only the seat itself chooses that for itself."""
    allowed = OWN[type(event)]
    assert isinstance(watch.command, allowed)
    owner = watch.before.shares[event.share].seat if hasattr(event, "share") else event.seat
    assert watch.by == owner


def came_by_own_line(watch: Watch, event: e.ReturnAsked) -> None:
    """I5: a return is asked by the seat, or by its browser being there again."""
    if isinstance(watch.command, c.RaiseLine):
        assert watch.command.seat == event.seat
    else:
        assert isinstance(watch.command, c.ComeBack)
        assert watch.by == event.seat


def turn_taken_by_its_seat(watch: Watch, event: e.TurnTaken) -> None:
    """I5, I64: only the seat itself takes the space, for the same time as everybody."""
    turn = watch.before.turn
    assert turn is not None
    assert isinstance(watch.command, c.TakeTurn)
    assert watch.by == turn.seat
    assert event.length == _round(watch.before).share_time


def offered(watch: Watch, event: e.TurnOffered) -> None:
    """I1, I4, I63: the next in the order is asked, once, and can wait it out."""
    current = _round(watch.before)
    step = current.step
    assert step is not None
    assert step.nature in (Nature.TURNS, Nature.SPACE)
    assert event.seat == current.queue[0]
    seat = watch.before.seats[event.seat]
    assert seat.inside
    assert event.seat not in watch.barred.get((current.index, step.question), ()), "called again"
    assert event.length == watch.before.timings.offer_window
    assert current.between is None, "offered in the quiet between"
    # Once offered, only the seat's own `later` or `reclaim` brings another offer.
    watch.barred.setdefault((current.index, step.question), set()).add(event.seat)


def queued(watch: Watch, event: e.SeatQueued) -> None:
    """I4, I63: a place in the order is the last one, and is asked for again only by oneself."""
    current = _round(watch.before)
    question = current.step.question if current.step else ""
    barred = watch.barred.setdefault((current.index, question), set())
    if event.seat in barred:
        assert isinstance(watch.command, c.Reclaim | c.Later)
        assert watch.by == event.seat
        barred.discard(event.seat)
    assert _round(watch.after).queue[-1] == event.seat


def unsettled(watch: Watch, event: e.SeatUnsettled) -> None:
    assert isinstance(watch.command, c.Reclaim)
    assert watch.by == event.seat


def silence_is_not_stretched(watch: Watch, event: e.StepLengthened) -> None:
    """I40, I42: a silence grows twice at most, in time for people to know; the farewell never
    shrinks.
    """
    current, t = _round(watch.before), watch.before.timings
    step = current.step
    assert step is not None
    assert not step.protected
    timer = _round(watch.after).timer
    if event.ms > 0 and timer is not None:
        a = watch.after
        limit = a.promised_end if a.phase is Phase.WINDING_DOWN else closing_due(a)
        assert watch.now + remaining(a, timer, watch.now) <= limit, "longer than there is time"
    if step.nature is Nature.SILENCE and event.ms > 0:
        assert event.ms <= t.silence_extension
        assert current.lengthened < 2
        assert current.timer is not None
        assert remaining(watch.before, current.timer, watch.now) >= t.silence_notice


def bounded_auto_pause(watch: Watch, event: e.RoomStopped) -> None:
    """I57: the room pauses by itself once a turn, or once in five minutes outside turns."""
    if event.kind is not StopKind.AUTO:
        return
    turn = watch.before.turn
    if turn is not None:
        assert turn.id not in [t for _, t in watch.auto_pauses]
    elif watch.auto_pauses:
        apart = watch.now - watch.auto_pauses[-1][0]
        assert apart >= watch.before.timings.auto_pause_apart
    watch.auto_pauses.append((watch.now, turn.id if turn else None))


def introduced(watch: Watch, event: e.RoundIntroduced) -> None:
    """I42, I47: nothing but the closing begins in the time kept for it, and somebody holds it."""
    b = watch.before
    if event.by is not None:
        assert b.facilitators_present()
    if event.kind != "closing":
        late = b.phase in (Phase.WINDING_DOWN, Phase.STAY_ON)
        assert watch.now < closing_due(b) or late
        return
    names = [step.name for step in event.steps]
    assert names[-3:] == ["goodbye", "farewell", "leaving"]
    parting = sum(s.length or 0 for s in event.steps if s.name in ("goodbye", "farewell"))
    assert parting >= MINUTE
    whole = sum(s.length or 0 for s in event.steps)
    room = b.promised_end - watch.now
    least = sum(s.length or 0 for s in event.steps if s.protected) + 10 * SECOND
    assert whole <= max(room, least) or b.agenda.rounds[-1].length >= whole


def quiet_begins_in_time(watch: Watch, event: e.StepBegan) -> None:
    """I42: a silence that begins ends before the time kept for closing."""
    a = watch.after
    step = _round(a).step
    if step is None or step.nature is not Nature.SILENCE:
        return
    end = watch.now + (event.length or 0)
    limit = a.promised_end if a.phase is Phase.WINDING_DOWN else closing_due(a)
    assert end <= limit, "a silence covers the closing"


def begun_and_held(watch: Watch, _: e.CircleBegan) -> None:
    assert watch.before.facilitators_present()


def parts_well(watch: Watch, event: e.AfterBegan) -> None:
    """I42, I43: staying on begins after the farewell alone, with somebody who holds it, for those
    who chose it, and not for longer than was said; nothing of before is left.
    """
    b, a = watch.before, watch.after
    t = b.timings
    assert b.farewell_since is not None
    assert watch.now - b.farewell_since >= t.farewell_least
    assert b.facilitators_present()
    assert event.staying
    assert event.staying <= b.staying
    lengths = {Phase.STAY_ON: t.stay_on, Phase.QUIET_AFTER: t.quiet_after}
    assert event.until == watch.now + lengths[event.phase]
    assert event.phase is Phase.QUIET_AFTER or b.stay_announced
    assert (a.round, a.suspended, a.shares, a.stop) == (None, None, {}, None)


def announced_in_time(watch: Watch, _: e.StayOnAnnounced) -> None:
    b = watch.before
    assert watch.now <= b.promised_end - b.timings.stay_notice
    assert not b.parted


def let_rest_softly(watch: Watch, event: e.LetRestTold) -> None:
    """I59, A18: asked by its author, told once, when nobody is disturbed."""
    assert watch.before.door_moment
    assert event.seat == watch.before.let_rest[0]
    assert len(watch.after.let_rest) == len(watch.before.let_rest) - 1


def queued_behind_a_silence(watch: Watch, event: e.SeatQueuedWaiting) -> None:
    assert isinstance(watch.command, c.Later)
    assert watch.by == event.seat
    b, a = watch.before.suspended, watch.after.suspended
    assert b is not None
    assert a is not None
    assert sorted(a.queue) == sorted(b.queue)
    assert a.queue[-1] == event.seat


def quiet_is_the_planned_one(watch: Watch, event: e.QuietBegan) -> None:
    """I11, I53: the quiet between is as long after every turn as the agenda says."""
    current = _round(watch.before)
    assert current.turn is None
    assert event.length == watch.before.agenda.rounds[current.index].quiet_between > 0


def never_into_nothing(watch: Watch, event: e.CircleClosed) -> None:
    """I42: a circle ends after a farewell, after its last page, or from outside."""
    b = watch.before
    if event.how == "ended":
        assert b.farewell_since is not None
    elif event.how in ("held", "emergency"):
        assert b.phase is Phase.ENDING
        assert b.ending == event.how
    else:
        assert event.how in ("unopened", "closed")
        assert event.how != "unopened" or not b.facilitators_present()


OWN: dict[type[e.Event], Any] = {
    e.ModeChosen: c.ChooseMode,
    e.LevelChosen: c.SetReplyLevel,
    e.AgreementsAccepted: c.AcceptAgreements,
    e.ReplyLevelSet: c.SetReplyLevel,
    e.ShareTakenBack: (c.TakeBackShare, c.Leave),
    e.ShownTakenBack: (c.TakeBackShown, c.Leave),
    e.PartTaken: c.TakePart,
    ec.OffersSet: cc.NoPrivateOffers,
    ec.OfferAnswered: cc.WritePrivately,
    e.LetRestAsked: c.LetRest,
    e.StayChosen: c.Stay,
}

LAWS: dict[type[e.Event], tuple[Callable[[Watch, Any], None], ...]] = {
    **dict.fromkeys(OWN, (own_choice,)),
    e.SeatEntered: (door_holds,),
    e.RosterShown: (rings_change_softly,),
    e.ShareGiven: (only_publish_publishes,),
    e.ReplyGiven: (reply_is_own_and_within,),
    e.ShownTogether: (shown_is_own,),
    e.GatheringRevealed: (revealed_to_those_present,),
    e.SeatLeft: (gone,),
    e.SeatSteppedOut: (gone,),
    e.SeatRemoved: (gone,),
    e.ReturnAsked: (came_by_own_line,),
    e.TurnTaken: (turn_taken_by_its_seat,),
    e.TurnOffered: (offered,),
    e.SeatQueued: (queued,),
    e.SeatUnsettled: (unsettled,),
    e.StepLengthened: (silence_is_not_stretched,),
    e.RoomStopped: (bounded_auto_pause,),
    e.RoundIntroduced: (introduced,),
    e.StepBegan: (quiet_begins_in_time,),
    e.CircleBegan: (begun_and_held,),
    e.CircleClosed: (never_into_nothing,),
    **CARE_LAWS,
    e.AfterBegan: (parts_well,),
    e.StayOnAnnounced: (announced_in_time,),
    e.LetRestTold: (let_rest_softly,),
    e.SeatQueuedWaiting: (queued_behind_a_silence,),
    e.QuietBegan: (quiet_is_the_planned_one,),
}


# --- The circle at rest ---------------------------------------------------------------------------


def nothing_is_stuck(circle: Circle, now: int) -> None:
    """Whatever was due has happened."""
    due = next_due(circle)
    assert due is None or due > now, f"due {now - due} ms ago and still there"


def closing_is_kept(circle: Circle, now: int) -> None:
    """I42: in the time kept for closing only a turn or a silence that was on may still be on."""
    if circle.phase is not Phase.LIVE or circle.frozen or now < closing_due(circle):
        return
    turn = circle.turn
    was_on = turn is not None and turn.phase is not TurnPhase.OFFERED
    assert was_on or circle.in_silence


def one_lead(circle: Circle, now: int) -> None:
    """I51: whoever is here of those who facilitate, one of them leads, after fifteen seconds."""
    present = circle.facilitators_present()
    if not present or not circle.open:
        return
    lead = circle.seats.get(circle.lead) if circle.lead else None
    assert lead is not None
    if not lead.present:
        assert lead.away_since is not None
        assert now < lead.away_since + circle.timings.held_after


def held_when_unheld(circle: Circle, now: int) -> None:
    """I46: fifteen seconds without anybody who facilitates, and the room stands still."""
    if not circle.running:
        return
    if circle.facilitators_present():
        assert circle.held is None
    elif circle.held is None:
        lost = [s.away_since or 0 for s in circle.seats.values() if s.facilitates]
        assert now < max(lost) + circle.timings.held_after
    else:
        assert circle.frozen


def nobody_is_hidden(circle: Circle, _: int) -> None:
    """I22: whoever is in the circle stands in everybody's ring, or holds the room by name."""
    if not circle.open:
        return
    here = {seat for seat, is_here in circle.roster if is_here}
    for seat in circle.inside():
        assert seat.id in here or seat.facilitates


def everybody_has_a_place(circle: Circle, _: int) -> None:
    """I63: while the space goes round, everybody willing has it, waits for it, or is settled."""
    current, step = circle.round, circle.round.step if circle.round else None
    if current is None or step is None or step.nature is not Nature.TURNS or circle.frozen:
        return
    assert len(set(current.queue)) == len(current.queue)
    for seat in circle.inside():
        if seat.mode is Mode.LISTENING or not seat.takes_turns:
            continue
        settled = (step.question, seat.id) in current.settled
        holds = current.turn is not None and current.turn.seat == seat.id
        assert settled or holds or seat.id in current.queue, f"{seat.id} was forgotten"
    for waiting in current.queue:
        assert circle.seats[waiting].inside
        assert (step.question, waiting) not in current.settled


def closed_is_counts(circle: Circle, _: int) -> None:
    """I31: of a closed circle only counts remain."""
    if circle.phase is Phase.CLOSED:
        assert not circle.seats
        assert not circle.shares
        assert circle.round is None
        assert circle.suspended is None
        assert not circle.signals
        assert not circle.roster
        assert not circle.staying
        assert not circle.let_rest


def after_is_for_those_who_stay(circle: Circle, now: int) -> None:
    """I42-I44: after the farewell only who chose it is here, somebody holds it, and it ends."""
    if not circle.parted:
        return
    people = [s for s in circle.inside() if not s.facilitates]
    assert {s.id for s in people} <= circle.staying
    assert any(s.facilitates for s in circle.inside())
    assert circle.held is None
    assert circle.after_until is not None
    assert now < circle.after_until or not circle.door_moment
    if circle.phase is Phase.QUIET_AFTER:
        assert circle.round is None
        assert not circle.shares
        assert not circle.frozen
    else:
        assert _round(circle).replies_max.height == 0
        assert _round(circle).depth == 1


AT_REST = (
    nothing_is_stuck,
    closing_is_kept,
    one_lead,
    held_when_unheld,
    nobody_is_hidden,
    everybody_has_a_place,
    closed_is_counts,
    *CARE_AT_REST,
    after_is_for_those_who_stay,
)
