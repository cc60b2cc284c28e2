from collections.abc import Callable
from dataclasses import dataclass

from facilitator.circle import commands as c
from facilitator.circle.decide import decide
from facilitator.circle.plan import Level
from facilitator.circle.refusals import Refusal
from facilitator.circle.state import Mode, Place, Role
from facilitator.house import House
from facilitator.store import circle_rows, groups, member_seats, seats
from facilitator.store.circles import Kept, Stale
from facilitator.store.database import Transaction, write
from facilitator.store.seats import SeatRef
from facilitator.tokens import fresh_id, fresh_token, token_hash
from facilitator.use_cases.kept_seats import are_kept_for_others
from facilitator.use_cases.run_command import TRIES, after


@dataclass(frozen=True, slots=True)
class Seated:
    """The token opens the seat; it is told once, here."""

    circle_id: str
    seat_id: str
    token: str


@dataclass(frozen=True, slots=True)
class Wish:
    """How somebody would like to be there."""

    name: str
    mode: Mode = Mode.OPEN
    level: Level = Level.NONE
    companion: bool = False


Outcome = tuple[Seated, Kept] | Refusal | None


def take_seat(
    house: House, door_key: str, wish: Wish, person_id: str = ""
) -> Seated | Refusal | None:
    """Somebody has a seat of their own behind that door; a member of a closed group the same one
    each time. None when the link opens no door, or none for them."""

    def sit(session: Transaction) -> Outcome:
        row = circle_rows.circle_behind(session, token_hash(door_key))
        if row is None:
            return None
        if row.closed_at is not None:
            return Refusal("circle/closed")
        command = c.TakeSeat(
            f"s{fresh_id()[:8]}", wish.name, Role.PARTICIPANT, wish.mode, wish.level, wish.companion
        )
        group = groups.group(session, row.group_id) if row.group_id else None
        if group is None or group.access != "closed":
            return _seat(house, session, row.id, command, None)
        if not _is_member(session, group.id, person_id):
            return None
        return _member_seat(house, session, row.id, command, person_id)

    return _seated(house, sit)


def come_back(house: House, door_key: str, person_id: str) -> Seated | Refusal | None:
    """A member sits in the seat they have behind that door, in one browser more; None for somebody
    who has none there."""

    def sit(session: Transaction) -> Outcome:
        row = circle_rows.circle_behind(session, token_hash(door_key))
        own = member_seats.seat_of(session, row.id, person_id) if row else None
        return _again(house, session, row.id, own) if row and own else None

    return _seated(house, sit)


def take_hold(house: House, hold_key: str, *, companion: bool = False) -> Seated | Refusal | None:
    """Whoever has the holding link sits in its facilitator's seat; the same seat each time
    (I52)."""

    def sit(session: Transaction) -> Outcome:
        holder = seats.holder_behind(session, token_hash(hold_key))
        if holder is None:
            return None
        command = c.TakeSeat(
            holder.seat_id, holder.name[:40], Role.FACILITATOR, companion=companion
        )
        return _seat(house, session, holder.circle_id, command, None)

    return _seated(house, sit)


def hold_as(
    house: House, circle_id: str, person_id: str, name: str, role_words: str, sign_in_id: str
) -> Seated | Refusal | None:
    """A facilitator of the group sits in their seat of its circle, for as long as they are signed
    in."""

    def sit(session: Transaction) -> Outcome:
        row = circle_rows.circle_row(session, circle_id)
        if row is None or row.closed_at is not None:
            return None
        own = member_seats.seat_of(session, circle_id, person_id)
        if own is not None:
            # Nobody has two seats (I52): whoever came as a member takes part today.
            return _again(house, session, circle_id, own)
        holders = seats.holders(session, circle_id)
        mine = next((h for h in holders if h.person_id == person_id), None)
        seat_id = mine.seat_id if mine else f"f{len(holders) + 1}"
        if mine is None:
            seats.add_holder(session, circle_id, person_id, name, role_words, seat_id)
        command = c.TakeSeat(seat_id, name[:40], Role.FACILITATOR)
        return _seat(house, session, circle_id, command, sign_in_id)

    return _seated(house, sit)


def _is_member(session: Transaction, group_id: str, person_id: str) -> bool:
    place = groups.place(session, group_id, person_id) if person_id else None
    return place is not None and place.joined_at is not None


def _member_seat(
    house: House, session: Transaction, circle_id: str, command: c.TakeSeat, person_id: str
) -> Outcome:
    member_seats.hold_still(session, circle_id)
    own = member_seats.seat_of(session, circle_id, person_id)
    if own is not None:
        return _again(house, session, circle_id, own)
    if any(holder.person_id == person_id for holder in seats.holders(session, circle_id)):
        return Refusal("seat/facilitator")
    kept = house.circles.load(session, circle_id)
    if kept and are_kept_for_others(session, kept.circle, person_id, house.clock.now()):
        return Refusal("door/full")
    outcome = _seat(house, session, circle_id, command, None)
    if isinstance(outcome, tuple):
        member_seats.remember(session, circle_id, person_id, command.seat)
    return outcome


def _again(house: House, session: Transaction, circle_id: str, seat_id: str) -> Outcome:
    """One key more for a seat; none for one that was removed (I49)."""
    kept = house.circles.load(session, circle_id)
    seat = kept.circle.seats.get(seat_id) if kept else None
    if kept is None or seat is None:
        return Refusal("circle/closed")
    if seat.place is Place.REMOVED:
        return Refusal("seat/removed")
    token = fresh_token()
    seats.add_seat_key(session, token_hash(token), SeatRef(circle_id, seat_id, None))
    return Seated(circle_id, seat_id, token), kept


def _seated(house: House, sit: Callable[[Transaction], Outcome]) -> Seated | Refusal | None:
    """Whoever was not first looks again."""
    for _ in range(TRIES):
        try:
            with write(house.database) as session:
                outcome = sit(session)
        except Stale:
            continue
        if not isinstance(outcome, tuple):
            return outcome
        seated, kept = outcome
        after(house, kept)
        return seated
    raise Stale


def _seat(
    house: House, session: Transaction, circle_id: str, command: c.TakeSeat, sign_in_id: str | None
) -> Outcome:
    kept = house.circles.load(session, circle_id)
    if kept is None:
        return Refusal("circle/closed")
    if command.seat not in kept.circle.seats:
        decision = decide(kept.circle, command, None, house.clock.now())
        if isinstance(decision, Refusal):
            return decision
        kept = house.circles.append(session, kept, decision)
    token = fresh_token()
    seat = SeatRef(circle_id, command.seat, sign_in_id)
    seats.add_seat_key(session, token_hash(token), seat)
    return Seated(circle_id, command.seat, token), kept
