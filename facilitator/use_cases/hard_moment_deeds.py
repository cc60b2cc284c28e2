"""What companions do in the hard moments that somebody chose to practise
(content/hard_moments.py)."""

from collections.abc import Callable
from dataclasses import dataclass

from facilitator.circle import commands as c
from facilitator.circle import commands_care as cc
from facilitator.circle.plan import Level
from facilitator.circle.state import Circle, Seat
from facilitator.circle.timing import remaining
from facilitator.content.hard_moments import HardMoment, moment_of
from facilitator.use_cases.companion_deeds import (
    A_WHILE,
    Glance,
    characters,
    kindly,
    shares,
    usually,
)

LINE_DROPS_AFTER, LINE_IS_BACK_AFTER = 1 / 8, 1 / 2


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing now, and nothing usual instead."""


WAIT = Wait()
Deed = c.Command | Wait | None


def wants_a_line(character: str, seat: Seat, circle: Circle, now: int) -> bool:
    """Whether the companion's line is up at this moment."""
    moment, turn = moment_of(circle.agenda.key), circle.turn
    code = moment.code if moment else ""
    if code == "late" and character == "late" and not seat.connected:
        return turn is not None and turn.phase == "sharing"
    dropping = code == "their_line" and turn is not None and turn.seat == seat.id
    if dropping and turn is not None and turn.phase == "sharing":
        length = turn.timer.length
        gone = length - remaining(circle, turn.timer, now)
        return not LINE_DROPS_AFTER * length <= gone < LINE_IS_BACK_AFTER * length
    return True


def next_command(glance: Glance) -> c.Command | None:
    """What this companion does about what it sees; None while nothing is to be done."""
    moment = moment_of(glance.circle.agenda.key)
    if moment is None:
        return usually(glance)
    if glance.room["stop"] is None or glance.character == "facilitates":
        deed = DEEDS[moment.code](glance, moment)
        if deed is not None:
            return None if isinstance(deed, Wait) else deed
    return kindly(glance)


def _nobody_shares(glance: Glance, _: HardMoment) -> Deed:
    current = glance.room["round"]
    return c.Pass(current["index"]) if current and glance.asked == "offered" else None


def _goes_on(glance: Glance, _: HardMoment) -> Deed:
    """Speaks until somebody closes the turn with warmth; lets go by itself much later."""
    turn, circle = glance.you["turn"], glance.circle
    if glance.character != "shares" or turn is None or circle.turn is None:
        return None
    if glance.asked == "offered":
        return c.TakeTurn(turn["id"], "speak")
    if glance.asked != "sharing":
        return None
    left, timings = remaining(circle, circle.turn.timer, glance.now), circle.timings
    if left < -(timings.grace + 2 * timings.minute):
        return c.FinishTurn(turn["id"])
    asked_already = circle.turn.more_given or circle.turn.more_asked
    if left < timings.grace and not asked_already:
        return c.AskMoreTime(turn["id"])
    return WAIT


def _wishes_a_pause(glance: Glance, _: HardMoment) -> Deed:
    wishes = glance.character == "passes" and glance.circle.signals_begun == 0
    return c.PausePlease() if wishes and _somebodyshares(glance) else None


def _answers(glance: Glance, moment: HardMoment) -> Deed:
    """The sharer lets replies in, and one answer is not what was asked for."""
    if glance.character == "shares":
        return shares(glance, str(glance.companion.share), Level.REFLECTION, A_WHILE)
    answering = "steps_out" if moment.code == "harm" else "passes"
    to = glance.you["reply_to"]
    if glance.character == answering and to is not None and not to["replied"]:
        return c.Reply(to["share"], Level.REFLECTION, str(moment.reply))
    return None


def _says_it(glance: Glance, moment: HardMoment) -> Deed:
    if glance.character != "shares":
        return None
    return shares(glance, str(moment.share), Level.NONE, A_WHILE)


def _stings(glance: Glance, moment: HardMoment) -> Deed:
    if glance.character == "steps_out":
        return shares(glance, str(moment.share), Level.NONE, A_WHILE)
    return _flags(glance, by="steps_out") if glance.character == "passes" else None


