"""A command is taken: decided, stored, and only then told."""

from dataclasses import dataclass, replace

from facilitator.circle import commands as c
from facilitator.circle import commands_care as cc
from facilitator.circle import events as e
from facilitator.circle.decide import Decision, decide
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Circle
from facilitator.house import House
from facilitator.store.circles import Kept, Stale
from facilitator.store.database import Transaction, write
from facilitator.store.seats import SeatRef, drop_seat_keys
from facilitator.store.vault import KeyGone
from facilitator.use_cases.decks import not_in_deck
from facilitator.use_cases.leave_no_traces import leave_no_traces

# Of several processes that write at once, one wins each try.
TRIES = 100

PauseWish = c.PausePlease | c.CancelPausePlease
Signal = PauseWish | cc.KeepLighter | cc.Flag | cc.CancelFlag | cc.SuggestAgreement
SIGNALS: dict[type[Signal], str] = {
    c.PausePlease: "pause",
    c.CancelPausePlease: "pause",
    cc.KeepLighter: "lighter",
    cc.Flag: "flag",
    cc.CancelFlag: "flag",
    cc.SuggestAgreement: "suggestion",
}


@dataclass(frozen=True, slots=True)
class Taken:
    """The command's effect is stored, now or before. `kept` is the circle as it stands."""

    kept: Kept | None
    seat: SeatRef


def run_command(
    house: House, token_hash: str, command: c.Command, command_id: str
) -> Taken | Refusal:
    """What a seat asked has happened once, however often it was sent; or a refusal and nothing
    changed.

    Who may ask is read from the store each time: an open socket proves nothing.
    """
    for _ in range(TRIES):
        try:
            outcome = _try(house, token_hash, command, command_id)
        except Stale:
            continue
        except KeyGone as gone:
            lose_words(house, gone.circle_id)
            continue
        if isinstance(outcome, Taken) and outcome.kept is not None:
            after(house, outcome.kept)
        return outcome
    raise Stale


def run_system(house: House, circle_id: str, command: c.Command) -> Kept | Refusal | None:
    """What the clock, a line or the server's keeper asks; None when the circle is not open."""
    for _ in range(TRIES):
        try:
            outcome = _try_system(house, circle_id, command)
        except Stale:
            continue
        if isinstance(outcome, Kept):
            after(house, outcome)
        return outcome
    raise Stale


def lose_words(house: House, circle_id: str) -> None:
    """The circle goes on without what had been said, with a fresh key, and the room is told
    (I34)."""
    # In this order: whoever is killed in between finds no key and does it again.
    run_system(house, circle_id, c.LoseWords())
    house.circles.forget(circle_id)
    house.vault.make_key(circle_id)


def after(house: House, kept: Kept) -> None:
    """What follows a commit: this process remembers, a closed circle's traces go, open sockets
    are told."""
    house.circles.stored(kept)
    if kept.circle.ended_at is not None:
        leave_no_traces(house)
    house.tell_changed(kept)


def _try(house: House, token_hash: str, command: c.Command, command_id: str) -> Taken | Refusal:
    with write(house.database) as session:
        found = house.circles.authority(session, token_hash, command_id)
        if found is None:
            return Refusal("seat/removed")
        seat = found.seat
        if found.answered:
            return Taken(None, seat)
        kept = house.circles.load(session, seat.circle_id, found.version)
        if kept is None:
            return Refusal("circle/closed")
        if kept.version != found.version:
            # Between two looks somebody appended: perhaps this very command, sent twice.
            raise Stale
        command, asker = _marked(house, command, seat)
        if asker is not seat and house.circles.has_answered(session, asker, command_id):
            return Taken(None, seat)
        decision = _decide(house, kept.circle, command, seat)
        if isinstance(decision, Refusal):
            return decision
        if not decision.events and not decision.words:
            return Taken(None, seat)
        # First, so that of two that were sent at once the slower one is Stale and reads again.
        kept = house.circles.append(session, kept, decision)
        if kept.circle.ended_at is None:
            house.circles.remember_answer(session, asker, command_id)
        _drop_keys_of_removed(session, seat.circle_id, decision)
    return Taken(kept, seat)


def _drop_keys_of_removed(session: Transaction, circle_id: str, decision: Decision) -> None:
    for event in decision.events:
        if isinstance(event, e.SeatRemoved):
            drop_seat_keys(session, circle_id, event.seat)


def _decide(house: House, circle: Circle, command: c.Command, seat: SeatRef) -> Decision | Refusal:
    decision = decide(circle, command, seat.seat_id, house.clock.now())
    return decision if isinstance(decision, Refusal) else not_in_deck(command) or decision


def _marked(house: House, command: c.Command, seat: SeatRef) -> tuple[c.Command, SeatRef]:
    """The command, and under whose name its answer is remembered. Senders of a signal are told
    apart, and none is named in any row (I15). Each kind of signal has marks of its own, so that two
    signals of one person are not known to be one person's.
    """
    if not isinstance(command, Signal):
        return command, seat
    mark = house.vault.mark(seat.circle_id, f"{seat.seat_id} {SIGNALS[type(command)]}")
    return replace(command, mark=mark), replace(seat, seat_id=mark)


def _try_system(house: House, circle_id: str, command: c.Command) -> Kept | Refusal | None:
    with write(house.database) as session:
        kept = house.circles.load(session, circle_id)
        if kept is None:
            return None
        decision = decide(kept.circle, command, None, house.clock.now())
        if isinstance(decision, Refusal):
            return decision
        if not decision.events:
            return kept
        return house.circles.append(session, kept, decision)
