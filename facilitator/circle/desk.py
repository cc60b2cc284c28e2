"""What the people who hold the room see beside it (domain.md 4): the frame, and one mark for
everybody who rests.

Never here: why or how often somebody rests, who asked for a pause, who has not answered yet, how
many replies came.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.circle.depth import may_go_deeper
from facilitator.circle.frame import next_index
from facilitator.circle.lines import may_offer
from facilitator.circle.order import all_answered
from facilitator.circle.plan import RoundPlan
from facilitator.circle.state import Circle, Mode, Phase, Place, Round, Seat, Signal, TurnPhase
from facilitator.circle.timing import closing_due, show_timer
from facilitator.circle.words import flagged_key, process_key, reply_key, suggestion_key

Json = dict[str, Any]
FEW = 2
LAST = 3


def show_desk(circle: Circle, words: Mapping[str, str]) -> Json:
    current = circle.round
    people = [s for s in circle.inside() if not s.facilitates]
    return {
        "seats": [_seat(circle, seat) for seat in circle.seats.values()],
        "up_next": current.queue[0] if current and current.turn and current.queue else None,
        "turn": _turn(circle),
        "gathering": _gathering(circle),
        "step_timer": show_timer(circle, current.timer) if current else None,
        "closing_at": closing_due(circle),
        "capacity": _capacity(circle),
        "primary": _primary(circle),
        "signals": [_signal(circle, signal, words) for signal in circle.signals],
        "replies": _replies(circle, words),
        "others": [
            {"seat": s.id, "name": s.name, "present": s.present}
            for s in circle.seats.values()
            if s.facilitates and s.id != circle.lead
        ],
        "shares": _shares(circle),
        "process": _process(circle, words),
        "deeper": _deeper(circle),
        "handing_to": circle.handing_to,
        "participants": len(people),
        "few": len(people) < FEW,
        "stay_on": _stay_on(circle),
    }


def _stay_on(circle: Circle) -> str | None:
    """Whether staying on can be announced, or was; the last notice is too late for it."""
    if circle.stay_announced:
        return "announced"
    return "possible" if circle.running and not circle.parted and circle.foretold != LAST else None


def _seat(circle: Circle, seat: Seat) -> Json:
    return {
        "seat": seat.id,
        "name": seat.name,
        "presence": _presence(seat),
        "resting": _resting(circle.round, seat),
        "facilitates": seat.facilitates,
        "companion": seat.companion,
        "may_offer": may_offer(seat),
    }


def _presence(seat: Seat) -> str:
    if seat.place is Place.CIRCLE:
        return "here" if seat.connected else "reconnecting"
    return seat.place.value


def _resting(current: Round | None, seat: Seat) -> bool:
    """Don't invite now: passed, listening, had a turn, moved on from or lapsed all look alike
    (I12).
    """
    step = current.step if current else None
    if current is None or step is None or step.nature not in ("turns", "space"):
        return False
    if current.turn is not None and current.turn.seat == seat.id:
        return False
    if seat.id in current.queue:
        return False
    settled = (step.question, seat.id) in current.settled
    return settled or seat.mode is Mode.LISTENING or not seat.inside


def _turn(circle: Circle) -> Json | None:
    turn = circle.turn
    if turn is None or turn.phase not in (TurnPhase.OFFERED, TurnPhase.SHARING):
        return None
    sharing = turn.phase is TurnPhase.SHARING
    seat = circle.seats[turn.seat]
    return {
        "id": turn.id,
        "seat": turn.seat,
        "phase": turn.phase.value,
        "timer": show_timer(circle, turn.timer),
        "may_close": sharing and (turn.grace_over or circle.frozen),
        "more_asked": turn.more_asked,
        "reconnecting": not seat.connected,
        "level": seat.level.value,
    }


def _gathering(circle: Circle) -> str | None:
    current = circle.round
    step = current.step if current else None
    if current is None or step is None or step.nature != "gather":
        return None
    return "all" if all_answered(circle, current) else "some"


def _capacity(circle: Circle) -> Json | None:
    """Told before a sharing round opens: not everyone could be offered space in its time (I63)."""
    index = next_index(circle)
    if index is None or circle.agenda.rounds[index].kind != "micro_sharing":
        return None
    plan, t = circle.agenda.rounds[index], circle.timings
    # Whoever only listens counts as well: the sum must not tell how many do (I12).
    willing = [s for s in circle.inside() if s.takes_turns]
    has = plan.length - t.introduced - t.thinking - t.last_space
    needs = len(willing) * _least_turn(circle, plan)
    return {"seats": len(willing), "needs": needs, "has": has} if needs > has else None


def _least_turn(circle: Circle, plan: RoundPlan) -> int:
    t = circle.timings
    replies = t.respond_window if plan.replies_max.height else 0
    around = t.offer_window // 4 + t.rest + replies + plan.quiet_between
    return t.share_time_least + around


def _primary(circle: Circle) -> Json | None:
    """The one next step of the frame, or None while the turns go round by themselves."""
    if circle.phase is Phase.DOORS_OPEN:
        return {"do": "begin"}
    if circle.stop is not None:
        return {"do": "resume_room"}
    if circle.parted:
        return {"do": "end_circle"}
    current = circle.round
    step = current.step if current else None
    if current is not None and step is not None:
        on_its_way = current.turn is not None or current.between is not None
        waits = step.name != "introduced" and not step.protected and not on_its_way
        if waits:
            return {"do": "move_on", "round": current.index, "step": step.name}
        return {"do": "end_circle"} if step.name == "leaving" else None
    index = next_index(circle)
    if index is not None:
        return {"do": "introduce_round", "index": index}
    return {"do": "end_circle"}


def _replies(circle: Circle, words: Mapping[str, str]) -> list[Json]:
    """Reflections and ideas that were delivered, so that harm can be seen (domain.md 2.3)."""
    return [
        {
            "id": reply.id,
            "share": share.id,
            "covered": reply.covered,
            "name": circle.seats[reply.seat].name,
            "level": reply.level.value,
            "text": words[reply_key(reply.id)],
        }
        for share in circle.shares.values()
        if share.delivered
        for reply in share.replies
        if reply.level.height > 1 and reply_key(reply.id) in words
    ]


def _signal(circle: Circle, signal: Signal, words: Mapping[str, str]) -> Json:
    """What it is about and whose words these are; never who sent it (I15)."""
    key = {"flag": flagged_key(signal), "suggestion": suggestion_key(signal.id)}.get(signal.kind)
    author = circle.seats.get(signal.author) if signal.author else None
    return {
        "id": signal.id,
        "kind": signal.kind,
        "at": signal.at,
        "share": signal.share,
        "reply": signal.reply,
        "seat": author.id if author else None,
        "name": author.name if author else None,
        "text": words.get(key) if key else None,
    }


def _shares(circle: Circle) -> list[Json]:
    """This round's, so that one can be set aside."""
    current = circle.round
    return [
        {"id": share.id, "name": circle.seats[share.seat].name, "covered": share.covered}
        for share in circle.shares.values()
        if current is not None and share.round == current.index
    ]


def _process(circle: Circle, words: Mapping[str, str]) -> list[Json]:
    return [
        {"id": note.id, "name": circle.seats[note.by].name, "text": words[process_key(note.id)]}
        for note in circle.process
        if process_key(note.id) in words
    ]


def _deeper(circle: Circle) -> Json | None:
    """What could be proposed now: the sharing round that comes, one step deeper."""
    found = may_go_deeper(circle)
    return None if found is None else {"round": found[0], "depth": found[1]}