def _goes_on_hurting(glance: Glance, moment: HardMoment) -> Deed:
    """First a sharp answer, then a sharp share, so the sharer has the space first."""
    current = glance.room["round"]
    first = glance.character == "steps_out" and not glance.circle.shares
    if first and current is not None and glance.asked == "offered":
        return c.Later(current["index"])
    return _answers(glance, moment) or _stings(glance, moment)


def _flags(glance: Glance, by: str) -> Deed:
    author = next((seat.id for part, seat in characters(glance.circle) if part == by), "")
    if glance.circle.signals_begun:
        return None
    there = [share["id"] for share in glance.room["shares"] if share["seat"] == author]
    return cc.Flag(there[0]) if there else None


def _writes_privately(glance: Glance, moment: HardMoment) -> Deed:
    to = glance.you["receivers"]
    writes = glance.character == "lapses" and to and not glance.you["lines"]
    if writes and _somebodyshares(glance):
        return cc.WritePrivately(to[0]["seat"], str(moment.reply))
    return None


def _takes_back(glance: Glance, _: HardMoment) -> Deed:
    """Lower first, so that both can be seen."""
    if glance.character in ("passes", "lapses") and glance.you["reply_to"] is not None:
        to = glance.you["reply_to"]
        code = "with_you.here" if glance.character == "passes" else "in_me.touched"
        return None if to["replied"] else c.Reply(to["share"], Level.PRESENCE, code)
    share = glance.share
    if glance.character != "shares":
        return None
    if share is None:
        return shares(glance, str(glance.companion.share), Level.REFLECTION, A_WHILE)
    turn = glance.circle.turn
    if turn is not None and turn.id == share.id:
        return None
    if share.level is not Level.NONE:
        return c.SetReplyLevel(Level.NONE, share.id)
    return c.TakeBackShare(share.id)


def _comes_back_to_speak(glance: Glance, _: HardMoment) -> Deed:
    """While the line is expected to break, nothing is given; afterwards the share is."""
    circle = glance.circle
    if glance.character != "shares" or circle.turn is None or glance.asked != "sharing":
        return None
    gone = circle.turn.timer.length - remaining(circle, circle.turn.timer, glance.now)
    waits = gone < LINE_IS_BACK_AFTER * circle.turn.timer.length
    return WAIT if waits else None


def _leaves(glance: Glance, _: HardMoment) -> Deed:
    goes = glance.character == "steps_out" and _somebodyshares(glance)
    return c.Leave() if goes else None


def _holds_with_you(glance: Glance, _: HardMoment) -> Deed:
    """Accepts the lead when it is offered; offers it back when whoever held the room is there."""
    circle = glance.circle
    if glance.character != "facilitates":
        return None
    if circle.handing_to == glance.seat.id:
        return c.AcceptLead()
    back = [s for s in circle.facilitators_present() if s.id != glance.seat.id]
    if circle.lead == glance.seat.id and back and circle.handing_to is None:
        return c.HandOver(back[0].id) if _lost_by_line(circle) else None
    return None


def _lost_by_line(circle: Circle) -> bool:
    moment = moment_of(circle.agenda.key)
    return moment is not None and moment.code == "own_line"


def _usual(_: Glance, __: HardMoment) -> Deed:
    return None


def _somebodyshares(glance: Glance) -> bool:
    space = glance.room["space"]
    return bool(space and space["phase"] == "sharing" and space["seat"] != glance.seat.id)


DEEDS: dict[str, Callable[[Glance, HardMoment], Deed]] = {
    "quiet_offers": _nobody_shares,
    "long": _goes_on,
    "pause": _wishes_a_pause,
    "advice": _answers,
    "detail": _says_it,
    "strong_feeling": _says_it,
    "repair": _stings,
    "harm": _goes_on_hurting,
    "note": _writes_privately,
    "takes_back": _takes_back,
    "their_line": _comes_back_to_speak,
    "late": _usual,
    "leaves": _leaves,
    "handover": _holds_with_you,
    "own_line": _holds_with_you,
}
